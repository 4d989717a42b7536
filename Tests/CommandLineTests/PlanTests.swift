import Foundation
import Testing

@Suite("plan")
struct PlanTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(
      Sample.scenario.replacing(
        "baseline: in-house",
        with: """
          baseline: in-house
          design: {list: [{stake: 0, demand: 40}, {stake: 1, demand: 40}, {stake: 1, demand: 40}]}
          """), to: "small.yaml")
  }

  @Test(
    "Says points, runs, time, disk and what is odd, and writes nothing",
    arguments: [["plan", "small.yaml"], ["run", "small.yaml", "--dry-run"]])
  func plan(arguments: [String]) throws {
    let outcome = try Program.run(arguments + ["--threads", "2"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#/points +3 of stake, demand\n/#))
    #expect(outcome.output.contains(#/runs +36, of 5 months\n/#))
    #expect(outcome.output.contains(#/time +[\d.]+ (s|min) on 2 threads \(\d+ runs tried, /#))
    #expect(outcome.output.contains(#/folder +results/small\n/#))
    #expect(outcome.errors.contains("note: design: 1 of 3 points is the same as an earlier one"))
    #expect(outcome.errors.contains("note: design: demand is 40 at every point"))
    #expect(try folder.names() == ["small.yaml"])
  }

  @Test("The disk it says is about what the run takes")
  func disk() throws {
    let more = ["--replicates", "40", "--events"]
    let plan = try Program.run(["plan", "small.yaml"] + more, in: folder)
    let match = try #require(plan.output.firstMatch(of: #/disk +([\d.]+) (kB|MB) \(/#))
    let said = try #require(Double(match.1)) * (match.2 == "MB" ? 1e6 : 1e3)
    #expect(
      try Program.run(["run", "small.yaml", "--quiet", "--out", "out"] + more, in: folder).status
        == 0)
    let took = try ["runs.csv", "rounds.csv", "events.csv"].reduce(0) {
      $0 + (try folder.data("out/\($1)").count)
    }
    // From a second's runs; more than half of it is the same in all.
    #expect((0.8...1.25).contains(said / Double(took)), "\(said) against \(took)")
  }

  @Test("Faults of the scenario and of options are bad input")
  func faults() throws {
    for arguments in [
      ["plan", "small.yaml", "--set", "stakes=1"], ["plan", "small.yaml", "--emit", "slurm"],
      ["plan", "small.yaml", "--emit", "slrm", "--shards", "3"],
      ["plan", "small.yaml", "--emit", "slurm", "--shards", "37"],
      ["plan", "small.yaml", "--emit", "slurm", "--shards", "0"],
      ["plan", "small.yaml", "--columns", "relevanc"],
    ] {
      let outcome = try Program.run(arguments, in: folder)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(!outcome.errors.isEmpty)
    }
    let slip = try Program.run(["plan", "small.yaml", "--columns", "relevanc"], in: folder)
    #expect(slip.errors.contains("did you mean relevance?"))
  }

  @Test("A script holds the options of the plan, and can be read by a shell")
  func script() throws {
    let outcome = try Program.run(
      [
        "plan", "small.yaml", "--emit", "slurm", "--shards", "4", "--set", "press_scrutiny=0.5",
        "--no-rounds", "--gzip", "--out", "a folder/of mine",
      ], in: folder)
    #expect(outcome.status == 0)
    for part in [
      "--set press_scrutiny=0.5", "--no-rounds", "'a folder/of mine'", "shards=4", "--gzip",
    ] { #expect(outcome.output.contains(part), "\(part)") }
    try folder.write(outcome.output, to: "script")
    let check = try RunningProcess("/usr/bin/env", ["bash", "-n", "script"], in: folder).outcome()
    #expect(check.status == 0)
    #expect(try folder.names() == ["script", "small.yaml"])
  }
}
