import GSL
import Testing

@testable import CoCreation

/// What is off unless a scenario says otherwise does nothing where it is off.
@Suite struct NeutralSwitchTests {
  @Test func failuresDoNoHarmBesideTheLostOutput() throws {
    try NeutralMechanismTests.expect(["stake": 0], given: ["stake": 2]) {
      $0.harm == 0 && $0.value >= 0
    }
  }

  /// 400 € for a unit, half for its quality and half for its relevance.
  @Test func helpIsWorthTheSameInEveryMonth() throws {
    let given = ["urgency": 3.0, "compliance_need": 0]
    try NeutralMechanismTests.expect(["urgency": 0], given: given) {
      near($0.value, 200 * $0.delivered * ($0.realisedQuality + $0.relevance))
    }
  }

  /// Who looks at no results sees no early ones either.
  @Test func resultsAreSeenAsTheyAre() throws {
    func trust(_ settings: [String: Double]) throws -> [Double] {
      try NeutralMechanismTests.runs(settings).flatMap { $0.monthsRun.map(\.affectedTrust) }
    }
    #expect(try trust(["early_wins": 0]) == trust([:]))
    #expect(try trust(["early_wins": 0.5]) != trust([:]))
    let blind = ["output_gain": 0.0, "reinforcement": 0]
    #expect(
      try trust(blind) == trust(blind.merging(["early_wins": 0.5]) { $1 }))
  }

  @Test func trustBeatsNoPulse() throws {
    func trust(_ pulse: Double) throws -> [[Double]] {
      try NeutralMechanismTests.runs(["trust_pulse": pulse]).map {
        $0.monthsRun.map(\.affectedTrust)
      }
    }
    for (none, some) in zip(try trust(0), try trust(0.5)) {
      // In the middle of 18 months, and not before.
      #expect(none[..<8] == some[..<8])
      #expect(none[8] < some[8])
    }
  }

  @Test func theTaskConcernsAllWhomItMay() throws {
    let whole = try NeutralMechanismTests.runs(["affected_share": 1])
    let part = try NeutralMechanismTests.runs(["affected_share": 0.5])
    let citizens = ActorKind.municipality.indices.filter { ActorKind.municipality[$0].isAffected }
    for (whole, part) in zip(whole, part) {
      let count = whole.end.actors.count { citizens.contains($0.kind) }
      #expect(whole.end.tasks[0].affectedCount == count)
      #expect((1..<count).contains(part.end.tasks[0].affectedCount))
    }
  }

  @Test func authorityStaysWhereItIs() throws {
    let plain = try NeutralMechanismTests.runs([:]).map { $0.end.actors.map(\.authority) }
    let dealt = try NeutralMechanismTests.runs(["authority_lot": 1]).map {
      $0.end.actors.map(\.authority)
    }
    #expect(
      try NeutralMechanismTests.runs(["authority_lot": 0]).map { $0.end.actors.map(\.authority) }
        == plain)
    for (plain, dealt) in zip(plain, dealt) {
      #expect(plain != dealt && plain.sorted() == dealt.sorted())
    }
  }

  @Test func teamsMakeOfHoursWhatIsGiven() throws {
    for run in try NeutralMechanismTests.runs(["production_exponent": 1]) {
      #expect(run.end.tasks[0].jointProduct == 1)
    }
    let weakest = try NeutralMechanismTests.runs(["production_exponent": -8, "viable_external": 0])
    #expect(weakest.contains { $0.end.tasks[0].jointProduct < 0.9 })
  }

  /// Clear roles show every offer: nothing is unused that the plan has room for.
  @Test func whereRolesAreClearOffersAreSeen() throws {
    let given = ["demand": 2000.0, "budget_hours": 8000, "facilitation_hours": 0]
    try NeutralMechanismTests.expect(["role_clarity": 1], given: given) {
      $0.ledger[.externalTime, .unused] == 0
    }
  }

  /// The rule wants one form before the eighth month and another from then on.
  @Test func theFittingFormIsAlwaysTaken() throws {
    func misses(_ competence: Double) throws -> Int {
      let rule = ContingentRule(cases: [
        .init(when: [.init("month", below: 8)], form: Form.points[0]), .init(form: Form.points[3]),
      ])
      let settings = ["strategic_competence": competence, "review_months": 2, "closure_hazard": 0]
      let configuration = try ModelConfiguration.with(
        ParameterEffectTests.lively.merging(settings) { $1 }, rule: .contingent(rule))
      return (0..<5).reduce(0) { sum, context in
        sum
          + configuration.run(context).months[0].count {
            // Reviews are in the months 3, 5, 7, 9, ...
            $0.isActive && $0.openness != ($0.round < 9 ? 0.2 : 0.8)
          }
      }
    }
    #expect(try misses(1) == 0 && misses(0.6) > 10)
  }
}
