import Foundation
import Testing

@Suite("Options of cocreate run")
struct OptionTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  private func runs(_ arguments: [String], out: String = "out") throws -> Rows {
    let outcome = try Program.run(
      ["run", "small.yaml", "--out", out, "--quiet", "--no-rounds"] + arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try Rows(folder.text("\(out)/runs.csv"))
  }

  @Test("Every generator runs, and each gives numbers of its own")
  func generators() throws {
    var seen: Set<[String]> = []
    for generator in ["splitmix", "philox", "mt19937", "taus2"] {
      let text = Sample.scenario.replacing("seed: 42", with: "seed: 42\ngenerator: \(generator)")
      try folder.write(text, to: "small.yaml")
      let table = try runs([], out: generator)
      #expect(table.count == 12)
      #expect(seen.insert(table["value"]).inserted, "\(generator)")
      let manifest = try folder.text("\(generator)/manifest.json")
      #expect(manifest.contains("\"generator\" : \"\(generator)\""))
    }
  }

  @Test("--set changes the context for every strategy, and the outcome")
  func set() throws {
    let usual = try runs([], out: "usual")
    let table = try runs(["--set", "demand=500", "--set", "rounds=3"])
    #expect(Set(table["demand"]) == ["500"])
    #expect(Set(table["rounds"]) == ["3"])
    #expect(table["value"] != usual["value"])
  }

  @Test("--set reaches numbers of actors and the network")
  func setOthers() throws {
    _ = try runs(["--actors", "--set", "actors.citizen.count=6", "--set", "network=ring"])
    let actors = try Rows(folder.text("out/actors.csv"))
    #expect(actors.count == 12 * 10)
    #expect(try folder.text("out/manifest.json").contains("\"network=ring\""))
  }

  @Test("A strategy's own setting wins over --set")
  func setAndStrategy() throws {
    let text = Sample.scenario.replacing("{form: guided}", with: "{form: guided, demand: 99}")
    try folder.write(text, to: "small.yaml")
    let table = try runs(["--set", "demand=500"])
    #expect(table["demand"].prefix(3) == ["99", "500", "500"])
  }

  @Test("--replicates takes a number")
  func replicates() throws {
    let table = try runs(["--replicates", "6"])
    #expect(table.count == 18)
    #expect(table["context"] == (0..<18).map { String($0 / 3) })
    #expect(Set(table["process"]) == ["0"])
  }

  @Test("--replicates takes contexts x processes")
  func contextsAndProcesses() throws {
    let table = try runs(["--replicates", "3x2"])
    #expect(table.count == 18)
    #expect(table["replicate"] == (0..<18).map { String($0 / 3) })
    #expect(table["context"] == (0..<18).map { String($0 / 6) })
    #expect(table["process"] == (0..<18).map { String($0 / 3 % 2) })
    // Processes of a context differ.
    #expect(Set(table["value"]).count > 9)
  }

  @Test("More replicates begin with the same runs")
  func moreReplicates() throws {
    let few = try runs(["--replicates", "2"], out: "few")
    let many = try runs(["--replicates", "5"], out: "many")
    #expect(Array(many.rows.prefix(6)) == few.rows)
  }

  @Test("A single run of a single strategy has a report without intervals")
  func single() throws {
    let text = Sample.scenario
      .replacing(/(?m)^  (empowering|in-house): .*\n/, with: "").replacing(
        "baseline: in-house", with: "")
    try folder.write(text, to: "small.yaml")
    let outcome = try Program.run(["run", "small.yaml", "--replicates", "1"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("only one strategy"))
    #expect(try Rows(folder.text("results/small/runs.csv")).count == 1)
    #expect(try !folder.text("results/small/summary.csv").contains("net_saving"))
  }
}
