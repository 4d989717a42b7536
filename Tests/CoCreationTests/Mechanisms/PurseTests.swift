import Testing

@testable import CoCreation

/// Money and people: what can be paid, and how it is booked.
@Suite struct PurseTests {
  /// Hours that are asked for, and what becomes of 100 hours of money, 40 of staff and 30 beyond it
  /// at one and a half times the price.
  struct Asked: Sendable {
    let hours: Double
    var purse = Purse(money: 100, staff: 40, extra: 30)
    var premium = 0.5
    let regular: Double
    let extra: Double
    let money: Double
  }

  static let asked: [Asked] = [
    .init(hours: 30, regular: 30, extra: 0, money: 70),
    .init(hours: 60, regular: 40, extra: 20, money: 30),
    .init(hours: 100, regular: 40, extra: 30, money: 15),
    // Ten hours of money buy 6⅔ extra ones.
    .init(
      hours: 100, purse: Purse(money: 50, staff: 40, extra: 30), regular: 40, extra: 20.0 / 3,
      money: 0),
    .init(
      hours: 100, purse: Purse(money: 25, staff: 40, extra: 30), regular: 25, extra: 0, money: 0),
    .init(hours: 60, purse: Purse(money: 100), regular: 0, extra: 0, money: 100),
    .init(hours: 60, purse: Purse(staff: 40, extra: 30), regular: 0, extra: 0, money: 0),
    .init(hours: 60, premium: 0, regular: 40, extra: 20, money: 40),
    .init(hours: -5, regular: 0, extra: 0, money: 100),
  ]

  @Test(arguments: asked) func staffIsPaidFirstThenExtraHoursAtAPremium(_ asked: Asked) {
    var purse = asked.purse
    let paid = purse.take(asked.hours, premium: asked.premium)
    #expect(near(paid.regular, asked.regular) && near(paid.extra, asked.extra))
    #expect(near(purse.money, asked.money))
    #expect(near(purse.staff, asked.purse.staff - asked.regular))
    #expect(near(purse.extra, asked.purse.extra - asked.extra))
  }

  @Test(arguments: asked) func whatIsPayableIsWhatAnyoneCouldTake(_ asked: Asked) {
    var purse = asked.purse
    let all = purse.take(1e9, premium: asked.premium)
    #expect(near(asked.purse.payable(premium: asked.premium), all.regular + all.extra))
    #expect(near(purse.payable(premium: asked.premium), 0))
  }

  /// 40 hours of staff and 20 of others at 1.5: half an hour's price for each of those is slack.
  @Test func whatExtraHoursCostMoreIsSlack() throws {
    var task = try Self.opened()
    #expect(near(task.spend(60, on: .delivery), 60))
    #expect(near(task.ledger[.publicBudget, .delivery], 45 * 60))
    #expect(near(task.ledger[.publicBudget, .slack], 45 * 10))
    #expect(near(task.month.staffHours, 60) && near(task.extraUsed, 20))
    #expect(near(task.spend(60, on: .facilitation), 10) && near(task.extraUsed, 30))
    task.book(hours: task.purse.money, from: .publicBudget, to: .unused)
    #expect(task.ledger.imbalance < 1e-12 && task.month.ledger == task.ledger)
  }

  @Test func moneyAloneIsEnoughForWhatIsNoPublicWork() throws {
    var task = try Self.opened()
    task.purse.staff = 0
    task.purse.extra = 0
    #expect(task.pay(10) == 0)
    #expect(task.spendMoney(70, on: .sanction) == 70 && task.purse.money == 30)
    #expect(task.spendMoney(70, on: .payment) == 30 && task.purse.money == 0)
    #expect(task.spendMoney(-1, on: .payment) == 0)
    #expect(near(task.ledger[.publicBudget, .sanction], 45 * 70))
    #expect(near(task.ledger[.publicBudget, .payment], 45 * 30))
    #expect(task.month.staffHours == 0 && task.ledger[.publicBudget, .slack] == 0)
  }

  /// Of 50 hours that are paid a fifth goes to documentation.
  @Test func deliveryTakesItsDocumentationAlong() throws {
    var task = try Self.opened()
    #expect(near(task.deliver(40, documentation: 0.2), 40))
    #expect(near(task.ledger[.publicBudget, .delivery], 45 * 40))
    #expect(near(task.ledger[.publicBudget, .documentation], 45 * 10))
    // Of the 250 hours that it would take, money and people last for the 20 extra ones left.
    #expect(near(task.deliver(200, documentation: 0.2), 0.8 * 20))
  }

  @Test func pursesAreAddedUpAndShared() throws {
    let sum = Purse.sum([
      Purse(money: 1, staff: 2, extra: 3), Purse(money: 10, staff: 20, extra: 30),
    ])
    #expect(sum.money == 11 && sum.staff == 22 && sum.extra == 33)
    let part = sum.part(0.5)
    #expect(part.money == 5.5 && part.staff == 11 && part.extra == 16.5)
  }

  @Test func whatAPurseGetsIsReceivedAndWhatItGivesIsNot() throws {
    var task = try Self.opened()
    task.take(over: Purse(money: 130, staff: 1, extra: 2))
    #expect(task.purse.money == 130 && task.purse.staff == 1 && task.purse.extra == 2)
    #expect(near(task.ledger.inflow[0], 45 * 130))
    task.take(over: Purse())
    #expect(near(task.ledger.inflow[0], 0))
  }

  @Test func hoursAreBookedAtTheWageOfTheirSource() throws {
    var task = try Stage().task
    task.receive(hours: 2, from: .externalTime)
    task.book(hours: 2, from: .externalTime, to: .design)
    task.receive(hours: 3, from: .publicLiability)
    task.book(hours: 3, from: .publicLiability, to: .sanction)
    for ledger in [task.ledger, task.month.ledger] {
      #expect(ledger[.externalTime, .design] == 50 && ledger.externalValue == 50)
      #expect(ledger[.publicLiability, .sanction] == 135 && ledger.publicCost == 135)
      #expect(ledger.imbalance == 0)
    }
  }

  /// 100 hours of money, 40 of staff, 30 beyond it at one and a half times the price.
  private static func opened() throws -> TaskState {
    var task = try Stage { $0.staff.extraPremium = 0.5 }.task
    task.open(budget: 100, staff: 40, extra: 30)
    return task
  }
}
