import Testing

@testable import CoCreation

@Suite struct FundTests {
  @Test(
    arguments: [(0.0, 1000.0, 0.0), (300, 700, 0), (1000, 0, 0), (2500, 0, 1500)]
      as [(Double, Double, Double)])
  func theBudgetPaysWhatIsOwedFirst(owed: Double, left: Double, stillOwed: Double) throws {
    var stage = try Stage()
    stage.task.hoursOwed = owed
    (stage.task.month.proposals, stage.task.extraUsed) = (7, 3)
    stage.run(Fund())
    #expect(stage.task.purse.money == left && stage.task.hoursOwed == stillOwed)
    #expect(stage.task.ledger.inflow == [left * 45, 0, 0])
    #expect(stage.task.month.ledger == stage.task.ledger)
    #expect(stage.task.month.proposals == 0 && stage.task.booksAreOpen)
    // Debts take money and no people.
    #expect(stage.task.purse.staff == 20 && stage.task.extraUsed == 0)
  }

  /// 250 units of 4 hours and 100 of 30: the first needs a quarter of 4000 hours.
  @Test func oneBudgetAndOneStaffAreSharedByNeed() throws {
    var stage = try Stage()
    (stage.world.staffHours, stage.world.extraHours) = (400, 40)
    var state = stage.state(beside: [try Self.dear(demand: 100)])
    state.run(Fund())
    #expect(near(state.tasks[0].purse.money, 250) && near(state.tasks[1].purse.money, 750))
    #expect(near(state.tasks[0].purse.staff, 100) && near(state.tasks[1].purse.staff, 300))
    #expect(near(state.tasks[0].purse.extra, 10) && near(state.tasks[1].purse.extra, 30))
    #expect(state.tasks.allSatisfy { $0.booksAreOpen })
  }

  /// In the third month 100 units have grown to 104.04, and need 3121.2 of 4121.2 hours.
  @Test func theNeedIsThatOfTheMonth() throws {
    let stage = try Stage()
    var state = stage.state(beside: [try Self.dear(demand: 100, growth: 0.02)])
    state.run(Fund(), round: 3)
    #expect(near(state.tasks[0].purse.money, 1_000_000 / 4121.2))
    #expect(near(state.tasks[1].purse.money, 3_121_200 / 4121.2))
  }

  /// The design as it is decides what a unit costs: at a half, 500 of 3500 hours.
  @Test func theNeedIsThatOfTheDesign() throws {
    var stage = try Stage()
    stage.task.landscape = .additive([1, 1, 1, 1], costEffect: [-0.6931471805599453, 0, 0, 0])
    stage.task.design = 0b0001
    var state = stage.state(beside: [try Self.dear(demand: 100)])
    state.run(Fund())
    #expect(near(state.tasks[0].purse.money, 1000.0 / 7))
    #expect(near(state.tasks[1].purse.money, 6000.0 / 7))
  }

  /// Of shares of 250 and 750 hours the first pays 400: the second neither helps nor is helped.
  @Test func eachTaskPaysItsOwnSanctions() throws {
    let stage = try Stage()
    var state = stage.state(beside: [try Self.dear(demand: 100)])
    (state.tasks[0].hoursOwed, state.tasks[1].hoursOwed) = (400, 50)
    state.run(Fund())
    #expect(state.tasks[0].purse.money == 0 && near(state.tasks[0].hoursOwed, 150))
    #expect(near(state.tasks[1].purse.money, 700) && state.tasks[1].hoursOwed == 0)
    #expect(near(state.tasks[1].ledger.inflow[0], 700 * 45))
  }

  /// A task whose units cost 30 hours each.
  private static func dear(demand: Double, growth: Double = 0) throws -> TaskState {
    var task = try Stage {
      $0.world.demand = demand
      $0.world.demandGrowth = growth
    }.task
    // Ln 7.5: that many times the four hours of the status quo.
    task.landscape = .additive([1, 1, 1, 1], costEffect: [2.0149030205422647, 0, 0, 0])
    task.design = 0b0001
    return task
  }
}
