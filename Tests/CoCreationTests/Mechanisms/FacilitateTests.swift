import Testing

@testable import CoCreation

/// Public hours for those who take part act as far as they are paid.
@Suite struct FacilitateTests {
  /// For each of two external participants 1.5 · (1 + 2 · 0.5 · 0.6) hours of facilitation and half
  /// an hour of recognition, and three hours of support for the one who is poor: 8.8.
  @Test(arguments: [(8.8, 1.0), (100, 1), (2.2, 0.25), (0, 0)] as [(Double, Double)])
  func whatIsPromisedActsAsFarAsItIsPaid(staff: Double, share: Double) throws {
    var stage = try Self.stage()
    stage.task.purse = Purse(money: 1000, staff: staff)
    stage.run(Facilitate())
    let received = stage.task.received
    #expect(near(stage.task.ledger[.publicBudget, .facilitation], 45 * 8.8 * share))
    #expect(near(stage.task.work.publicOverhead, 8.8 * share))
    #expect(near(received.facilitation, 1.5 * share) && near(received.support, 3 * share))
    #expect(near(received.recognition, 0.5 * share))
    // Money follows the hours that are used; till then last month's counts.
    #expect(received.payment == 7)
    // 0.4 · e^(-0.8 · hours).
    let ambiguity = [1.0: 0.12047768476488082, 0.25: 0.2963272882726873, 0: 0.4][share]
    #expect(near(stage.task.ambiguity, ambiguity))
  }

  @Test func moneyLimitsAsPeopleDo() throws {
    var stage = try Self.stage()
    stage.task.purse = Purse(money: 4.4, staff: 1000)
    stage.run(Facilitate())
    #expect(near(stage.task.received.facilitation, 0.75))
  }

  /// Where nobody is there to be paid for, what could be paid is promised.
  @Test(arguments: [(1.0, 1.0, 1.0), (0, 1, 0), (1, 0, 0)] as [(Double, Double, Double)])
  func withoutExternalParticipantsThePromiseStands(
    money: Double, staff: Double, share: Double
  ) throws {
    var stage = try Self.stage()
    stage.stopParticipation(of: [2, 3])
    stage.task.purse = Purse(money: money, staff: staff)
    stage.run(Facilitate())
    #expect(near(stage.task.received.facilitation, 1.5 * share))
    #expect(stage.task.purse.money == money)
  }

  @Test func whatHasEndedIsNotFacilitated() throws {
    var stage = try Self.stage()
    stage.task.purse = Purse(money: 1000, staff: 1000)
    stage.end()
    stage.run(Facilitate())
    #expect(stage.task.purse.money == 1000 && stage.task.work.publicOverhead == 0)
  }

  /// A tenth of 40 are expected to start, 0.35 of them poor: 4 · (1.5 · 1.6 + 0.5) + 1.4 · 3 hours of
  /// people, 15.8 in all, and the price of all hours that are asked for, 9/45 · ½ · 4000/3.
  @Test(
    arguments: [(1000.0, 0.0), (1000, 74.5666666666666667), (60, 100), (1000, 1000)]
      as [(Double, Double)])
  func aProcessThatBeginsPromisesWhatItCanPay(money: Double, staff: Double) throws {
    var stage = try Self.stage(externalActors: 40) {
      $0.population.poorShare = 0.35
      ($0.join.initialExternal, $0.join.payment) = (0.1, 9)
    }
    stage.task.purse = Purse(money: money, staff: staff)
    stage.run(Join(), round: 1)
    let share = min(1, min(money, staff) / (15.8 + 400.0 / 3))
    let received = stage.task.received
    #expect(near(received.facilitation, 1.5 * share) && near(received.support, 3 * share))
    #expect(near(received.recognition, 0.5 * share) && near(received.payment, 9 * share))
    // From then on what was paid counts.
    stage.run(Join(), round: 2)
    #expect(stage.task.received == received)
  }

  @Test func whatCostsNothingNeedsNoPromise() throws {
    var stage = try Stage()
    stage.task.purse = Purse(money: 1000, staff: 1000)
    stage.run(Join(), round: 1)
    #expect(stage.task.received == Offer())
  }

  /// Facilitation, recognition and support, on a professional task; the last actor is poor.
  private static func stage(
    externalActors: Int = 2, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try Stage(externalActors: externalActors) {
      ($0.coordinate.facilitationHours, $0.coordinate.facilitationEffect) = (1.5, 0.8)
      ($0.coordinate.supervision, $0.staff.professionalRequirement) = (2, 0.5)
      ($0.join.recognitionHours, $0.join.supportHours) = (0.5, 3)
      $0.competences.roleClarity = 0.6
      change(&$0)
    }
    stage.world.externalMaturity = 0.4
    stage.task.received.payment = 7
    stage.actors[stage.actors.count - 1].isPoor = true
    return stage
  }
}
