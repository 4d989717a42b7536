internal import ArgumentParser
internal import Experiments
internal import Tables

/// Where results go, and which.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The results folder; results/<name of the scenario> if not given. With - the rows of one table "
        + "go to standard output as they are made, and no folder is written.", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "With --out -: the table; runs if not given, else tasks, rounds, actors, events or failures.",
      valueName: "name"), transform: parseChoice)
  var table: ResultTable?

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

  @Flag(help: "Compress the tables in the end.")
  var gzip = false

  @Option(
    help: ArgumentHelp(
      "csv, or behaviorspace-table: table.csv as well, in the shape of NetLogo's BehaviorSpace.",
      valueName: "format"))
  var format = OutputFormat.csv

  /// Whether rows go to standard output.
  var isStream: Bool { out == "-" }

  func validate() throws {
    if table != nil, !isStream { throw ValidationError("--table goes with --out - only") }
    if isStream, gzip || format != .csv {
      throw ValidationError("--gzip and --format are for a results folder, not for --out -")
    }
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

  var finish: Finish {
    var finish = Finish()
    finish.compresses = gzip
    finish.writesBehaviorSpaceTable = format == .behaviorSpace
    return finish
  }

  /// The options as words, without the folder and without what is for the end.
  var words: [String] {
    var words: [String] = rounds ? [] : ["--no-rounds"]
    if let every { words += ["--every", String(every)] }
    if actors { words.append("--actors") }
    if events { words.append("--events") }
    let columns = columns.flatMap(\.self)
    return columns.isEmpty ? words : words + ["--columns", columns.joined(separator: ",")]
  }

  /// The options for the end as words.
  var finishWords: [String] {
    (gzip ? ["--gzip"] : []) + (format == .csv ? [] : ["--format", format.rawValue])
  }

  func selection(for scenario: Scenario) -> TableSelection {
    var tables: Set<ResultTable> = []
    if scenario.tasks.count > 1 { tables.insert(.tasks) }
    if rounds { tables.insert(.rounds) }
    if actors { tables.insert(.actors) }
    if events { tables.insert(.events) }
    if isStream { tables = [table ?? .runs] }
    return TableSelection(tables, roundsEvery: every ?? 1, columns: columns.flatMap(\.self))
  }
}

/// What is written besides the tables.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case csv
  case behaviorSpace = "behaviorspace-table"
}

/// One of some names.
@Sendable
func parseChoice<Choice: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Choice {
  if let choice = Choice(rawValue: text) { return choice }
  let names = Choice.allCases.map(\.rawValue)
  let hint = nearestName(to: text, among: names)
  throw ValidationError(
    "'\(text)' is not known\(hint.map { "; did you mean \($0)?" } ?? ""); allowed: "
      + names.joined(separator: ", "))
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
