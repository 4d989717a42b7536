/// What to record of a run besides its months.
public struct Observation: Equatable, Sendable {
  /// Whether events are recorded.
  public var events = false
  /// Whether every actor is described at the end, those who never came into view too.
  public var actors = false

  /// Records months only.
  public init() {}
}

/// One run of the model: a value that depends on a configuration and a key alone.
public enum Simulation {
  /// What makes a task's context and plan, in order.
  package static let setUp: [any Phase] = [
    BuildLandscape(), ConcernCitizens(), FormNeeds(), FormPerspectives(), MeetContacts(),
    ChooseForm(), Frame(), FormulateTask(), Observe(),
  ]

  /// A month, in order.
  package static let month: [any Phase] = [
    FollowCourse(), ChooseForm(), Frame(), Prioritise(), Fund(), ProduceInHouse(), Join(),
    ShareTime(), Lead(), Contribute(), Facilitate(), Staff(), Coordinate(), FormulateTask(),
    Search(), Deliver(), Fail(), Account(),
    Fear(),
    BuildTrust(), Learn(), Observe(), Close(), Disappoint(),
  ]

  /// Runs the model.
  ///
  /// - Parameters:
  ///   - configuration: A checked configuration.
  ///   - key: The seed and the replicate.
  ///   - turn: Where random numbers are drawn from; what was drawn before does not matter.
  ///   - observation: What to record besides the months; it changes no trajectory.
  /// - Returns: What was observed.
  public static func run(
    _ configuration: ModelConfiguration, key: RunKey, turn: inout Turn,
    observation: Observation = Observation()
  ) -> RunObservation {
    turn.round = 0
    var state = SimulationState(
      configuration, key: key, recordingEvents: observation.events, &turn)
    let rounds = Int(configuration.parameters.world.rounds)
    var months: [[MonthRecord]] = Array(repeating: [], count: state.tasks.count)
    for index in months.indices { months[index].reserveCapacity(rounds + 1) }

    for round in 0...rounds {
      turn.round = round
      for phase in round == 0 ? setUp : month {
        phase.run(&state, &turn)
        assert(state.brokenInvariant() == nil, state.brokenInvariant() ?? "")
      }
      for index in state.tasks.indices { months[index].append(state.tasks[index].month) }
    }
    if observation.actors { state.meetEveryone(&turn) }
    return RunObservation(configuration: configuration, months: months, end: state)
  }
}
