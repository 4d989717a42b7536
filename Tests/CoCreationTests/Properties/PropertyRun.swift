import GSL
import Testing

@testable import CoCreation

/// Runs of the model with their phases in sight.
enum PropertyRun {
  /// Sees the state after a phase of a month; says whether to go on.
  typealias Follower = (any Phase, SimulationState, Int) -> Bool

  /// The state after a run's set-up.
  static func setUp(_ configuration: ModelConfiguration, key: RunKey) -> SimulationState {
    var random = RandomSource()
    var state = initialState(configuration, key: key, &random)
    for phase in Simulation.setUp { step(phase, &state, round: 0, &random) }
    return state
  }

  /// Makes a run phase by phase.
  ///
  /// - Parameters:
  ///   - configuration: A configuration of one task.
  ///   - key: The seed and the replicate.
  ///   - before: Called before each phase; may draw what it likes.
  ///   - after: Called after each phase; the run ends when it returns false.
  /// - Returns: What was observed, or `nil` if the run was ended.
  static func walk(
    _ configuration: ModelConfiguration, key: RunKey,
    before: (inout RandomSource) -> Void = { _ in },
    after: Follower = { _, _, _ in true }
  ) -> RunObservation? {
    var random = RandomSource()
    var state = initialState(configuration, key: key, &random)
    var months: [MonthRecord] = []
    for round in 0...Int(configuration.parameters["rounds"]) {
      for phase in round == 0 ? Simulation.setUp : Simulation.month {
        before(&random)
        step(phase, &state, round: round, &random)
        guard after(phase, state, round) else { return nil }
      }
      months.append(state.tasks[0].month)
    }
    return RunObservation(configuration: configuration, months: [months], end: state)
  }

  private static func initialState(
    _ configuration: ModelConfiguration, key: RunKey, _ random: inout RandomSource
  ) -> SimulationState {
    SimulationState(
      actors: makePopulation(configuration, key: key, &random), world: World(configuration),
      tasks: [
        TaskState(parameters: configuration.tasks[0].parameters, index: 0, key: key)
      ])
  }

  private static func step(
    _ phase: any Phase, _ state: inout SimulationState, round: Int, _ random: inout RandomSource
  ) {
    phase.run(&state.tasks[0], &state.actors, &state.world, round: round, &random)
  }
}

extension ModelConfiguration {
  /// A configuration with some parameters set over the defaults.
  static func with(
    _ settings: [String: Double], kinds: [ActorKind] = .small, network: Network = .smallWorld
  ) throws -> ModelConfiguration {
    let parameters = Strategy(name: "test", settings: settings).applied(to: Parameters())
    return try ModelConfiguration(parameters: parameters, kinds: kinds, network: network)
  }

  func run(_ context: Int = 0, process: Int = 0) -> RunObservation {
    var random = RandomSource()
    return Simulation.run(
      self, key: RunKey(seed: 20161, context: context, process: process), random: &random)
  }
}

extension [ActorKind] {
  /// The municipality with a third of its actors, for speed.
  static let small = ActorKind.municipality.map { kind in
    var kind = kind
    kind.count = (kind.count + 2) / 3
    return kind
  }
}

extension RunObservation {
  /// A run metric by name.
  func metric(_ name: String) throws -> Double? {
    let metric = try #require(Metrics.run.first { $0.name == name }, "no metric \(name)")
    return metric.value(task(0))
  }

  /// The months from 1 on.
  var monthsRun: ArraySlice<MonthRecord> { months[0].dropFirst() }

  /// Every number of a run: all run metrics, then all month metrics month by month.
  ///
  /// Bit patterns, so that equal means the same; missing is `nil`.
  var fingerprint: [UInt64?] {
    Metrics.run.map { $0.value(task(0))?.bitPattern } + months[0].flatMap(Self.fingerprint(of:))
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
