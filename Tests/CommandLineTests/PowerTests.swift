import GSL
import Testing

@Suite("cocreate power")
struct PowerTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  private func power(_ arguments: [String]) throws -> Outcome {
    try Program.run(["power", "small.yaml"] + arguments, in: folder)
  }

  /// The cells of a pair's line, of which two spaces are between.
  private func cells(_ pair: String, in output: String) throws -> [String] {
    let line = try #require(
      output.split(separator: "\n").first { $0.hasPrefix(pair + " ") }, "\(output)")
    return line.split(separator: #/ {2,}/#).map(String.init)
  }

  @Test("Compares with the baseline, and plans by the paired differences of the pilot")
  func planned() throws {
    let arguments = [
      "--metric", "relevance", "--difference", "0.05", "--pilot", "12", "--threads", "2",
    ]
    let outcome = try power(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // What the pilot is: the first twelve contexts of the scenario.
    let run = try Program.run(
      ["run", "small.yaml", "--replicates", "12", "--no-rounds", "--quiet"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let runs = try Rows(folder.text("results/small/runs.csv"))
    func values(_ strategy: String) -> [Double] {
      zip(runs["strategy"], runs.numbers("relevance")).filter { $0.0 == strategy }
        .compactMap(\.1)
    }
    for strategy in ["guided", "empowering"] {
      let cells = try cells("\(strategy) - in-house", in: outcome.output)
      let differences = zip(values(strategy), values("in-house")).map { $0 - $1 }
      let sd = try #require(Statistics.standardDeviation(differences))
      let need = try #require(
        try Statistics.replicates(effect: 0.05 / sd, power: 0.95, level: 0.01))
      #expect(cells[1] == "12")
      #expect(cells[5] == "\(need)", "\(outcome.output)")
      let own = try Statistics.pairedPower(effect: 0.05 / sd, count: 4, level: 0.01)
      #expect(abs(try #require(Double(cells[8])) - own) < 0.0006)
    }
    #expect(!outcome.output.contains("guided - empowering"))
    #expect(outcome.output.contains("alpha 0.01 of each comparison"))
    // The answer is the largest, by the limits of the standard deviations.
    let limits = try ["guided", "empowering"].map {
      try #require(Int(cells("\($0) - in-house", in: outcome.output)[6]))
    }
    let most = try #require(limits.max())
    #expect(outcome.output.contains("Answer: \(most) replicates"))
    #expect(outcome.output.contains("Next: cocreate run small.yaml --replicates \(most)\n"))
    // A finished folder is as good a pilot.
    let from = try power(Array(arguments.prefix { $0 != "--pilot" }) + ["--from", "results/small"])
    #expect(from.status == 0, "\(from.errors)")
    #expect(
      try cells("guided - in-house", in: from.output)
        == cells("guided - in-house", in: outcome.output))
  }

  @Test("Without a baseline each is compared with each; named ones only if so wanted")
  func pairs() throws {
    let text = Sample.scenario.replacing("baseline: in-house\n", with: "")
    try folder.write(text, to: "small.yaml")
    let arguments = ["--metric", "relevance", "--difference", "0.05", "--pilot", "10"]
    let all = try power(arguments)
    #expect(all.status == 0, "\(all.errors)")
    for pair in ["guided - empowering", "guided - in-house", "empowering - in-house"] {
      _ = try cells(pair, in: all.output)
    }
    let one = try power(arguments + ["--strategies", "in-house,guided", "--family"])
    _ = try cells("in-house - guided", in: one.output)
    #expect(!one.output.contains("empowering"))
  }

  @Test("With --family alpha is shared by all comparisons, and each needs more")
  func family() throws {
    let arguments = [
      "--metric", "relevance", "--metric", "legitimacy", "--difference", "0.05", "--difference",
      "0.1", "--pilot", "10", "--set", "rounds=3",
    ]
    let (each, all) = (try power(arguments), try power(arguments + ["--family"]))
    #expect(all.output.contains("alpha 0.01 of all comparisons together (0.0025 of each)"))
    #expect(all.output.contains("a difference of 0.1 in legitimacy"))
    let numbers = try [each, all].map {
      try #require(Int(try cells("guided - in-house", in: $0.output)[5]))
    }
    #expect(numbers[0] < numbers[1])
    #expect(all.output.contains("cocreate run small.yaml --set rounds=3 --replicates"))
  }

  @Test("Processes of a context count by its mean")
  func processes() throws {
    let outcome = try power([
      "--metric", "relevance", "--difference", "0.05", "--pilot", "10", "--replicates", "4x3",
    ])
    #expect(try cells("guided - in-house", in: outcome.output)[1] == "10")
    #expect(outcome.output.contains("the context, the mean of 3 processes"))
    #expect(outcome.output.contains(#/--replicates \d+x3\n/#))
  }

  static let bad: [([String], String)] = [
    (["--metric", "relevanc", "--difference", "1"], "did you mean relevance?"),
    (["--difference", "1"], "--metric is missing"),
    (["--metric", "relevance"], "--difference is missing"),
    (
      ["--metric", "relevance", "--difference", "0"],
      "--difference is 0.0; allowed: a number above 0"
    ),
    (["--metric", "relevance", "--difference", "1", "--power", "1"], "--power is 1.0"),
    (["--metric", "relevance", "--difference", "1", "--alpha", "0"], "--alpha is 0.0"),
    (["--metric", "relevance", "--difference", "1", "--pilot", "3"], "--pilot is 3; allowed: 10"),
    (
      ["--metric", "relevance", "--difference", "1", "--strategies", "gided,in-house"],
      "did you mean guided?"
    ),
    (
      ["--metric", "relevance", "--difference", "1", "--strategies", "guided"], "two or more"
    ),
    (
      ["--metric", "relevance", "--difference", "1", "--from", "nowhere"],
      "nowhere is no results folder"
    ),
    (["--metric", "relevance", "--difference", "1", "--point", "1"], "--point is for --from"),
    (
      [
        "--metric", "relevance", "--metric", "value", "--difference", "1", "--difference", "1",
        "--difference", "2",
      ], "one for all metrics, or one for each"
    ),
  ]

  @Test("Bad input is named, with status 2", arguments: bad)
  func fault(arguments: [String], message: String) throws {
    let outcome = try power(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
