import Testing

@testable import CoCreation

/// Tasks lend each other what is left of the one budget, and teams make more or less of hours.
@Suite struct DeliverTasksTests {
  /// Gaps of 25 and 50 units want 100 and 200 hours; 90 and 60 are left.
  @Test func whatIsLeftGoesWhereItIsMissingInProportionToTheNeed() throws {
    let state = try Self.delivered([(300, 0), (200, 0), (400, 90), (400, 60)])
    let units = state.tasks.map(\.work.producedUnits)
    for (units, expected) in zip(units, [87.5, 75, 100, 100]) {
      #expect(near(units, expected))
    }
    for task in state.tasks { #expect(near(task.hoursLeft, 0)) }
    let inflows = state.tasks.map { $0.month.ledger.inflow[0] / 45 }
    for (inflow, expected) in zip(inflows, [350.0, 300, 400, 400]) {
      #expect(near(inflow, expected))
    }
  }

  /// Of 600 hours 300 are wanted: those who have them give half.
  @Test func noMoreIsLentThanIsMissing() throws {
    let state = try Self.delivered([(300, 0), (200, 0), (400, 400), (400, 200)])
    for task in state.tasks { #expect(near(task.work.producedUnits, 100)) }
    for (task, left) in zip(state.tasks, [0.0, 0, 200, 100]) { #expect(near(task.hoursLeft, left)) }
    for (task, delivered) in zip(state.tasks, [400.0, 400, 400, 400]) {
      #expect(near(task.ledger[.publicBudget, .delivery], delivered * 45))
    }
  }

  /// Its own 40 hours fill 10 of 25 units before another's 100 are asked for 60.
  @Test func aTasksOwnPartComesFirst() throws {
    let state = try Self.delivered([(300, 40), (400, 100)])
    #expect(near(state.tasks[0].work.producedUnits, 100))
    #expect(near(state.tasks[1].hoursLeft, 40))
    #expect(near(state.tasks[0].ledger.inflow[0], (300 + 40 + 60) * 45))
  }

  /// A gap of 25 units takes 4 hours each, a quarter more, and a fifth of all for documentation.
  @Test func lentHoursCarryThePremiumAndAreDocumented() throws {
    let state = try Self.delivered([(300, 0), (400, 1000)]) {
      $0.staff.gapPremium = 0.25
      $0.coordinate.documentationBase = 0.2
    }
    #expect(near(state.tasks[0].work.producedUnits, 100))
    #expect(near(state.tasks[1].hoursLeft, 1000 - 125 / 0.8))
    #expect(near(state.tasks[0].ledger[.publicBudget, .documentation], 125 / 4 * 45))
  }

  @Test func withNothingMissingOrNothingLeftNothingIsLent() throws {
    for works in [[(400.0, 50.0), (400, 70)], [(300, 0), (200, 0)]] {
      let state = try Self.delivered(works)
      for (task, work) in zip(state.tasks, works) {
        #expect(near(task.work.producedUnits, work.0 / 4) && near(task.hoursLeft, work.1))
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

  /// 300 hours at 0.8 make 60 units, which all of them are booked for.
  @Test func teamsMakeMoreOrLessOfTheHours() throws {
    var stage = try Stage()
    stage.task.work.demandedUnits = 100
    (stage.task.work.cocreatedDemand, stage.task.work.publicDelivery) = (100, 300)
    stage.task.jointProduct = 0.8
    stage.run(Deliver())
    #expect(near(stage.task.work.producedUnits, 60))
    #expect(near(stage.task.ledger[.publicBudget, .delivery], 300 * 45))
    // 600 hours would make 120 of 100 units: a sixth of them is of no use.
    stage.task.ledger = Ledger()
    stage.task.work.publicDelivery = 600
    stage.run(Deliver())
    #expect(near(stage.task.work.producedUnits, 100))
    #expect(near(stage.task.ledger[.publicBudget, .delivery], 500 * 45))
    #expect(near(stage.task.ledger[.publicBudget, .slack], 100 * 45))
  }

  /// Contributions 0.4, 0.2 and 0.65 sum to 1.25; their generalised means are by hand.
  @Test(
    arguments: [
      // √0.2075, ∛0.052 and 3 / (2.5 + 5 + 1.5385).
      (1.0, 1.0), (2, 0.45552167895721496 * 3 / 1.25), (0, 0.3732511156817248 * 3 / 1.25),
      (-1, 0.3319148936170213 * 3 / 1.25),
    ] as [(Double, Double)])
  func theJointProductIsTheTeamsMeanTimesItsSize(exponent: Double, expected: Double) throws {
    var stage = try Stage { $0.contribute.productionExponent = exponent }
    stage.stopParticipation(of: [3])
    for (index, belief) in [10.0, 5, 20].enumerated() { stage.task.members[index].belief = belief }
    stage.actors[2].socialType = .freeRider
    stage.run(Contribute())
    #expect(near(stage.task.jointProduct, expected))
  }

  @Test func teamsWorkForThemselves() throws {
    let stage = try Stage {
      ($0.contribute.productionExponent, $0.contribute.teamSize) = (-8, 2)
    }
    // Pairs of likes lose nothing, pairs of a strong and a weak one most of what the strong gives.
    let products = (1...30).map { round in
      var stage = stage
      for index in 0...3 { stage.task.members[index].belief = index < 2 ? 20 : 5 }
      stage.run(Contribute(), round: round)
      return stage.task.jointProduct
    }
    #expect(products.contains { near($0, 1) } && products.contains { $0 < 0.5 })
    #expect(products.allSatisfy { $0 < 1 + 1e-12 })
    var idle = stage
    for index in 0...3 { idle.task.members[index].belief = 0 }
    idle.run(Contribute())
    #expect(idle.task.jointProduct == 1)
  }

  /// Tasks of 100 units of 4 hours each, after some hours of delivery and with some left.
  private static func delivered(
    _ works: [(delivery: Double, left: Double)],
    _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> SimulationState {
    let stage = try Stage(change)
    var state = stage.state
    state.tasks = works.map { work in
      var task = stage.task
      (task.work.demandedUnits, task.work.cocreatedDemand) = (100, 100)
      task.work.publicDelivery = work.delivery
      task.hoursLeft = work.left
      task.receive(hours: work.delivery + work.left, from: .publicBudget)
      return task
    }
    state.run(Deliver())
    return state
  }
}
