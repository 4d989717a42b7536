/// Actors share their time equally between the tasks in which they take part.
struct ShareTime: Phase {
  func run(_ state: inout SimulationState, _ turn: inout Turn) {
    for index in state.world.involved {
      state.actors[index].engagements = Int32(
        state.tasks.count { $0.members[index].participates })
    }
  }
}
