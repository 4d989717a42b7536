import Testing

@testable import CoCreation

@Suite struct DeliverTests {
  /// 300 hours make 75 of 100 units; 50 hours left fill the gap with 12.5.
  @Test func thePublicSideFillsGapsWhileTheBudgetLasts() throws {
    var stage = try Self.stage()
    stage.task.purse = Purse(money: 50, staff: 1000)
    stage.run(Deliver())
    #expect(stage.task.purse.money == 0 && stage.task.purse.staff == 950)
    #expect(near(stage.task.work.producedUnits, 75) && near(stage.task.work.filledUnits, 12.5))
    #expect(near(stage.task.month.delivered, 20 + 30 + 75 + 12.5))
    #expect(stage.task.month.demanded == 150 && near(stage.task.month.staffHours, 50))
    #expect(near(stage.task.ledger[.publicBudget, .delivery], (300 + 50) * 45))
  }

  /// Money does not work.
  @Test func thePublicSideFillsGapsWhilePeopleLast() throws {
    var stage = try Self.stage()
    stage.task.purse = Purse(money: 1000, staff: 40)
    stage.run(Deliver())
    #expect(near(stage.task.work.filledUnits, 10) && near(stage.task.purse.money, 960))
    #expect(stage.task.purse.staff == 0)
  }

  /// After 20 of the staff's hours 30 of money pay 20 more at half as much again: ten units in all.
  @Test func hoursBeyondTheStaffCostThePremium() throws {
    var stage = try Self.stage { $0.staff.extraPremium = 0.5 }
    stage.task.purse = Purse(money: 50, staff: 20, extra: 100)
    stage.run(Deliver())
    #expect(near(stage.task.work.filledUnits, 10) && near(stage.task.purse.money, 0))
    #expect(near(stage.task.purse.extra, 80) && near(stage.task.extraUsed, 20))
    #expect(near(stage.task.ledger[.publicBudget, .delivery], (300 + 40) * 45))
    #expect(near(stage.task.ledger[.publicBudget, .slack], 10 * 45))
  }

  @Test func aGapThatIsFilledLeavesTheRestOfTheBudget() throws {
    var stage = try Self.stage()
    stage.task.purse = Purse(money: 1000, staff: 1000)
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 150) && near(stage.task.purse.money, 900))
  }

  /// A fifth of public hours is documentation: 40 of 50 hours fill the gap, at 4 hours a unit.
  @Test func fillingAGapIsDocumentedToo() throws {
    var stage = try Self.stage { $0.coordinate.documentationBase = 0.2 }
    stage.task.purse = Purse(money: 50, staff: 50)
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 125 + 10) && stage.task.purse.money == 0)
    #expect(near(stage.task.ledger[.publicBudget, .delivery], (300 + 40) * 45))
    #expect(near(stage.task.ledger[.publicBudget, .documentation], 10 * 45))
  }

  /// What staff handed back counts as the process's part did.
  @Test func whatAnEndedProcessLeavesIsFilled() throws {
    var stage = try Self.stage()
    stage.end()
    stage.task.work.producedUnits = 60
    stage.task.purse = Purse(money: 1000, staff: 1000)
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 150) && near(stage.task.purse.money, 840))
    #expect(stage.task.work.producedUnits == 60 && near(stage.task.work.filledUnits, 40))
    #expect(near(stage.task.ledger[.publicBudget, .delivery], 160 * 45))
  }

  /// Ln 2 on the one choice taken: a unit takes 8 hours.
  @Test func unitsCostWhatTheDesignCosts() throws {
    var stage = try Self.stage()
    stage.task.landscape = .additive([1, 2, 3, 4], costEffect: [0.6931471805599453, 0, 0, 0])
    stage.task.design = 0b0001
    stage.task.purse = Purse(money: 100, staff: 100)
    stage.run(Deliver())
    #expect(near(stage.task.work.producedUnits, 37.5) && near(stage.task.work.filledUnits, 12.5))
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
      stage.task.purse = Purse(money: 1000, staff: 1000)
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

  /// 20 units under rules, 30 in-house, 100 co-created, of which 300 hours make 75.
  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage(change)
    (stage.task.work.demandedUnits, stage.task.work.cocreatedDemand) = (150, 100)
    (stage.task.work.authorityUnits, stage.task.work.inHouseUnits) = (20, 30)
    stage.task.work.publicDelivery = 300
    return stage
  }
}
