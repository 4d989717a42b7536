/// Fear of being exposed: fed by stories where errors are not tolerated, and drawn back to the level
/// that the organisation's culture has.
///
/// The organisation has one fear, moved by the mean of what its tasks live through.
///
/// Source: article, a general fear of being exposed in the press, a culture of zero defects; the rates
/// are assumptions.
struct Fear: Phase {
  func run(_ state: inout SimulationState, _ turn: inout Turn) {
    let general = state.world.parameters.world.generalFear
    let resting = state.mean { task in
      let account = task.parameters.account
      return task.parameters.rivals.press == 1
        ? unitClamped(Self.tax * account.pressScrutiny * task.intolerance)
        : unitClamped(2 * general * task.intolerance)
    }
    let shock = state.mean { task in
      task.intolerance * task.parameters.account.storyFear * task.month.severity
        * Double(task.month.stories)
    }
    let decay = state.world.parameters.account.fearDecay
    let fear = state.world.fear
    state.world.fear = unitClamped(fear + decay * (resting - fear) + shock)
    // What stories have made people ask for is forgotten as fear is.
    for index in state.tasks.indices { state.tasks[index].exposure *= 1 - decay }
  }

  /// Resting level of fear for each unit of scrutiny and intolerance, where the press is a tax.
  private static let tax = 1.5
}
