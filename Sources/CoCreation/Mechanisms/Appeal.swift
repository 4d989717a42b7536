internal import Glibc

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

  init(_ task: TaskState, _ actors: [Actor], _ world: World) {
    join = task.parameters.join
    quality = task.landscape.quality(of: task.design)
    fear = world.fear
    carriedOut = task.carriedOut
    reputation = task.reputation.shift
    participants = task.participants.count
    ownChoice = 1 - join.lottery
    central = join.centralityWeight * (task.centrality - 0.5)
    common =
      -join.documentationWeight * (task.documentation(world) - Join.Reference.documentation)
      - join.ambiguityWeight * (task.ambiguity - Join.Reference.ambiguity)
      + join.leaderWeight
      * ((task.leader.map { actors[$0].legitimacy } ?? Join.Reference.legitimacy)
        - Join.Reference.legitimacy)
    let received = task.received
    external =
      join.recognitionEffect * received.recognition
      + join.pull(payment: received.payment, publicWage: task.parameters.world.publicWage) + central
    affected =
      join.pressureWeight * Self.pressure[Int(task.parameters.rivals.performance)]
      * (1 - task.coverage - Join.Reference.unmet)
      + join.invitationEffect * received.invitation
    poor = join.supportEffect * received.support
  }

  /// Sign with which unmet demand moves those affected, by the rule of performance.
  private static let pressure = [1.0, 0, -1]

  /// The utility of an actor whom the task knows, and of whose contacts a share takes part.
  func utility(_ actor: Actor, _ member: Member, contacts: Double?) -> Double {
    let match =
      actor.saving / 2 + actor.quality * (member.isAffected ? member.fit : quality)
      + actor.need * (member.believedOpenness + member.voice) / 2
    let ownReasons =
      join.motiveWeight * (match - 0.5) + drawn(by: contacts) + personal(actor, member)
    return ownChoice * ownReasons + join.trustWeight * (member.trust - Join.Reference.trust)
      - join.fatigueWeight * actor.fatigue
      + surroundings(actor, member, believedOpenness: member.believedOpenness)
  }

  /// The most that the utility of an actor who never took part can be, of whom no more is known than
  /// a glance tells.
  ///
  /// `drawn` is what contacts add, or the most that they can.
  func ceiling(_ actor: Actor, _ member: Member, drawn: Double) -> Double {
    let trust = unitClamped(member.initialTrust + reputation)
    let ownReasons =
      join.motiveWeight * bestMatch(affected: member.isAffected) + drawn + personal(actor, member)
    return ownChoice * ownReasons + join.trustWeight * (trust - Join.Reference.trust)
      + surroundings(actor, member, believedOpenness: 0)
  }

  /// The most that the utility of anybody of a kind can be who never took part.
  func ceiling(of kind: ActorKind) -> Double {
    let efficacy = efficacy(knowledge: 1, voice: Member.initialVoice)
    let ownReasons =
      join.motiveWeight * bestMatch(affected: kind.isAffected) + mostDrawn
      + join.efficacyWeight * (efficacy - Join.Reference.efficacy)
      + join.resourceWeight * log(Join.Reference.mostHours)
    return ownChoice * ownReasons
      + join.trustWeight * (min(1, 1 + max(0, reputation)) - Join.Reference.trust)
      + common + external + join.fearWeight * Join.Reference.fear / 2
      + (kind.isAffected ? max(0, affected) : 0) + (kind.hasStrata ? max(0, poor) : 0)
  }

  /// The best match of motives and process, relative to the reference, for who never took part:
  /// all that somebody wants is a fitting service, or to be heard.
  private func bestMatch(affected: Bool) -> Double {
    max(affected ? 1 : quality, (1 + Member.initialVoice) / 2) - 0.5
  }

  /// The most that contacts can add.
  var mostDrawn: Double { max(0, drawn(by: participants > 0 ? 1 : 0)) }

  /// What the share of contacts that take part adds.
  func drawn(by contacts: Double?) -> Double {
    contacts.map { join.contactWeight * ($0 - Join.Reference.contacts) } ?? 0
  }

  /// An actor's sense that it can make a difference: half by what it knows, half by being heard and by
  /// seeing decisions carried out.
  private func efficacy(knowledge: Double, voice: Double) -> Double {
    (2 * knowledge + voice + carriedOut) / 4
  }

  @inline(__always)
  private func personal(_ actor: Actor, _ member: Member) -> Double {
    var sum =
      join.efficacyWeight
      * (efficacy(knowledge: actor.knowledge, voice: member.voice) - Join.Reference.efficacy)
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

extension JoinParameters {
  /// What euros an hour add to the utility of external actors, who compare them with a wage.
  func pull(payment: Double, publicWage: Double) -> Double {
    paymentEffect * max(0, payment / publicWage - paymentThreshold)
  }
}
