public import CoCreation
internal import Foundation
public import Tables

/// A batch: the runs of a scenario, and what is written of them.
///
/// ```swift
/// let scenario = try Scenario.read(file: "scenarios/four-quadrants.yaml")
/// var experiment = try Experiment(scenario)
/// experiment.selection = TableSelection([.rounds], roundsEvery: 12)
/// let outcome = try experiment.run(into: "results/four-quadrants", existing: .resume)
/// print(outcome.runs, "runs in", outcome.path)
/// ```
public struct Experiment: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Its runs.
  public let plan: RunPlan
  /// What is written; what a stopping rule looks at is written in any case.
  public var selection = TableSelection()
  /// The shard to make; the whole batch if `nil`.
  public var shard: Shard?
  /// How many runs are made at the same time, at least 1; it changes no byte of the tables.
  public var threads = Processors.allowed
  /// What is made of the tables in the end; of a shard nothing is.
  public var finish = Finish()
  /// The command line, for the record.
  public var command = CommandLine.arguments

  /// What to do with what is there already.
  public struct Existing: OptionSet, Sendable {
    /// Its bits.
    public let rawValue: Int

    /// Makes a set of its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Go on with what an interrupted run of the same batch left; a complete one is left as it is.
    public static let resume = Existing(rawValue: 1)
    /// Replace a results folder once the new one is complete, and discard what was interrupted.
    public static let overwrite = Existing(rawValue: 2)
  }

  /// Plans a batch.
  ///
  /// - Parameter scenario: A scenario that was read without faults.
  /// - Throws: `ConfigurationFaults` when a strategy makes an impossible configuration.
  public init(_ scenario: Scenario) throws(ConfigurationFaults) {
    self.scenario = scenario
    plan = try RunPlan(scenario)
    if scenario.tasks.count > 1 { selection = TableSelection([.tasks]) }
  }

  /// The numbers of the runs: of the whole plan, or of the shard.
  public var numbers: Range<Int> { shard?.slice(of: plan.count) ?? 0..<plan.count }

  /// The metrics of runs that are written.
  public var metrics: [String] { written.metrics }

  /// What is written, with what cannot be done without.
  var written: TableSelection { selection.adding(columns: scenario.stopping?.metrics ?? []) }

  /// Checks that the batch has its shard.
  ///
  /// - Throws: ``ShardError``
  public func checkShard() throws(ShardError) {
    guard let shard else { return }
    guard shard.count <= plan.count else { throw .tooMany(shard, runs: plan.count) }
    guard scenario.stopping == nil else { throw .stoppingRule }
  }

  /// What is to be made, before any run.
  public var manifest: Manifest {
    Manifest(
      scenario, plan: plan, selection: written, shard: shard,
      finish: shard == nil ? finish : Finish())
  }

  /// Makes the batch.
  ///
  /// - Parameters:
  ///   - path: The results folder.
  ///   - existing: What to do with what is there already.
  ///   - interruption: Asks to end early.
  ///   - progress: Called with the number of runs that are finished.
  ///   - summarise: Adds tables made from the others, before the folder is closed, and returns what
  ///     they are.
  /// - Throws: ``ShardError``, ``ResultsFolderError`` when the folder cannot be used, `TableFileError`
  ///   when the
  ///   file system refuses: what was finished stays, and can be resumed.
  /// - Returns: How it ended.
  public func run(
    into path: String, existing: Existing = [], interruption: Interruption = Interruption(),
    progress: (Int) -> Void = { _ in },
    summarise: ((borrowing ResultsFolder) throws -> [TableSchema])? = nil
  ) throws -> BatchOutcome {
    try checkShard()
    let path = ResultsFolder.standard(path)
    var manifest = manifest
    manifest.finish.summarises = summarise != nil && shard == nil
    var existing = existing
    if try isDamagedShard(path, manifest) {
      existing.insert(.overwrite)
    } else if let complete = try complete(at: path, existing, manifest) {
      return complete
    }
    guard var recorder = try open(path, existing, manifest) else {
      return try finishNaming(path, existing)
    }
    try session("begin", recorder.state).append(in: recorder.folder.partialPath)
    progress(recorder.state.runs + recorder.state.failures)
    let stopping = try makeRuns(
      after: recorder.state.last,
      past: recorder.folder.partialPath(of: ResultTable.runs.schema.fileName), interruption
    ) { chunk in
      try recorder.write(chunk)
      progress(recorder.state.runs + recorder.state.failures)
    }
    try recorder.checkpoint()
    let state = recorder.state
    guard let stopping else {
      try session("interrupt", state).append(in: recorder.folder.partialPath)
      return BatchOutcome(
        path: path, runs: state.runs, failures: state.failures, ending: .interrupted)
    }
    try session("finish", state).append(in: recorder.folder.partialPath)
    var records: [FileRecord] = []
    let folder = try recorder.close(&records)
    if scenario.stopping != nil { try folder.write(stopping) }
    try folder.complete(
      manifest, scenario, records, made: state.runs, failures: state.failures,
      summarise ?? { _ in [] })
    return BatchOutcome(path: path, runs: state.runs, failures: state.failures, ending: .finished)
  }

  /// Makes the batch and gives the rows of one table as they come, with the header line; nothing is
  /// written to a folder.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - interruption: Asks to end early.
  ///   - progress: Called with the number of runs that are finished.
  ///   - write: Takes bytes of the table in order.
  /// - Throws: What `write` throws.
  /// - Returns: Runs with rows, runs that failed, and whether all runs were made.
  public func stream(
    _ table: ResultTable, interruption: Interruption = Interruption(),
    progress: (Int) -> Void = { _ in }, write: ([UInt8]) throws -> Void
  ) throws -> (runs: Int, failures: Int, isWhole: Bool) {
    var header = RowEncoder(schema: written.schema(of: table))
    header.appendHeader()
    try write(header.bytes)
    var (runs, failures) = (0, 0)
    let stopping = try makeRuns(after: -1, past: nil, interruption) { chunk in
      try write(chunk.tables[table] ?? [])
      runs += chunk.runs
      failures += chunk.failures
      progress(runs + failures)
    }
    return (runs, failures, stopping != nil)
  }

  private func session(_ event: String, _ state: Journal.Checkpoint) -> Session {
    Session(
      event: event, command: command, threads: threads, runs: state.runs + state.failures,
      shard: shard?.description)
  }
}

/// How a batch ended.
public struct BatchOutcome: Equatable, Sendable {
  /// What became of it.
  public enum Ending: Sendable {
    /// All is written.
    case finished
    /// All had been written before.
    case wasComplete
    /// It was asked to end early and can be resumed.
    case interrupted
  }

  /// The results folder.
  public let path: String
  /// The runs with rows.
  public let runs: Int
  /// The runs that failed.
  public let failures: Int
  /// What became of it.
  public let ending: Ending
}
