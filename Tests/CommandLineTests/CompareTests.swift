import Foundation
import Testing

@Suite("cocreate compare")
struct CompareTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
    let run = try Program.run(
      ["run", "small.yaml", "--no-rounds", "--quiet", "--out", "r"], in: folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func compare(_ arguments: [String] = []) throws -> Outcome {
    try Program.run(["compare", "r"] + arguments, in: folder)
  }

  @Test("Its table says of each pair what runs.csv says, and belongs to the folder")
  func table() throws {
    let outcome = try compare()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let runs = try Rows(folder.text("r/runs.csv"))
    let rows = try Rows(folder.text("r/comparison.csv"))
    func mean(_ strategy: String) -> Double {
      let values = zip(runs["strategy"], runs.numbers("quality_realised"))
        .filter { $0.0 == strategy }.compactMap(\.1)
      return values.reduce(0, +) / Double(values.count)
    }
    let differences = rows.numbers("difference")
    var seen = 0
    for row in differences.indices where rows["metric"][row] == "quality_realised" {
      let expected = mean(rows["strategy"][row]) - mean(rows["versus"][row])
      #expect(abs(try #require(differences[row]) - expected) < 1e-12)
      seen += 1
    }
    // Three strategies, both ways.
    #expect(seen == 6)
    #expect(Set(rows["metric"]).contains("weighted"))
    #expect(outcome.output.contains("- in-house"))
    let status = try Program.run(["status", "r"], in: folder)
    #expect(status.status == 0, "\(status.errors)")
    #expect(try folder.text("r/manifest.json").contains("\"comparison.csv\""))
    #expect(try folder.text("r/datapackage.json").contains("\"comparison.csv\""))
    // Again it is the same to the byte, and it does not stand there twice.
    let before = try ["comparison.csv", "manifest.json", "datapackage.json"].map {
      try folder.text("r/" + $0)
    }
    #expect(try compare(["--quiet"]).output.isEmpty)
    let after = try ["comparison.csv", "manifest.json", "datapackage.json"].map {
      try folder.text("r/" + $0)
    }
    #expect(before == after)
    // What is there more does not make it another batch.
    let resumed = try Program.run(
      ["run", "small.yaml", "--no-rounds", "--out", "r", "--resume"], in: folder)
    #expect(resumed.status == 0, "\(resumed.errors)")
    let replaced = try Program.run(
      ["run", "small.yaml", "--no-rounds", "--quiet", "--gzip", "--out", "r", "--overwrite"],
      in: folder)
    #expect(replaced.status == 0, "\(replaced.errors)")
    #expect(!folder.exists("r/comparison.csv"))
    // Compressed tables are read as they are.
    #expect(try compare(["--quiet"]).status == 0)
    #expect(try folder.text("r/comparison.csv") == before[0])
  }

  @Test("Over design points it also writes robustness.csv, elsewhere on request")
  func robustness() throws {
    let scenario = Sample.scenario + "design: {grid: {press_scrutiny: [0.1, 0.5]}}\n"
    try folder.write(scenario, to: "points.yaml")
    let run = try Program.run(
      ["run", "points.yaml", "--no-rounds", "--quiet", "--out", "p"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let outcome = try Program.run(
      ["compare", "p", "--out", "elsewhere", "--satisfice", "quality_realised=0.5"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!folder.exists("p/comparison.csv"))
    let rows = try Rows(folder.text("elsewhere/robustness.csv"))
    let satisficing = rows["criterion"].indices.filter {
      rows["criterion"][$0] == "satisficing" && rows["metric"][$0] == "quality_realised"
    }
    #expect(satisficing.count == 3)
    #expect(satisficing.allSatisfy { rows["parameter"][$0] == "0.5" })
    #expect(rows["criterion"].contains("undominated_probability"))
    let points = try Rows(folder.text("elsewhere/comparison.csv"))["point"]
    #expect(Set(points) == ["", "0", "1"])
    let one = try Program.run(["compare", "p", "--point", "1", "--out", "one"], in: folder)
    #expect(one.status == 0, "\(one.errors)")
    #expect(try Set(Rows(folder.text("one/comparison.csv"))["point"]) == ["1"])
  }

  @Test("Every fault of the options is told, and nothing is written")
  func faults() throws {
    let outcome = try compare([
      "--weights", "1,2", "--versus", "guidd", "--satisfice", "relevance", "--hurwicz", "2",
    ])
    #expect(outcome.status == 2)
    for part in [
      "--weights is 1,2; allowed: 3 numbers", "did you mean guided?", "--satisfice is relevance",
      "--hurwicz is 2.0; allowed: 0 to 1",
    ] {
      #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }
    let metrics = try compare(["--metric", "relevanc", "--metric", "mean_openness"])
    #expect(metrics.status == 2)
    #expect(metrics.errors.contains("did you mean relevance?"))
    #expect(metrics.errors.contains("neither more nor less"))
    #expect(!folder.exists("r/comparison.csv"))
    let nowhere = try Program.run(["compare", "nowhere"], in: folder)
    #expect(nowhere.status == 2)
    // Cut off: the line is named.
    let text = try folder.text("r/runs.csv")
    try folder.write(String(text.dropLast(20)), to: "r/runs.csv")
    let cut = try compare()
    #expect(cut.status == 2)
    #expect(cut.errors.contains("runs.csv:"), "\(cut.errors)")
  }
}
