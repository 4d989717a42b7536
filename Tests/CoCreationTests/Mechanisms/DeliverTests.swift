import Testing

@testable import CoCreation

@Suite struct DeliverTests {
  /// 300 hours make 75 of 100 units; 50 hours left fill the gap at 5 hours a unit with 10.
  @Test func thePublicSideFillsGapsWhileTheBudgetLasts() throws {
    var stage = try Self.stage { $0.staff.gapPremium = 0.25 }
    stage.task.hoursLeft = 50
    stage.run(Deliver())
    #expect(stage.task.hoursLeft == 0 && near(stage.task.work.producedUnits, 85))
    #expect(near(stage.task.month.delivered, 20 + 30 + 75 + 10))
    #expect(stage.task.month.demanded == 150)
    #expect(near(stage.task.ledger[.publicBudget, .delivery], (300 + 50) * 45))
  }

  @Test(arguments: [(0.0, 100.0), (0.25, 125)] as [(Double, Double)])
  func aGapThatIsFilledLeavesTheRestOfTheBudget(premium: Double, hours: Double) throws {
    var stage = try Self.stage { $0.staff.gapPremium = premium }
    stage.task.hoursLeft = 1000
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 150) && near(stage.task.hoursLeft, 1000 - hours))
  }

  /// A fifth of public hours is documentation: 40 of 50 hours fill the gap, at 4 hours a unit.
  @Test func fillingAGapIsDocumentedToo() throws {
    var stage = try Self.stage { $0.coordinate.documentationBase = 0.2 }
    stage.task.hoursLeft = 50
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 125 + 10) && stage.task.hoursLeft == 0)
    #expect(near(stage.task.ledger[.publicBudget, .delivery], (300 + 40) * 45))
    #expect(near(stage.task.ledger[.publicBudget, .documentation], 10 * 45))
  }

  @Test func whatAnEndedProcessLeavesCostsNoPremium() throws {
    var stage = try Self.stage { $0.staff.gapPremium = 0.25 }
    stage.task.close(stage.actors)
    stage.task.work.publicDelivery = 0
    stage.task.hoursLeft = 1000
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 150) && near(stage.task.hoursLeft, 600))
  }

  @Test func theMonthIsOfTheQualityItIsDeliveredAt() throws {
    var stage = try Self.stage { $0.deliver.implementationLoss = 0.5 }
    (stage.task.design, stage.task.unfamiliarity) = (0b1100, 0.4)
    stage.run(Deliver())
    #expect(near(stage.task.month.realisedQuality, 0.7 * 0.8))
  }

  @Test func withoutBudgetTheGapStays() throws {
    var stage = try Self.stage()
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 125) && near(stage.task.work.producedUnits, 75))
  }

  /// 400 of 1000 hours are of use: two fifths of each side's.
  @Test func noMoreIsProducedThanAskedFor() throws {
    var stage = try Self.stage()
    (stage.task.work.publicDelivery, stage.task.work.externalDelivery) = (600, 400)
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 150))
    let ledger = stage.task.ledger
    #expect(near(ledger[.publicBudget, .delivery], 240 * 45))
    #expect(near(ledger[.publicBudget, .slack], 360 * 45))
    #expect(near(ledger[.externalTime, .delivery], 160 * 25))
    #expect(near(ledger[.externalTime, .slack], 240 * 25))
  }

  @Test func whatIsDeliveredNeverExceedsDemandWhateverTheNoise() throws {
    let stage = try Self.stage { $0.deliver.noise = 0.5 }
    for round in 1...200 {
      var stage = stage
      stage.task.hoursLeft = 1000
      stage.run(Deliver(), round: round)
      #expect((0...150).contains(stage.task.month.delivered))
    }
  }

  /// Lognormal noise with σ = 0.2 has mean one and a standard deviation of √(e^0.04 − 1) = 0.202.
  @Test func noiseAddsVarianceAndNoOutput() throws {
    var sum = 0.0
    var seen: Set<Double> = []
    let stage = try Self.stage { $0.deliver.noise = 0.2 }
    for round in 1...4000 {
      var stage = stage
      stage.task.work.demandedUnits = 1e6
      stage.run(Deliver(), round: round)
      sum += stage.task.month.delivered / 125
      seen.insert(stage.task.month.delivered)
    }
    #expect(abs(sum / 4000 - 1) < 4 * 0.202 / 4000.0.squareRoot())
    #expect(seen.count == 4000)
  }

  /// 20 units under rules, 30 optimised, 100 co-created, of which 300 hours make 75.
  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage(change)
    (stage.task.work.demandedUnits, stage.task.work.cocreatedDemand) = (150, 100)
    (stage.task.work.authorityUnits, stage.task.work.optimisedUnits) = (20, 30)
    stage.task.work.publicDelivery = 300
    return stage
  }
}
