internal import Analysis
internal import ArgumentParser
internal import CoCreation
internal import Experiments
internal import Foundation
internal import Tables

/// Runs a scenario.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a scenario and write its outcomes.",
    discussion: """
      Writes runs.csv (a row per run), tasks.csv (a row per run and task, where there are several \
      tasks), rounds.csv (a row per run, task and month), summary.csv and manifest.json into a \
      folder that gets its name when all is in it. The same scenario and seed give the same bytes, \
      whatever the number of threads.

      Exit status: 0 done, 1 something failed on the way, 2 the input is at fault.
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: "The results folder; results/<name of the scenario> if not given.")
  var out: String?

  @Option(help: "Threads; as many as processors may be used if not given.")
  var threads: Int?

  @Flag(inversion: .prefixedNo, help: "Write rounds.csv.")
  var rounds = true

  @Flag(help: "Write actors.csv: a row per run, task and actor, at the end.")
  var actors = false

  @Flag(help: "Write events.csv: a row per event.")
  var events = false

  @Flag(help: "Replace an existing results folder.")
  var overwrite = false

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...Processors.most).contains(threads) {
      throw ValidationError("--threads is \(threads); allowed: 1 to \(Processors.most)")
    }
    if let out, out.isEmpty { throw ValidationError("--out is empty; allowed: a folder's path") }
  }

  func run() async throws {
    let scenario = try scenario.read(quiet: quiet)
    let plan = try RunPlan(scenario)
    let threads = threads ?? Processors.allowed
    var tables: Set<ResultTable> = [.runs]
    if scenario.tasks.count > 1 { tables.insert(.tasks) }
    if rounds { tables.insert(.rounds) }
    if actors { tables.insert(.actors) }
    if events { tables.insert(.events) }

    var folder = try ResultsFolder(
      creating: out ?? "results/\(scenario.name)", tables: tables, overwriting: overwrite)
    let outcomes: RunTable
    do {
      let started = Date()
      var progress = Progress(total: plan.count)
      try await Batch(plan, generator: scenario.generator, tables: tables)
        .run(threads: threads, into: &folder) { if !quiet { progress.update($0) } }
      try folder.closeTables()
      outcomes = try summarise(
        folder, strategies: scenario.strategies.map(\.name), baseline: scenario.baseline)
      try folder.finish(
        Manifest(
          scenario, plan: plan, tables: tables, command: CommandLine.arguments,
          overrides: self.scenario.settings.map { "\($0.key)=\($0.value)" }
            + scenario.ablations.map { "without \($0.name)" }, threads: threads,
          started: started, finished: Date()))
    } catch {
      throw RunFailure(reason: String(describing: error), folder: folder.partialPath)
    }
    if !quiet { try Console.print(RunReport(scenario, outcomes, folder: folder.path).text()) }
  }

  private func summarise(
    _ folder: borrowing ResultsFolder, strategies: [String], baseline: String?
  ) throws -> RunTable {
    let table = try RunTable(
      path: folder.partialPath(of: ResultTable.runs.schema.fileName),
      metrics: Metrics.run.map(\.name), strategies: strategies)
    var file = try TableFile(
      creating: folder.partialPath(of: SummaryTable.schema.fileName))
    try SummaryTable.write(table, baseline: baseline, to: &file)
    try file.synchronize()
    try file.close()
    return table
  }
}

/// A fault while running, with where the finished rows are.
struct RunFailure: ExitingError, CustomStringConvertible {
  let reason: String
  let folder: String
  var status: Int32 { ExitStatus.failure }
  var description: String { "\(reason)\nThe rows finished until then are in \(folder)." }
}
