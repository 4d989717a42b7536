internal import CoCreation
public import GSL
internal import Tables

/// One run of a results folder, made once more.
public struct Replay: Sendable {
  /// The run.
  public let run: RunPlan.Run
  /// Its row of `runs.csv` beside the row that it gives now.
  public let comparison: RowComparison
  /// What happened in it.
  public let story: RunStory
  /// Its events as JSON, a line each.
  public let events: [String]

  /// Makes a run once more and looks for its row.
  ///
  /// - Parameters:
  ///   - number: The run's place in the order of runs.
  ///   - plan: The runs that the folder is of.
  ///   - generator: The generator that they draw from.
  ///   - folder: The results folder, finished or not.
  /// - Throws: ``ReplayError`` if the folder has no row of the run, ``RunFault`` if the run goes
  ///   wrong now, `TableReaderError` if `runs.csv` cannot be read.
  public init(
    run number: Int, of plan: RunPlan, generator: Generator, recordedIn folder: String
  ) throws {
    guard (0..<plan.count).contains(number) else {
      throw ReplayError(run: number, folder: folder, problem: .notPlanned(count: plan.count))
    }
    run = plan[number]
    var observation = Observation()
    observation.events = true
    var random = RandomSource(generator)
    let outcome = Simulation.run(
      run.arm.configuration, key: run.key, random: &random, observation: observation)
    if let error = takeGSLError() {
      throw RunFault(run, "GSL reported \(error.meaning): \(error.reason)")
    }
    let path = folder + "/" + ResultTable.runs.schema.fileName
    let record = try Self.record(of: run, outcome, experiment: plan.experiment)
    guard let comparison = try RowComparison(of: record, at: path) else {
      throw try ReplayError(run: number, withoutRowIn: folder)
    }
    self.comparison = comparison
    story = RunStory(outcome)
    events = try EventLines(outcome, run: number).lines
  }

  private static func record(
    of run: RunPlan.Run, _ outcome: RunObservation, experiment: String
  ) throws(RunFault) -> RunRecord {
    let observations = outcome.configuration.tasks.indices.map(outcome.task)
    let metrics = Metrics.run.map { $0.value(over: observations) }
    for (metric, value) in zip(Metrics.run, metrics) where value?.isFinite == false {
      throw RunFault(run, "\(metric.name) came to \(value ?? .nan)")
    }
    let tasks = outcome.configuration.tasks.map(\.parameters)
    let parameters = Parameters.register.map { parameter in
      let value = parameter.get(tasks[0])
      return tasks.allSatisfy { parameter.get($0) == value } ? value : nil
    }
    return RunRecord(
      source: RunSource(experiment: experiment, run: run), parameters: parameters,
      metrics: metrics)
  }
}
