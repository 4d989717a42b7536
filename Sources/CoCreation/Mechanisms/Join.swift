internal import Glibc
internal import GSL

/// Actors join and leave by what the process is to them.
struct Join: TaskPhase {
  /// Where an actor is of average mind: there base rates hold as they are.
  package enum Reference {
    static let coverage = 0.8
    static let trust = 0.6
    static let contacts = 0.3
    static let hours = 30.0
    static let documentation = 0.1
    static let ambiguity = 0.2
    static let fear = 0.1
  }

  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    guard task.isActive else { return }
    let join = task.parameters.join
    let isFirst = round == 1
    let externalOdds = logOdds(isFirst ? join.initialExternal : join.monthlyExternal)
    let publicOdds = logOdds(isFirst ? join.initialPublic : join.monthlyPublic)
    let leaveOdds = logOdds(join.monthlyLeave)
    let appeal = Appeal(task, world)
    let stream = task.stream(.join, round: round)
    let before = task.participants.count

    var joiners: [Int] = []
    var leavers: [Int] = []
    // The one who likes the process most, on each side, should nobody else of it take part.
    var keenest: [(index: Int, utility: Double)?] = [nil, nil]
    var staying = [0, 0]
    for index in actors.indices {
      let utility = appeal.utility(of: index, actors[index], task, participants: before)
      let side = actors[index].isExternal ? 1 : 0
      random.place(stream, item: actors[index].id)
      let draw = random.uniform()
      if task.members[index].participates {
        // Whoever is drawn to join is drawn to stay: low draws take part.
        if draw >= 1 - logistic(leaveOdds - utility) {
          leavers.append(index)
        } else {
          staying[side] += 1
        }
      } else if draw < logistic((side == 1 ? externalOdds : publicOdds) + utility) {
        joiners.append(index)
      }
      if utility > keenest[side]?.utility ?? -.infinity { keenest[side] = (index, utility) }
    }
    limit(&joiners, actors, task, round: round, &random)
    for side in 0...1 where staying[side] == 0 {
      let external = side == 1
      if joiners.contains(where: { actors[$0].isExternal == external }) { continue }
      guard let drafted = keenest[side]?.index else { continue }
      if let leaver = leavers.firstIndex(of: drafted) {
        leavers.remove(at: leaver)
      } else {
        joiners.append(drafted)
      }
    }
    apply(joiners: joiners, leavers: leavers, &task, actors, &world, round: round)
  }

  /// Takes in no more newcomers than the limit, by lot.
  private func limit(
    _ joiners: inout [Int], _ actors: [Actor], _ task: TaskState, round: Int,
    _ random: inout RandomSource
  ) {
    let limit = Int(task.parameters.join.onboardingLimit)
    guard joiners.count > limit else { return }
    let stream = task.stream(.onboarding, round: round)
    let lots = joiners.map { index in
      random.place(stream, item: actors[index].id)
      return (index: index, lot: random.uniform())
    }
    joiners = lots.sorted { ($0.lot, $0.index) < ($1.lot, $1.index) }.prefix(limit).map(\.index)
  }

  private func apply(
    joiners: [Int], leavers: [Int], _ task: inout TaskState, _ actors: [Actor],
    _ world: inout World, round: Int
  ) {
    for index in joiners {
      task.members[index].participates = true
      task.members[index].everParticipated = true
      world.events.note(.join, task: task.index, round: round, actor: index)
    }
    for index in leavers {
      task.members[index].stopParticipating()
      world.events.note(.leave, task: task.index, round: round, actor: index)
    }
    task.month.joined = joiners.count
    task.month.left = leavers.count
    task.gatherParticipants(actors)
  }
}

extension TaskState {
  /// Lists those who take part, public actors first.
  mutating func gatherParticipants(_ actors: [Actor]) {
    participants.removeAll(keepingCapacity: true)
    publicParticipants = 0
    for index in members.indices where members[index].participates {
      participants.append(index)
      if !actors[index].isExternal { publicParticipants += 1 }
    }
  }
}

/// How the process appeals to an actor: the utility that shifts the odds of taking part.
struct Appeal {
  private let join: JoinParameters
  private let coverage: Double
  private let quality: Double
  private let fear: Double
  /// What is the same for all.
  private let common: Double
  private let central: Double
  private let ownChoice: Double

  init(_ task: TaskState, _ world: World) {
    join = task.parameters.join
    coverage = task.coverage - Join.Reference.coverage
    quality = task.landscape.quality(of: task.design)
    fear = world.fear
    ownChoice = 1 - join.lottery
    central = join.centralityWeight * (task.centrality - 0.5)
    common =
      join.incentiveWeight * (join.incentive - 0.5)
      - join.documentationWeight * (world.documentation - Join.Reference.documentation)
      - join.ambiguityWeight * (task.ambiguity - Join.Reference.ambiguity)
  }

  @inline(__always)
  func utility(of index: Int, _ actor: Actor, _ task: TaskState, participants: Int) -> Double {
    let member = task.members[index]
    let match =
      actor.saving * (0.5 + coverage)
      + actor.quality * (member.isAffected ? member.fit : quality)
      + actor.need * (member.believedOpenness + member.voice) / 2
    var chosen = join.motiveWeight * (match - 0.5)
    if let share = task.contacts.participating(of: index, task.members, count: participants) {
      chosen += join.contactWeight * (share - Join.Reference.contacts)
    }
    if actor.isPoor { chosen -= join.stratumWeight }
    if actor.isExternal && join.resourceWeight > 0 {
      let elsewhere = actor.engagements - (member.participates ? 1 : 0)
      let hours = elsewhere > 0 ? actor.logHours - log(Double(1 + elsewhere)) : actor.logHours
      chosen += join.resourceWeight * hours
    }
    let dread = join.fearWeight * (fear * member.believedOpenness - Join.Reference.fear)
    return common + ownChoice * chosen + join.trustWeight * (member.trust - Join.Reference.trust)
      - join.fatigueWeight * actor.fatigue
      - (actor.isExternal ? dread / 2 - central : dread + central)
      + (actor.isPoor ? join.support : 0) + (member.isAffected ? join.invitation : 0)
  }
}

extension TaskState {
  /// Ambiguity of roles: (1 − κ) exp(−effect · facilitation hours).
  var ambiguity: Double {
    let coordinate = parameters.coordinate
    return (1 - parameters.competences.roleClarity)
      * exp(-coordinate.facilitationEffect * coordinate.facilitationHours)
  }
}
