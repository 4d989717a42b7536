import Testing

@Suite("cocreate report")
struct ReportTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private static let design = """
    uncertain:
      press_scrutiny: {uniform: [0.05, 0.5]}
      stake: {uniform: [0, 1]}
    design: {sobol: 8}

    """

  private func made(_ design: String = "", _ options: [String] = []) throws {
    try folder.write(Sample.scenario + design, to: "s.yaml")
    let run = try Program.run(["run", "s.yaml", "--quiet", "--out", "r"] + options, in: folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test("Writes the page and the files of each figure, and they belong to the folder")
  func files() throws {
    try made(Self.design)
    let outcome = try Program.run(["report", "r"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try folder.text("r/report.html")
    for name in ["ambitions", "price", "unfolding", "trade_off", "axes", "decision_map", "drivers"]
    {
      for ending in ["csv", "svg", "vl.json"] {
        #expect(folder.exists("r/figures/\(name).\(ending)"), "\(name).\(ending)")
        #expect(page.contains("figures/\(name).\(ending)"), "\(name).\(ending)")
      }
    }
    for part in ["uncertain, 8 values", "SHA-256 of runs.csv", "If the municipality is not known"] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(try Program.run(["status", "r"], in: folder).status == 0)
    // The same again, and the folder may be made anew over it.
    let again = try Program.run(["report", "r", "--quiet"], in: folder)
    #expect(again.output.isEmpty)
    #expect(try folder.text("r/report.html") == page)
    let over = try Program.run(
      ["run", "s.yaml", "--quiet", "--overwrite", "--out", "r"], in: folder)
    #expect(over.status == 0, "\(over.errors)")
  }

  @Test("Says what it cannot tell, and how to get it")
  func missing() throws {
    try made("", ["--no-rounds"])
    let outcome = try Program.run(["report", "r", "--out", "apart"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try folder.text("apart/report.html")
    #expect(page.contains("How it unfolds: the batch was run without rounds.csv"))
    #expect(page.contains("the scenario has one design point"))
    #expect(!folder.exists("apart/figures/unfolding.csv"))
    #expect(!folder.exists("r/report.html"))
  }

  @Test("A file of the folder stands for it; a folder of folders names these")
  func places() throws {
    try made()
    #expect(try Program.run(["report", "r", "--quiet"], in: folder).status == 0)
    #expect(try Program.run(["compare", "r/report.html", "--quiet"], in: folder).status == 0)
    let above = try Program.run(["compare", "."], in: folder)
    #expect(above.status == 2)
    #expect(above.errors.contains("there are some in it: ./r"), "\(above.errors)")
    // Its own folder as --out is the folder; another's is refused.
    #expect(try Program.run(["compare", "r", "--out", "r", "--quiet"], in: folder).status == 0)
    #expect(try Program.run(["status", "r"], in: folder).status == 0)
    let other = try Program.run(["run", "s.yaml", "--quiet", "--out", "q"], in: folder)
    try #require(other.status == 0, "\(other.errors)")
    let onto = try Program.run(["compare", "r", "--out", "q"], in: folder)
    #expect(onto.status == 2)
    #expect(!folder.exists("q/comparison.csv"))
    // A table cut off at the end of a line.
    let rows = try folder.text("q/runs.csv").split(separator: "\n")
    try folder.write(rows.dropLast(2).joined(separator: "\n") + "\n", to: "q/runs.csv")
    for command in ["compare", "report"] {
      let cut = try Program.run([command, "q"], in: folder)
      #expect(cut.status == 2)
      #expect(cut.errors.contains("has \(rows.count - 3) runs; allowed: \(rows.count - 1)"))
    }
    let months = try folder.text("q/rounds.csv").split(separator: "\n")
    try folder.write(rows.joined(separator: "\n") + "\n", to: "q/runs.csv")
    try folder.write(months.dropLast(40).joined(separator: "\n") + "\n", to: "q/rounds.csv")
    let short = try Program.run(["report", "q"], in: folder)
    #expect(short.status == 2)
    #expect(short.errors.contains("rounds.csv has "), "\(short.errors)")
    let metric = try Program.run(["params", "external_influence"], in: folder)
    #expect(metric.output.contains("metric of  democracy"), "\(metric.output)")
  }

  @Test("What an earlier call wrote and this one does not is taken away; commands at once keep all")
  func anew() throws {
    try made(Self.design)
    func files() throws -> Set<String> {
      let manifest = try folder.text("r/manifest.json")
      return Set(
        ["comparison.csv", "robustness.csv", "tree.csv", "report.html"]
          .filter { manifest.contains("\"\($0)\"") && folder.exists("r/\($0)") })
    }
    #expect(try Program.run(["compare", "r", "--quiet"], in: folder).status == 0)
    #expect(try files() == ["comparison.csv", "robustness.csv"])
    #expect(try folder.text("r/datapackage.json").contains("robustness.csv"))
    #expect(try Program.run(["compare", "r", "--point", "0", "--quiet"], in: folder).status == 0)
    #expect(try files() == ["comparison.csv"])
    #expect(try !folder.text("r/datapackage.json").contains("robustness.csv"))
    #expect(try Program.run(["status", "r"], in: folder).status == 0)
    // Nothing of others is touched, and nothing apart from the folder.
    try folder.write("own", to: "apart/robustness.csv")
    let apart = ["compare", "r", "--point", "0", "--out", "apart", "--quiet"]
    #expect(try Program.run(apart, in: folder).status == 0)
    #expect(folder.exists("apart/comparison.csv"))
    #expect(try folder.text("apart/robustness.csv") == "own")
    #expect(try Program.run(["report", "r", "--quiet"], in: folder).status == 0)
    #expect(folder.exists("r/figures/decision_map.csv"))
    #expect(try files() == ["comparison.csv", "report.html"])
    let atOnce = try ["compare", "explain", "report"].map {
      try RunningProcess(Program.path, [$0, "r", "--quiet"], in: folder)
    }
    for process in atOnce {
      let outcome = process.outcome()
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try files() == ["comparison.csv", "robustness.csv", "tree.csv", "report.html"])
    #expect(try Program.run(["status", "r"], in: folder).status == 0)
  }

  @Test("Bad input is told, and nothing is written")
  func faults() throws {
    try made()
    let all = try Program.run(
      ["compare", "r", "--metric", "x", "--versus", "y", "--point", "99", "--hurwicz", "2"],
      in: folder)
    #expect(all.status == 2)
    for part in ["no metric x", "no strategy y", "--point is 99", "--hurwicz is 2"] {
      #expect(all.errors.contains(part), "\(part)")
    }
    let twice = try Program.run(
      ["report", "r", "--metric", "x", "--versus", "y", "--rounds", "z"], in: folder)
    for part in ["no metric x", "no strategy y", "there is no z in rounds.csv"] {
      #expect(twice.errors.contains(part), "\(part)")
    }
    let same = try Program.run(
      ["explain", "r", "--strategy", "guided", "--versus", "guided"], in: folder)
    #expect(same.status == 2)
    try folder.write("", to: "file")
    #expect(try Program.run(["compare", "r", "--out", "file"], in: folder).status == 2)
    for (options, part) in [
      (["--rounds", "voise"], "did you mean voice?"),
      (["--versus", "guidd"], "did you mean guided?"),
      (["--metric", "relevanse"], "did you mean relevance?"),
    ] {
      let outcome = try Program.run(["report", "r"] + options, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }
    let text = try folder.text("r/rounds.csv")
    try folder.write(String(text.dropLast(9)), to: "r/rounds.csv")
    let cut = try Program.run(["report", "r"], in: folder)
    #expect(cut.status == 2)
    #expect(cut.errors.contains("rounds.csv:"), "\(cut.errors)")
    #expect(!folder.exists("r/report.html"))
  }

  @Test("A folder that was merged from shards, or compressed, gives the same figures")
  func ways() throws {
    try made()
    #expect(try Program.run(["report", "r", "--quiet"], in: folder).status == 0)
    for shard in ["1/2", "2/2"] {
      let made = try Program.run(
        ["run", "s.yaml", "--quiet", "--shard", shard, "--out", "m"], in: folder)
      try #require(made.status == 0, "\(made.errors)")
    }
    try #require(try Program.run(["merge", "m.shards", "--quiet"], in: folder).status == 0)
    let zipped = try Program.run(
      ["run", "s.yaml", "--quiet", "--gzip", "--out", "z"], in: folder)
    try #require(zipped.status == 0, "\(zipped.errors)")
    for other in ["m", "z"] {
      #expect(try Program.run(["report", other, "--quiet"], in: folder).status == 0)
      for name in ["ambitions.csv", "unfolding.svg", "trade_off.vl.json"] {
        #expect(try folder.text("\(other)/figures/\(name)") == folder.text("r/figures/\(name)"))
      }
    }
    #expect(try folder.text("m/report.html") == folder.text("r/report.html"))
  }
}
