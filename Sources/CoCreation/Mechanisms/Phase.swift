/// A step of a month, or of the set-up.
///
/// A phase draws only from its own streams, so that leaving one out moves no other's numbers.
package protocol Phase: Sendable {
  func run(_ state: inout SimulationState, _ turn: inout Turn)
}

/// A step that every task takes for itself.
package protocol TaskPhase: Phase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn)
}

extension TaskPhase {
  package func run(_ state: inout SimulationState, _ turn: inout Turn) {
    for index in state.tasks.indices {
      run(&state.tasks[index], &state.actors, &state.world, &turn)
    }
  }
}
