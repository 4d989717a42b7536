import Testing

@testable import CoCreation

/// Strategies that choose, over whole runs.
@Suite struct ChoosingTests {
  private static let lasting: [String: Double] = [
    "viable_share": 0, "closure_hazard": 0, "political_stop": 0, "review_months": 1,
  ]

  /// Misjudgement delays trying a form, but never for good.
  @Test(arguments: AdaptiveRule.Policy.allCases)
  func everyFormIsTriedAtLast(policy: AdaptiveRule.Policy) throws {
    let configuration = try ModelConfiguration.with(
      Self.lasting.merging(["rounds": 60, "strategic_competence": 0.5]) { $1 },
      rule: .adaptive(AdaptiveRule(policy: policy, forms: Form.points)))
    for context in 0..<12 {
      let months = configuration.run(context).months[0]
      let tried = Set(months.dropFirst().map { [$0.openness, $0.centrality] })
      #expect(tried.count == Form.points.count)
    }
  }

  /// A misjudged situation stays misjudged until another form fits it.
  @Test func aContingentChoiceStaysWhileTheSameFormFits() throws {
    let configuration = try ModelConfiguration.with(
      Self.lasting.merging(["rounds": 30, "strategic_competence": 0.5]) { $1 },
      rule: .contingent(
        ContingentRule(cases: [
          .init(when: [.init("month", above: 15)], form: Form.points[3]),
          .init(when: [.init("month", above: 29)], form: Form.points[1]),
          .init(form: Form.points[0]),
        ])))
    for context in 0..<12 {
      let openness = configuration.run(context).months[0].dropFirst().map {
        [$0.openness, $0.centrality]
      }
      #expect(Set(openness[0..<15]).count == 1 && Set(openness[15...]).count == 1)
    }
  }

  /// With shared understanding everybody knows the new form at once, and who comes later too.
  @Test func aNewFormIsBelievedByAll() throws {
    let rule = FormRule.contingent(
      ContingentRule(cases: [
        .init(when: [.init("month", above: 6)], form: Form.points[2]), .init(form: Form.points[0]),
      ]))
    let settings = Self.lasting.merging(
      ["rounds": 8, "strategic_competence": 1, "shared_understanding": 1]) { $1 }
    func end(_ settings: [String: Double]) throws -> (task: TaskState, known: [Member]) {
      let end = try ModelConfiguration.with(settings, rule: rule).run().end
      return (end.tasks[0], end.world.involved.map { end.tasks[0].members[$0] })
    }
    let (task, known) = try end(settings)
    #expect(task.openness == Form.points[2].openness)
    #expect(known.contains { !$0.participates } && known.contains { $0.tenure == 0 })
    #expect(
      known.allSatisfy {
        near($0.believedOpenness, task.openness) && near($0.believedCentrality, task.centrality)
      })
    // Without it they do not agree.
    let vague = try end(settings.merging(["shared_understanding": 0]) { $1 })
    #expect(!vague.known.allSatisfy { near($0.believedOpenness, vague.task.openness) })
  }

  /// A phase that sets the form has the last word: from then on no rule chooses.
  @Test func aPhaseTakesTheFormOutOfTheRulesHands() throws {
    let rules = [
      FormRule.adaptive(AdaptiveRule(policy: .ucb, forms: Form.points)),
      .contingent(
        ContingentRule(cases: [
          .init(when: [.init("month", above: 9)], form: Form.points[1]),
          .init(form: Form.points[0]),
        ])),
    ]
    let course = [StrategyPhase(from: 5, settings: ["openness": 0.55, "centrality": 0.45])]
    for rule in rules {
      let settings = Self.lasting.merging(["rounds": 14]) { $1 }
      for context in 0..<4 {
        let months = try ModelConfiguration.with(settings, rule: rule, course: course)
          .run(context).months[0]
        #expect(months[1...4].allSatisfy { $0.openness != 0.55 })
        #expect(months[5...].allSatisfy { $0.openness == 0.55 && $0.centrality == 0.45 })
      }
    }
  }

  /// Without outsiders' hours staff fills what is missing, and nothing is lost.
  @Test func whereNobodyGivesNothingIsLost() throws {
    let configuration = try ModelConfiguration.with(
      [
        "free_rider_share": 1, "triangle_share": 0, "other_share": 0, "budget_hours": 50_000,
        "rounds": 6,
      ],
      tasks: [[:], ["authority_share": 1], ["codesign_share": 0, "codelivery_share": 0]])
    let run = configuration.run()
    for task in run.end.tasks {
      #expect(task.ledger.imbalance <= 1e-9)
      #expect(task.ledger.inflow[2] == 0 && task.ledger.publicCost > 0)
    }
    let inflow = run.end.tasks.reduce(0) { $0 + $1.ledger.inflow[0] }
    #expect(near(inflow, 50_000 * 45 * 6, 1))
  }

  /// A task whose rules cost more than its part of the budget borrows what others leave.
  ///
  /// In-house production of 150 units at 4 hours leaves 36 of its 636 hours; 100 units under rules at
  /// 6 hours lack 176 of 600, and what is filled in costs 4.
  @Test func whatRulesLackIsLentToo() throws {
    let inHouse = ["codesign_share": 0.0, "codelivery_share": 0, "authority_share": 0]
    let configuration = try ModelConfiguration.with(
      [
        "rounds": 1, "budget_hours": 1060, "output_noise": 0, "failure_base": 0,
        "documentation_base": 0, "documentation_fear": 0, "demand_growth": 0, "cost_spread": 0,
        "compliance_need": 0, "political_interest": 0, "citizens_say": 0,
      ],
      tasks: [
        inHouse.merging(["demand": 150]) { $1 },
        ["authority_share": 1, "authority_premium": 0.5, "demand": 100],
      ], kinds: ActorKind.municipality)
    let run = configuration.run()
    #expect(near(run.end.tasks[0].ledger.publicCost, 600 * 45))
    #expect(near(run.end.tasks[1].ledger.inflow[0], (424 + 36) * 45))
    #expect(near(run.months[1][1].delivered, 424.0 / 6 + 9))
  }
}
