import Testing

@testable import CoCreation

@Suite struct ObserveTests {
  @Test func aMonthIsWrittenDownAsItIs() throws {
    var stage = try Self.stage()
    stage.run(Observe(), round: 7)
    let month = stage.task.month
    #expect(month.round == 7 && month.isActive)
    #expect(month.publicParticipants == 2 && month.externalParticipants == 2)
    #expect(near(month.quality, 0.7))
    // Design 0b1100: two choices off the status quo 0, one off the plan 0b0100.
    #expect(month.novelty == 0.5 && month.deviation == 0.25)
    #expect(month.coverage == 0.8 && month.fear == 0.3 && month.unfamiliarity == 0.4)
    #expect(month.publicMaturity == 0.6 && month.externalMaturity == 0.1)
    #expect(month.operationalMaturity == 0.7)
    #expect(near(month.codesignShare, 0.8) && near(month.codeliveryShare, 0.4))
    #expect(near(month.unitCost, 4))
    #expect(month.openness == 0.5 && month.centrality == 0.9)
    // Of those affected, whether they take part or not.
    #expect(near(month.affectedTrust, 0.5))
    // Mean wishes 0, ½, 1, ½: the third choice is met, the first too.
    #expect(near(month.relevance, 1))
  }

  @Test func observingChangesNothingButTheMonth() throws {
    let before = try Self.stage()
    var after = before
    after.run(Observe(), round: 7)
    #expect(after.task.design == before.task.design && after.task.ledger == before.task.ledger)
    #expect(after.task.preferences == before.task.preferences)
    #expect(after.world.fear == before.world.fear)
    #expect(after.actors.map(\.legitimacy) == before.actors.map(\.legitimacy))
    #expect(after.task.members.map(\.trust) == before.task.members.map(\.trust))
    #expect(after.events(.begin).isEmpty && after.world.events.events.isEmpty)
  }

  @Test func participantsAreSpokenOfOnlyWhereThereAreSome() throws {
    var stage = try Self.stage()
    for (index, value) in [0.2, 0.4, 0.6, 0.8].enumerated() {
      stage.task.members[index].trust = value
      stage.task.members[index].voice = value / 2
      stage.task.members[index].believedOpenness = 1 - value
      stage.actors[index].fatigue = value / 4
    }
    stage.stopParticipation(of: [3])
    var empty = stage
    stage.run(Observe(), round: 1)
    #expect(near(stage.task.month.trust, 0.4) && near(stage.task.month.voice, 0.2))
    #expect(near(stage.task.month.fatigue, 0.1) && near(stage.task.month.believedOpenness, 0.6))
    empty.stopParticipation(of: [0, 1, 2])
    empty.run(Observe(), round: 1)
    #expect(empty.task.month.trust == nil && empty.task.month.voice == nil)
    #expect(empty.task.month.fatigue == nil && empty.task.month.believedOpenness == nil)
  }

  /// 400 € · 50 units · (¼ · quality 0.8 + ¾ · relevance 0.4), less a tenth for each violation.
  @Test(arguments: [(0, 10_000.0), (3, 7000), (12, 0)] as [(Int, Double)])
  func valueOfAMonth(violations: Int, value: Double) throws {
    let stage = try Stage {
      $0.world.qualityWeight = 0.25
      $0.account.violationLoss = 0.1
    }
    var month = MonthRecord()
    (month.delivered, month.violations) = (50, violations)
    (month.realisedQuality, month.relevance) = (0.8, 0.4)
    #expect(near(stage.task.value(of: month), value))
  }

  /// Stake 2 · (severity ½ + 0.1 for each of three violations) of a month's full value of 20,000 €.
  @Test func harmIsTakenOffTheValue() throws {
    var stage = try Self.stage {
      $0.world.qualityWeight = 0.25
      ($0.account.violationLoss, $0.fail.stake) = (0.1, 2)
    }
    var month = MonthRecord()
    (month.demanded, month.delivered) = (50, 40)
    (month.realisedQuality, month.relevance) = (0.8, 0.4)
    (month.severity, month.violations) = (0.5, 3)
    #expect(near(stage.task.harm(of: month), 32_000))
    // 400 € · 40 units · 0.5 · 0.7.
    #expect(near(stage.task.value(of: month), 5600 - 32_000))
    stage.task.month = month
    stage.run(Observe(), round: 7)
    #expect(near(stage.task.month.harm, 32_000) && stage.task.month.value < 0)
    #expect(try near(Self.stage().task.harm(of: month), 0))
  }

  /// (¼ · 0.6 + ¾ · 0.2) of 400 € for each of 50 units.
  @Test func whatThePlanPromisesIsForTheMonthsDemand() throws {
    var stage = try Self.stage { $0.world.qualityWeight = 0.25 }
    (stage.task.promisedQuality, stage.task.promisedRelevance) = (0.6, 0.2)
    stage.task.month.demanded = 50
    stage.run(Observe(), round: 7)
    #expect(near(stage.task.month.promised, 6000))
  }

  /// Help a year later is worth a quarter; a mean month of the run as much as ever.
  @Test func urgencyMakesLateHelpWorthLess() throws {
    let task = try Self.stage { ($0.world.urgency, $0.world.rounds) = (3, 24) }.task
    let worth = (1...24).map { task.timeliness(round: $0) }
    #expect(near(worth.reduce(0, +) / 24, 1))
    #expect(near(worth[12] / worth[0], 0.25) && near(worth[23] / worth[11], 0.25))
    #expect(task.timeliness(round: 0) == 1)
    var month = MonthRecord()
    (month.delivered, month.realisedQuality, month.relevance) = (50, 0.8, 0.4)
    let plain = try Self.stage().task
    month.round = 20
    #expect(near(task.value(of: month), worth[19] * plain.value(of: month)))
    #expect((1...48).allSatisfy { plain.timeliness(round: $0) == 1 })
  }

  /// Standard deviations of the four choices: 0, ½, ¼ and 0.
  @Test func spreadOfPreferencesIsTheMeanOverChoices() throws {
    var stage = try Stage()
    for index in 0...3 {
      let high = index % 2 == 0
      stage.setPreferences(of: index, [0.3, high ? 1 : 0, high ? 0.75 : 0.25, 0.9])
    }
    // Variances come from differences of squares: rounding is a root of 1e-16 where they vanish.
    stage.run(Observe())
    #expect(near(stage.task.month.preferenceSpread, 0.75 / 4, 1e-7))
    // One alone, or nobody, spreads nothing.
    for left in [[0, 1, 2], [3]] {
      stage.task.month = MonthRecord()
      stage.stopParticipation(of: left)
      stage.run(Observe())
      #expect(stage.task.month.preferenceSpread == nil)
    }
  }

  @Test func realisedQualityIsThatOfTheDeliveryAndInTheSetUpThatOfTheDesign() throws {
    var stage = try Self.stage()
    stage.task.month.realisedQuality = 0.33
    stage.run(Observe(), round: 7)
    #expect(stage.task.month.realisedQuality == 0.33)
    stage.run(Observe(), round: 0)
    #expect(near(stage.task.month.realisedQuality, 0.7 * 0.8))
  }

  @Test func whatHasEndedHasNoSharesAndNoParticipants() throws {
    var stage = try Self.stage()
    stage.end(round: 6)
    stage.run(Observe(), round: 7)
    let month = stage.task.month
    #expect(!month.isActive && month.codesignShare == 0 && month.codeliveryShare == 0)
    #expect(month.publicParticipants == 0 && month.externalParticipants == 0)
    #expect(month.trust == nil)
  }

  /// One has trust of its own, 0.8; for three outsiders their kind's mean of 0.6 and reputation speak.
  @Test(arguments: [(0.1, (0.8 + 3 * 0.7) / 4), (-0.9, 0.2), (0.9, 0.95)] as [(Double, Double)])
  func trustOfThoseAffectedIsTheirOwnOrTheirKinds(reputation: Double, trust: Double) throws {
    var stage = try Stage(publicActors: 2, externalActors: 4)
    stage.makeOutsiders(of: [2, 3, 4])
    for index in 0...5 { stage.task.members[index].trust = 0.8 }
    stage.task.reputation.shift = reputation
    stage.run(Observe())
    #expect(near(stage.task.month.affectedTrust, trust))
    // Whoever has left keeps its own.
    stage.stopParticipation(of: [5])
    stage.run(Observe())
    #expect(near(stage.task.month.affectedTrust, trust))
  }

  @Test func theSetUpHasNoCoverage() throws {
    var stage = try Self.stage()
    stage.run(Observe(), round: 0)
    #expect(stage.task.month.coverage == 0 && stage.task.month.value == 0)
  }

  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage {
      $0.deliver.implementationLoss = 0.5
      ($0.form.authorityShare, $0.form.codeliveryShare) = (0.2, 0.5)
      change(&$0)
    }
    (stage.task.form.centrality, stage.task.members[3].trust) = (0.9, 0.4)
    stage.task.operationalMaturity = 0.7
    (stage.task.design, stage.task.plan) = (0b1100, 0b0100)
    (stage.task.unfamiliarity, stage.task.coverage) = (0.4, 0.8)
    stage.task.needs.affectedSum = [0, 1, 2, 1]
    (stage.world.publicMaturity, stage.world.externalMaturity) = (0.6, 0.1)
    stage.world.fear = 0.3
    return stage
  }
}
