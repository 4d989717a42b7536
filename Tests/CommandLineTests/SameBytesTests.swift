import Foundation
import Testing

@Suite("The same scenario and seed give the same bytes")
struct SameBytesTests {
  private static let tables = [
    "actors.csv", "datapackage.json", "events.csv", "failures.csv", "manifest.json", "rounds.csv",
    "runs.csv", "summary.csv",
  ]

  let folder: Folder

  init() throws { folder = try Folder() }

  /// The tables of a run; 60 runs make many chunks, whatever the number of threads.
  private func tables(_ out: String, _ arguments: [String], scenario: String = Sample.scenario)
    throws -> [String: Data]
  {
    try folder.write(scenario, to: "\(out).yaml")
    let outcome = try Program.run(
      ["run", "\(out).yaml", "--out", out, "--replicates", "20", "--quiet"] + arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try folder.contents(of: out).filter { $0.key != "sessions.jsonl" }
  }

  @Test("for any number of threads, and again")
  func threads() throws {
    let all = ["--actors", "--events", "--threads"]
    let one = try tables("one", all + ["1"])
    #expect(one.keys.sorted() == Self.tables)
    #expect(try Rows(folder.text("one/runs.csv")).count == 60)
    for threads in ["1", "2", "3", "7"] {
      let other = try tables("with-\(threads)", all + [threads])
      for name in Self.tables { #expect(other[name] == one[name], "\(name), \(threads) threads") }
    }
  }

  @Test("for any number of processors that the batch system grants")
  func granted() throws {
    let one = try tables("one", ["--threads", "1"])
    try folder.write(Sample.scenario, to: "small.yaml")
    let outcome = try Program.run(
      ["run", "small.yaml", "--out", "granted", "--replicates", "20"], in: folder,
      environment: ["SLURM_CPUS_PER_TASK": "3"])
    #expect(outcome.status == 0)
    #expect(try folder.text("granted/sessions.jsonl").contains("\"threads\":3"))
    for (name, bytes) in one { #expect(try folder.data("granted/\(name)") == bytes, "\(name)") }
  }

  @Test("whatever is observed")
  func observing() throws {
    let plain = try tables("plain", [])
    #expect(plain.keys.sorted() == ["rounds.csv", "runs.csv", "summary.csv"])
    for (out, arguments, more) in [
      ("events", ["--events"], ["events.csv"]), ("actors", ["--actors"], ["actors.csv"]),
      ("both", ["--events", "--actors"], ["actors.csv", "events.csv"]),
    ] {
      let observed = try tables(out, arguments)
      #expect(observed.keys.sorted() == (plain.keys + more).sorted())
      for name in plain.keys { #expect(observed[name] == plain[name], "\(name), \(arguments)") }
    }
    let few = try tables("few", ["--no-rounds", "--events"])
    #expect(few.keys.sorted() == ["events.csv", "runs.csv", "summary.csv"])
    #expect(few["runs.csv"] == plain["runs.csv"])
    #expect(few["summary.csv"] == plain["summary.csv"])
    #expect(few["events.csv"] == (try folder.data("events/events.csv")))
  }

  @Test("and another seed gives others")
  func seed() throws {
    let one = try tables("one", [])
    let other = try tables("other", ["--seed", "43"])
    for name in ["runs.csv", "rounds.csv", "summary.csv"] { #expect(one[name] != other[name]) }
    #expect(Set(try Rows(folder.text("other/runs.csv"))["seed"]) == ["43"])
    let costs = try ["one", "other"].map { try Rows(folder.text("\($0)/runs.csv"))["value"] }
    #expect(costs[0] != costs[1])
  }

  @Test("and a seed on the command line is the same as in the scenario")
  func seedInScenario() throws {
    let option = try tables("option", ["--seed", "7"])
    let text = Sample.scenario.replacing("seed: 42", with: "seed: 7")
    #expect(try tables("text", [], scenario: text) == option)
  }
}
