import Testing

@testable import CoCreation

@Suite struct ContingentRuleTests {
  private static let forms = [0.1, 0.2, 0.3].map { FormPoint(openness: $0, centrality: 0.5) }

  @Test func theFirstCaseThatHoldsDecides() throws {
    let rule = ContingentRule(cases: [
      .init(when: [.init("fear", above: 0.5)], form: Self.forms[0]),
      .init(when: [.init("fear", above: 0.2)], form: Self.forms[1]), .init(form: Self.forms[2]),
    ])
    for (fear, form) in [(0.6, 0), (0.4, 1), (0.1, 2)] {
      #expect(try Self.choice(rule) { $0.world.fear = fear } == Self.forms[form])
    }
  }

  @Test func allConditionsOfACaseMustHold() throws {
    let rule = Self.rule(.init("fear", above: 0.2, below: 0.6), .init("coverage", below: 0.7))
    for (fear, coverage, holds) in [
      (0.4, 0.5, true), (0.1, 0.5, false), (0.7, 0.5, false), (0.4, 0.8, false),
    ] {
      let choice = try Self.choice(rule) {
        $0.world.fear = fear
        $0.task.coverage = coverage
      }
      #expect((choice == Self.forms[0]) == holds, "fear \(fear), coverage \(coverage)")
    }
  }

  @Test func boundsThemselvesDoNotHold() throws {
    for condition in [
      ContingentRule.Condition("coverage", above: 0.8), .init("coverage", below: 0.8),
    ] {
      #expect(try Self.choice(Self.rule(condition)) { $0.task.coverage = 0.8 } == Self.forms[2])
    }
    let open = try Self.choice(Self.rule(.init("coverage"))) { _ in }
    #expect(open == Self.forms[0])
  }

  @Test func everyStateCanBeLookedAt() throws {
    let values = [
      "month": 7.0, "fear": 0.11, "public_maturity": 0.22, "external_maturity": 0.33,
      "coverage": 0.44,
    ]
    #expect(Set(values.keys) == Set(Situation.states))
    for (name, value) in values {
      let rule = Self.rule(.init(name, above: value - 0.001, below: value + 0.001))
      let choice = try Self.choice(rule, round: 7) {
        ($0.world.fear, $0.world.publicMaturity) = (0.11, 0.22)
        ($0.world.externalMaturity, $0.task.coverage) = (0.33, 0.44)
      }
      #expect(choice == Self.forms[0], "\(name)")
    }
  }

  @Test func everyParameterOfTheTaskCanBeLookedAt() throws {
    let rule = Self.rule(.init("professional_requirement", above: 0.8))
    var stage = try Stage { $0.staff.professionalRequirement = 0.9 }
    let world = stage.world
    #expect(rule.choose(in: Situation(stage.task, world, round: 1)) == Self.forms[0])
    stage = try Stage { $0.staff.professionalRequirement = 0.7 }
    #expect(rule.choose(in: Situation(stage.task, world, round: 1)) == Self.forms[2])
  }

  @Test func aFormThatFitsTwiceIsOneForm() {
    let rule = ContingentRule(cases: [
      .init(when: [.init("fear", above: 0.9)], form: Self.forms[1]),
      .init(when: [.init("fear", above: 0.5)], form: Self.forms[0]), .init(form: Self.forms[1]),
    ])
    #expect(FormRule.contingent(rule).forms == [Self.forms[1], Self.forms[0]])
    #expect(FormRule.fixed.forms.isEmpty)
  }

  /// The first form where some conditions hold, else the third.
  private static func rule(_ conditions: ContingentRule.Condition...) -> ContingentRule {
    ContingentRule(cases: [.init(when: conditions, form: forms[0]), .init(form: forms[2])])
  }

  private static func choice(
    _ rule: ContingentRule, round: Int = 1, _ change: (inout Stage) -> Void
  ) throws -> FormPoint? {
    var stage = try Stage()
    change(&stage)
    return rule.choose(in: Situation(stage.task, stage.world, round: round))
  }
}
