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
    stage.end()
    stage.run(Learn())
    #expect(near(stage.world.publicMaturity, 0.4 * 0.995))
    #expect(near(stage.world.externalMaturity, 0.2 * 0.995))
  }

  /// Half of the public and a quarter of the external side left: 0.4 of their share of maturity.
  @Test func maturityGoesWithThoseWhoLeave() throws {
    var stage = try Self.stage { $0.learn.turnoverLoss = 0.4 }
    (stage.task.month.publicLoss, stage.task.month.externalLoss) = (0.5, 0.25)
    stage.run(Learn())
    #expect(near(stage.world.publicMaturity, 0.4 + 0.015 * 0.6 - 0.2 * 0.4))
    #expect(near(stage.world.externalMaturity, 0.2 + 0.015 * 0.8 - 0.1 * 0.2))
  }

  /// Staff makes three quarters by itself, and 0.02 of it are replaced by others.
  @Test(arguments: [(0.5, 0.05), (0, 0)] as [(Double, Double)])
  func staffLearnsByWhatItMakesItself(tolerance: Double, lesson: Double) throws {
    var stage = try Self.stage {
      $0.form.codeliveryShare = 0.25
      ($0.learn.staffTurnover, $0.learn.turnoverLoss) = (0.02, 0.25)
      $0.competences.errorTolerance = tolerance
    }
    (stage.task.operationalMaturity, stage.task.month.severity) = (0.4, 2)
    stage.run(Learn())
    let change = 0.015 * 0.75 * 0.6 - (0.005 * 0.25 + 0.005) * 0.4
    #expect(near(stage.task.operationalMaturity, 0.4 + change + lesson))
  }

  /// What a process delivered is staff's again, and its maturity in co-creation no longer counts.
  @Test func withoutAProcessAllIsPractice() throws {
    var stage = try Self.stage()
    stage.task.operationalMaturity = 0.4
    stage.run(Learn())
    #expect(near(stage.task.operationalMaturity, 0.4 * 0.995))
    stage.end()
    stage.task.operationalMaturity = 0.4
    stage.run(Learn())
    #expect(near(stage.task.operationalMaturity, 0.4 + 0.015 * 0.6))
  }

  @Test func withNeutralParametersNothingIsLearnedOrLost() throws {
    var stage = try Stage { $0.learn.fatigueRecovery = 0 }
    (stage.world.publicMaturity, stage.world.externalMaturity) = (0.4, 0.2)
    stage.task.operationalMaturity = 0.3
    stage.task.month.severity = 3
    (stage.task.month.publicLoss, stage.task.month.externalLoss) = (1, 1)
    for index in 0...3 {
      stage.task.members[index].load = 1
      (stage.actors[index].fatigue, stage.actors[index].disappointment) = (0.3, 0.2)
      (stage.actors[index].legitimacy, stage.actors[index].initialLegitimacy) = (0.4, 0.9)
    }
    stage.run(Learn())
    #expect(stage.world.publicMaturity == 0.4 && stage.world.externalMaturity == 0.2)
    #expect(stage.task.operationalMaturity == 0.3)
    #expect(stage.actors.allSatisfy { $0.fatigue == 0.3 && $0.legitimacy == 0.4 })
    #expect(stage.actors.allSatisfy { $0.disappointment == 0.2 })
  }

  /// Familiarity 0.4 · maturity a month: of both sides 0.3 with the part they deliver, of staff 0.9
  /// with the rest.
  @Test(arguments: [(1.0, 0.3), (0.25, 0.75), (0, 0.9)] as [(Double, Double)])
  func newDesignsBecomeFamiliarFasterWithMaturity(codelivered: Double, maturity: Double) throws {
    var stage = try Self.stage {
      ($0.deliver.familiarity, $0.form.codeliveryShare) = (0.4, codelivered)
    }
    (stage.task.unfamiliarity, stage.task.operationalMaturity) = (0.5, 0.9)
    stage.run(Learn())
    #expect(near(stage.task.unfamiliarity, 0.5 * (1 - 0.4 * maturity)))
  }

  @Test func aFullyMatureOrganisationKnowsADesignAtOnce() throws {
    var stage = try Self.stage { $0.deliver.familiarity = 1 }
    (stage.world.publicMaturity, stage.world.externalMaturity) = (1, 1)
    stage.task.unfamiliarity = 0.5
    stage.run(Learn())
    #expect(stage.task.unfamiliarity == 0)
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
      ($0.learn.teaching, $0.competences.errorTolerance) = (1, 1)
    }
    (stage.actors[0].fatigue, stage.task.members[0].load) = (0.9, 1)
    stage.actors[0].legitimacy = 0.9
    stage.task.month.severity = 9
    stage.run(Learn())
    #expect(stage.actors[0].fatigue == 1 && stage.actors[0].legitimacy == 1)
    #expect(stage.world.publicMaturity == 1 && stage.task.operationalMaturity == 1)
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

  @Test func disappointmentFadesAsTrustReturns() throws {
    var stage = try Self.stage { $0.trust.returnRate = 0.1 }
    stage.actors[2].disappointment = 0.2
    stage.run(Learn())
    #expect(near(stage.actors[2].disappointment, 0.18))
  }

  static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage {
      ($0.learn.learning, $0.learn.forgetting, $0.learn.teaching) = (0.015, 0.005, 0.05)
      change(&$0)
    }
    (stage.world.publicMaturity, stage.world.externalMaturity) = (0.4, 0.2)
    return stage
  }
}
