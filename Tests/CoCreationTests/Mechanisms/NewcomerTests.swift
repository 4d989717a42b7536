import Testing

@testable import CoCreation

/// What those who join bring along, and how they are found in a pool that nobody looks through.
@Suite struct NewcomerTests {
  /// Trust 0.6 + reputation −0.15, less a disappointment of 0.1; half of demand was met last month,
  /// and early wins make it look 1.2 times as much.
  @Test func newcomersSeeTheServiceByItsReputation() throws {
    var stage = try Self.outsiders()
    stage.actors[2].disappointment = 0.1
    stage.task.members[3].isAffected = false
    stage.run(Join(), round: 5)
    let members = stage.task.members
    #expect(stage.task.participants == [0, 1, 2, 3] && stage.task.month.joined == 3)
    #expect(near(members[1].trust, 0.45) && near(members[2].trust, 0.35))
    // The design is all that those affected want.
    #expect(members[1].fit == 1 && near(members[1].aspiration, 0.6))
    // Of its quality 0.3 an unfamiliar design loses a fifth in practice.
    #expect(near(members[3].aspiration, 0.6 * 0.24))
    for index in 1...3 {
      #expect(members[index].believedOpenness == 0.5 && members[index].tenure == 0)
      #expect(members[index].everParticipated && stage.actors[index].isInvolved)
      #expect(stage.world.involved.count { $0 == index } == 1)
    }
  }

  /// Early wins show in what the process did: not before it had a month.
  @Test(arguments: [(1, 0.5), (2, 0.75), (11, 0.3)] as [(Int, Double)])
  func newcomersExpectWhatWasVisibleLast(round: Int, visible: Double) throws {
    var stage = try Self.outsiders { $0.join.initialExternal = 1 }
    stage.run(Join(), round: round)
    #expect(near(stage.task.members[1].aspiration, visible))
  }

  @Test func whoeverReturnsBringsItsOwnExperience() throws {
    var stage = try Self.outsiders()
    var member = stage.task.members[2]
    (member.everParticipated, member.trust, member.aspiration) = (true, 0.9, 0.7)
    (member.believedOpenness, member.voice) = (0.1, 0.2)
    stage.task.members[2] = member
    stage.actors[2].disappointment = 0.3
    stage.world.involved.append(2)
    stage.run(Join(), round: 5)
    let returned = stage.task.members[2]
    #expect(returned.participates && returned.trust == 0.9 && returned.aspiration == 0.7)
    #expect(returned.believedOpenness == 0.1 && returned.voice == 0.2)
  }

  @Test func whoIsAskedInPersonIsANewcomerToo() throws {
    var stage = try Self.outsiders { $0.join.monthlyExternal = 0 }
    stage.run(Join(), round: 5)
    let asked = try #require(stage.task.participants.last)
    #expect(stage.task.participants.count == 2)
    #expect(near(stage.task.members[asked].trust, 0.45))
    #expect(stage.task.members[asked].believedOpenness == 0.5)
  }

  /// Of a pool that is not looked through as many come as would if everybody decided by the odds.
  @Test func poolsAreSearchedAsIfAllWereAsked() throws {
    var stage = try Self.pool()
    stage.run(Join(), round: 1)
    var known = stage
    known.meetEveryone()
    var chances: [Int: Double] = [:]
    var turn = Turn()
    let appeal = Appeal(known.task, known.actors, known.world)
    for index in known.actors.indices
    where known.actors[index].isExternal && !known.task.members[index].participates {
      let contacts = known.task.contacts(of: index, known.actors[index].id, &turn)
      let utility = appeal.utility(
        known.actors[index], known.task.members[index], contacts: contacts)
      chances[index] = logistic(logOdds(0.05) + utility)
    }
    let sorted = chances.values.sorted()
    let median = sorted[sorted.count / 2]
    var joined = (likely: 0, unlikely: 0)
    for round in 2...101 {
      var month = stage
      month.run(Join(), round: round)
      for index in month.task.participants {
        guard let chance = chances[index] else { continue }
        if chance > median { joined.likely += 1 } else { joined.unlikely += 1 }
      }
    }
    for (count, chances) in [
      (joined.likely, sorted.filter { $0 > median }),
      (joined.unlikely, sorted.filter { $0 <= median }),
    ] {
      let mean = 100 * chances.reduce(0, +)
      let variance = 100 * chances.reduce(0) { $0 + $1 * (1 - $1) }
      // Four standard errors of a sum of independent trials.
      #expect(abs(Double(count) - mean) < 4 * variance.squareRoot())
    }
    #expect(joined.likely > 2 * joined.unlikely && joined.unlikely > 0)
  }

  @Test func mostOfAPoolNeverComeIntoView() throws {
    var stage = try Self.pool { $0.join.initialExternal = 0.003 }
    stage.run(Join(), round: 1)
    let external = stage.actors.filter(\.isExternal)
    #expect(external.count { $0.acquaintance == .full } < external.count / 2)
    for (actor, member) in zip(stage.actors, stage.task.members) where member.participates {
      #expect(actor.acquaintance == .full && member.acquaintance == .full)
    }
  }

  /// Whoever joins at some rate joins at every higher one.
  @Test func higherRatesOnlyAdd() throws {
    let joined = try [0.01, 0.05, 0.3].map { rate in
      var stage = try Self.pool { $0.join.initialExternal = rate }
      stage.run(Join(), round: 1)
      return Set(stage.task.participants[stage.task.publicParticipants...])
    }
    #expect(joined[0].isStrictSubset(of: joined[1]) && joined[1].isStrictSubset(of: joined[2]))
    #expect(!joined[0].isEmpty)
  }

  /// One public participant and three citizens outside; half of demand was met.
  private static func outsiders(
    _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try Stage(publicActors: 1, externalActors: 3) {
      $0.join.monthlyExternal = 1
      ($0.contribute.earlyWins, $0.world.rounds) = (0.5, 11)
      $0.deliver.implementationLoss = 0.5
      change(&$0)
    }
    stage.makeOutsiders(of: [1, 2, 3])
    for index in 1...3 { stage.setPreferences(of: index, [1, 1, 0, 0]) }
    (stage.task.design, stage.task.unfamiliarity) = (0b0011, 0.4)
    (stage.task.coverage, stage.task.reputation.shift) = (0.5, -0.15)
    return stage
  }

  /// A small municipality with all weights at their defaults, before anybody joins.
  private static func pool(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var kinds = ActorKind.municipality
    (kinds[3].count, kinds[4].count) = (200, 100)
    return try Stage(setUp: Simulation.setUp, kinds: kinds) {
      ($0.join.initialExternal, $0.join.monthlyExternal) = (0.05, 0.05)
      $0.join.monthlyLeave = 0
      change(&$0)
    }
  }
}
