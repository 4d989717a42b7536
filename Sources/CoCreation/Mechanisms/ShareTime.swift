internal import GSL

/// Actors share their time equally between the tasks in which they take part.
struct ShareTime: Phase {
  func run(_ state: inout SimulationState, round: Int, _ random: inout RandomSource) {
    for index in state.actors.indices {
      state.actors[index].engagements = Int32(
        state.tasks.count { $0.members[index].participates })
    }
  }
}
