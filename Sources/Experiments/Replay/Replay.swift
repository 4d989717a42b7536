internal import CoCreation
internal import Foundation
internal import GSL
internal import Tables

/// One run of a results folder, made once more.
public struct Replay: Sendable {
  /// The run.
  public let run: RunPlan.Run
  /// What names the run, in a line.
  public let title: String
  /// Its row of `runs.csv` beside the row that it gives now.
  public let comparison: RowComparison
  /// What happened in it.
  public let story: RunStory
  /// Its events as JSON, a line each.
  public let events: [String]
  /// What differs between the program that made the folder and this one, a line each.
  public let programDifferences: [String]

  /// Makes a run of a results folder once more, from what the folder's manifest says.
  ///
  /// - Parameters:
  ///   - number: The run's number.
  ///   - folder: The results folder, finished or not.
  /// - Throws: ``ResultsFolderError`` if it holds no results, ``ReplayError`` if it has no row of the
  ///   run, ``ScenarioFaults`` if this version of the program reads the scenario otherwise,
  ///   ``RunFault`` if the run goes wrong now, `TableReaderError` if a table cannot be read.
  public init(run number: Int, in folder: String) throws {
    let manifest = try Manifest.read(folder: folder)
    let scenario = try manifest.scenario(folder: folder)
    try self.init(
      run: number, of: scenario, plan: RunPlan(scenario), recordedIn: folder, manifest: manifest)
  }

  init(
    run number: Int, of scenario: Scenario, plan: RunPlan, recordedIn folder: String,
    manifest: Manifest? = nil
  ) throws {
    guard (0..<plan.count).contains(number) else {
      throw ReplayError(run: number, folder: folder, problem: .notPlanned(count: plan.count))
    }
    if let error = try ReplayError.known(of: number, in: folder) { throw error }
    run = plan[number]
    let outcome = try Self.outcome(of: run, scenario.generator)
    let record = try RunEncoder.record(of: outcome, run, experiment: plan.experiment)
    let path = folder + "/" + ResultTable.runs.schema.fileName
    guard let comparison = try RowComparison(of: record, at: path) else {
      throw ReplayError(
        run: number, withoutRowIn: folder, shard: manifest?.shard?.slice(of: plan.count))
    }
    self.comparison = comparison
    title =
      "run \(number) of \(plan.experiment): strategy \(run.arm.strategy.name), "
      + "replicate \(run.replicate) (context \(run.key.context), process \(run.key.process))"
      + (plan.points > 1 ? ", point \(run.point)" : "") + ", seed \(run.key.seed)"
    story = RunStory(outcome)
    events = try EventLines(outcome, run: number).lines
    programDifferences = manifest.map { Self.differences($0.program, Manifest.Program()) } ?? []
  }

  private static func outcome(
    of run: RunPlan.Run, _ generator: Generator
  ) throws(RunFault) -> RunObservation {
    var observation = Observation()
    observation.events = true
    var turn = Turn(RandomSource(generator))
    let outcome = Simulation.run(
      run.arm.configuration, key: run.key, turn: &turn, observation: observation)
    if let error = takeGSLError() {
      throw RunFault(run, "GSL reported \(error.meaning): \(error.reason)")
    }
    return outcome
  }

  private static func differences(
    _ then: Manifest.Program, _ now: Manifest.Program
  ) -> [String] {
    func fields(_ program: Manifest.Program) -> [String: String] {
      let data = (try? JSONEncoder().encode(program)) ?? Data()
      return (try? JSONDecoder().decode([String: String].self, from: data)) ?? [:]
    }
    let (then, now) = (fields(then), fields(now))
    return Set(then.keys).union(now.keys).sorted().filter { then[$0] != now[$0] }.map {
      "\($0) was \(then[$0] ?? "not known"), is \(now[$0] ?? "not known")"
    }
  }
}
