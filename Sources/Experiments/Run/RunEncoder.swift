internal import CoCreation
internal import GSL
internal import Tables

/// The rows of some consecutive runs, as bytes of each table.
struct Chunk: Sendable {
  let runs: Range<Int>
  let tables: [ResultTable: [UInt8]]
}

/// A run that went wrong: a fault of the model, with all it takes to repeat it.
public struct RunFault: Error, Sendable, CustomStringConvertible {
  /// The run's place in the order.
  public let run: Int
  /// The strategy's name.
  public let strategy: String
  /// The replicate.
  public let replicate: Int
  /// What went wrong: a metric that is no finite number, an error of GSL.
  public let problem: String

  init(_ run: RunPlan.Run, _ problem: String) {
    self.run = run.index
    strategy = run.arm.strategy.name
    replicate = run.replicate
    self.problem = problem
  }

  /// The fault in a sentence.
  public var description: String {
    "run \(run) (strategy \(strategy), replicate \(replicate)): \(problem)"
  }
}

/// Makes runs and turns what was observed into rows.
struct RunEncoder {
  let plan: RunPlan
  let generator: Generator
  let tables: Set<ResultTable>
  /// For each strategy, the values of the register that all its tasks share, and those of each
  /// task: the same in all its runs.
  private let shared: [[Double?]]
  private let parameters: [[[Double]]]

  init(plan: RunPlan, generator: Generator, tables: Set<ResultTable>) {
    self.plan = plan
    self.generator = generator
    self.tables = tables
    func values(_ parameters: Parameters) -> [Double] {
      Parameters.register.map { $0.get(parameters) }
    }
    parameters = plan.arms.map { $0.configuration.tasks.map { values($0.parameters) } }
    shared = parameters.map { tasks in
      tasks[0].indices.map { column in
        let value = tasks[0][column]
        return tasks.allSatisfy { $0[column] == value } ? value : nil
      }
    }
  }

  /// Makes consecutive runs, one after the other.
  func encode(_ range: Range<Int>) throws(RunFault) -> Chunk {
    var random = RandomSource(generator)
    var observation = Observation()
    observation.events = tables.contains(.events)
    var encoders: [ResultTable: RowEncoder] = [:]
    for table in tables { encoders[table] = RowEncoder(schema: table.schema, capacity: 1 << 14) }
    for index in range {
      let run = plan[index]
      let outcome = Simulation.run(
        run.arm.configuration, key: run.key, random: &random, observation: observation)
      if let error = takeGSLError() {
        throw RunFault(run, "GSL reported \(error.meaning): \(error.reason)")
      }
      try append(outcome, of: run, to: &encoders)
    }
    return Chunk(runs: range, tables: encoders.mapValues(\.bytes))
  }

  private func metrics(
    of run: RunPlan.Run, _ value: (RunMetric) -> Double?
  ) throws(RunFault) -> [Double?] {
    let values = Metrics.run.map(value)
    for (metric, value) in zip(Metrics.run, values) where value?.isFinite == false {
      throw RunFault(run, "\(metric.name) came to \(value ?? .nan)")
    }
    return values
  }

  private func append(
    _ outcome: RunObservation, of run: RunPlan.Run, to encoders: inout [ResultTable: RowEncoder]
  ) throws(RunFault) {
    let source = RunSource(experiment: plan.experiment, run: run)
    let configuration = run.arm.configuration
    let arm = run.index % plan.arms.count
    let actors = outcome.end.actors
    let observations = configuration.tasks.indices.map(outcome.task)
    let record = RunRecord(
      source: source, parameters: shared[arm],
      metrics: try metrics(of: run) { $0.value(over: observations) })
    encoders[.runs]?.append(record, in: runFormat)
    for (index, task) in configuration.tasks.enumerated() {
      let observed = observations[index]
      if tables.contains(.tasks) {
        let record = TaskRecord(
          source: source, task: task.name, parameters: parameters[arm][index],
          metrics: try metrics(of: run) { $0.value(observed) })
        encoders[.tasks]?.append(record, in: taskFormat)
      }
      if tables.contains(.rounds) {
        for month in outcome.months[index] {
          let record = RoundRecord(source: source, task: task.name, month: month)
          encoders[.rounds]?.append(record, in: roundFormat)
        }
      }
      if tables.contains(.actors) {
        for (number, actor) in actors.enumerated() {
          let record = ActorRecord(
            source: source, task: task.name, index: number,
            kind: configuration.kinds[actor.kind], actor: actor,
            member: observed.end.members[number])
          encoders[.actors]?.append(record, in: actorFormat)
        }
      }
    }
    for event in outcome.events {
      let record = EventRecord(
        source: source, task: configuration.tasks[event.task].name,
        kind: event.actor.map { configuration.kinds[actors[$0].kind].name }, event: event)
      encoders[.events]?.append(record, in: eventFormat)
    }
  }
}
