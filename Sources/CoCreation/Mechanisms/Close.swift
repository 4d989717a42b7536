internal import GSL

/// A process ends early when external participation is not viable, or by distrust.
struct Close: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    guard task.isActive else { return }
    let join = task.parameters.join
    let isViable = task.externalParticipants >= Int(join.viableExternal)
    task.monthsBelowViable = isViable ? 0 : task.monthsBelowViable + 1
    let trust =
      task.participants.reduce(0) { $0 + task.members[$1].trust }
      / Double(max(1, task.participants.count))
    let hazard =
      join.closureHazard > 0
      ? logistic(logOdds(join.closureHazard) + join.closureTrust * (Join.Reference.trust - trust))
      : 0
    random.place(task.stream(.closure, round: round), item: 0)
    let isDistrusted = random.uniform() < hazard
    guard isDistrusted || task.monthsBelowViable >= Int(join.patience) else { return }
    // Other tasks may have the time from the next month on.
    for index in task.participants { actors[index].engagements -= 1 }
    task.close(actors)
    world.events.note(
      .close, task: task.index, round: round,
      detail: .closure(isDistrusted ? .distrust : .participation))
  }
}

extension TaskState {
  /// Ends the process: from now on the public side fills its share.
  mutating func close(_ actors: [Actor]) {
    isActive = false
    leader = nil
    for index in members.indices {
      members[index].stopParticipating()
    }
    gatherParticipants(actors)
  }
}
