import Testing

@testable import CoCreation

@Suite struct ContributeTests {
  /// −0.473 + 0.242 P(b) + 0.666 b, rounded, by hand.
  @Test(
    arguments: [
      // P = 7.4: 7.978. P = 14.8: 16.43. P = 3.7: 3.752. P = 0: −0.473.
      (SocialType.conditionalCooperator, 10.0, 8.0), (.conditionalCooperator, 20, 16),
      (.conditionalCooperator, 5, 4), (.conditionalCooperator, 0, 0),
      // P = 0: 6.187; 12.847.
      (.freeRider, 10, 6), (.freeRider, 20, 13), (.freeRider, 0, 0),
      // P = 5: 7.397. P = 4: 8.487. P = 2: 3.367... at 4; P = 0: 12.847.
      (.triangle, 10, 7), (.triangle, 12, 8), (.triangle, 4, 3), (.triangle, 20, 13),
      // P = 8.5: 1.584; 8.244; 14.904.
      (.other, 0, 2), (.other, 10, 8), (.other, 20, 15),
    ] as [(SocialType, Double, Double)])
  func contributionsOfTheTypes(type: SocialType, belief: Double, points: Double) {
    #expect(Contribute.contribution(belief: belief, type: type) == points)
  }

  @Test func preferredContributionOfATriangleIsLargestInTheMiddle() {
    #expect(SocialType.triangle.preferredContribution(others: 4) == 2)
    #expect(SocialType.triangle.preferredContribution(others: 10) == 5)
    #expect(SocialType.triangle.preferredContribution(others: 16) == 2)
  }

  @Test func participantsContributeAndLearnWhatTheOthersGave() throws {
    var stage = try Stage()
    stage.stopParticipation(of: [3])
    for (index, belief) in [10.0, 5, 20].enumerated() { stage.task.members[index].belief = belief }
    stage.actors[2].socialType = .freeRider
    stage.run(Contribute())
    // 8, 4 and 13 points; each sees the mean of the two others.
    let members = stage.task.members
    #expect(members[..<3].map(\.contribution) == [0.4, 0.2, 0.65])
    #expect(near(stage.task.month.contribution, 25.0 / 3))
    #expect(near(members[0].belief, 0.118 + 0.415 * 8.5 + 0.569 * 10))
    #expect(near(members[1].belief, 0.118 + 0.415 * 10.5 + 0.569 * 5))
    #expect(near(members[2].belief, 0.118 + 0.415 * 6 + 0.569 * 20))
    // Who does not take part neither gives nor learns.
    #expect(members[3].belief == 10 && members[3].contribution == 0.5)
  }

  /// Visible: coverage · (½ after a failure) · (½ + ½ min(1, 2 · others)); others give 8 of 20.
  @Test(arguments: [(false, 0.8 * 0.9), (true, 0.8 * 0.5 * 0.9)] as [(Bool, Double)])
  func visibleResultsRaiseTheBeliefOfThoseWhoTrust(failed: Bool, visible: Double) throws {
    var stage = try Stage { $0.contribute.reinforcement = 0.25 }
    stage.task.coverage = 0.8
    stage.task.failedLastMonth = failed
    stage.task.members[0].trust = 0.5
    stage.task.members[1].trust = 0
    stage.run(Contribute())
    let plain = 0.118 + 0.415 * 8 + 0.569 * 10
    #expect(near(stage.task.members[0].belief, plain + 0.25 * 0.5 * visible * 10))
    #expect(near(stage.task.members[1].belief, plain))
  }

  /// 0.118 + 0.415 · 16 + 0.569 · 5, and twice the 15 points that are missing.
  @Test func beliefsStayBelow20() throws {
    var stage = try Stage {
      ($0.contribute.reinforcement, $0.contribute.earlyWins) = (1, 1)
    }
    for index in 0...3 { stage.task.members[index].belief = index == 0 ? 5 : 20 }
    (stage.task.coverage, stage.task.members[0].trust) = (1, 1)
    stage.run(Contribute())
    #expect(stage.task.members[0].belief == 20)
  }

  @Test func whoeverHasNoTeamKeepsItsBelief() throws {
    // Nine participants, teams of eight: one is left alone.
    var stage = try Stage(publicActors: 4, externalActors: 5) { $0.contribute.teamSize = 8 }
    stage.run(Contribute())
    #expect(stage.task.members.count { $0.belief == 10 } == 1)
    var alone = try Stage(publicActors: 1, externalActors: 0)
    alone.run(Contribute())
    #expect(alone.task.members[0].belief == 10 && alone.task.month.contribution == 8)
  }

  @Test func teamsAreDrawnAnewEachMonth() throws {
    let stage = try Stage(publicActors: 10, externalActors: 10) { $0.contribute.teamSize = 2 }
    func partners(round: Int) -> [Double] {
      var stage = stage
      for index in 0..<20 { stage.task.members[index].belief = Double(index) }
      stage.run(Contribute(), round: round)
      return stage.task.members.map(\.belief)
    }
    #expect(partners(round: 1) == partners(round: 1))
    #expect(partners(round: 1) != partners(round: 2))
  }

  @Test func withoutParticipantsThereIsNoContribution() throws {
    var stage = try Stage()
    stage.stopParticipation(of: [0, 1, 2, 3])
    stage.run(Contribute())
    #expect(stage.task.month.contribution == nil)
  }

  /// Of 0.2 and 0.8.
  @Test(
    arguments: [
      (1.0, 0.5), (0, 0.4), (-1, 0.32), (2, 0.5830951894845301), (-8, 0.21810113054093544),
      (8, 0.7336046337915226),
    ] as [(Double, Double)])
  func generalisedMeans(exponent: Double, expected: Double) {
    let mean = GeneralisedMean(exponent: exponent)
    #expect(near(mean.value(mean.term(0.2) + mean.term(0.8), count: 2), expected))
  }

  /// Its slope in the exponent is 0.4 · ln(4)²/8 = 0.1 at 0.
  @Test(arguments: [1e-5, -1e-5]) func theMeanIsContinuousInItsExponent(exponent: Double) {
    let mean = GeneralisedMean(exponent: exponent)
    #expect(abs(mean.value(mean.term(0.2) + mean.term(0.8), count: 2) - 0.4) < 2e-6)
  }

  @Test func oneWhoGivesNothingIsTheWeakestLinkButNotAnInfinity() {
    let weakest = GeneralisedMean(exponent: -8)
    let value = weakest.value(weakest.term(0) + weakest.term(0.5), count: 2)
    // The floor of 0.01 and a factor of 2^(1/8).
    #expect(value > 0.01 && value < 0.011)
    let best = GeneralisedMean(exponent: 8)
    #expect(best.value(best.term(0) + best.term(0), count: 2) == 0)
  }

  @Test func weakerLinksMeanLowerBeliefsNextMonth() throws {
    func belief(_ exponent: Double) throws -> Double {
      var stage = try Stage { $0.contribute.productionExponent = exponent }
      stage.actors[3].socialType = .freeRider
      stage.task.members[3].belief = 2
      stage.run(Contribute())
      return stage.task.members[0].belief
    }
    #expect(try belief(-4) < belief(1))
    #expect(try belief(1) < belief(4))
  }
}
