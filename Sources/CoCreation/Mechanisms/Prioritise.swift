internal import Glibc
internal import GSL

/// Politicians divide the budget between tasks: by need, by their own interest in each, and by what
/// citizens of open processes make heard.
///
/// Citizens are heard the more, the more of their demand is unmet, the more open the process and the
/// more legitimate its leader. What one task gains others lose.
///
/// Source: article, citizens are given a more direct voice in the prioritization; Gonçalves 2014,
/// participatory budgeting moves spending to what people lack; the numbers are assumptions.
struct Prioritise: Phase {
  func run(_ state: inout SimulationState, _ turn: inout Turn) {
    guard state.tasks.count > 1 else { return }
    for index in state.tasks.indices {
      let task = state.tasks[index]
      let say =
        task.isActive && task.externalParticipants > 0
        ? task.openness * (1 - task.coverage)
          * (task.leader.map { state.actors[$0].legitimacy } ?? 0) : 0
      state.tasks[index].priority =
        exp(
          task.interest(of: state.world.politicians, state.actors, &turn)
            + task.parameters.frame.citizensSay * say)
    }
  }
}

extension TaskState {
  /// Politicians' mean interest in the task, which lasts.
  fileprivate func interest(
    of politicians: [Int], _ actors: [Actor], _ turn: inout Turn
  ) -> Double {
    let sigma = parameters.frame.politicalInterest
    guard sigma > 0, !politicians.isEmpty else { return 0 }
    let stream = contextStream(.interest)
    let sum = politicians.reduce(0) {
      $0 + turn.draw(stream, actors[$1].id) { $0.gaussian(sigma: sigma) }
    }
    return sum / Double(politicians.count)
  }
}
