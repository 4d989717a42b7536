internal import CoCreation

extension Observable {
  /// How many take part at some time of a year, as surveys ask.
  static let participationInAYear = Observable(
    "participation_in_a_year", "1", events: true,
    "Share of all external actors who took part at some time in the first twelve months of a "
      + "process; missing without co-creation."
  ) { run, _ in
    guard run.isCocreated else { return nil }
    var actors: Set<Int> = []
    for event in run.events where event.kind == .join {
      guard let actor = event.actor, run.end.actors[actor].isExternal,
        let start = run.end.tasks[event.task].startRound, event.round < start + 12
      else { continue }
      actors.insert(actor)
    }
    return ratio(Double(actors.count), Double(run.externalPool.count))
  }

  /// How many are willing at once.
  static let joinedAtFirst = Observable(
    "joined_at_first", "1",
    "Share of all external actors who take part in the first month of a process, mean over tasks "
      + "that have one; missing without co-creation."
  ) { run, _ in
    let pool = Double(run.externalPool.count)
    let joined = zip(run.end.tasks, run.months).compactMap { task, months in
      task.startRound.map { Double(months[$0].externalParticipants) }
    }
    return ratio(joined.reduce(0, +), Double(joined.count)).flatMap { ratio($0, pool) }
  }
}
