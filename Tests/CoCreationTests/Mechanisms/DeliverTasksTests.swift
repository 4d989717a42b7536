import Testing

@testable import CoCreation

/// Tasks lend each other what is left of the one budget and of people.
@Suite struct DeliverTasksTests {
  /// Gaps of 25 and 50 units want 100 and 200 hours; 90 and 60 are left.
  @Test func whatIsLeftGoesWhereItIsMissingInProportionToTheNeed() throws {
    let state = try Self.delivered([(300, 0), (200, 0), (400, 90), (400, 60)])
    for (task, expected) in zip(state.tasks, [87.5, 75, 100, 100]) {
      #expect(near(task.work.units, expected))
    }
    for task in state.tasks { #expect(near(task.purse.money, 0)) }
    let inflows = state.tasks.map { $0.month.ledger.inflow[0] / 45 }
    for (inflow, expected) in zip(inflows, [350.0, 300, 400, 400]) {
      #expect(near(inflow, expected))
    }
  }

  /// Of 600 hours 300 are wanted: those who have them give half.
  @Test func noMoreIsLentThanIsMissing() throws {
    let state = try Self.delivered([(300, 0), (200, 0), (400, 400), (400, 200)])
    for task in state.tasks { #expect(near(task.work.units, 100)) }
    for (task, left) in zip(state.tasks, [0.0, 0, 200, 100]) {
      #expect(near(task.purse.money, left) && near(task.purse.staff, left))
    }
    for task in state.tasks {
      #expect(near(task.ledger[.publicBudget, .delivery], 400.0 * 45))
    }
  }

  /// Its own 40 hours fill 10 of 25 units before another's 100 are asked for 60.
  @Test func aTasksOwnPartComesFirst() throws {
    let state = try Self.delivered([(300, 40), (400, 100)])
    #expect(near(state.tasks[0].work.units, 100))
    #expect(near(state.tasks[1].purse.money, 40))
    #expect(near(state.tasks[0].ledger.inflow[0], (300 + 40 + 60) * 45))
  }

  /// One has 120 of money and nobody to pay, another people and no money: 80 of 100 hours come about,
  /// or all of them, and what is left goes back to where it came from.
  @Test(arguments: [(80.0, 40.0, 0.0), (130, 20, 30)] as [(Double, Double, Double)])
  func peopleAreLentAsMoneyIs(staff: Double, moneyLeft: Double, staffLeft: Double) throws {
    let state = try Self.delivered(
      [(300, 0), (400, 0)], purses: [Purse(money: 120), Purse(staff: staff)])
    let paid = staff - staffLeft
    #expect(near(state.tasks[0].work.units, 75 + paid / 4))
    #expect(near(state.tasks[0].month.staffHours, paid) && state.tasks[1].month.staffHours == 0)
    #expect(near(state.tasks[0].purse.money, moneyLeft) && state.tasks[1].purse.money == 0)
    #expect(near(state.tasks[1].purse.staff, staffLeft) && state.tasks[0].purse.staff == 0)
  }

  /// A gap of 25 units takes 125 hours with a fifth of documentation, 75 of them beyond the staff.
  @Test func lentHoursCarryThePremiumAndAreDocumented() throws {
    let state = try Self.delivered(
      [(300, 0), (400, 0)], purses: [Purse(), Purse(money: 1000, staff: 50, extra: 200)]
    ) {
      $0.staff.extraPremium = 0.5
      $0.coordinate.documentationBase = 0.2
    }
    #expect(near(state.tasks[0].work.units, 100))
    #expect(near(state.tasks[1].purse.money, 1000 - 50 - 1.5 * 75))
    #expect(near(state.tasks[1].purse.extra, 125))
    #expect(near(state.tasks[0].ledger[.publicBudget, .documentation], 25 * 45))
    #expect(near(state.tasks[0].ledger[.publicBudget, .slack], 37.5 * 45))
    #expect(near(state.tasks[0].extraUsed, 75) && state.tasks[1].extraUsed == 0)
  }

  @Test func withNothingMissingOrNothingLeftNothingIsLent() throws {
    for works in [[(400.0, 50.0), (400, 70)], [(300, 0), (200, 0)]] {
      let state = try Self.delivered(works)
      for (task, work) in zip(state.tasks, works) {
        #expect(near(task.work.units, work.0 / 4) && near(task.purse.money, work.1))
        #expect(near(task.ledger.inflow[0], (work.0 + work.1) * 45))
      }
    }
  }

  /// Every task's books balance once what is left is booked, whatever was lent.
  @Test func theBooksOfEveryTaskBalance() throws {
    for works in [
      [(300.0, 0.0), (200, 0), (400, 90)], [(300, 40), (400, 100)], [(10, 3), (500, 1)],
    ] {
      var state = try Self.delivered(works)
      state.run(Account())
      for task in state.tasks {
        #expect(task.ledger.imbalance < 1e-12 && task.month.ledger == task.ledger)
      }
    }
  }

  /// Tasks of 100 units of 4 hours each, after some hours of delivery and with some left, in money
  /// and in staff.
  private static func delivered(
    _ works: [(delivery: Double, left: Double)], purses: [Purse] = [],
    _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> SimulationState {
    let stage = try Stage(change)
    var state = stage.state
    state.tasks = works.enumerated().map { index, work in
      var task = stage.task
      (task.work.demandedUnits, task.work.cocreatedDemand) = (100, 100)
      task.work.publicDelivery = work.delivery
      task.purse = purses.isEmpty ? Purse(money: work.left, staff: work.left) : purses[index]
      task.receive(hours: work.delivery + task.purse.money, from: .publicBudget)
      return task
    }
    state.run(Deliver())
    return state
  }
}
