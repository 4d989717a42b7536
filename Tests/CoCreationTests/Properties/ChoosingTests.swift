import Testing

@testable import CoCreation

/// Strategies that choose, over whole runs.
@Suite struct ChoosingTests {
  private static let lasting: [String: Double] = [
    "viable_external": 0, "closure_hazard": 0, "review_months": 1,
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
          .init(when: [.init("month", above: 1000)], form: Form.points[1]),
          .init(form: Form.points[0]),
        ])))
    for context in 0..<12 {
      let openness = configuration.run(context).months[0].dropFirst().map {
        [$0.openness, $0.centrality]
      }
      #expect(Set(openness[0..<15]).count == 1 && Set(openness[15...]).count == 1)
    }
  }

  /// With shared understanding everybody knows the new form at once, outsiders too.
  @Test func aNewFormIsBelievedByAll() throws {
    let rule = FormRule.contingent(
      ContingentRule(cases: [
        .init(when: [.init("month", above: 6)], form: Form.points[2]), .init(form: Form.points[0]),
      ]))
    let settings = Self.lasting.merging(
      ["rounds": 8, "strategic_competence": 1, "shared_understanding": 1]) { $1 }
    let end = try ModelConfiguration.with(settings, rule: rule).run().end.tasks[0]
    #expect(end.openness == Form.points[2].openness)
    #expect(end.members.contains { !$0.participates })
    #expect(
      end.members.allSatisfy {
        near($0.believedOpenness, end.openness) && near($0.believedCentrality, end.centrality)
      })
    // Without it they do not agree.
    let vague = try ModelConfiguration.with(
      settings.merging(["shared_understanding": 0]) { $1 }, rule: rule
    ).run().end.tasks[0]
    #expect(!vague.members.allSatisfy { near($0.believedOpenness, vague.openness) })
  }

  /// Staff that gives nothing fills no gaps: nothing is lent to it, and nothing is lost.
  @Test func noEffortNeedsNoLoan() throws {
    let configuration = try ModelConfiguration.with(
      [
        "effort_floor": 0, "free_rider_share": 1, "triangle_share": 0, "other_share": 0,
        "belief_mean": 0, "belief_deviation": 0, "reinforcement": 0, "budget_hours": 50_000,
        "rounds": 6,
      ], tasks: [[:], ["authority_share": 1, "optimisation_share": 0]])
    let run = configuration.run()
    for task in run.end.tasks {
      #expect(task.ledger.imbalance <= 1e-9)
      #expect(task.ledger.publicCost.isFinite)
    }
    let inflow = run.end.tasks.reduce(0) { $0 + $1.ledger.inflow[0] }
    #expect(near(inflow, 50_000 * 45 * 6, 1))
  }

  /// A task whose rules cost more than its part of the budget borrows what others leave.
  @Test func whatRulesLackIsLentToo() throws {
    let configuration = try ModelConfiguration.with(
      ["rounds": 3, "budget_hours": 1400, "output_noise": 0, "failure_base": 0],
      tasks: [
        ["authority_share": 0.5, "optimisation_share": 0.5, "learning_elasticity": 0.3],
        ["authority_share": 1, "optimisation_share": 0, "authority_premium": 0.5, "demand": 100],
      ])
    let end = configuration.run().end
    #expect(end.tasks[1].ledger.inflow[0] > 1400 * 45 * 3 * 100 / 350 + 1)
  }
}
