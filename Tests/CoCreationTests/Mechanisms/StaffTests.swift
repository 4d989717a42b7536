import Testing

@testable import CoCreation

@Suite struct StaffTests {
  /// 250 units of 4 hours, planned with a quarter of overhead: 4000/3 hours, half of them each.
  @Test func workIsSharedBetweenTheSidesByCentrality() throws {
    var stage = try Self.stage()
    stage.run(Staff())
    let work = stage.task.work
    #expect(near(work.plannedDelivery, 1000) && work.plannedDesign == 0)
    #expect(near(work.externalAsked, 2000.0 / 3))
    // Two external actors with 10 hours give half.
    #expect(near(work.externalOffered, 10) && near(work.externalUsed, 10))
    #expect(near(work.externalEffort, 10) && work.usage == 1)
    #expect(near(work.staffPaid, 2000.0 / 3) && near(work.externalShare, 10 / (10 + 2000.0 / 3)))
    #expect(near(stage.task.purse.money, 1000 - 2000.0 / 3))
    #expect(near(stage.task.purse.staff, 1000 - 2000.0 / 3))
  }

  @Test(arguments: [(0.0, 0.1), (0.25, 0.3), (1, 0.9)] as [(Double, Double)])
  func neitherSideIsEverWithoutWork(centrality: Double, externalPart: Double) throws {
    var stage = try Self.stage { $0.form.centrality = centrality }
    for index in 0...3 { stage.actors[index].hours = 5000 }
    stage.task.purse = Purse(money: 1e6, staff: 1e6)
    stage.run(Staff())
    let paid = (1 - externalPart) * 4000 / 3
    #expect(near(stage.task.work.staffPaid, paid))
    // The rest of what external actors offer, above a quarter more than their part, is not used.
    let used = 1.25 * externalPart * 4000 / 3
    #expect(near(stage.task.work.externalUsed, used))
    #expect(near(stage.task.work.usage, used / 5000))
    #expect(near(stage.task.members[2].load, 0.5 * used / 5000))
    #expect(stage.task.members[2].contribution == 0.5)
    #expect(near(stage.task.members[0].load, paid / 10_000))
  }

  /// The process has the hours of those of the staff who take part, and of no others.
  @Test func theProcessHasTheStaffThatTakesPart() throws {
    var stage = try Self.stage()
    (stage.actors[0].hours, stage.actors[1].hours) = (120, 60)
    stage.actors[0].engagements = 2
    stage.run(Staff())
    #expect(near(stage.task.work.staffPaid, 120) && near(stage.task.purse.staff, 880))
    // Its word in proposals weighs what it works.
    for index in 0...1 {
      #expect(stage.task.members[index].load == 1 && stage.task.members[index].contribution == 1)
    }
    stage.stopParticipation(of: [0])
    stage.run(Staff())
    #expect(near(stage.task.work.staffPaid, 60))
  }

  /// Staff works no more than is paid, by money or by people: half of its hours.
  @Test(arguments: [(60.0, 1000.0), (1000, 60), (60, 60)] as [(Double, Double)])
  func noMoreIsPaidThanIsLeft(money: Double, staff: Double) throws {
    var stage = try Self.stage()
    for index in 0...1 { stage.actors[index].hours = 60 }
    stage.task.purse = Purse(money: money, staff: staff)
    stage.run(Staff())
    #expect(near(stage.task.work.staffPaid, 60))
    #expect(near(stage.task.members[0].load, 0.5) && near(stage.task.members[1].load, 0.5))
  }

  @Test func whereStaffHasNoHoursItHasNoLoad() throws {
    var stage = try Self.stage()
    for index in 0...1 { stage.actors[index].hours = 0 }
    stage.run(Staff())
    #expect(stage.task.work.staffPaid == 0 && stage.task.members[0].load == 0)
  }

  /// Of 0.8 that duties leave a quarter is delivered together and half is designed together.
  ///
  /// Delivery 0.2 · 1000 hours; design 0.3 of the hours of what is designed, half of it open.
  @Test func designIsPlannedForByItsOwnShare() throws {
    var stage = try Self.stage {
      ($0.form.authorityShare, $0.form.openness) = (0.2, 0.5)
      ($0.form.codeliveryShare, $0.form.codesignShare) = (0.25, 0.5)
      $0.coordinate.designShare = 0.3
    }
    stage.run(Staff())
    #expect(near(stage.task.work.plannedDelivery, 200))
    #expect(near(stage.task.work.plannedDesign, 0.3 * 0.5 * 0.4 * 1000))
    #expect(near(stage.task.work.staffPaid, 0.5 * 260 / 0.75))
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
  }

  @Test func demandGrowsFromMonthToMonth() throws {
    var stage = try Self.stage { $0.world.demandGrowth = 0.01 }
    stage.run(Staff(), round: 1)
    #expect(near(stage.task.work.plannedDelivery, 1000))
    stage.run(Staff(), round: 3)
    #expect(near(stage.task.work.plannedDelivery, 1020.1))
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

  /// 10 hours at 9 euros are 2 hours of money; what is not paid is not received, and work is done
  /// all the same.
  @Test(
    arguments: [(1000.0, 0.0, 1.0), (2, 0, 1), (0.5, 1000, 0.25), (0, 1000, 0)]
      as [(Double, Double, Double)])
  func externalHoursArePaidAsFarAsMoneyGoes(money: Double, staff: Double, share: Double) throws {
    var stage = try Self.stage { $0.join.payment = 9 }
    stage.task.purse = Purse(money: money, staff: staff)
    stage.run(Staff())
    #expect(near(stage.task.received.payment, 9 * share))
    #expect(near(stage.task.ledger[.publicBudget, .payment], 90 * share))
    #expect(near(stage.task.work.externalUsed, 10))
    // Payments come before the staff of the process, and take no people.
    #expect(near(stage.task.work.staffPaid, min(staff, money - 2 * share)))
  }

  @Test func whereNothingIsUsedNothingIsPaid() throws {
    var stage = try Self.stage { $0.join.payment = 9 }
    stage.task.received.payment = 9
    for index in 2...3 { stage.task.members[index].contribution = 0 }
    stage.run(Staff())
    #expect(stage.task.work.externalOffered == 0 && stage.task.work.externalUsed == 0)
    #expect(stage.task.work.usage == 0 && stage.task.work.externalShare == 0)
    #expect(stage.task.received.payment == 0)
  }

  @Test func anEndedProcessAsksNobody() throws {
    var stage = try Self.stage()
    stage.end()
    stage.run(Staff())
    #expect(stage.task.work.staffPaid == 0 && stage.task.work.externalUsed == 0)
    #expect(stage.task.work.externalAsked == 0 && stage.task.purse.money == 1000)
  }

  @Test func unitCostFollowsTheDesign() throws {
    var stage = try Self.stage()
    #expect(stage.task.unitCost == 4)
    stage.task.landscape = .additive([1, 1, 1, 1], costEffect: [0.6931471805599453, 0, 0, 0])
    stage.task.design = 0b0011
    #expect(near(stage.task.unitCost, 8))
    stage.run(Staff())
    #expect(near(stage.task.work.plannedDelivery, 2000))
  }

  /// Money and staff for the month at hand, and two public actors with time for all of it; wages of
  /// 45 and 25 euros.
  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage(change)
    for index in 0...1 { stage.actors[index].hours = 500 }
    stage.task.purse = Purse(money: 1000, staff: 1000)
    return stage
  }
}
