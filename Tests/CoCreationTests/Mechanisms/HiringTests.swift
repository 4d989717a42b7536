import Testing

@testable import CoCreation

/// Hours beyond the staff are found after a while, as many as are used or missing and can be paid.
@Suite struct HiringTests {
  /// A gap of 50 units, 200 hours: staff has 50, and E = 30 hours can be had at 1.5.
  ///
  /// 120 hours stay missing; 205 hours of money would buy 136⅔ more.
  @Test(
    arguments: [
      (300.0, 0.2, 10 + 0.2 * (150 - 10)), (300, 1, 150), (300, 0, 10),
      // Of 125 hours 30 are left after extra hours: they would buy 20 more.
      (125, 0.2, 10 + 0.2 * (50 - 10)),
    ] as [(Double, Double, Double)])
  func aShareOfWhatIsUsedOrMissingIsFound(money: Double, rate: Double, found: Double) throws {
    var stage = try Self.short { $0.staff.hiringRate = rate }
    stage.task.purse = Purse(money: money, staff: 50, extra: 30)
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 200 + 20) && near(stage.task.extraUsed, 30))
    #expect(near(stage.world.extraHours, found))
  }

  /// A fifth for documentation: 80 paid hours fill 16 units, and 34 · 4 / 0.8 hours are missing.
  @Test func documentationIsMissingToo() throws {
    var stage = try Self.short {
      ($0.staff.hiringRate, $0.coordinate.documentationBase) = (0.2, 0.2)
    }
    stage.task.purse = Purse(money: 1000, staff: 50, extra: 30)
    stage.run(Deliver())
    #expect(near(stage.task.month.delivered, 216))
    #expect(near(stage.world.extraHours, 10 + 0.2 * (30 + 170 - 10)))
  }

  @Test func whatNobodyWantsIsGivenUpAtTheSameRate() throws {
    var stage = try Self.short { $0.staff.hiringRate = 0.2 }
    stage.task.work.inHouseUnits = 250
    stage.task.purse = Purse(money: 1000, staff: 50, extra: 30)
    stage.run(Deliver())
    #expect(near(stage.world.extraHours, 8))
  }

  /// One has all it wants, one lacks people: what is missing is asked for once, for both.
  @Test func tasksHireTogether() throws {
    var stage = try Self.short { $0.staff.hiringRate = 0.5 }
    var other = stage.task
    other.work.inHouseUnits = 250
    stage.task.purse = Purse(money: 300, staff: 50, extra: 20)
    // Twenty of its hours of staff and its ten beyond it are lent.
    other.purse = Purse(money: 500, staff: 20, extra: 10)
    var state = stage.state(beside: [other])
    state.run(Deliver())
    #expect(near(state.tasks[0].month.delivered, 200 + 25))
    #expect(near(state.world.extraHours, 10 + 0.5 * (30 + 100 - 10)))
  }

  /// Staff makes 150 of 250 units; for the 400 hours that are missing others are found, 0.8ⁿ of them
  /// not yet after n months, and delivered units follow a month behind.
  @Test func gapsCloseAsOthersAreFound() throws {
    var stage = try Stage {
      ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0)
      ($0.staff.hiringRate, $0.staff.extraPremium) = (0.2, 0.5)
      $0.world.budgetHours = 3000
    }
    stage.world.staffHours = 600
    var missing = 400.0
    for round in 1...24 {
      for phase in [Fund(), ProduceInHouse(), Deliver()] as [any Phase] {
        stage.run(phase, round: round)
      }
      #expect(near(stage.task.month.delivered, 250 - missing / 4))
      missing *= 0.8
      #expect(near(stage.world.extraHours, 400 - missing))
    }
    #expect(missing < 2)
  }

  /// In-house, 200 of 250 units made; ten extra hours were there before.
  private static func short(_ change: (inout Parameters) -> Void) throws -> Stage {
    var stage = try Stage {
      ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0)
      $0.staff.extraPremium = 0.5
      change(&$0)
    }
    stage.world.extraHours = 10
    (stage.task.work.demandedUnits, stage.task.work.inHouseUnits) = (250, 200)
    return stage
  }
}
