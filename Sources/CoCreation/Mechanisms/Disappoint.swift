/// The end of a process, or of what it delivers, disappoints those who gave it time, and they tell
/// others: trust in all of the municipality's processes falls.
///
/// Source: article, relations; the numbers are assumptions.
struct Disappoint: Phase {
  func run(_ state: inout SimulationState, _ turn: inout Turn) {
    for ending in state.world.endings {
      for index in ending.participants {
        state.actors[index].disappointment += ending.disappointment
        for task in state.tasks.indices where state.tasks[task].members[index].everParticipated {
          let trust = state.tasks[task].members[index].trust
          state.tasks[task].members[index].trust = unitClamped(trust - ending.disappointment)
        }
      }
      for task in state.tasks.indices {
        let shift = state.tasks[task].reputation.shift
        state.tasks[task].reputation.shift = max(-1, shift - ending.disappointment * ending.share)
      }
    }
    state.world.endings = []
  }
}

/// An end, or a part handed back, that is not told yet.
struct Ending: Sendable {
  let disappointment: Double
  let participants: [Int]
  /// Share of the external pool that took part.
  let share: Double
}
