internal import GSL

/// Actors join and leave by what the process is to them.
struct Join: TaskPhase {
  /// Where an actor is of average mind: there base rates hold as they are.
  package enum Reference {
    static let unmet = 0.2
    static let trust = 0.6
    static let efficacy = 0.5
    static let contacts = 0.05
    static let hours = 42.0
    /// The most hours that count, relative to those of the reference.
    static let mostHours = 8.0
    static let documentation = 0.1
    static let ambiguity = 0.2
    static let fear = 0.1
    /// Legitimacy of whoever leads.
    static let legitimacy = 0.5
  }

  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    guard task.isActive else { return }
    if task.startRound == turn.round { task.received = task.credibleOffer(world) }
    let appeal = Appeal(task, actors, world)
    var changes = Changes()
    movePublic(&changes, &task, actors, appeal, &turn)
    leave(&changes, &task, actors, appeal, &turn)
    returnAgain(&changes, &task, actors, world, appeal, &turn)
    recruit(&changes, &task, &actors, world, appeal, &turn)
    limit(&changes, actors, task, &turn)
    keepBothSides(&changes, &task, &actors, world, &turn)
    apply(changes, &task, &actors, &world, &turn)
  }

  /// Who comes and who goes in a month.
  private struct Changes {
    var joiners: [Int] = []
    var leavers: [Int] = []
    /// The ones who like the process most, should nobody else of their side take part: of the public
    /// side anybody, of the external side those who are leaving.
    var keenest: (public: Candidate?, leaver: Candidate?)
    var staying = (public: 0, external: 0)

    struct Candidate {
      let index: Int
      let utility: Double
    }
  }

  private func movePublic(
    _ changes: inout Changes, _ task: inout TaskState, _ actors: [Actor], _ appeal: Appeal,
    _ turn: inout Turn
  ) {
    let join = task.parameters.join
    let odds = logOdds(task.startRound == turn.round ? join.initialPublic : join.monthlyPublic)
    let stream = turn.stream(.join, of: task)
    for index in actors.indices.prefix(while: { !actors[$0].isExternal })
    where !actors[index].isElected {
      let contacts = task.contacts(of: index, actors[index].id, &turn)
      let utility = appeal.utility(actors[index], task.members[index], contacts: contacts)
      let draw = turn.draw(stream, actors[index].id) { $0.uniform() }
      if task.members[index].participates {
        // Whoever is drawn to join is drawn to stay: low draws take part.
        if draw >= 1 - logistic(logOdds(join.monthlyLeave) - utility) {
          changes.leavers.append(index)
        } else {
          changes.staying.public += 1
        }
      } else if draw < logistic(odds + utility) {
        changes.joiners.append(index)
      }
      if utility > changes.keenest.public?.utility ?? -.infinity {
        changes.keenest.public = .init(index: index, utility: utility)
      }
    }
  }

  /// External participants leave, most of all soon after they joined.
  private func leave(
    _ changes: inout Changes, _ task: inout TaskState, _ actors: [Actor], _ appeal: Appeal,
    _ turn: inout Turn
  ) {
    let join = task.parameters.join
    let odds = logOdds(join.monthlyLeave)
    let stream = turn.stream(.leave, of: task)
    for index in task.participants[task.publicParticipants...] {
      let contacts = task.contacts(of: index, actors[index].id, &turn)
      let utility = appeal.utility(actors[index], task.members[index], contacts: contacts)
      let early = join.earlyLeaving / Double(task.members[index].tenure + 1)
      let draw = turn.draw(stream, actors[index].id) { $0.uniform() }
      guard draw >= 1 - logistic(odds + early - utility) else {
        changes.staying.external += 1
        continue
      }
      changes.leavers.append(index)
      if utility > changes.keenest.leaver?.utility ?? -.infinity {
        changes.keenest.leaver = .init(index: index, utility: utility)
      }
    }
  }

  /// External actors who took part before come back.
  private func returnAgain(
    _ changes: inout Changes, _ task: inout TaskState, _ actors: [Actor], _ world: World,
    _ appeal: Appeal, _ turn: inout Turn
  ) {
    let odds = task.externalOdds(turn)
    let stream = turn.stream(.leave, of: task)
    for index in world.involved
    where actors[index].isExternal && task.members[index].isFormerParticipant {
      let contacts = task.contacts(of: index, actors[index].id, &turn)
      let utility = appeal.utility(actors[index], task.members[index], contacts: contacts)
      let draw = turn.draw(stream, actors[index].id) { $0.uniform() }
      if draw < logistic(odds + utility) { changes.joiners.append(index) }
    }
  }

  /// Persons of the external pool join for the first time; see ``Candidates``.
  private func recruit(
    _ changes: inout Changes, _ task: inout TaskState, _ actors: inout [Actor], _ world: World,
    _ appeal: Appeal, _ turn: inout Turn
  ) {
    let odds = task.externalOdds(turn)
    for kind in world.population.kinds(of: .external) {
      let ceiling = odds + appeal.ceiling(of: world.kinds[kind])
      var candidates = Candidates(
        of: kind, below: logistic(ceiling), turn.stream(.candidates, of: task))
      let pool = world.population.indices[kind]
      while let candidate = candidates.next(pool, &task.members, &turn) {
        let index = candidate.index
        guard !task.members[index].everParticipated else { continue }
        let needed = logOdds(candidate.lot) - odds
        world.population.glance(at: &actors[index], &turn)
        task.glance(at: index, actors[index], world, &turn)
        guard needed < appeal.ceiling(actors[index], task.members[index], drawn: appeal.mostDrawn)
        else { continue }
        let contacts = task.contacts(of: index, actors[index].id, &turn)
        let drawn = appeal.drawn(by: contacts)
        guard needed < appeal.ceiling(actors[index], task.members[index], drawn: drawn)
        else { continue }
        task.know(index, &actors[index], world, &turn)
        task.meetAgain(index, actors[index], &turn)
        if needed < appeal.utility(actors[index], task.members[index], contacts: contacts) {
          changes.joiners.append(index)
        }
      }
    }
    changes.joiners.sort()
  }

  /// Takes in no more newcomers than the limit, by lot.
  private func limit(
    _ changes: inout Changes, _ actors: [Actor], _ task: TaskState, _ turn: inout Turn
  ) {
    let limit = Int(task.parameters.join.onboardingLimit)
    guard changes.joiners.count > limit else { return }
    let stream = turn.stream(.onboarding, of: task)
    var lots: [(index: Int, lot: Double)] = []
    for index in changes.joiners {
      lots.append((index, turn.draw(stream, actors[index].id) { $0.uniform() }))
    }
    changes.joiners =
      lots.sorted { ($0.lot, $0.index) < ($1.lot, $1.index) }.prefix(limit).map(\.index)
  }

  /// Neither side is ever without anybody: the keenest stays or comes, or somebody is asked.
  private func keepBothSides(
    _ changes: inout Changes, _ task: inout TaskState, _ actors: inout [Actor], _ world: World,
    _ turn: inout Turn
  ) {
    func comes(external: Bool) -> Bool {
      changes.joiners.contains { actors[$0].isExternal == external }
    }
    if changes.staying.public == 0, !comes(external: false),
      let keenest = changes.keenest.public?.index
    {
      if let leaver = changes.leavers.firstIndex(of: keenest) {
        changes.leavers.remove(at: leaver)
      } else {
        changes.joiners.append(keenest)
      }
    }
    guard changes.staying.external == 0, !comes(external: true) else { return }
    if let keenest = changes.keenest.leaver?.index {
      changes.leavers.removeAll { $0 == keenest }
      return
    }
    let pool = actors.indices.drop { !actors[$0].isExternal }
    let lot = turn.draw(turn.stream(.draft, of: task), 0) { $0.integer(below: pool.count) }
    let asked = pool.startIndex + lot
    task.know(asked, &actors[asked], world, &turn)
    changes.joiners.append(asked)
  }

  private func apply(
    _ changes: Changes, _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World,
    _ turn: inout Turn
  ) {
    let before = (public: task.publicParticipants, external: task.externalParticipants)
    for index in task.participants { task.members[index].tenure += 1 }
    for index in changes.joiners {
      if !actors[index].isInvolved {
        actors[index].isInvolved = true
        world.involved.append(index)
      }
      if !task.members[index].everParticipated, actors[index].isExternal {
        task.welcome(index, actors[index], round: turn.round, &turn)
      }
      task.members[index].participates = true
      task.members[index].everParticipated = true
      world.events.note(.join, task: task.index, round: turn.round, actor: index)
    }
    for index in changes.leavers {
      task.members[index].stopParticipating()
      world.events.note(.leave, task: task.index, round: turn.round, actor: index)
    }
    task.month.joined = changes.joiners.count
    task.month.left = changes.leavers.count
    let external = changes.leavers.count { actors[$0].isExternal }
    task.month.externalLoss = ratio(Double(external), Double(before.external)) ?? 0
    task.month.publicLoss =
      ratio(Double(changes.leavers.count - external), Double(before.public)) ?? 0
    task.gatherParticipants(actors, world)
  }
}

extension TaskState {
  /// Share of an actor's contacts that take part, or `nil` if it has none.
  mutating func contacts(of index: Int, _ id: UInt32, _ turn: inout Turn) -> Double? {
    contacts.participating(
      of: index, id: id, members, participants: participants.count, &turn)
  }

  /// Lists those who take part, public actors first, each side in the order of actors.
  mutating func gatherParticipants(_ actors: [Actor], _ world: World) {
    participants = world.involved.filter { members[$0].participates }
    participants.sort()
    publicParticipants = participants.prefix { !actors[$0].isExternal }.count
  }

  /// Log odds that an external actor of average mind joins.
  fileprivate func externalOdds(_ turn: borrowing Turn) -> Double {
    let join = parameters.join
    return logOdds(startRound == turn.round ? join.initialExternal : join.monthlyExternal)
  }

  /// An outsider who comes into view again finds the service as it now is.
  mutating func meetAgain(_ index: Int, _ actor: Actor, _ turn: inout Turn) {
    guard !members[index].everParticipated else { return }
    formBeliefs(of: index, id: actor.id, &turn)
    members[index].trust = unitClamped(
      members[index].initialTrust + reputation.shift - actor.disappointment)
    members[index].fit = fit(of: design, member: index)
  }

  /// A newcomer sees the design, and expects what the service gave it last.
  fileprivate mutating func welcome(_ index: Int, _ actor: Actor, round: Int, _ turn: inout Turn) {
    see(index, &turn)
    let design = members[index].isAffected ? members[index].fit : realisedQuality
    // Before the first month there was nothing of the process to see.
    let visible = round > 1 ? visibleCoverage(round: round - 1) : coverage
    members[index].aspiration = visible * design
    meetAgain(index, actor, &turn)
  }
}
