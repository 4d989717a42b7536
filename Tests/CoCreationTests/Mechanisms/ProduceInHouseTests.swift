import Testing

@testable import CoCreation

/// What staff makes by itself, before a process has any of its hours, and while one is handed back.
@Suite struct ProduceInHouseTests {
  /// 100 units under duties at 8 % more, 150 on a learning curve after a year's demand of them, a
  /// tenth of all hours for documentation; each limited by money and by people.
  @Test(arguments: [(1.0, 1.0), (0.5, 1), (1, 0.5), (0.2, 0.5)] as [(Double, Double)])
  func dutiesAndTheRestAreFundedAlike(money: Double, staff: Double) throws {
    var stage = try Self.stage { $0.form.authorityShare = 0.4 }
    // 2^-0.3 of the hours after a doubling.
    let hours = 100 * 4 * 1.08 + 150 * 4 * 0.8122523963562356
    stage.task.inHouseUnits = 3000
    stage.task.purse = Purse(money: money * hours / 0.9, staff: staff * hours / 0.9)
    stage.run(ProduceInHouse())
    let (task, funded) = (stage.task, min(money, staff))
    #expect(near(task.work.authorityUnits, 100 * funded))
    #expect(near(task.work.inHouseUnits, 150 * funded))
    #expect(near(task.inHouseUnits, 3000 + 150 * funded))
    #expect(near(task.ledger[.publicBudget, .delivery], 45 * hours * funded))
    #expect(near(task.ledger[.publicBudget, .documentation], 45 * hours * funded / 9))
    #expect(near(task.purse.money, (money - funded) * hours / 0.9))
    #expect(near(task.month.staffHours, funded * hours / 0.9))
  }

  /// Extra hours go as far as those of staff, at their price.
  @Test func extraHoursProduceToo() throws {
    var stage = try Self.stage {
      ($0.coordinate.documentationBase, $0.staff.extraPremium) = (0, 0.5)
    }
    stage.task.purse = Purse(money: 1000, staff: 400, extra: 200)
    stage.run(ProduceInHouse())
    #expect(near(stage.task.work.inHouseUnits, 150) && near(stage.task.purse.money, 300))
  }

  /// Of 250 units duties have 0.2; half of the other 0.8 the process delivers, and half staff.
  @Test(arguments: [(0.5, 100.0), (1, 0), (0, 200)] as [(Double, Double)])
  func whatTheProcessDeliversIsLeftToIt(codelivery: Double, inHouse: Double) throws {
    var stage = try Self.stage {
      ($0.form.authorityShare, $0.form.codesignShare) = (0.2, 1)
      $0.form.codeliveryShare = codelivery
    }
    stage.run(ProduceInHouse())
    let work = stage.task.work
    #expect(near(work.authorityUnits, 50) && near(work.inHouseUnits, inHouse))
    #expect(near(work.cocreatedDemand, 200 - inHouse) && work.producedUnits == 0)
  }

  @Test func theCurveIsThatOfDemandWithoutGrowth() throws {
    var stage = try Self.stage {
      ($0.world.demandGrowth, $0.coordinate.documentationBase) = (0.01, 0)
    }
    stage.task.inHouseUnits = 3000
    stage.run(ProduceInHouse(), round: 3)
    let units = 250 * 1.0201
    #expect(near(stage.task.work.demandedUnits, units) && near(stage.task.work.inHouseUnits, units))
    #expect(
      near(stage.task.ledger[.publicBudget, .delivery], 45 * units * 4 * 0.8122523963562356))
  }

  @Test func eachMonthsWorkIsItsOwn() throws {
    var stage = try Self.stage { $0.form.codeliveryShare = 1 }
    stage.task.work.externalOffered = 17
    stage.task.work.designHours = 3
    stage.task.work.filledUnits = 5
    stage.run(ProduceInHouse())
    #expect(stage.task.work.externalOffered == 0 && stage.task.work.designHours == 0)
    #expect(stage.task.work.filledUnits == 0)
  }

  /// Hours that working together took are spent on handing over; staff works for what the process made
  /// at last, of the 75 units that it had at most, and a tenth of that work produces nothing.
  @Test(arguments: [(60.0, 54.0), (100, 67.5), (0, 0)] as [(Double, Double)])
  func whatEndsIsHandedBackAtALoss(before: Double, after: Double) throws {
    var stage = try Self.handingOver(units: before)
    stage.run(ProduceInHouse())
    let task = stage.task
    #expect(near(task.work.authorityUnits, 100) && near(task.work.inHouseUnits, 75))
    #expect(near(task.work.handedUnits, after) && near(task.inHouseUnits, 3000 + 75))
    #expect(near(task.ledger[.publicBudget, .handover], 45 * 20))
    let hours = 100 * 4 * 1.08 + 75 * 4 * 0.8122523963562356 + after / 0.9 * 4
    #expect(near(task.ledger[.publicBudget, .delivery], 45 * hours))
    #expect(task.handover?.monthsLeft == 1)
  }

  /// Handing over goes on until it is paid.
  @Test(arguments: [(1.0, 1.0), (0.5, 1.5), (0, 2)] as [(Double, Double)])
  func monthsOfHandingOverCountAsFarAsTheyArePaid(paid: Double, left: Double) throws {
    var stage = try Self.handingOver(units: 60)
    stage.task.purse.staff = (432 + 300 * 0.8122523963562356) / 0.9 + paid * 20
    stage.run(ProduceInHouse())
    #expect(near(try #require(stage.task.handover).monthsLeft, left))
  }

  /// Of a month of which a part is left that part is charged, and what is paid adds up to the whole.
  @Test(arguments: [(0.5, 10.0), (0.01, 0.2), (1, 20)] as [(Double, Double)])
  func theLastPartOfAMonthIsChargedByItsPart(left: Double, hours: Double) throws {
    var stage = try Self.handingOver(units: 60)
    stage.task.handover?.monthsLeft = left
    stage.run(ProduceInHouse())
    #expect(near(stage.task.ledger[.publicBudget, .handover], 45 * hours))
    #expect(near(try #require(stage.task.handover).monthsLeft, 0))
  }

  /// What staff does anyway comes first, then the hand-over, then what is handed back.
  @Test func whatIsHandedBackComesLast() throws {
    let own: Double = (432 + 300 * 0.8122523963562356) / 0.9
    let cases: [(Double, Double, Double)] = [
      (own - 1, 0, 0), (own + 5, 5, 0), (own + 50, 20, 6.75 * 0.9),
    ]
    for (staff, handover, units) in cases {
      var stage = try Self.handingOver(units: 60)
      stage.task.purse.staff = staff
      stage.run(ProduceInHouse())
      #expect(near(stage.task.ledger[.publicBudget, .handover], 45 * handover, 1e-9))
      #expect(near(stage.task.work.handedUnits, units, 1e-9))
    }
  }

  /// Two months of it, and then the whole of what duties leave is made in-house.
  @Test func afterTheHandoverStaffMakesItAll() throws {
    var stage = try Self.handingOver(units: 60)
    for round in 1...2 {
      stage.run(ProduceInHouse(), round: round)
      stage.run(Learn(), round: round)
    }
    stage.run(ProduceInHouse(), round: 3)
    #expect(near(stage.task.work.inHouseUnits, 150) && stage.task.work.handedUnits == 0)
  }

  /// A process that had half of what duties leave, and has ended: two months of handing back.
  private static func handingOver(units: Double) throws -> Stage {
    var stage = try stage {
      ($0.form.authorityShare, $0.form.codeliveryShare) = (0.4, 0.5)
      $0.join.handoverLoss = 0.1
    }
    stage.task.isActive = false
    stage.task.inHouseUnits = 3000
    stage.task.handover = Handover(
      monthsLeft: 2, units: units, hours: 20, share: 0.3, openness: 0.5, externalShare: 0.5)
    return stage
  }

  /// A task in-house, unless a test says otherwise, with money and people for all that comes up.
  private static func stage(_ change: (inout Parameters) -> Void) throws -> Stage {
    var stage = try Stage {
      ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0)
      ($0.deliver.authorityPremium, $0.deliver.learningElasticity) = (0.08, 0.3)
      $0.coordinate.documentationBase = 0.1
      change(&$0)
    }
    stage.task.purse = Purse(money: 5000, staff: 5000)
    return stage
  }
}
