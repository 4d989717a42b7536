/// Fear of mistakes: fed by stories where errors are not tolerated, and drawn to a level that press
/// scrutiny sets.
///
/// The organisation has one fear, moved by the mean of what its tasks live through.
struct Fear: Phase {
  func run(_ state: inout SimulationState, _ turn: inout Turn) {
    let resting = state.mean { task in
      let account = task.parameters.account
      return unitClamped(account.fearPress * account.pressScrutiny * task.intolerance)
    }
    let shock = state.mean { task in
      task.intolerance * task.parameters.account.storyFear * task.month.severity
        * Double(task.month.stories)
    }
    let decay = state.world.parameters.account.fearDecay
    let fear = state.world.fear
    state.world.fear = unitClamped(fear + decay * (resting - fear) + shock)
  }
}
