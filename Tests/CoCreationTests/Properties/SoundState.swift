@testable import CoCreation

/// What must hold between phases beyond the ranges of states.
extension SimulationState {
  /// From joining on both sides take part in a process that lives, and nobody in one that does not;
  /// who takes part is known.
  func brokenParticipation(after phase: any Phase, round: Int) -> String? {
    if Set(world.involved).count < world.involved.count { return "somebody is involved twice" }
    let isBeforeJoining =
      phase is FollowCourse || phase is ChooseForm || phase is Frame || phase is Prioritise
      || phase is Fund || phase is ProduceInHouse
    for task in tasks where !task.members.isEmpty {
      let taking = task.members.indices.filter { task.members[$0].participates }
      if taking != task.participants { return "the list of participants is wrong" }
      if taking.contains(where: { actors[$0].isExternal })
        && taking.firstIndex(where: { actors[$0].isExternal }) != task.publicParticipants
      {
        return "public participants do not come first"
      }
      for index in taking {
        let member = task.members[index]
        guard member.acquaintance == .full, actors[index].acquaintance == .full,
          member.everParticipated, world.involved.contains(index)
        else { return "a stranger takes part" }
        if actors[index].isElected { return "a politician takes part" }
      }
      guard task.isActive else {
        if !taking.isEmpty { return "somebody takes part in nothing" }
        continue
      }
      guard let start = task.startRound, round > 0 else { continue }
      guard round > start || round == start && !isBeforeJoining else { continue }
      if task.publicParticipants == 0 { return "no public actor takes part" }
      if task.externalParticipants == 0 { return "no external actor takes part" }
    }
    return nil
  }

  /// Nobody works more than all its time, whatever tasks it takes part in, and nobody is paid who is
  /// not there.
  func brokenTime(after phase: any Phase, people: Double) -> String? {
    for index in world.involved {
      let load = tasks.reduce(0) { $0 + ($1.members.isEmpty ? 0 : $1.members[index].load) }
      let share = load * actors[index].shareOfTime
      if share > 1 + 1e-9 { return "actor \(index) works \(share) of its time" }
    }
    let paid = tasks.reduce(0) { $0 + $1.month.staffHours }
    if tasks.contains(where: \.booksAreOpen), paid > people * (1 + 1e-9) {
      return "\(paid) hours are paid of \(people)"
    }
    return world.extraHours >= 0 && world.extraHours.isFinite
      ? nil : "extra hours are \(world.extraHours)"
  }

  /// Nothing is made of nothing: units stay within demand, and external work within what was offered.
  func brokenWork(after phase: any Phase) -> String? {
    for task in tasks {
      let work = task.work
      if work.units > work.demandedUnits * (1 + 1e-9) {
        return "\(work.units) units are made of \(work.demandedUnits)"
      }
      if !(0...work.externalOffered * (1 + 1e-9)).contains(work.externalUsed)
        || !(0...work.externalUsed * (1 + 1e-9)).contains(work.externalEffort)
      {
        return "\(work.externalUsed) hours are used of \(work.externalOffered)"
      }
      // An end can bring it lower, until experience moves it again.
      let least = phase is BuildTrust ? -1 : -1 - Double(tasks.count)
      if !(least...1).contains(task.reputation.shift) {
        return "reputation \(task.reputation.shift)"
      }
      if let bad = task.needs.affectedMean.first(where: { !(-1e-9...1 + 1e-9).contains($0) }) {
        return "a mean wish is \(bad)"
      }
      if let handover = task.handover,
        handover.monthsLeft < -1e-9 || handover.units < 0
          || !(0...1 + 1e-9).contains(handover.share + task.codelivered)
      {
        return "a hand-over of \(handover)"
      }
    }
    return nil
  }
}
