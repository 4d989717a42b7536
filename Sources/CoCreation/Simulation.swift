public import GSL

/// What to record of a run besides its months.
public struct Observation: Equatable, Sendable {
  /// Whether events are recorded.
  public var events = false

  /// Records months only.
  public init() {}
}

/// One run of the model: a value that depends on a configuration and a key alone.
public enum Simulation {
  /// What makes a task's context and plan, in order.
  package static let setUp: [any Phase] = [
    BuildLandscape(), ConcernCitizens(), ChooseForm(), FormNeeds(), FormPerspectives(),
    MeetContacts(), Frame(), Observe(),
  ]

  /// A month, in order.
  package static let month: [any Phase] = [
    ChooseForm(), Frame(), Fund(), Join(), ShareTime(), Lead(), Contribute(), Staff(), Coordinate(),
    Search(), Deliver(), Fail(), Account(), Fear(), BuildTrust(), Learn(), Observe(), Close(),
  ]

  /// Runs the model.
  ///
  /// - Parameters:
  ///   - configuration: A checked configuration.
  ///   - key: The seed and the replicate.
  ///   - random: The generator to draw from; what it drew before does not matter.
  ///   - observation: What to record besides the months; it changes no trajectory.
  /// - Returns: What was observed.
  public static func run(
    _ configuration: ModelConfiguration, key: RunKey, random: inout RandomSource,
    observation: Observation = Observation()
  ) -> RunObservation {
    var state = SimulationState(
      configuration, key: key, recordingEvents: observation.events, &random)
    let rounds = Int(configuration.parameters.world.rounds)
    var months: [[MonthRecord]] = Array(repeating: [], count: state.tasks.count)
    for index in months.indices { months[index].reserveCapacity(rounds + 1) }

    for round in 0...rounds {
      for phase in round == 0 ? setUp : month {
        phase.run(&state, round: round, &random)
        assert(state.brokenInvariant() == nil, state.brokenInvariant() ?? "")
      }
      for index in state.tasks.indices { months[index].append(state.tasks[index].month) }
    }
    return RunObservation(configuration: configuration, months: months, end: state)
  }
}
