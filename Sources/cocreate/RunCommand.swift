internal import Analysis
internal import ArgumentParser
internal import CoCreation
internal import Experiments
internal import Foundation
internal import Tables

/// Runs a scenario.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a scenario and write its outcomes.",
    discussion: """
      Writes runs.csv (a row per run), tasks.csv (a row per run and task, where there are several \
      tasks), rounds.csv (a row per run, task and month), failures.csv (a row per run that failed), \
      design.csv (a row per design point, where there are several), stopping.csv (why no more \
      replicates were made, with `until`), summary.csv, manifest.json, datapackage.json and \
      sessions.jsonl into a folder that gets its name when all is in it. The same \
      scenario and seed give the same bytes, whatever the number of threads, however the batch is \
      cut into shards, and after any interruption.

      Whatever ends a run, a crash included, the same command with --resume goes on with it.

      Exit status: 0 done, 1 something failed on the way, 2 the input is at fault, 3 all is written \
      but some runs failed, 75 interrupted: try again with --resume.
      """)

  @OptionGroup var scenario: ScenarioOptions

  @OptionGroup var output: OutputOptions

  @Option(help: "Threads; as many as processors may be used if not given.")
  var threads: Int?

  @Flag(help: "Go on with what an interrupted run left; a complete folder is left as it is.")
  var resume = false

  @Flag(help: "Replace an existing results folder.")
  var overwrite = false

  @Option(
    help: ArgumentHelp(
      "Make one of several parts, in the folder OUT.shards/K-of-N; `cocreate merge` joins them.",
      valueName: "k/n"),
    transform: parseShard)
  var shard: Shard?

  @Flag(help: "Say what the batch would take, as `cocreate plan` does, and run nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...Processors.most).contains(threads) {
      throw ValidationError("--threads is \(threads); allowed: 1 to \(Processors.most)")
    }
    if output.isStream, resume || overwrite || shard != nil {
      throw ValidationError("--resume, --overwrite and --shard need a folder, not --out -")
    }
    if shard != nil, !output.finishWords.isEmpty {
      throw ValidationError("--gzip and --format come when shards are merged: cocreate merge")
    }
  }

  func run() throws {
    Signals.prepare()
    let scenario = try scenario.read(quiet: quiet)
    let experiment = try experiment(scenario)
    if dryRun {
      try Console.print(PlanReport(experiment, output: output).text)
      return
    }
    guard !output.isStream else { return try stream(experiment) }
    let path = ResultsFolder.standard(output.path(of: scenario, experiment.shard))
    let outcome: BatchOutcome
    var table: RunTable?
    var progress = quiet ? nil : Progress(total: experiment.numbers.count)
    do {
      outcome = try experiment.run(
        into: path, existing: existing, interruption: Signals.interruption,
        progress: { progress?.update($0) },
        summarise: { folder in
          table = try summarise(folder, scenario, metrics: experiment.metrics)
          return [SummaryTable.schema]
        })
    } catch let error as any ExitingError {
      throw error
    } catch {
      throw RunFailure(reason: String(describing: error), folder: path + ".partial")
    }
    progress?.end()
    if outcome.ending == .interrupted { throw Interrupted(outcome) }
    if !quiet {
      if let table {
        try Console.print(RunReport(scenario, table, folder: outcome.path).text())
      } else {
        let how = outcome.ending == .wasComplete ? "was complete already" : "is complete"
        try Console.print("\(outcome.path) \(how).")
      }
    }
    if outcome.failures > 0 { throw FailedRuns(outcome) }
  }

  private func stream(_ experiment: Experiment) throws {
    var isRead = true
    let outcome = try experiment.stream(
      output.table ?? .runs, interruption: Signals.interruption,
      write: { bytes in
        isRead = try isRead && Console.write(bytes)
        // Whoever read our rows has enough of them.
        if !isRead { Signals.interruption.ask() }
      })
    guard isRead else { return }
    guard outcome.isWhole else { throw StreamCut(runs: outcome.runs + outcome.failures) }
    if outcome.failures > 0 {
      throw StreamFailures(runs: outcome.runs + outcome.failures, failures: outcome.failures)
    }
  }

  private var existing: Experiment.Existing {
    var existing: Experiment.Existing = []
    if resume { existing.insert(.resume) }
    if overwrite { existing.insert(.overwrite) }
    return existing
  }

  private func experiment(_ scenario: Scenario) throws -> Experiment {
    var experiment = try Experiment(scenario)
    experiment.selection = output.selection(for: scenario)
    experiment.finish = output.finish
    experiment.threads = threads ?? Processors.allowed
    experiment.shard = shard
    try experiment.checkShard()
    return experiment
  }
}

@Sendable
private func parseShard(_ text: String) throws -> Shard {
  if let shard = Shard(text) { return shard }
  throw ValidationError(
    "'\(text)' is no shard; allowed: K/N such as 3/12, K from 1 to N, N to \(Shard.most)")
}

/// Writes summary.csv from runs.csv.
///
/// - Returns: What the runs say.
func summarise(
  _ folder: borrowing ResultsFolder, _ scenario: Scenario, metrics: [String]
) throws -> RunTable {
  let table = try RunTable(
    path: folder.partialPath(of: ResultTable.runs.schema.fileName), metrics: metrics,
    strategies: scenario.strategies.map(\.name))
  // An earlier try to complete the folder may have left one.
  var file = try TableFile(
    replacing: folder.partialPath(of: SummaryTable.schema.fileName))
  try SummaryTable.write(table, baseline: scenario.baseline, to: &file)
  try file.synchronize()
  try file.close()
  return table
}

/// A fault while running, with where the finished rows are.
struct RunFailure: ExitingError, CustomStringConvertible {
  let reason: String
  let folder: String
  var canResume = true
  var status: Int32 { ExitStatus.failure }
  var description: String {
    "\(reason)\nThe rows finished until then are in \(folder)"
      + (canResume ? "; the same command with --resume goes on with them." : ".")
  }
}

/// A batch that was asked to end early.
struct Interrupted: ExitingError, CustomStringConvertible {
  let outcome: BatchOutcome
  init(_ outcome: BatchOutcome) { self.outcome = outcome }
  var status: Int32 { ExitStatus.interrupted }
  var description: String {
    "interrupted after \(outcome.runs + outcome.failures) runs; they are kept in "
      + "\(outcome.path).partial, and the same command with --resume goes on with them"
  }
}

/// Rows on standard output that end early.
struct StreamCut: ExitingError, CustomStringConvertible {
  let runs: Int
  var status: Int32 { ExitStatus.interrupted }
  var description: String { "interrupted after \(runs) runs" }
}

/// Rows on standard output that lack runs.
struct StreamFailures: ExitingError, CustomStringConvertible {
  let runs: Int
  let failures: Int
  var status: Int32 { ExitStatus.failedRuns }
  var description: String {
    "\(failures) of \(runs) runs failed; --out FOLDER says in failures.csv which and why, and so "
      + "does --out - --table failures"
  }
}

extension ShardError: ExitingError {
  var status: Int32 { ExitStatus.badInput }
}

/// A batch in which runs failed.
struct FailedRuns: ExitingError, CustomStringConvertible {
  let outcome: BatchOutcome
  init(_ outcome: BatchOutcome) { self.outcome = outcome }
  var status: Int32 { ExitStatus.failedRuns }
  var description: String {
    "\(outcome.failures) of \(outcome.runs + outcome.failures) runs failed; "
      + "\(outcome.path)/failures.csv says which and why"
  }
}
