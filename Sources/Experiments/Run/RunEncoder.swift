internal import CoCreation
internal import GSL
internal import Tables

/// The rows of some runs in order, as bytes of each table.
struct Chunk: Sendable {
  /// The number of the last run.
  let last: Int
  let runs: Int
  let failures: Int
  let tables: [ResultTable: [UInt8]]
  /// What a stopping rule looks at, run by run: empty without one.
  var watched: [WatchedRun] = []
}

/// The values of a run that a stopping rule looks at.
struct WatchedRun: Sendable {
  let point: Int
  let strategy: Int
  let replicate: Int
  let values: [Double?]
}

/// Makes runs and turns what was observed into rows.
struct RunEncoder {
  let plan: RunPlan
  let generator: Generator
  let selection: TableSelection
  /// Metrics of runs that a stopping rule looks at.
  let watched: [String]
  private let formats: TableFormats
  private let watchedSlots: [Int]

  init(
    plan: RunPlan, generator: Generator, selection: TableSelection, watched: [String] = []
  ) {
    self.plan = plan
    self.generator = generator
    self.selection = selection
    self.watched = watched
    formats = TableFormats(selection)
    watchedSlots = watched.compactMap { name in Metrics.run.firstIndex { $0.name == name } }
  }

  /// A generator and the memory for rows, kept from chunk to chunk.
  struct Worker: ~Copyable {
    fileprivate var turn: Turn
    fileprivate var encoders: [ResultTable: RowEncoder] = [:]

    init(_ encoder: RunEncoder) {
      turn = Turn(RandomSource(encoder.generator))
      for table in encoder.selection.tables {
        encoders[table] = RowEncoder(
          schema: encoder.selection.schema(of: table), capacity: 1 << 14)
      }
    }
  }

  /// Makes runs, one after the other.
  func encode(_ numbers: some Collection<Int>, _ worker: inout Worker) -> Chunk {
    var (runs, failures) = (0, 0)
    var watched: [WatchedRun] = []
    for number in numbers {
      let run = plan[number]
      let marks = worker.encoders.mapValues(\.byteCount)
      var values: [Double?]
      do throws(RunFault) {
        values = try encode(run, &worker)
        runs += 1
      } catch {
        for (table, mark) in marks { worker.encoders[table]?.takeBack(to: mark) }
        let record = FailureRecord(
          source: RunSource(experiment: plan.experiment, run: run),
          numbers: Self.parameters(of: run.arm.configuration).shared, problem: error.problem)
        worker.encoders[.failures]?.append(record, in: failureFormat)
        failures += 1
        values = []
      }
      if !watchedSlots.isEmpty {
        watched.append(
          WatchedRun(
            point: run.point, strategy: number % plan.arms.count, replicate: run.replicate,
            values: watchedSlots.map { values.isEmpty ? nil : values[$0] }))
      }
    }
    let tables = worker.encoders.mapValues(\.bytes)
    for table in tables.keys { worker.encoders[table]?.removeAll() }
    return Chunk(
      last: numbers.reduce(0) { max($0, $1) }, runs: runs, failures: failures, tables: tables,
      watched: watched)
  }

  /// The row of `runs.csv` of what was observed of a run.
  static func record(
    of outcome: RunObservation, _ run: RunPlan.Run, experiment: String
  ) throws(RunFault) -> RunRecord {
    try record(
      of: outcome, outcome.configuration.tasks.indices.map(outcome.task), run,
      experiment: experiment)
  }

  private static func record(
    of outcome: RunObservation, _ observations: [TaskObservation], _ run: RunPlan.Run,
    experiment: String
  ) throws(RunFault) -> RunRecord {
    let metrics = Metrics.run.map { $0.value(over: observations) }
    for (metric, value) in zip(Metrics.run, metrics) where value?.isFinite == false {
      throw RunFault(run, "\(metric.name) came to \(value ?? .nan)")
    }
    return RunRecord(
      source: RunSource(experiment: experiment, run: run),
      parameters: parameters(of: outcome.configuration).shared, metrics: metrics)
  }

  /// The values of the register: those that all tasks share, and those of each task.
  private static func parameters(of configuration: ModelConfiguration)
    -> (shared: [Double?], tasks: [[Double]])
  {
    let tasks = configuration.tasks.map { task in
      Parameters.register.map { $0.get(task.parameters) }
    }
    guard tasks.count > 1 else { return (tasks[0], tasks) }
    let shared = tasks[0].indices.map { column in
      let value = tasks[0][column]
      return tasks.allSatisfy { $0[column] == value } ? value : nil
    }
    return (shared, tasks)
  }

  /// Makes one run, appends its rows and returns its metrics.
  private func encode(_ run: RunPlan.Run, _ worker: inout Worker) throws(RunFault) -> [Double?] {
    var observation = Observation()
    observation.events = selection.tables.contains(.events)
    observation.actors = selection.tables.contains(.actors)
    let configuration = run.arm.configuration
    let outcome = Simulation.run(
      configuration, key: run.key, turn: &worker.turn, observation: observation)
    if let error = takeGSLError() {
      throw RunFault(run, "GSL reported \(error.meaning): \(error.reason)")
    }
    let source = RunSource(experiment: plan.experiment, run: run)
    let observations = configuration.tasks.indices.map(outcome.task)
    let record = try Self.record(of: outcome, observations, run, experiment: plan.experiment)
    worker.encoders[.runs]?.append(record, in: formats.runs)
    let hasTasks = selection.tables.contains(.tasks)
    let parameters = hasTasks ? Self.parameters(of: configuration).tasks : []
    for (index, task) in configuration.tasks.enumerated() {
      let observed = observations[index]
      if hasTasks {
        let record = TaskRecord(
          source: source, task: task.name, parameters: parameters[index],
          metrics: Metrics.run.map { $0.value(observed) })
        worker.encoders[.tasks]?.append(record, in: formats.tasks)
      }
      if selection.tables.contains(.rounds) {
        append(outcome.months[index], of: task.name, source, to: &worker)
      }
      if selection.tables.contains(.actors) {
        for (number, actor) in outcome.end.actors.enumerated() {
          let record = ActorRecord(
            source: source, task: task.name, index: number,
            kind: configuration.kinds[actor.kind], actor: actor,
            member: observed.end.members[number])
          worker.encoders[.actors]?.append(record, in: actorFormat)
        }
      }
    }
    for event in outcome.events {
      let record = EventRecord(
        source: source, task: configuration.tasks[event.task].name,
        kind: event.actor.map { configuration.kinds[outcome.end.actors[$0].kind].name },
        event: event)
      worker.encoders[.events]?.append(record, in: eventFormat)
    }
    for table in ResultTable.allCases {
      if let fault = worker.encoders[table]?.fault { throw RunFault(run, fault.description) }
    }
    return record.metrics
  }

  private func append(
    _ months: [MonthRecord], of task: String, _ source: RunSource, to worker: inout Worker
  ) {
    for month in months
    where month.round % selection.roundsEvery == 0 || month.round == months.count - 1 {
      worker.encoders[.rounds]?.append(
        RoundRecord(
          source: source, task: task, round: month.round,
          numbers: Metrics.month.map { $0.value(month) }), in: formats.rounds)
    }
  }
}
