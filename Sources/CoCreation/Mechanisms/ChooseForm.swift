internal import GSL

/// A strategy chooses the form of each process, at the start and at every review.
///
/// Strategic competence is how often the form is chosen that the strategy's rule finds fitting; else
/// it is one of its others, by lot. Under a contingent rule the lot is drawn anew only when another
/// form fits.
struct ChooseForm: Phase {
  func run(_ state: inout SimulationState, _ turn: inout Turn) {
    let (rule, round) = (state.world.rule, turn.round)
    guard rule != .fixed else { return }
    for index in state.tasks.indices
    where state.tasks[index].isActive && !state.tasks[index].formIsSet {
      if round > 1, state.tasks[index].startRound != round {
        state.tasks[index].review.add(state.tasks[index])
      }
      let interval = Int(state.tasks[index].parameters.frame.reviewMonths)
      let isStart = state.tasks[index].fittingForm == nil
      guard isStart || round > 1 && (round - 1) % interval == 0 else { continue }
      let chosen = choose(rule, for: index, &state, &turn)
      guard let chosen, chosen != state.tasks[index].form else { continue }
      state.tasks[index].form = chosen
      state.tasks[index].isToBeFramed = true
      state.world.events.note(
        .form, task: index, round: round, value: chosen.openness,
        detail: .form(openness: chosen.openness, centrality: chosen.centrality))
    }
  }

  private func choose(
    _ rule: FormRule, for index: Int, _ state: inout SimulationState, _ turn: inout Turn
  ) -> FormPoint? {
    let task = state.tasks[index]
    let fitting: FormPoint?
    switch rule {
    case .fixed: return nil
    case .contingent(let rule):
      fitting = rule.choose(in: Situation(task, state.world, round: turn.round))
      // Who misjudged a situation has no reason to judge anew until another form fits.
      if fitting == task.fittingForm { return nil }
    case .adaptive(let rule):
      let memory = rule.isPooled ? 0 : index
      if let reward = task.review.attainment(of: task, state.actors, state.world),
        let arm = rule.forms.firstIndex(of: task.form)
      {
        state.world.formRecords[memory][arm].add(reward)
      }
      fitting = rule.choose(
        from: state.world.formRecords[memory], turn.stream(.formDraw, of: task), &turn)
    }
    state.tasks[index].review = Review()
    state.tasks[index].fittingForm = fitting
    let (lot, choice) = turn.draw(turn.stream(.formLot, of: task), 0) {
      ($0.uniform(), $0.uniform())
    }
    let others = rule.forms.filter { $0 != fitting }
    let isFitting = lot < task.parameters.competences.strategicCompetence || others.isEmpty
    return isFitting ? fitting : others[Int(choice * Double(others.count))]
  }
}
