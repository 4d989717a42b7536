internal import Glibc
internal import GSL

/// How the process appeals to an actor: the utility that shifts the odds of taking part.
struct Appeal {
  private let join: JoinParameters
  private let quality: Double
  private let fear: Double
  private let carriedOut: Double
  private let reputation: Double
  private let participants: Int
  private let central: Double
  private let ownChoice: Double
  /// What is the same for all, for all external actors, for those affected and for the
  /// resource-poor.
  private let common: Double
  private let external: Double
  private let affected: Double
  private let poor: Double

  init(_ task: TaskState, _ world: World) {
    join = task.parameters.join
    quality = task.landscape.quality(of: task.design)
    fear = world.fear
    carriedOut = task.carriedOut
    reputation = task.reputation.shift
    participants = task.participants.count
    ownChoice = 1 - join.lottery
    central = join.centralityWeight * (task.centrality - 0.5)
    common =
      -join.documentationWeight * (world.documentation - Join.Reference.documentation)
      - join.ambiguityWeight * (task.ambiguity - Join.Reference.ambiguity)
    let received = task.received
    let wages = ratio(received.payment, task.parameters.world.shadowWage) ?? 0
    external =
      join.recognitionEffect * received.recognition
      + join.paymentEffect * max(0, wages - join.paymentThreshold) + central
    affected =
      join.pressureWeight * (1 - task.coverage - Join.Reference.unmet) + join.invitation
    poor = join.supportEffect * received.support
  }

  /// The utility of an actor whom the task knows.
  func utility(of index: Int, _ actor: Actor, _ task: TaskState, _ turn: inout Turn) -> Double {
    let member = task.members[index]
    let match =
      actor.saving / 2 + actor.quality * (member.isAffected ? member.fit : quality)
      + actor.need * (member.believedOpenness + member.voice) / 2
    let contacts = task.contacts.participating(
      of: index, id: actor.id, task.members, participants: participants, &turn)
    let ownReasons =
      join.motiveWeight * (match - 0.5)
      + (contacts.map { join.contactWeight * ($0 - Join.Reference.contacts) } ?? 0)
      + personal(actor, member, voice: member.voice)
    return ownChoice * ownReasons + join.trustWeight * (member.trust - Join.Reference.trust)
      - join.fatigueWeight * actor.fatigue
      + surroundings(actor, member, believedOpenness: member.believedOpenness)
  }

  /// The most that the utility of an actor can be of whom no more is known than a glance tells.
  func ceiling(of index: Int, _ actor: Actor, _ task: TaskState) -> Double {
    let member = task.members[index]
    if member.everParticipated { return .infinity }
    let trust = unitClamped(member.initialTrust + reputation)
    let ownReasons =
      mostOfChoice + personal(actor, member, voice: member.voice)
    return ownChoice * ownReasons + join.trustWeight * (trust - Join.Reference.trust)
      + surroundings(actor, member, believedOpenness: 0)
  }

  /// The most that the utility of anybody of a kind can be.
  func ceiling(of kind: ActorKind) -> Double {
    let ownReasons =
      mostOfChoice + join.efficacyWeight
      * (efficacy(knowledge: 1, voice: 1) - Join.Reference.efficacy)
      + join.resourceWeight * log(Join.Reference.mostHours)
    return ownChoice * ownReasons
      + join.trustWeight * (min(1, 1 + max(0, reputation)) - Join.Reference.trust)
      + common + external + join.fearWeight * Join.Reference.fear / 2
      + (kind.isAffected ? max(0, affected) : 0) + (kind.hasStrata ? max(0, poor) : 0)
  }

  /// The most that motives and contacts can add.
  private var mostOfChoice: Double {
    join.motiveWeight * 0.5 + join.contactWeight * (1 - Join.Reference.contacts)
  }

  /// An actor's sense that it can make a difference: by what it knows, by being heard, and by seeing
  /// proposals carried out.
  private func efficacy(knowledge: Double, voice: Double) -> Double {
    (knowledge + voice + carriedOut) / 3
  }

  @inline(__always)
  private func personal(_ actor: Actor, _ member: Member, voice: Double) -> Double {
    var sum =
      join.efficacyWeight
      * (efficacy(knowledge: actor.knowledge, voice: voice) - Join.Reference.efficacy)
    if actor.isExternal && join.resourceWeight > 0 {
      let elsewhere = actor.engagements - (member.participates ? 1 : 0)
      let hours = elsewhere > 0 ? actor.logHours - log(Double(1 + elsewhere)) : actor.logHours
      sum += join.resourceWeight * hours
    }
    return sum
  }

  @inline(__always)
  private func surroundings(_ actor: Actor, _ member: Member, believedOpenness: Double) -> Double {
    let dread = join.fearWeight * (fear * believedOpenness - Join.Reference.fear)
    return common + (actor.isExternal ? external - dread / 2 : -central - dread)
      + (member.isAffected ? affected : 0) + (actor.isExternal && actor.isPoor ? poor : 0)
  }
}
