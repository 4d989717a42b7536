import Testing

@testable import CoCreation

@Suite struct JoinTests {
  @Test func withNeutralRatesNobodyComesOrGoes() throws {
    var stage = try Stage(publicActors: 3, externalActors: 5)
    stage.stopParticipation(of: [1, 4])
    stage.run(Join(), round: 2)
    #expect(stage.task.participants == [0, 2, 3, 5, 6, 7])
    #expect(stage.task.publicParticipants == 2)
    #expect(stage.task.month.joined == 0 && stage.task.month.left == 0)
  }

  @Test func certainRatesBringAllInAndTakeAllOut() throws {
    var stage = try Stage(publicActors: 3, externalActors: 5) {
      ($0.join.initialPublic, $0.join.initialExternal) = (1, 1)
      $0.join.monthlyLeave = 1
    }
    stage.stopParticipation(of: Array(0..<8))
    stage.run(Join(), round: 1)
    #expect(stage.task.participants == Array(0..<8))
    #expect(stage.task.month.joined == 8 && stage.events(.join).count == 8)
    stage.run(Join(), round: 2)
    // One of each side is kept.
    #expect(stage.task.participants.count == 2 && stage.task.publicParticipants == 1)
    #expect(stage.task.month.left == 6 && stage.events(.leave).count == 6)
    // Whoever has left gives nothing any more.
    for member in stage.task.members where !member.participates {
      #expect(member.contribution == 0 && member.load == 0)
    }
  }

  @Test func whoeverIsKeenestOfASideIsDrafted() throws {
    var stage = try Stage(publicActors: 3, externalActors: 3) {
      ($0.join.initialPublic, $0.join.initialExternal) = (0, 0)
      $0.join.trustWeight = 1
    }
    stage.stopParticipation(of: Array(0..<6))
    stage.task.members[1].trust = 0.9
    stage.task.members[5].trust = 0.7
    stage.run(Join(), round: 1)
    #expect(stage.task.participants == [1, 5])
    #expect(stage.task.members.map(\.everParticipated) == [Bool](repeating: true, count: 6))
  }

  @Test func anEndedProcessTakesNobodyIn() throws {
    var stage = try Stage { ($0.join.initialPublic, $0.join.initialExternal) = (1, 1) }
    stage.task.close(stage.actors)
    stage.run(Join(), round: 1)
    #expect(stage.task.participants.isEmpty && stage.task.month.joined == 0)
  }

  /// Utility 0 everywhere: base rates hold as they are.
  @Test func baseRatesHoldAtTheReferencePoint() throws {
    var stage = try Stage(publicActors: 2000, externalActors: 2000) {
      ($0.join.initialPublic, $0.join.initialExternal) = (0.4, 0.25)
      ($0.join.monthlyPublic, $0.join.monthlyExternal) = (0.06, 0.02)
      $0.join.monthlyLeave = 0.1
    }
    var later = stage
    stage.stopParticipation(of: Array(0..<4000))
    var monthly = stage
    stage.run(Join(), round: 1)
    #expect(isLikely(stage.task.publicParticipants, of: 2000, probability: 0.4))
    #expect(isLikely(stage.task.externalParticipants, of: 2000, probability: 0.25))
    monthly.run(Join(), round: 2)
    #expect(isLikely(monthly.task.publicParticipants, of: 2000, probability: 0.06))
    #expect(isLikely(monthly.task.externalParticipants, of: 2000, probability: 0.02))
    later.run(Join(), round: 2)
    #expect(isLikely(later.task.month.left, of: 4000, probability: 0.1))
  }

  /// Odds of joining 1/3 · e^(5·0.2); of leaving 1/9 · e^(−5·0.2).
  @Test func utilityShiftsTheOddsOfJoiningUpAndOfLeavingDown() throws {
    var stage = try Stage(publicActors: 1, externalActors: 4000) {
      $0.join.initialExternal = 0.25
      $0.join.monthlyLeave = 0.1
      ($0.join.incentiveWeight, $0.join.incentive) = (5, 0.7)
    }
    let e = 2.718281828459045
    var members = stage
    stage.stopParticipation(of: Array(1...4000))
    stage.run(Join(), round: 1)
    #expect(isLikely(stage.task.externalParticipants, of: 4000, probability: e / (e + 3)))
    members.run(Join(), round: 2)
    #expect(isLikely(members.task.month.left, of: 4001, probability: 1 / (1 + 9 * e)))
  }

  @Test func moreIncentiveAddsParticipantsAndTakesNoneAway() throws {
    func participants(_ incentive: Double, joined: Bool) throws -> Set<Int> {
      var stage = try Stage(publicActors: 50, externalActors: 50) {
        ($0.join.monthlyPublic, $0.join.monthlyExternal) = (0.3, 0.3)
        $0.join.monthlyLeave = 0.3
        ($0.join.incentiveWeight, $0.join.incentive) = (5, incentive)
      }
      if !joined { stage.stopParticipation(of: Array(0..<100)) }
      stage.run(Join(), round: 2)
      return Set(stage.task.participants)
    }
    for joined in [false, true] {
      let (few, more) = try (
        participants(0.4, joined: joined), participants(0.6, joined: joined)
      )
      #expect(few.isStrictSubset(of: more))
    }
  }

  /// Of 40 willing the limit takes 10, by lot and not by their place in the list.
  @Test func theOnboardingLimitTakesNewcomersByLot() throws {
    var external = 0
    for seed in UInt64(0)..<100 {
      var stage = try Stage(publicActors: 21, externalActors: 21, seed: seed) {
        ($0.join.monthlyPublic, $0.join.monthlyExternal) = (1, 1)
        $0.join.onboardingLimit = 10
      }
      stage.stopParticipation(of: Array(1...20) + Array(22...41))
      stage.run(Join(), round: 2)
      #expect(stage.task.month.joined == 10 && stage.task.participants.count == 12)
      external += stage.task.externalParticipants - 1
    }
    #expect(isLikely(external, of: 1000, probability: 0.5))
  }
}
