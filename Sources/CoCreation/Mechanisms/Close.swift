internal import GSL

/// A process ends early when what external actors offer is not viable, or by distrust.
struct Close: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    guard task.isActive else { return }
    let join = task.parameters.join
    let isViable = task.work.externalOffered >= join.viableShare * task.work.externalAsked
    task.monthsBelowViable = isViable ? 0 : task.monthsBelowViable + 1
    let distrust = Join.Reference.trust - task.participantTrust
    let hazard =
      join.closureHazard > 0
      ? logistic(logOdds(join.closureHazard) + join.closureTrust * distrust) : 0
    let lot = turn.draw(turn.stream(.closure, of: task), 0) { $0.uniform() }
    let isDistrusted = lot < hazard
    guard isDistrusted || task.monthsBelowViable >= Int(join.patience) else { return }
    task.end(isDistrusted ? .distrust : .participation, &actors, &world, round: turn.round)
  }
}

extension TaskState {
  /// Ends the process: staff takes over its work and its design, and those who gave it time are
  /// disappointed and tell others.
  mutating func end(
    _ closure: Event.Closure, _ actors: inout [Actor], _ world: inout World, round: Int
  ) {
    let join = parameters.join
    if join.handoverMonths > 0, round > 0 {
      handover = Handover(
        monthsLeft: Int(join.handoverMonths), units: work.producedUnits,
        hours: work.publicOverhead, share: codelivered, openness: openness,
        externalShare: work.externalShare)
    }
    unfamiliarity = min(
      1, unfamiliarity + join.handoverKnowledge * landscape.distance(design, plan))
    let external = participants[publicParticipants...]
    world.endings.append(
      Ending(
        disappointment: join.endingDisappointment, participants: Array(external),
        share: Double(external.count) / Double(world.population.externalCount)))
    for index in participants { actors[index].engagements -= 1 }
    isActive = false
    isToBeFramed = false
    leader = nil
    for index in participants { members[index].stopParticipating() }
    gatherParticipants(actors, world)
    world.events.note(.close, task: self.index, round: round, detail: .closure(closure))
  }
}
