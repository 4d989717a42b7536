import GSL
import Testing

@testable import CoCreation

/// Runs of the model with their phases in sight.
enum PropertyRun {
  /// Sees the state after a phase of a month; says whether to go on.
  typealias Follower = (any Phase, SimulationState, Int) -> Bool

  /// The state after a run's set-up.
  static func setUp(_ configuration: ModelConfiguration, key: RunKey) -> SimulationState {
    var turn = Turn()
    var state = SimulationState(configuration, key: key, &turn)
    for phase in Simulation.setUp { phase.run(&state, &turn) }
    return state
  }

  /// Makes a run phase by phase.
  ///
  /// - Parameters:
  ///   - configuration: A configuration.
  ///   - key: The seed and the replicate.
  ///   - before: Called before each phase; may draw what it likes.
  ///   - after: Called after each phase; the run ends when it returns false.
  /// - Returns: What was observed, or `nil` if the run was ended.
  static func walk(
    _ configuration: ModelConfiguration, key: RunKey,
    before: (inout RandomSource) -> Void = { _ in },
    after: Follower = { _, _, _ in true }
  ) -> RunObservation? {
    var turn = Turn()
    var state = SimulationState(configuration, key: key, &turn)
    var months: [[MonthRecord]] = state.tasks.map { _ in [] }
    for round in 0...Int(configuration.parameters["rounds"]) {
      turn.round = round
      for phase in round == 0 ? Simulation.setUp : Simulation.month {
        before(&turn.random)
        phase.run(&state, &turn)
        guard after(phase, state, round) else { return nil }
      }
      for index in months.indices { months[index].append(state.tasks[index].month) }
    }
    return RunObservation(configuration: configuration, months: months, end: state)
  }
}

extension ModelConfiguration {
  /// A small municipality with some parameters set, and some over those for its tasks.
  static func with(
    _ settings: [String: Double], tasks: [[String: Double]] = [], kinds: [ActorKind] = .small,
    network: Network = .smallWorld, rule: FormRule = .fixed, course: [StrategyPhase] = []
  ) throws -> ModelConfiguration {
    let parameters = Strategy(name: "test", settings: settings).applied(to: Parameters.small)
    let tasks = tasks.enumerated().map { number, settings in
      TaskConfiguration(
        name: "task \(number)",
        parameters: Strategy(name: "task", settings: settings).applied(to: parameters))
    }
    return try ModelConfiguration(
      parameters: parameters, kinds: kinds, network: network, tasks: tasks, rule: rule,
      course: course)
  }

  func run(
    _ context: Int = 0, process: Int = 0, observation: Observation = Observation()
  ) -> RunObservation {
    var turn = Turn()
    return Simulation.run(
      self, key: RunKey(seed: 20161, context: context, process: process), turn: &turn,
      observation: observation)
  }
}

extension [ActorKind] {
  /// The municipality with a fifth of its actors, for speed.
  static let small = ActorKind.municipality.map { kind in
    var kind = kind
    kind.count = (kind.count + 4) / 5
    return kind
  }
}

extension Parameters {
  /// The defaults with a fifth of demand and budget, and as many who take part as it takes for that.
  static let small = Strategy(
    name: "small",
    settings: [
      "demand": 140, "budget_hours": 560, "initial_join_external": 0.06,
      "monthly_join_external": 0.004,
    ]
  ).applied(to: Parameters())
}

extension RunObservation {
  /// A run metric by name.
  func metric(_ name: String) throws -> Double? {
    let metric = try #require(Metrics.run.first { $0.name == name }, "no metric \(name)")
    return metric.value(over: observations)
  }

  /// What was observed of each task.
  var observations: [TaskObservation] { months.indices.map(task) }

  /// The months from 1 on.
  var monthsRun: ArraySlice<MonthRecord> { months[0].dropFirst() }

  /// Every number of a run: all run metrics, then all month metrics month by month, over all tasks
  /// and for each.
  ///
  /// Bit patterns, so that equal means the same; missing is `nil`.
  var fingerprint: [UInt64?] {
    Metrics.run.map { $0.value(over: observations)?.bitPattern }
      + months.indices.flatMap(fingerprint(ofTask:))
  }

  /// Every number of a task.
  func fingerprint(ofTask index: Int) -> [UInt64?] {
    Metrics.run.map { $0.value(task(index))?.bitPattern }
      + months[index].flatMap(Self.fingerprint(of:))
  }

  static func fingerprint(of month: MonthRecord) -> [UInt64?] {
    Metrics.month.map { $0.value(month)?.bitPattern }
  }

  /// The first month in which two runs differ in any month metric.
  func firstDifference(from other: RunObservation) -> Int? {
    zip(months[0], other.months[0]).enumerated().first { _, pair in
      Self.fingerprint(of: pair.0) != Self.fingerprint(of: pair.1)
    }?.offset
  }
}

extension Form {
  /// The points of the four presets.
  static let points = presets.map { FormPoint(openness: $0.openness, centrality: $0.centrality) }
}
