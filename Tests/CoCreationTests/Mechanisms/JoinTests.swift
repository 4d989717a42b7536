import Testing

@testable import CoCreation

/// Who takes part: rates, odds, and what happens where they would leave a side without anybody.
@Suite struct JoinTests {
  @Test func withNeutralRatesNobodyComesOrGoes() throws {
    var stage = try Stage(publicActors: 3, externalActors: 5)
    stage.stopParticipation(of: [1, 4])
    stage.run(Join(), round: 2)
    #expect(stage.task.participants == [0, 2, 3, 5, 6, 7])
    #expect(stage.task.publicParticipants == 2)
    #expect(stage.task.month.joined == 0 && stage.task.month.left == 0)
    #expect(stage.task.month.publicLoss == 0 && stage.task.month.externalLoss == 0)
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
    #expect(near(stage.task.month.publicLoss, 2.0 / 3))
    #expect(near(stage.task.month.externalLoss, 0.8))
    // Whoever has left gives nothing any more.
    for member in stage.task.members where !member.participates {
      #expect(member.contribution == 0 && member.load == 0 && member.tenure == 0)
    }
  }

  @Test func anEndedProcessTakesNobodyIn() throws {
    var stage = try Stage { ($0.join.initialPublic, $0.join.initialExternal) = (1, 1) }
    stage.end()
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
    #expect(near(later.task.month.publicLoss, Double(2000 - later.task.publicParticipants) / 2000))
  }

  /// Rates of a start hold in the month in which the process begins, whichever that is.
  @Test func aProcessThatBeginsLaterStartsLikeAnyOther() throws {
    var stage = try Stage(publicActors: 2, externalActors: 3) {
      ($0.join.initialPublic, $0.join.initialExternal) = (1, 1)
    }
    stage.stopParticipation(of: Array(0..<5))
    stage.task.startRound = 13
    stage.run(Join(), round: 13)
    #expect(stage.task.participants.count == 5)
  }

  /// An hour of recognition at effect 1: odds of joining 1/3 · e, of leaving 1/9 / e.
  @Test func utilityShiftsTheOddsOfJoiningUpAndOfLeavingDown() throws {
    var stage = try Stage(publicActors: 1, externalActors: 4000) {
      $0.join.monthlyExternal = 0.25
      $0.join.monthlyLeave = 0.1
      $0.join.recognitionEffect = 1
    }
    stage.task.received.recognition = 1
    let e = 2.718281828459045
    var members = stage
    stage.stopParticipation(of: Array(1...4000))
    stage.run(Join(), round: 2)
    #expect(isLikely(stage.task.externalParticipants, of: 4000, probability: e / (e + 3)))
    members.run(Join(), round: 2)
    #expect(isLikely(members.task.month.left, of: 4001, probability: 1 / (1 + 9 * e)))
  }

  @Test func moreRecognitionAddsParticipantsAndTakesNoneAway() throws {
    func participants(_ hours: Double, joined: Bool) throws -> Set<Int> {
      var stage = try Stage(publicActors: 1, externalActors: 100) {
        ($0.join.monthlyExternal, $0.join.monthlyLeave) = (0.3, 0.3)
        $0.join.recognitionEffect = 1
      }
      stage.task.received.recognition = hours
      if !joined { stage.stopParticipation(of: Array(1...100)) }
      stage.run(Join(), round: 2)
      return Set(stage.task.participants)
    }
    for joined in [false, true] {
      let (few, more) = try (participants(0, joined: joined), participants(1, joined: joined))
      #expect(few.isStrictSubset(of: more))
    }
  }

  /// Odds of leaving 1/9, times e in the first month after joining and e^¼ in the fourth; staff
  /// leaves at 1/9 throughout.
  @Test(arguments: [(0, 2.718281828459045), (3, 1.2840254166877414)] as [(Int32, Double)])
  func newcomersLeaveMoreEasily(tenure: Int32, factor: Double) throws {
    var stage = try Stage(publicActors: 2000, externalActors: 2000) {
      ($0.join.monthlyLeave, $0.join.earlyLeaving) = (0.1, 1)
    }
    for index in stage.task.members.indices { stage.task.members[index].tenure = tenure }
    stage.run(Join(), round: 2)
    let left = (
      public: 2000 - stage.task.publicParticipants, external: 2000 - stage.task.externalParticipants
    )
    #expect(isLikely(left.external, of: 2000, probability: factor / (9 + factor)))
    #expect(isLikely(left.public, of: 2000, probability: 0.1))
    for member in stage.task.members {
      #expect(member.tenure == (member.participates ? tenure + 1 : 0))
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

  @Test func thePublicSideIsNeverWithoutItsKeenest() throws {
    var stage = try Stage(publicActors: 3, externalActors: 1) {
      ($0.join.monthlyLeave, $0.join.trustWeight) = (1, 1)
    }
    stage.task.members[1].trust = 0.9
    var outside = stage
    stage.run(Join(), round: 2)
    #expect(stage.task.participants == [1, 3] && stage.task.month.left == 2)
    outside.stopParticipation(of: [0, 1, 2])
    outside.run(Join(), round: 2)
    #expect(outside.task.participants == [1, 3] && outside.task.month.joined == 1)
  }

  @Test func theKeenestOfThoseWhoAllLeaveStays() throws {
    var stage = try Stage(publicActors: 1, externalActors: 4) {
      ($0.join.monthlyLeave, $0.join.trustWeight) = (1, 1)
    }
    for (index, trust) in [(1, 0.5), (2, 0.8), (3, 0.7)] {
      stage.task.members[index].trust = trust
    }
    // Whoever is outside is not asked while there is somebody to stay.
    stage.stopParticipation(of: [4])
    stage.task.members[4].trust = 1
    stage.run(Join(), round: 2)
    #expect(stage.task.participants == [0, 2] && stage.task.month.left == 2)
    #expect(stage.task.month.joined == 0)
  }

  /// Without any external participant one of the pool is asked by lot, beyond any limit.
  @Test func whereNoExternalActorComesOneIsAskedByLot() throws {
    var stage = try Stage(publicActors: 2, externalActors: 4) {
      ($0.join.monthlyPublic, $0.join.onboardingLimit) = (1, 1)
      $0.join.trustWeight = 1
    }
    stage.makeOutsiders(of: [2, 3, 4, 5])
    stage.stopParticipation(of: [1])
    stage.task.members[5].trust = 1
    var asked = [0, 0, 0, 0]
    for round in 2...1001 {
      var stage = stage
      stage.run(Join(), round: round)
      #expect(stage.task.externalParticipants == 1 && stage.task.publicParticipants == 2)
      #expect(stage.task.month.joined == 2)
      for index in 2...5 where stage.task.members[index].participates { asked[index - 2] += 1 }
    }
    for count in asked { #expect(isLikely(count, of: 1000, probability: 0.25)) }
  }
}
