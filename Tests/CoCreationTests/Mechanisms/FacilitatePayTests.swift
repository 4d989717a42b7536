import Testing

@testable import CoCreation

/// What of public hours for those who take part is paid, and what can be promised.
@Suite struct FacilitatePayTests {
  /// 1.5 hours for each of two, 1 + 2·0.5·0.6 with supervision; 3 for one poor; ½ for each of two.
  private static let asked = 1.5 * 1.6 * 2 + 3 + 0.5 * 2

  @Test func hoursThatArePaidAreAdded() throws {
    var stage = try Self.stage()
    stage.task.work.publicOverhead = 2
    stage.task.open(budget: 100, staff: 100, extra: 0)
    stage.run(Facilitate())
    #expect(near(stage.task.purse.staff, 100 - Self.asked))
    #expect(near(stage.task.work.publicOverhead, 2 + Self.asked))
    #expect(near(stage.task.month.staffHours, Self.asked))
  }

  /// Half of it is paid where money, staff, or hours beyond them at half as much again, end there.
  @Test(arguments: [
    Purse(money: asked / 2, staff: 100), Purse(money: 100, staff: asked / 2),
    Purse(money: 0.75 * asked, staff: 0, extra: 100),
    Purse(money: 100, staff: asked / 4, extra: asked / 4),
  ])
  func whatIsNotPaidForDoesNotAct(purse: Purse) throws {
    var stage = try Self.stage { $0.staff.extraPremium = 0.5 }
    stage.task.purse = purse
    stage.run(Facilitate())
    #expect(near(stage.task.ledger[.publicBudget, .facilitation], 45 * Self.asked / 2))
    #expect(near(stage.task.received.facilitation, 0.75))
    #expect(near(stage.task.received.recognition, 0.25) && near(stage.task.received.support, 1.5))
  }

  /// Hours beyond the staff count as well where nobody is there to be paid for.
  @Test func whatOthersCouldBePaidForIsPromised() throws {
    for (purse, share) in [(Purse(money: 1, extra: 1), 1.0), (Purse(extra: 1), 0), (Purse(), 0)] {
      var stage = try Self.stage()
      stage.stopParticipation(of: [2, 3])
      stage.task.purse = purse
      stage.run(Facilitate())
      #expect(stage.task.received.facilitation == 1.5 * share)
      #expect(stage.task.received.support == 3 * share && stage.task.ledger == Ledger())
    }
  }

  /// Support that nobody needs is there for whoever might.
  @Test func withoutThePoorSupportCostsNothing() throws {
    var stage = try Self.stage()
    stage.actors[3].isPoor = false
    stage.task.purse = Purse(money: 100, staff: 100)
    stage.run(Facilitate())
    #expect(stage.task.received.support == 3 && near(stage.task.purse.money, 100 - Self.asked + 3))
  }

  /// Five of ten external actors are expected, two of them poor.
  ///
  /// 2 hours each, 5 for the poor and 1 of recognition are 25; half of 4000/3 hours at 9 of 45 euros
  /// are 400/3 more.
  @Test(arguments: [(1.0, 1.0), (2, 1), (0.5, 0.5), (0.1, 0.1), (0, 0)] as [(Double, Double)])
  func aPromiseCountsAsFarAsItCanBePaid(part: Double, share: Double) throws {
    let asked = 25 + 400.0 / 3
    for purse in [
      Purse(money: part * asked, staff: 1e6), Purse(money: 1e6, staff: part * asked),
      Purse(money: 1.25 * part * asked, staff: part * asked / 2, extra: 1e6),
    ] {
      var stage = try Stage(externalActors: 10) {
        Self.promise(&$0)
        ($0.staff.plannedOverhead, $0.staff.extraPremium) = (0.25, 0.5)
      }
      stage.task.purse = purse
      let offer = stage.task.credibleOffer(stage.world)
      #expect(near(offer.facilitation, 2 * share) && near(offer.recognition, share))
      #expect(near(offer.support, 5 * share) && near(offer.payment, 9 * share))
    }
  }

  /// Kinds without strata have no poor to expect: nothing but 2 + 1 hours each.
  @Test func onlyKindsWithStrataHaveThePoor() throws {
    var kinds = [ActorKind.alike("staff", .public, 2), .alike("citizen", .external, 10)]
    for (hasStrata, asked) in [(true, 25.0), (false, 15)] {
      kinds[1].hasStrata = hasStrata
      var stage = try Stage(setUp: [], kinds: kinds, network: .none) {
        $0 = Parameters.neutral
        Self.promise(&$0)
        $0.join.payment = 0
      }
      stage.task.purse = Purse(money: asked / 2, staff: 1e6)
      #expect(near(stage.task.credibleOffer(stage.world).facilitation, 1))
    }
  }

  private static func promise(_ parameters: inout Parameters) {
    (parameters.join.initialExternal, parameters.population.poorShare) = (0.5, 0.4)
    parameters.coordinate.facilitationHours = 2
    (parameters.join.supportHours, parameters.join.recognitionHours) = (5, 1)
    (parameters.join.payment, parameters.world.publicWage) = (9, 45)
  }

  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage {
      ($0.coordinate.facilitationHours, $0.coordinate.supervision) = (1.5, 2)
      $0.staff.professionalRequirement = 0.5
      ($0.join.supportHours, $0.join.recognitionHours) = (3, 0.5)
      change(&$0)
    }
    stage.world.externalMaturity = 0.4
    stage.actors[3].isPoor = true
    return stage
  }
}
