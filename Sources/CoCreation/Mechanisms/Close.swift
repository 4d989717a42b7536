internal import GSL

/// A process ends early when what external actors offer is not viable, by distrust, or when politicians
/// stop it after a story.
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
    let isStopped = stops(task, actors, world, &turn)
    guard isDistrusted || isStopped || task.monthsBelowViable >= Int(join.patience) else { return }
    task.end(
      isStopped ? .politics : isDistrusted ? .distrust : .participation, &actors, &world,
      round: turn.round)
  }

  /// Whether a majority of politicians wants to stop the process in a month with a story.
  private func stops(
    _ task: TaskState, _ actors: [Actor], _ world: World, _ turn: inout Turn
  ) -> Bool {
    let (base, politicians) = (task.parameters.account.politicalStop, world.politicians)
    guard task.month.stories > 0, base > 0, !politicians.isEmpty else { return false }
    let stream = turn.stream(.stop, of: task)
    let votes = politicians.count { index in
      let distrust = Join.Reference.trust - task.members[index].trust
      let chance = logistic(logOdds(base) + task.parameters.join.closureTrust * distrust)
      return turn.draw(stream, actors[index].id) { $0.uniform() } < chance
    }
    return 2 * votes > politicians.count
  }
}

extension TaskState {
  /// Ends the process: staff takes over its work and its design, and those who gave it time are
  /// disappointed and tell others.
  mutating func end(
    _ closure: Event.Closure, _ actors: inout [Actor], _ world: inout World, round: Int
  ) {
    handOver(1, &world)
    unfamiliarity = min(
      1, unfamiliarity + parameters.join.handoverKnowledge * landscape.distance(design, plan))
    for index in participants { actors[index].engagements -= 1 }
    isActive = false
    isToBeFramed = false
    leader = nil
    for index in participants { members[index].stopParticipating() }
    gatherParticipants(actors, world)
    world.events.note(.close, task: self.index, round: round, detail: .closure(closure))
  }

  /// A part of what the process delivers goes back to staff, with what is going back already, and
  /// those who gave it time are disappointed in proportion.
  mutating func handOver(_ part: Double, _ world: inout World) {
    let external = participants[publicParticipants...]
    world.endings.append(
      Ending(
        disappointment: part * parameters.join.endingDisappointment,
        participants: Array(external),
        share: Double(external.count) / Double(world.population.externalCount)))
    let months = parameters.join.handoverMonths
    // Before its first month is worked there is nothing to hand back.
    guard months > 0, work.plannedDelivery + work.plannedDesign > 0 else { return }
    let (before, going) = (sharedWork, handover)
    handover = Handover(
      monthsLeft: months, units: part * work.producedUnits + (going?.units ?? 0),
      hours: part * work.publicOverhead + (going?.hours ?? 0),
      share: part * codelivered + (going?.share ?? 0), openness: before.openness,
      externalShare: before.externalShare)
  }
}
