import Testing

@testable import CoCreation

@Suite struct LearnTests {
  /// 0.015 of what is missing; a failure of severity 2 teaches 0.05 · τ · 2.
  @Test(arguments: [(0.0, 0.5, 0.0), (2, 0.5, 0.05), (2, 0, 0)] as [(Double, Double, Double)])
  func maturityGrowsByDoingAndByFailing(
    severity: Double, tolerance: Double, lesson: Double
  ) throws {
    var stage = try Self.stage { $0.competences.errorTolerance = tolerance }
    stage.task.month.severity = severity
    stage.run(Learn())
    #expect(near(stage.world.publicMaturity, 0.4 + 0.015 * 0.6 + lesson))
    #expect(near(stage.world.externalMaturity, 0.2 + 0.015 * 0.8 + lesson))
  }

  @Test func maturityFadesWithoutCocreation() throws {
    var stage = try Self.stage()
    stage.task.close(stage.actors)
    stage.run(Learn())
    #expect(near(stage.world.publicMaturity, 0.4 * 0.995))
    #expect(near(stage.world.externalMaturity, 0.2 * 0.995))
  }

  @Test func withNeutralParametersNothingIsLearnedOrLost() throws {
    var stage = try Stage { $0.learn.fatigueRecovery = 0 }
    (stage.world.publicMaturity, stage.world.externalMaturity) = (0.4, 0.2)
    stage.task.month.severity = 3
    for index in 0...3 {
      stage.task.members[index].load = 1
      stage.actors[index].fatigue = 0.3
      (stage.actors[index].legitimacy, stage.actors[index].initialLegitimacy) = (0.4, 0.9)
    }
    stage.run(Learn())
    #expect(stage.world.publicMaturity == 0.4 && stage.world.externalMaturity == 0.2)
    #expect(stage.actors.allSatisfy { $0.fatigue == 0.3 && $0.legitimacy == 0.4 })
  }

  /// Familiarity 0.4 · maturity 0.3 a month.
  @Test func newDesignsBecomeFamiliarFasterWithMaturity() throws {
    var stage = try Self.stage { $0.deliver.familiarity = 0.4 }
    stage.task.unfamiliarity = 0.5
    stage.run(Learn())
    #expect(near(stage.task.unfamiliarity, 0.5 * (1 - 0.12)))
    var quick = try Self.stage { $0.deliver.familiarity = 1 }
    (quick.world.publicMaturity, quick.world.externalMaturity) = (1, 1)
    quick.task.unfamiliarity = 0.5
    quick.run(Learn())
    #expect(quick.task.unfamiliarity == 0)
  }

  /// 0.1 · load 0.5 · (1 + documentation 0.2), less a tenth of what there was.
  @Test func workTiresAndRestHeals() throws {
    var stage = try Self.stage {
      ($0.learn.fatigueLoad, $0.learn.fatigueRecovery) = (0.1, 0.1)
      $0.coordinate.documentationBase = 0.2
    }
    for index in 0...3 {
      stage.actors[index].fatigue = 0.3
      stage.task.members[index].load = 0.5
    }
    stage.stopParticipation(of: [3])
    stage.run(Learn())
    #expect(near(stage.actors[0].fatigue, 0.3 + 0.06 - 0.03))
    #expect(near(stage.actors[3].fatigue, 0.27))
  }

  @Test func statesStayWithinTheirRange() throws {
    var stage = try Self.stage {
      ($0.learn.fatigueLoad, $0.learn.workLegitimacy) = (0.5, 0.2)
      $0.learn.fatigueRecovery = 0
      $0.learn.teaching = 1
    }
    (stage.actors[0].fatigue, stage.task.members[0].load) = (0.9, 1)
    stage.actors[0].legitimacy = 0.9
    stage.task.month.severity = 9
    stage.run(Learn())
    #expect(stage.actors[0].fatigue == 1 && stage.actors[0].legitimacy == 1)
    #expect(stage.world.publicMaturity == 1)
  }

  /// 0.02 · load ½, and 0.02 of the way back to 0.9.
  @Test func legitimacyIsEarnedAndReturns() throws {
    var stage = try Self.stage {
      ($0.learn.workLegitimacy, $0.learn.legitimacyReturn) = (0.02, 0.02)
    }
    stage.actors[1].initialLegitimacy = 0.9
    stage.task.members[1].load = 0.5
    stage.run(Learn())
    #expect(near(stage.actors[1].legitimacy, 0.5 + 0.01 + 0.02 * 0.4))
    #expect(stage.actors[0].legitimacy == 0.5)
  }

  /// One of two tasks goes on, one has ended; a failure teaches where the process goes on.
  @Test func theOrganisationLearnsByTheMeanOverItsTasks() throws {
    var stage = try Self.stage { $0.competences.errorTolerance = 0.5 }
    var ended = stage.task
    ended.close(stage.actors)
    (stage.task.month.severity, ended.month.severity) = (2, 9)
    var state = stage.state(beside: [ended])
    state.run(Learn())
    let lesson = 0.05 * 0.5 * 2 / 2
    #expect(near(state.world.publicMaturity, 0.4 + 0.0075 * 0.6 - 0.0025 * 0.4 + lesson))
    #expect(near(state.world.externalMaturity, 0.2 + 0.0075 * 0.8 - 0.0025 * 0.2 + lesson))
  }

  /// Half of its time is 0.8 loaded, the other half 0.4: together 0.6 of all its hours.
  @Test func anActorTiresOfAllItsTasks() throws {
    var stage = try Self.stage {
      ($0.learn.fatigueLoad, $0.learn.fatigueRecovery) = (0.1, 0)
      $0.learn.workLegitimacy = 0.2
    }
    var other = stage.task
    for index in 0...3 {
      stage.actors[index].engagements = 2
      (stage.task.members[index].load, other.members[index].load) = (0.8, 0.4)
    }
    stage.actors[3].engagements = 1
    other.members[3].participates = false
    var state = stage.state(beside: [other])
    state.run(Learn())
    #expect(near(state.actors[0].fatigue, 0.06) && near(state.actors[0].legitimacy, 0.62))
    #expect(near(state.actors[3].fatigue, 0.08) && near(state.actors[3].legitimacy, 0.66))
  }

  @Test func aProcessWithoutEnoughExternalsEndsAfterItsPatience() throws {
    var stage = try Stage(publicActors: 2, externalActors: 3) {
      ($0.join.viableExternal, $0.join.patience) = (3, 3)
    }
    for round in 1...10 { stage.run(Close(), round: round) }
    #expect(stage.task.isActive && stage.task.monthsBelowViable == 0)
    stage.stopParticipation(of: [4])
    stage.run(Close(), round: 11)
    stage.run(Close(), round: 12)
    #expect(stage.task.isActive && stage.task.monthsBelowViable == 2)
    // One good month starts the count anew.
    stage.task.members[4].participates = true
    stage.task.gatherParticipants(stage.actors)
    stage.run(Close(), round: 13)
    stage.stopParticipation(of: [4])
    for round in 14...15 { stage.run(Close(), round: round) }
    #expect(stage.task.isActive)
    stage.run(Close(), round: 16)
    #expect(!stage.task.isActive && stage.task.participants.isEmpty && stage.task.leader == nil)
    #expect(
      stage.task.members.allSatisfy { !$0.participates && $0.load == 0 && $0.contribution == 0 })
    #expect(stage.task.members.allSatisfy { $0.everParticipated })
    #expect(stage.events(.close).map(\.round) == [16])
    stage.run(Close(), round: 17)
    #expect(stage.events(.close).count == 1)
  }

  /// Odds 1/9 at the reference trust of 0.6; times e at 0.6 − ⅙, divided by e at 0.6 + ⅙.
  @Test(
    arguments: [
      (0.6, 1.0), (0.6 - 1.0 / 6, 2.718281828459045), (0.6 + 1.0 / 6, 1 / 2.718281828459045),
    ] as [(Double, Double)])
  func distrustEndsProcesses(trust: Double, factor: Double) throws {
    var stage = try Stage { ($0.join.closureHazard, $0.join.closureTrust) = (0.1, 6) }
    for index in 0...3 { stage.task.members[index].trust = trust }
    var ended = 0
    for round in 1...2000 {
      var stage = stage
      stage.run(Close(), round: round)
      if !stage.task.isActive { ended += 1 }
    }
    let odds = factor / 9
    #expect(isLikely(ended, of: 2000, probability: odds / (1 + odds)))
  }

  @Test func withNeutralParametersNoProcessEnds() throws {
    var stage = try Stage(publicActors: 1, externalActors: 0) { $0.join.closureTrust = 20 }
    stage.task.members[0].trust = 0
    for round in 1...200 { stage.run(Close(), round: round) }
    #expect(stage.task.isActive)
  }

  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage {
      ($0.learn.learning, $0.learn.forgetting, $0.learn.teaching) = (0.015, 0.005, 0.05)
      change(&$0)
    }
    (stage.world.publicMaturity, stage.world.externalMaturity) = (0.4, 0.2)
    return stage
  }
}
