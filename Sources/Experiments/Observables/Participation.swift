internal import CoCreation

extension Observable {
  /// How many take part in anything at some time of a year, as surveys ask.
  static let participationInAYear = Observable(
    "participation_in_a_year", "1", events: true,
    "Share of all external actors who took part in a process at some time in its first twelve "
      + "months; missing without co-creation."
  ) { run, _ in
    guard run.isCocreated else { return nil }
    let actors = Set(run.participantsOfAYear.joined())
    return ratio(Double(actors.count), Double(run.externalPool.count))
  }

  /// How many take part in a task at some time of a year.
  static let participationInATask = Observable(
    "participation_in_a_task", "1", events: true,
    "The same of a single process, mean over tasks that have one."
  ) { run, _ in
    let joined = zip(run.end.tasks, run.participantsOfAYear).filter { $0.0.isCocreated }
    let count = joined.reduce(0) { $0 + $1.1.count }
    return ratio(Double(count), Double(joined.count * run.externalPool.count))
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

extension RunObservation {
  /// The external actors who took part in each task in the first twelve months of its process.
  fileprivate var participantsOfAYear: [Set<Int>] {
    var actors: [Set<Int>] = Array(repeating: [], count: end.tasks.count)
    for event in events where event.kind == .join {
      guard let actor = event.actor, end.actors[actor].isExternal,
        let start = end.tasks[event.task].startRound, event.round < start + 12
      else { continue }
      actors[event.task].insert(actor)
    }
    return actors
  }
}
