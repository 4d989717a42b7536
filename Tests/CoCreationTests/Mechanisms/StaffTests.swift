import Testing

@testable import CoCreation

@Suite struct StaffTests {
  /// 250 units of 4 hours, planned with a quarter of overhead: 4000/3 hours, half of them each.
  @Test func workIsSharedBetweenTheSidesByCentrality() throws {
    var stage = try Self.stage()
    stage.run(Staff())
    let work = stage.task.work
    #expect(near(work.demandedUnits, 250) && near(work.cocreatedDemand, 250))
    // Two external actors with 10 hours give half.
    #expect(near(work.externalOffered, 10) && near(work.externalUsed, 10))
    #expect(near(work.externalEffort, 10) && work.usage == 1)
    // Staff works 60 % whatever it contributes, and half of the rest.
    #expect(near(work.staffPaid, 2000.0 / 3) && near(work.staffEffort, 0.8 * 2000 / 3))
    #expect(near(stage.task.hoursLeft, 1000 - 2000.0 / 3))
  }

  @Test(arguments: [(0.0, 0.1), (0.25, 0.3), (1, 0.9)] as [(Double, Double)])
  func neitherSideIsEverWithoutWork(centrality: Double, externalPart: Double) throws {
    var stage = try Self.stage { $0.form.centrality = centrality }
    for index in 2...3 { stage.actors[index].hours = 5000 }
    stage.task.hoursLeft = 1e6
    stage.run(Staff())
    #expect(near(stage.task.work.staffPaid, (1 - externalPart) * 4000 / 3))
    // The rest of what external actors offer, above a quarter more than their part, is not used.
    let used = 1.25 * externalPart * 4000 / 3
    #expect(near(stage.task.work.externalUsed, used))
    #expect(near(stage.task.work.usage, used / 5000))
    #expect(near(stage.task.members[2].load, 0.5 * used / 5000))
    #expect(stage.task.members[0].load == 0.5)
  }

  @Test func timeForDesignIsPlannedFor() throws {
    var stage = try Self.stage {
      $0.coordinate.designShare = 0.2
      $0.form.openness = 0.5
    }
    stage.task.hoursLeft = 1e6
    stage.run(Staff())
    #expect(near(stage.task.work.staffPaid, 0.5 * 1000 / 0.75 / 0.9))
  }

  /// Ambiguity 0.4: of what is offered as much is not seen, nor loads anybody.
  @Test func whatNobodySeesIsNotUsed() throws {
    var stage = try Self.stage { $0.competences.roleClarity = 0.6 }
    stage.run(Staff())
    #expect(near(stage.task.work.externalOffered, 10) && near(stage.task.work.externalUsed, 6))
    #expect(near(stage.task.work.usage, 0.6) && near(stage.task.members[2].load, 0.3))
    // More offers than can be used hide behind each other.
    for index in 2...3 { stage.actors[index].hours = 5000 }
    stage.run(Staff())
    #expect(near(stage.task.work.externalUsed, 1.25 * 0.5 * 4000 / 3))
  }

  @Test func whoeverHasAnotherTaskOffersHalf() throws {
    var stage = try Self.stage()
    stage.actors[2].engagements = 2
    stage.run(Staff())
    #expect(near(stage.task.work.externalOffered, 2.5 + 5))
    // Of the public side it weighs the contributions.
    stage.actors[0].engagements = 3
    stage.task.members[0].contribution = 1
    #expect(near(stage.task.staffContribution(stage.actors), (10.0 / 3 + 5) / (10.0 / 3 + 10)))
  }

  @Test func demandGrowsFromMonthToMonth() throws {
    var stage = try Self.stage { $0.world.demandGrowth = 0.01 }
    stage.run(Staff(), round: 1)
    #expect(near(stage.task.work.demandedUnits, 250))
    stage.run(Staff(), round: 3)
    #expect(near(stage.task.work.demandedUnits, 250 * 1.0201))
  }

  /// Knowledge by hours offered (5·0.2 + 15·0.8)/20 = 0.65, external maturity 0.4.
  @Test func professionalWorkNeedsKnowledgeOrMaturity() throws {
    var stage = try Self.stage { $0.staff.professionalRequirement = 0.5 }
    (stage.actors[2].knowledge, stage.actors[3].knowledge) = (0.2, 0.8)
    stage.actors[3].hours = 30
    stage.world.externalMaturity = 0.4
    stage.run(Staff())
    #expect(near(stage.task.work.externalEffort, 20 * (1 - 0.5 * 0.35 * 0.8)))
  }

  /// 1.5 hours for each of two at work, 1 + 2·0.5·0.6 with supervision; 0.5·3 for one poor.
  @Test func facilitationIsPaidForWhereExternalActorsWork() throws {
    var stage = try Self.stage {
      $0.coordinate.facilitationHours = 1.5
      $0.coordinate.supervision = 2
      $0.staff.professionalRequirement = 0.5
      ($0.join.support, $0.coordinate.supportHours) = (0.5, 3)
    }
    stage.world.externalMaturity = 0.4
    stage.actors[3].isPoor = true
    stage.run(Staff())
    #expect(near(stage.task.ledger[.publicBudget, .facilitation], 45 * (1.5 * 1.6 * 2 + 1.5)))
  }

  @Test func facilitationScalesWithTheHoursUsed() throws {
    var stage = try Self.stage { $0.coordinate.facilitationHours = 1 }
    for index in 2...3 { stage.actors[index].hours = 5000 }
    stage.run(Staff())
    #expect(near(stage.task.ledger[.publicBudget, .facilitation], 45 * 2 * stage.task.work.usage))
    #expect(stage.task.work.usage < 0.2)
  }

  @Test func noMoreIsPaidThanIsLeft() throws {
    var stage = try Self.stage()
    stage.task.hoursLeft = 100
    stage.run(Staff())
    #expect(stage.task.work.staffPaid == 100 && stage.task.hoursLeft == 0)
    #expect(stage.task.pay(1) == 0 && stage.task.spend(-1, on: .delivery) == 0)
  }

  @Test func withoutExternalHoursNothingIsOfferedOrUsed() throws {
    var stage = try Self.stage()
    for index in 2...3 { stage.task.members[index].contribution = 0 }
    stage.run(Staff())
    #expect(stage.task.work.externalOffered == 0 && stage.task.work.externalUsed == 0)
    #expect(stage.task.work.usage == 0 && stage.task.work.externalShare == 0)
  }

  @Test func anEndedProcessAsksNobody() throws {
    var stage = try Self.stage()
    stage.task.close(stage.actors)
    stage.run(Staff())
    #expect(stage.task.work.staffPaid == 0 && stage.task.work.externalUsed == 0)
    #expect(stage.task.work.cocreatedDemand == 250 && stage.task.hoursLeft == 1000)
  }

  /// 100 units under rules at 8 % more, 150 on a learning curve after a year's demand of them,
  /// a tenth of all hours for documentation.
  @Test(arguments: [1, 0.5]) func authorityAndOptimisationComeFirst(funded: Double) throws {
    var stage = try Self.stage {
      ($0.form.authorityShare, $0.form.optimisationShare) = (0.4, 0.6)
      ($0.deliver.authorityPremium, $0.deliver.learningElasticity) = (0.08, 0.3)
      $0.coordinate.documentationBase = 0.1
    }
    // 2^-0.3 of the hours after a doubling.
    let hours = 100 * 4 * 1.08 + 150 * 4 * 0.8122523963562356
    stage.task.optimisedUnits = 3000
    stage.task.hoursLeft = funded == 1 ? 5000 : funded * hours / 0.9
    stage.run(Staff())
    #expect(near(stage.task.work.authorityUnits, 100 * funded))
    #expect(near(stage.task.work.optimisedUnits, 150 * funded))
    #expect(near(stage.task.optimisedUnits, 3000 + 150 * funded))
    let ledger = stage.task.ledger
    #expect(near(ledger[.publicBudget, .delivery], 45 * hours * funded))
    #expect(near(ledger[.publicBudget, .documentation], 45 * hours * funded / 9))
    #expect(near(stage.task.hoursLeft, funded == 1 ? 5000 - hours / 0.9 : 0))
  }

  @Test func unitCostFollowsTheDesign() throws {
    var stage = try Self.stage()
    #expect(stage.task.unitCost == 4)
    stage.task.landscape = .additive([1, 1, 1, 1], costEffect: [0.6931471805599453, 0, 0, 0])
    stage.task.design = 0b0011
    #expect(near(stage.task.unitCost, 8))
  }

  @Test func staffContributionIsWeightedByHours() throws {
    var stage = try Self.stage()
    (stage.actors[0].hours, stage.task.members[0].contribution) = (30, 1)
    #expect(near(stage.task.staffContribution(stage.actors), (30 + 5) / 40))
    for index in 0...1 { stage.actors[index].hours = 0 }
    #expect(stage.task.staffContribution(stage.actors) == 0)
  }

  @Test func hoursAreBookedAtTheWageOfTheirSource() throws {
    var stage = try Self.stage()
    stage.task.receive(hours: 2, from: .externalTime)
    stage.task.book(hours: 2, from: .externalTime, to: .design)
    stage.task.receive(hours: 3, from: .publicLiability)
    stage.task.book(hours: 3, from: .publicLiability, to: .sanction)
    for ledger in [stage.task.ledger, stage.task.month.ledger] {
      #expect(ledger[.externalTime, .design] == 50 && ledger.externalValue == 50)
      #expect(ledger[.publicLiability, .sanction] == 135 && ledger.publicCost == 135)
      #expect(ledger.imbalance == 0)
    }
  }

  /// The month's budget at hand, wages of 45 and 25 euros.
  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage(change)
    stage.task.hoursLeft = 1000
    return stage
  }
}
