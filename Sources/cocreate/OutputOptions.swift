internal import ArgumentParser
internal import Experiments
internal import Tables

/// Where results go, and which.
struct OutputOptions: ParsableArguments {
  @Option(help: "The results folder; results/<name of the scenario> if not given.")
  var out: String?

  @Flag(inversion: .prefixedNo, help: "Write rounds.csv.")
  var rounds = true

  @Option(
    help: ArgumentHelp(
      "Months between two rows of rounds.csv; the first and the last month always have one.",
      valueName: "months"))
  var every: Int?

  @Flag(help: "Write actors.csv: a row per run, task and actor, at the end.")
  var actors = false

  @Flag(help: "Write events.csv: a row per event.")
  var events = false

  @Option(
    help: ArgumentHelp(
      "Write only these parameters and metrics into runs.csv, tasks.csv and rounds.csv: names with "
        + "commas between. Keys are always written.", valueName: "names"),
    transform: parseColumns)
  var columns: [[String]] = []

  func validate() throws {
    if let out, out.isEmpty { throw ValidationError("--out is empty; allowed: a folder's path") }
    if let every, !(1...1_000_000).contains(every) {
      throw ValidationError("--every is \(every); allowed: 1 to 1000000")
    }
  }

  /// The folder of a batch or of one of its shards.
  func path(of scenario: Scenario, _ shard: Shard?) -> String {
    let out = out ?? "results/\(scenario.name)"
    return shard.map { ShardsFolder(of: out).path(of: $0) } ?? out
  }

  func selection(for scenario: Scenario) -> TableSelection {
    var tables: Set<ResultTable> = []
    if scenario.tasks.count > 1 { tables.insert(.tasks) }
    if rounds { tables.insert(.rounds) }
    if actors { tables.insert(.actors) }
    if events { tables.insert(.events) }
    return TableSelection(tables, roundsEvery: every ?? 1, columns: columns.flatMap(\.self))
  }
}

@Sendable
private func parseColumns(_ text: String) throws -> [String] {
  let names = text.split(separator: ",").map(String.init)
  let known = TableSelection.knownColumns
  let unknown = names.filter { !known.contains($0) }
  guard !names.isEmpty, unknown.isEmpty else {
    let faults = unknown.map { name in
      let hint = nearestName(to: name, among: known)
      return "there is no column \(name)\(hint.map { "; did you mean \($0)?" } ?? "")"
    }
    throw ValidationError(
      (names.isEmpty ? ["--columns names no column"] : faults).joined(separator: "; ")
        + "; docs/codebook.md lists them")
  }
  return names
}
