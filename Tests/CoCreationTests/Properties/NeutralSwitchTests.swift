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
      let settings = [
        "trust_pulse": pulse, "closure_hazard": 0, "political_stop": 0, "viable_share": 0,
      ]
      return try NeutralMechanismTests.runs(settings).map { $0.monthsRun.compactMap(\.trust) }
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
      #expect(whole.end.tasks[0].needs.affectedCount == count)
      // 147 with a chance of one half: within four standard deviations of 6.
      #expect((count / 2 - 25...count / 2 + 25).contains(part.end.tasks[0].needs.affectedCount))
    }
  }

  @Test func authorityStaysWhereItIs() throws {
    func authority(_ settings: [String: Double]) throws -> [[Double]] {
      try NeutralMechanismTests.runs(settings).map {
        $0.end.withEverybodyMet.actors.map(\.authority)
      }
    }
    let (plain, dealt) = (try authority([:]), try authority(["authority_lot": 1]))
    #expect(try authority(["authority_lot": 0]) == plain)
    for (plain, dealt) in zip(plain, dealt) {
      #expect(plain != dealt && plain.sorted() == dealt.sorted())
    }
  }

  @Test func teamsMakeOfHoursWhatIsGiven() throws {
    for run in try NeutralMechanismTests.runs(["production_exponent": 1]) {
      #expect(run.end.tasks[0].jointProduct == 1)
    }
    let weakest = try NeutralMechanismTests.runs(["production_exponent": -8, "viable_share": 0])
    #expect(weakest.contains { $0.end.tasks[0].jointProduct < 0.9 })
  }

  /// Clear roles show every offer: nothing is unused that the plan has room for.
  @Test func whereRolesAreClearOffersAreSeen() throws {
    let given = [
      "demand": 6000.0, "budget_hours": 24_000, "facilitation_hours": 0, "centrality": 1,
      "form_belief_noise": 0,
    ]
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
      let settings = [
        "strategic_competence": competence, "review_months": 2, "closure_hazard": 0,
        "political_stop": 0,
        "viable_share": 0,
      ]
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

  @Test func nobodyIsPaid() throws {
    try NeutralMechanismTests.expect(["payment": 0]) { $0.ledger.total(.payment) == 0 }
  }

  /// Hours beyond the staff are found and used, and cost what others do: nothing is paid for nothing
  /// where there is no process.
  @Test func moreHoursCostNoMore() throws {
    let given = [
      "codesign_share": 0.0, "codelivery_share": 0, "demand": 400, "budget_hours": 1600,
      "hiring_rate": 0.5,
    ]
    try NeutralMechanismTests.expect(["extra_premium": 0], given: given) {
      $0.ledger[.publicBudget, .slack] == 0
    }
    let runs = try NeutralMechanismTests.runs(given.merging(["extra_premium": 0]) { $1 })
    #expect(runs.allSatisfy { $0.end.world.extraHours > 50 })
  }

  /// Where ends cost nothing a task goes on as if it had never been co-created but for its design:
  /// work is handed back at once, nobody is disappointed, and the design is as familiar as it was.
  @Test func endsCostNothing() throws {
    let neutral = [
      "handover_months": 0.0, "handover_knowledge": 0, "ending_disappointment": 0,
      "handover_loss": 0,
    ]
    let end = [StrategyPhase(from: 7, endsProcess: true)]
    func runs(_ settings: [String: Double]) throws -> [RunObservation] {
      let always = ParameterEffectTests.lively.merging(
        [
          "closure_hazard": 0, "political_stop": 0, "viable_share": 0, "failure_base": 0,
          "compliance_need": 0,
        ]) { $1 }
      let configuration = try ModelConfiguration.with(
        always.merging(settings) { $1 }, course: end)
      return (0..<5).map { configuration.run($0) }
    }
    for run in try runs(neutral) {
      let (before, after) = (run.months[0][6], run.months[0][7])
      #expect(run.end.tasks[0].handover == nil && !after.isActive)
      #expect(run.months[0][7...].allSatisfy { $0.ledger.total(.handover) == 0 })
      #expect(after.unfamiliarity <= before.unfamiliarity)
    }
    for run in try runs([:]) {
      #expect(run.months[0][7...12].allSatisfy { $0.ledger.total(.handover) > 0 })
      #expect(run.months[0][13...].allSatisfy { $0.ledger.total(.handover) == 0 })
    }
    for (none, some) in zip(
      try runs(neutral), try runs(neutral.merging(["ending_disappointment": 0.2]) { $1 }))
    {
      #expect(none.months[0][7].affectedTrust == some.months[0][7].affectedTrust)
      #expect(none.months[0][8].affectedTrust > some.months[0][8].affectedTrust)
    }
  }
}
