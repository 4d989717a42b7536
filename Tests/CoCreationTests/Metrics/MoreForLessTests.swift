import Testing

@testable import CoCreation

@Suite struct MoreForLessTests {
  /// 900 € public, of which 90 € of sanctions beyond the budget; 100 € of external time.
  @Test func publicCostIsAllThatWasSpentAndNotWhatWasLeft() throws {
    let observed = try Self.stage().observed()
    #expect(near(try observed("public_cost"), 900))
    #expect(near(try observed("external_value"), 100))
    #expect(near(try observed("leverage"), 100.0 / 900))
  }

  @Test func valueIsTheSumOfTheMonths() throws {
    let observed = try Self.stage().observed(Self.twoMonths)
    #expect(near(try observed("value"), 2700))
    #expect(near(try observed("value_per_public_euro"), 3))
    #expect(near(try observed("value_per_euro"), 2.7))
    #expect(near(try observed("public_cost_per_unit"), 900.0 / 6))
  }

  /// Coordination 200 + 20, facilitation 90, documentation 40, handing back 50 of 1000 €.
  @Test func transactionsAreWhatWorkingTogetherAndPartingCosts() throws {
    #expect(near(try Self.stage().observed()("transaction_share"), 0.4))
  }

  /// An hour that is paid for is public cost and external value, and counts once: of 900 € public and
  /// 100 € external 30 € are paid for the same hours.
  @Test func whatIsPaidForCountsOnce() throws {
    var stage = try Self.stage()
    stage.task.ledger.book(30, from: .publicBudget, to: .payment)
    let observed = stage.observed(Self.twoMonths)
    #expect(near(try observed("public_cost"), 930))
    #expect(near(try observed("external_value"), 100))
    #expect(near(try observed("value_per_euro"), 2.7))
    #expect(near(try observed("value_per_public_euro"), 2700.0 / 930))
    #expect(near(try observed("transaction_share"), 0.4))
  }

  /// Where more is paid than hours are worth there is no cost below nothing.
  @Test func allCostIsNeverBelowNothing() throws {
    var stage = try Stage()
    stage.task.ledger.book(-5, from: .publicBudget, to: .delivery)
    #expect(stage.observed().allCost == 0)
    #expect(try stage.observed(Self.twoMonths)("value_per_euro") == nil)
  }

  @Test func harmIsTheSumOfTheMonths() throws {
    let observed = try Stage().observed(
      months(3) { round, month in month.harm = 100 * Double(round) })
    #expect(try observed("harm") == 600)
  }

  @Test(arguments: [0, 0.035]) func netPresentValueDiscountsByMonths(rate: Double) throws {
    let stage = try Stage { $0.world.discountRate = rate }
    let observed = stage.observed(
      months(24) { round, month in
        month.value = round == 12 ? 1000 : round == 24 ? 500 : 0
        if round == 24 { month.ledger.book(200, from: .publicBudget, to: .delivery) }
      })
    let expected = 1000 / (1 + rate) + 300 / ((1 + rate) * (1 + rate))
    #expect(near(try observed("net_present_value"), expected))
  }

  @Test(arguments: [
    "leverage", "value_per_public_euro", "value_per_euro", "public_cost_per_unit",
    "transaction_share",
  ])
  func ratiosWithoutADenominatorAreMissing(name: String) throws {
    #expect(try Stage().observed(months(2) { _, _ in })(name) == nil)
  }

  @Test func externalTimeThatWasNotUsedIsWorthNothing() throws {
    var stage = try Stage()
    stage.task.receive(hours: 10, from: .externalTime)
    stage.task.book(hours: 10, from: .externalTime, to: .unused)
    #expect(try stage.observed()("external_value") == 0)
  }

  private static let twoMonths = months(2) { round, month in
    month.value = 900 * Double(round)
    month.delivered = 2 * Double(round)
  }

  private static func stage() throws -> Stage {
    var stage = try Stage()
    for (use, amount) in [
      (Ledger.Use.delivery, 380.0), (.design, 50), (.coordination, 200), (.facilitation, 90),
      (.documentation, 40), (.handover, 50), (.unused, 5000),
    ] { stage.task.ledger.book(amount, from: .publicBudget, to: use) }
    stage.task.ledger.book(90, from: .publicLiability, to: .sanction)
    stage.task.ledger.book(20, from: .externalTime, to: .coordination)
    stage.task.ledger.book(80, from: .externalTime, to: .delivery)
    stage.task.ledger.book(60, from: .externalTime, to: .unused)
    return stage
  }
}
