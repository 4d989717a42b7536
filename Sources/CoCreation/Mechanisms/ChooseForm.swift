internal import GSL

/// A strategy chooses the form of each process, at the start and at every review.
///
/// Strategic competence is how often the form is chosen that the strategy's rule finds fitting; else
/// it is one of its others, by lot. Under a contingent rule the lot is drawn anew only when another
/// form fits.
struct ChooseForm: Phase {
  func run(_ state: inout SimulationState, round: Int, _ random: inout RandomSource) {
    let rule = state.world.rule
    guard rule != .fixed else { return }
    for index in state.tasks.indices where state.tasks[index].isActive {
      if round > 1 { state.tasks[index].review.add(state.tasks[index]) }
      let interval = Int(state.tasks[index].parameters.frame.reviewMonths)
      guard round == 0 || round > 1 && (round - 1) % interval == 0 else { continue }
      let chosen = choose(rule, for: index, &state, round: round, &random)
      guard let chosen, chosen != state.tasks[index].form else { continue }
      state.tasks[index].form = chosen
      state.tasks[index].isToBeFramed = true
      state.world.events.note(
        .form, task: index, round: round, value: chosen.openness,
        detail: .form(openness: chosen.openness, centrality: chosen.centrality))
    }
  }

  private func choose(
    _ rule: FormRule, for index: Int, _ state: inout SimulationState, round: Int,
    _ random: inout RandomSource
  ) -> FormPoint? {
    let task = state.tasks[index]
    let fitting: FormPoint?
    switch rule {
    case .fixed: return nil
    case .contingent(let rule):
      fitting = rule.choose(in: Situation(task, state.world, round: round))
      // Who misjudged a situation has no reason to judge anew until another form fits.
      if fitting == task.fittingForm { return nil }
    case .adaptive(let rule):
      let memory = rule.isPooled ? 0 : index
      if let reward = task.review.attainment(of: task, state.actors),
        let arm = rule.forms.firstIndex(of: task.form)
      {
        state.world.formRecords[memory][arm].add(reward)
      }
      fitting = rule.choose(
        from: state.world.formRecords[memory], task.stream(.formDraw, round: round), &random)
    }
    state.tasks[index].review = Review(after: task.influence(state.actors))
    state.tasks[index].fittingForm = fitting
    random.place(task.stream(.formLot, round: round), item: 0)
    let (lot, choice) = (random.uniform(), random.uniform())
    let others = rule.forms.filter { $0 != fitting }
    let isFitting = lot < task.parameters.competences.strategicCompetence || others.isEmpty
    return isFitting ? fitting : others[Int(choice * Double(others.count))]
  }
}
