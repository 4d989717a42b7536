import Foundation
import Testing

@Suite("Plausible models on the command line")
struct PlausibleTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  @discardableResult
  private func run(_ arguments: String..., status: Int32 = 0) throws -> Outcome {
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.status == status, "\(outcome.errors)")
    return outcome
  }

  private func models(_ out: String, _ more: String...) throws -> Outcome {
    let outcome = try Program.run(
      ["run", "small.yaml", "--plausible", "24", "--out", out] + more, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  @Test("The same bytes for threads and shards, and of the tables from design.csv")
  func bytes() throws {
    _ = try models("one", "--threads", "1")
    _ = try models("two", "--threads", "2")
    _ = try models("three", "--shard", "1/2")
    _ = try models("three", "--shard", "2/2")
    try run("merge", "three.shards", "--out", "three")
    let first = try folder.contents(of: "one").filter { $0.key != "sessions.jsonl" }
    for other in ["two", "three"] {
      #expect(
        try folder.contents(of: other).filter { $0.key != "sessions.jsonl" } == first, "\(other)")
    }
    try run("run", "small.yaml", "--design", "one/design.csv", "--out", "again", "--quiet")
    for name in ["runs.csv", "rounds.csv", "design.csv", "summary.csv"] {
      #expect(try folder.data("again/\(name)") == folder.data("one/\(name)"), "\(name)")
    }
    #expect(try folder.text("one/design.csv").contains("without.fear"))
    let points = try Rows(folder.text("one/design.csv"))
    let runs = try Rows(folder.text("one/runs.csv"))
    let out = Dictionary(uniqueKeysWithValues: zip(points["point"], points["without.fear"]))
    for (point, fear) in zip(runs["point"], runs["general_fear"]) {
      #expect((fear == "0") == (out[point] == "1"))
    }
    #expect(try folder.text("one/manifest.json").contains("\"kind\" : \"plausible\""))
    #expect(try !folder.text("again/manifest.json").contains("\"kind\""))
  }

  @Test("Any run can be replayed by itself")
  func replay() throws {
    _ = try models("one", "--quiet")
    try run("replay", "one", "--run", "137")
  }

  @Test("The file may ask for models itself, and validate and plan say so")
  func file() throws {
    try folder.write(Sample.scenario + "design: {plausible: 24}\n", to: "models.yaml")
    _ = try models("one", "--quiet")
    try run("run", "models.yaml", "--out", "file", "--quiet")
    #expect(try folder.data("file/runs.csv") == folder.data("one/runs.csv"))
    let valid = try run("validate", "small.yaml", "--plausible", "24")
    #expect(valid.output.contains("24 plausible models of "))
    #expect(valid.output.contains("x 3 strategies"))
    #expect(valid.output.contains("= 288 runs"))
    let plan = try run("plan", "models.yaml", "--plausible", "7")
    #expect(plan.output.contains("plausible models  7 of "))
    let power = try run(
      "power", "small.yaml", "--plausible", "5", "--metric", "coverage", "--difference", "0.1",
      "--pilot", "10")
    #expect(power.output.contains("the mean of 5 design points"))
    #expect(power.output.contains("--plausible 5"))
  }

  @Test("run prints a line for each strategy but the baseline")
  func lines() throws {
    let output = try models("one").output
    #expect(output.contains("Averaged over 24 plausible models"))
    #expect(output.contains("Ahead of in-house in so many of 24 plausible models"))
    let lines = output.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("Ahead of in-house") })
    for (line, strategy) in zip(lines[(start + 2)...], ["guided", "empowering"]) {
      let shares = line.wholeMatch(of: /\w+( +[<>]?\d+ % \([<>]?\d+ to [<>]?\d+ %\)( \?)?){3}/)
      #expect(shares != nil, "\(line)")
      #expect(line.hasPrefix(strategy))
    }
    #expect(try !run("run", "small.yaml").output.contains("plausible"))
  }

  @Test("compare counts models, names what turns it, and writes three tables")
  func compare() throws {
    _ = try models("one", "--quiet")
    let output = try run("compare", "one").output
    #expect(output.contains("Over 24 plausible models, in which "))
    #expect(output.contains("\n  guided is ahead of in-house in "))
    #expect(!output.contains("worst point") && !output.contains("Undominated"))
    #expect(!folder.exists("one/robustness.csv"))
    let table = try Rows(folder.text("one/plausible.csv"))
    #expect(table.count == 6)
    for row in 0..<table.count {
      let models = try #require(Int(table["models"][row]))
      let (ahead, behind) = (Int(table["ahead"][row]) ?? -1, Int(table["behind"][row]) ?? -1)
      #expect(ahead >= 0 && behind >= 0 && ahead + behind <= models && models <= 24)
      #expect(
        output.contains(
          "\(table["strategy"][row]) is ahead of in-house in \(ahead) of \(models) (95 %: "))
      let single = try Rows(folder.text("one/plausible_models.csv"))
      let own = (0..<single.count).filter {
        single["metric"][$0] == table["metric"][row]
          && single["strategy"][$0] == table["strategy"][row]
      }
      #expect(own.count == models)
      #expect(own.count { (Double(single["difference"][$0]) ?? 0) > 0 } == ahead)
    }
    let package = try folder.text("one/datapackage.json")
    for name in ["plausible.csv", "plausible_turns.csv", "plausible_models.csv"] {
      #expect(package.contains("\"\(name)\""))
    }
    #expect(try run("status", "one").output.contains("every file as it was written"))
    // At a single model it compares as ever, and takes the tables of all models away.
    let point = try run("compare", "one", "--point", "3").output
    #expect(!point.contains("plausible models"))
    #expect(!folder.exists("one/plausible.csv"))
  }

  @Test("report has a section with the same counts")
  func report() throws {
    _ = try models("one", "--quiet")
    let output = try run("report", "one").output
    #expect(output.contains("report.html"))
    let page = try folder.text("one/report.html")
    #expect(page.contains("If what is assumed is not known"))
    #expect(page.contains("Over 24 plausible models"))
    #expect(!page.contains("If the municipality is not known"))
  }

  @Test("One strategy, one replicate and one model are no trouble")
  func few() throws {
    let lone = Sample.scenario.replacing("  empowering: {form: empowering}\n", with: "")
      .replacing("  guided: {form: guided}\n", with: "")
    try folder.write(lone, to: "lone.yaml")
    let output = try run("run", "lone.yaml", "--plausible", "3").output
    #expect(!output.contains("Ahead of"))
    #expect(try run("compare", "results/small", status: 2).errors.contains("has one strategy"))
    try run(
      "run", "small.yaml", "--plausible", "12", "--replicates", "1", "--out", "single", "--quiet")
    let single = try run("compare", "single").output
    #expect(single.contains(" of 12 (95 %: ") && !single.contains(", clearly in"))
    #expect(single.contains("How much of this is luck cannot be told"))
    try run("run", "small.yaml", "--plausible", "1", "--out", "model", "--quiet")
    #expect(try run("compare", "model").output.contains("Over 1 plausible model, "))
    try run("report", "model")
  }

  @Test("--design beside --plausible, and numbers that are none, are faults")
  func faults() throws {
    let both = try run(
      "validate", "small.yaml", "--plausible", "3", "--design", "x.csv", status: 2)
    #expect(both.errors.contains("--design beside --plausible"))
    let none = try run("validate", "small.yaml", "--plausible", "0", status: 2)
    #expect(
      none.errors.contains("--plausible: found 0; allowed: a whole number from 1 to 100000"))
    let text = try run("validate", "small.yaml", "--plausible", "some", status: 2)
    #expect(text.errors.contains("--plausible"))
  }

  @Test("params --main lists what a planner fills in; one parameter shows its plausible range")
  func params() throws {
    let main = try run("params", "--main").output
    #expect(main.hasPrefix("parameter"))
    #expect(main.contains(/\npress_scrutiny +0.2 +[0-9.]+ to [0-9.]+ +Chance/))
    #expect(!main.contains("authority_lot") && !main.contains("cost_weight"))
    let one = try run("params", "ruggedness").output
    #expect(one.contains(/\nplausible  [0-9]+ to [0-9]+: \w+/))
    #expect(one.contains("role       one that a planner fills in"))
    #expect(try run("params", "trust_weight").output.contains("role       part of the model"))
    #expect(try run("params", "trust_pulse").output.contains("role       a switch for experiments"))
    #expect(
      try run("params", "--neutral").output.contains("Nobody fears being exposed. Disputed: Timeus")
    )
    try run("params", "--main", "demand", status: 2)
    let json = try run("params", "press_scrutiny", "--json").output
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect((entries.first?["plausible"] as? [Double])?.count == 2)
    #expect(entries.first?["role"] as? String == "main")
    #expect(entries.first?["because"] is String)
  }
}
