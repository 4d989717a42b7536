import GSL
import Testing

@testable import CoCreation

@Suite struct ContributeTests {
  /// Beliefs 10 and 5 of conditional cooperators give 9.8 and 4.6 points, a free rider none.
  @Test func externalParticipantsContributeAndLearnWhatTheOthersGave() throws {
    var stage = try Stage(externalActors: 4)
    stage.stopParticipation(of: [5])
    for (index, belief) in [(2, 10.0), (3, 5), (4, 20)] {
      stage.task.members[index].belief = belief
    }
    stage.actors[4].socialType = .freeRider
    stage.run(Contribute())
    // 10, 5 and 0 points; each sees the mean of the two others.
    let members = stage.task.members
    #expect(members[2...4].map(\.contribution) == [0.5, 0.25, 0])
    #expect(near(stage.task.month.contribution, 5))
    #expect(near(members[2].belief, 0.118 + 0.415 * 2.5 + 0.569 * 10))
    #expect(near(members[3].belief, 0.118 + 0.415 * 5 + 0.569 * 5))
    #expect(near(members[4].belief, 0.118 + 0.415 * 7.5 + 0.569 * 20))
    // Who does not take part neither gives nor learns, and staff does its duty.
    for index in [0, 1, 5] {
      #expect(members[index].belief == 10 && members[index].contribution == 0.5)
    }
  }

  /// Visible: coverage · (½ after a failure) · (½ + ½ min(1, 2 · others)); others give 4 of 20.
  @Test(arguments: [(false, 0.8 * 0.7), (true, 0.8 * 0.5 * 0.7)] as [(Bool, Double)])
  func visibleResultsRaiseTheBeliefOfThoseWhoTrust(failed: Bool, visible: Double) throws {
    var stage = try Stage { $0.contribute.reinforcement = 0.25 }
    stage.task.coverage = 0.8
    stage.task.failedLastMonth = failed
    // 140/108 · (0.666 · 4.4 − 0.473) + 0.242 · 0.74 · 4.4 is 3.97.
    stage.task.members[3].belief = 4.4
    (stage.task.members[2].trust, stage.task.members[3].trust) = (0.5, 0)
    stage.run(Contribute())
    let plain = 0.118 + 0.415 * 4 + 0.569 * 10
    #expect(near(stage.task.members[2].belief, plain + 0.25 * 0.5 * visible * 10))
    #expect(near(stage.task.members[3].belief, 0.118 + 0.415 * 10 + 0.569 * 4.4))
  }

  /// 0.118 + 0.415 · 20 + 0.569 · 5, and twice the 15 points that are missing.
  @Test func beliefsStayBelow20() throws {
    var stage = try Stage {
      ($0.contribute.reinforcement, $0.contribute.earlyWins) = (1, 1)
    }
    (stage.task.members[2].belief, stage.task.members[3].belief) = (5, 20)
    (stage.task.coverage, stage.task.members[2].trust) = (1, 1)
    stage.run(Contribute())
    #expect(stage.task.members[2].belief == 20)
  }

  @Test func whoeverHasNoTeamKeepsItsBelief() throws {
    // Nine external participants, teams of eight: one is left alone.
    var stage = try Stage(publicActors: 4, externalActors: 9) { $0.contribute.teamSize = 8 }
    stage.run(Contribute())
    #expect(stage.task.members[4...].count { $0.belief == 10 } == 1)
    var alone = try Stage(externalActors: 1)
    alone.run(Contribute())
    #expect(alone.task.members[2].belief == 10 && alone.task.month.contribution == 10)
  }

  @Test func teamsAreDrawnAnewEachMonth() throws {
    let stage = try Stage(externalActors: 20) { $0.contribute.teamSize = 2 }
    func partners(round: Int) -> [Double] {
      var stage = stage
      for index in 2..<22 { stage.task.members[index].belief = Double(index - 2) }
      stage.run(Contribute(), round: round)
      return stage.task.members.map(\.belief)
    }
    #expect(partners(round: 1) == partners(round: 1))
    #expect(partners(round: 1) != partners(round: 2))
  }

  /// Five make two teams of two: ten pairs in all, two of them a month.
  @Test func everybodyMeetsEverybodyInTime() throws {
    let stage = try Stage(externalActors: 5) { $0.contribute.teamSize = 2 }
    var met: Set<[Int]> = []
    for round in 1...60 {
      var stage = stage
      // Beliefs of 4, 8 … 20 give different points, so that a belief tells the partner.
      for index in 2...6 { stage.task.members[index].belief = Double(4 * (index - 1)) }
      stage.run(Contribute(), round: round)
      for index in 2...6 {
        let own = 0.118 + 0.569 * Double(4 * (index - 1))
        let seen = (stage.task.members[index].belief - own) / 0.415
        for partner in 2...6
        where partner != index && near(seen, 20 * stage.task.members[partner].contribution, 1e-9) {
          met.insert([index, partner].sorted())
        }
      }
    }
    #expect(met.count == 10)
  }

  @Test func withoutExternalParticipantsOrAProcessThereIsNoContribution() throws {
    var (alone, ended) = (try Stage(), try Stage())
    alone.stopParticipation(of: [2, 3])
    ended.end()
    for var stage in [alone, ended] {
      stage.task.jointProduct = 0.3
      stage.run(Contribute())
      #expect(stage.task.month.contribution == nil && stage.task.jointProduct == 1)
    }
  }

  @Test func weakerLinksMeanLowerBeliefsNextMonth() throws {
    func belief(_ exponent: Double) throws -> Double {
      var stage = try Stage(externalActors: 3) { $0.contribute.productionExponent = exponent }
      stage.task.members[4].belief = 2
      stage.run(Contribute())
      return stage.task.members[2].belief
    }
    #expect(try belief(-4) < belief(1))
    #expect(try belief(1) < belief(4))
  }

  /// 0.6 of the lasting difference and 0.8 of this month's.
  @Test func peopleDifferLastinglyAndFromMonthToMonth() throws {
    var stage = try Stage(externalActors: 12) {
      ($0.contribute.spread, $0.contribute.persistence) = (4, 0.36)
    }
    for index in 2...13 { stage.task.members[index].generosity = Double(index - 7) / 2 }
    let contributions = Contributions(spread: 4)
    for round in 1...5 {
      var month = stage
      month.run(Contribute(), round: round)
      var turn = Turn()
      turn.round = round
      for index in 2...13 {
        let monthly = turn.draw(turn.stream(.giving, of: stage.task), stage.actors[index].id) {
          $0.gaussian()
        }
        let points = contributions.points(
          belief: 10, type: .conditionalCooperator,
          deviation: 0.6 * stage.task.members[index].generosity + 0.8 * monthly)
        #expect(near(month.task.members[index].contribution, points / 20))
      }
    }
  }

  /// All of it, nothing of it, and half of it lasts.
  @Test(arguments: [0.0, 0.5, 1]) func persistenceIsTheCorrelationOfMonths(share: Double) throws {
    var stage = try Stage(externalActors: 2000) {
      ($0.contribute.spread, $0.contribute.persistence) = (2, share)
    }
    var turn = Turn()
    for index in 2..<2002 {
      let id = stage.actors[index].id
      stage.task.members[index].generosity = turn.draw(
        stage.task.contextStream(.generosity), id
      ) { $0.gaussian() }
    }
    let months = [1, 2].map { round in
      var month = stage
      month.run(Contribute(), round: round)
      return month.task.members[2...].map { $0.contribution }
    }
    let means = months.map { $0.reduce(0, +) / 2000 }
    func covariance(_ a: Int, _ b: Int) -> Double {
      zip(months[a], months[b]).reduce(0) { $0 + ($1.0 - means[a]) * ($1.1 - means[b]) } / 2000
    }
    let correlation = covariance(0, 1) / (covariance(0, 0) * covariance(1, 1)).squareRoot()
    // Four standard errors of a correlation; that points are whole lowers it by 1 in 50 at most.
    #expect(abs(correlation - share) < 4 / 2000.0.squareRoot() + 0.02)
  }
}
