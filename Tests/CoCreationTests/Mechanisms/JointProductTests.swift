import Testing

@testable import CoCreation

/// What teams make of what their members give.
@Suite struct JointProductTests {
  /// Contributions of 0.5, 0.25 and 0.8 sum to 1.55; their power means are by hand.
  @Test(
    arguments: [
      // √(0.9525/3), ∛0.1 and 3 / (2 + 4 + 1.25).
      (1.0, 1.0), (2, 0.5634713834792322 * 3 / 1.55), (0, 0.46415888336127789 * 3 / 1.55),
      (-1, 0.41379310344827586 * 3 / 1.55),
    ] as [(Double, Double)])
  func itIsTheTeamsMeanTimesItsSize(exponent: Double, expected: Double) throws {
    var stage = try Stage(externalActors: 3) { $0.contribute.productionExponent = exponent }
    // 9.8, 4.6 and 16.01 points.
    for (index, belief) in [(2, 10.0), (3, 5), (4, 15.95)] {
      stage.task.members[index].belief = belief
    }
    stage.run(Contribute())
    #expect(stage.task.members[2...].map(\.contribution) == [0.5, 0.25, 0.8])
    #expect(near(stage.task.jointProduct, expected))
  }

  @Test func teamsWorkForThemselves() throws {
    let stage = try Stage(externalActors: 4) {
      ($0.contribute.productionExponent, $0.contribute.teamSize) = (-8, 2)
    }
    // Pairs of likes lose nothing, pairs of a strong and a weak one most of what the strong gives.
    let products = (1...30).map { round in
      var stage = stage
      for index in 2...5 { stage.task.members[index].belief = index < 4 ? 20 : 5 }
      stage.run(Contribute(), round: round)
      return stage.task.jointProduct
    }
    #expect(products.contains { near($0, 1) } && products.contains { $0 < 0.5 })
    #expect(products.allSatisfy { $0 < 1 + 1e-12 })
  }

  /// At weakest link whoever gives nothing leaves its team with nothing, and no other team.
  @Test func oneWhoGivesNothingStopsItsTeamAlone() throws {
    var stage = try Stage(externalActors: 4) {
      ($0.contribute.productionExponent, $0.contribute.teamSize) = (-1, 2)
    }
    stage.actors[5].socialType = .freeRider
    stage.run(Contribute())
    // One pair of 0.5 and 0.5, another of 0.5 and nothing: 1 of 1.5.
    #expect(near(stage.task.jointProduct, 1 / 1.5))
  }

  @Test func whereNobodyGivesThereIsNothingToMakeLessOf() throws {
    var stage = try Stage { $0.contribute.productionExponent = -8 }
    for index in 2...3 { stage.task.members[index].belief = 0 }
    stage.run(Contribute())
    #expect(stage.task.jointProduct == 1 && stage.task.month.contribution == 0)
  }

  /// 200 public hours and 100 external ones at 0.8 make 70 units.
  @Test func itCountsForExternalHoursAlone() throws {
    var stage = try Stage()
    (stage.task.work.demandedUnits, stage.task.work.cocreatedDemand) = (100, 100)
    (stage.task.work.publicDelivery, stage.task.work.externalDelivery) = (200, 100)
    stage.task.jointProduct = 0.8
    stage.run(Deliver())
    #expect(near(stage.task.work.producedUnits, 70))
    // All of them are booked for it.
    #expect(near(stage.task.ledger[.publicBudget, .delivery], 200 * 45))
    #expect(near(stage.task.ledger[.externalTime, .delivery], 100 * 25))
    // 320 + 0.8 · 200 would make 120 of 100 units: a sixth of each is of no use.
    stage.task.ledger = Ledger()
    (stage.task.work.publicDelivery, stage.task.work.externalDelivery) = (320, 200)
    stage.run(Deliver())
    #expect(near(stage.task.work.producedUnits, 100))
    #expect(near(stage.task.ledger[.publicBudget, .slack], 320.0 / 6 * 45))
    #expect(near(stage.task.ledger[.externalTime, .slack], 200.0 / 6 * 25))
  }
}
