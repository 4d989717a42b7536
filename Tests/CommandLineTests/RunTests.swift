import Foundation
import Testing

@Suite("cocreate run")
struct RunTests {
  static let keys = ["experiment", "point", "strategy", "replicate", "run", "seed"]
  /// What comes in a table after the columns that all have.
  static let moreKeys = [
    "runs.csv": ["context", "process"], "rounds.csv": ["task", "round"],
    "actors.csv": ["task", "actor"], "events.csv": ["task", "round"],
  ]

  let folder: Folder
  let outcome: Outcome

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
    outcome = try Program.run(
      ["run", "small.yaml", "--actors", "--events", "--threads", "2"], in: folder)
  }

  private func table(_ name: String) throws -> Rows {
    try Rows(folder.text("results/small/\(name)"))
  }

  @Test("Leaves a folder named after the scenario, with everything asked for and nothing else")
  func files() throws {
    #expect(outcome.status == 0)
    #expect(try folder.names() == ["results", "small.yaml"])
    #expect(try folder.names(in: "results") == ["small"])
    #expect(
      try folder.names(in: "results/small") == [
        "actors.csv", "datapackage.json", "events.csv", "failures.csv", "manifest.json",
        "rounds.csv", "runs.csv", "sessions.jsonl", "summary.csv",
      ])
  }

  @Test("Keys come first and number the runs", arguments: RunTests.moreKeys.keys.sorted())
  func keys(name: String) throws {
    let table = try table(name)
    let more = try #require(Self.moreKeys[name])
    #expect(Array(table.columns.prefix(8)) == Self.keys + more)
    #expect(table.count > 0)
    let (runs, replicates) = (table["run"].compactMap(Int.init), table["replicate"])
    #expect(runs == runs.sorted())
    #expect(Set(runs) == Set(0..<12))
    // Replicates are outermost: a batch cut short has every strategy equally often.
    #expect(replicates == runs.map { String($0 / 3) })
    #expect(table["strategy"] == runs.map { Sample.strategies[$0 % 3] })
    #expect(Set(table["experiment"]) == ["small"])
    #expect(Set(table["point"]) == ["0"])
    #expect(Set(table["seed"]) == ["42"])
  }

  @Test("runs.csv has a row per run, with parameters and metrics")
  func runs() throws {
    let table = try table("runs.csv")
    #expect(table["run"] == (0..<12).map(String.init))
    #expect(table["context"] == table["replicate"])
    #expect(Set(table["process"]) == ["0"])
    #expect(Set(table["press_scrutiny"]) == ["0.9"])
    #expect(Set(table["rounds"]) == ["5"])
    let shares = zip(table["strategy"], table["codelivery_share"]).filter { $0.0 == "in-house" }
    #expect(shares.allSatisfy { $0.1 == "0" })
    #expect(table.numbers("public_cost").allSatisfy { ($0 ?? 0) > 0 })
    #expect(Set(table["public_cost"]).count > 1)
  }

  @Test("rounds.csv has a row per run and month, month 0 included, in order")
  func rounds() throws {
    let table = try table("rounds.csv")
    let months = (0..<12).flatMap { run in (0...Sample.rounds).map { (run, $0) } }
    #expect(table["run"] == months.map { String($0.0) })
    #expect(table["round"] == months.map { String($0.1) })
    #expect(Set(table["task"]) == ["task"])
    #expect(table.numbers("quality").allSatisfy { ($0 ?? -1) >= 0 })
    // Nothing was delivered yet in month 0, so the share of demand that was met is missing there.
    for (round, coverage) in zip(table["round"], table["coverage"]) {
      #expect(coverage.isEmpty == (round == "0"))
    }
  }

  @Test("actors.csv has a row per run and actor, in order")
  func actors() throws {
    let table = try table("actors.csv")
    let actors = (0..<12).flatMap { run in (0..<Sample.actors).map { (run, $0) } }
    #expect(table["run"] == actors.map { String($0.0) })
    #expect(table["actor"] == actors.map { String($0.1) })
    #expect(table["kind"].count { $0 == "professional" } == 12 * 4)
    #expect(table["kind"].count { $0 == "citizen" } == 12 * 10)
    for (kind, side) in zip(table["kind"], table["side"]) {
      #expect(side == (kind == "citizen" ? "external" : "public"))
    }
  }

  @Test("events.csv has events by run and month, with actors that there are")
  func events() throws {
    let table = try table("events.csv")
    #expect(Set(table["event"]).isSuperset(of: ["begin", "join", "failure", "story"]))
    let places = zip(table["run"], table["round"]).map { (Int($0) ?? -1) * 100 + (Int($1) ?? -1) }
    #expect(places == places.sorted())
    for (actor, kind) in zip(table["actor"], table["kind"]) {
      #expect(kind == (Int(actor).map { $0 < 4 ? "professional" : "citizen" } ?? ""))
    }
    let failures = try self.table("rounds.csv").numbers("failures").compactMap(\.self)
    #expect(Double(table["event"].count { $0 == "failure" }) == failures.reduce(0, +))
  }

  @Test("summary.csv says of each strategy and metric what runs.csv holds")
  func summary() throws {
    let (summary, runs) = (try table("summary.csv"), try table("runs.csv"))
    let metrics = Array(summary["metric"].prefix { $0 != "net_saving" }) + ["net_saving"]
    #expect(summary["metric"] == metrics + metrics + metrics)
    #expect(
      summary["strategy"]
        == Sample.strategies.flatMap { Array(repeating: $0, count: metrics.count) })
    #expect(Set(summary["runs"]) == ["4"])
    // Metrics are the last columns of runs.csv, in the same order.
    #expect(Array(runs.columns.suffix(metrics.count - 1)) == Array(metrics.dropLast()))
    for (index, strategy) in Sample.strategies.enumerated() {
      for (place, metric) in metrics.dropLast().enumerated() {
        let row = summary.rows[index * metrics.count + place]
        let values = zip(runs["strategy"], runs.numbers(metric))
          .filter { $0.0 == strategy }.compactMap(\.1)
        let fields = Dictionary(uniqueKeysWithValues: zip(summary.columns, row))
        #expect(fields["n"] == String(values.count))
        guard !values.isEmpty else {
          #expect(fields["mean"] == "", "\(metric)")
          continue
        }
        let mean = values.reduce(0, +) / Double(values.count)
        let difference = try #require(Double(fields["mean"] ?? "")) - mean
        #expect(abs(difference) <= 1e-12 * max(1, abs(mean)), "\(strategy) \(metric)")
      }
    }
  }

  @Test("Net savings are the baseline's costs less the strategy's")
  func netSaving() throws {
    let (summary, runs) = (try table("summary.csv"), try table("runs.csv"))
    let costs = runs.numbers("public_cost").compactMap(\.self)
    let savings = (0..<4).map { costs[3 * $0 + 2] - costs[3 * $0] }
    let (strategies, metrics) = (summary["strategy"], summary["metric"])
    let row = try #require(
      strategies.indices.first { strategies[$0] == "guided" && metrics[$0] == "net_saving" })
    let mean = try #require(summary.numbers("mean")[row])
    #expect(abs(mean - savings.reduce(0, +) / 4) < 1e-6)
    // Or the sign would not show.
    #expect(abs(mean) > 1)
  }

  @Test("Prints a row for each strategy and a verdict for each ambition")
  func report() throws {
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("Which form suits a village?"))
    let table = try #require(lines.firstIndex { $0.contains("more for less  ") })
    for (offset, strategy) in Sample.strategies.enumerated() {
      #expect(lines[table + 1 + offset].hasPrefix(strategy + " "))
    }
    #expect(lines[table].contains("quality"))
    #expect(lines[table].contains("democracy"))
    #expect(lines[table + 1].contains(" ± "))
    let best = try #require(lines.firstIndex { $0.hasPrefix("Best, ") })
    for (offset, ambition) in ["more for less", "quality", "democracy"].enumerated() {
      let line = lines[best + 1 + offset]
      #expect(line.hasPrefix(ambition + "  "))
      #expect(Sample.strategies.contains { line.contains($0) })
    }
    #expect(outcome.output.contains(folder.path("results/small")))
  }
}
