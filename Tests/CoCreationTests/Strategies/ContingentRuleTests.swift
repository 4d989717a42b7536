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

  /// A rule without a case that always holds finds no form where none does.
  @Test func whereNoCaseHoldsThereIsNoForm() throws {
    let rule = ContingentRule(cases: [
      .init(when: [.init("fear", above: 0.5)], form: Self.forms[0])
    ])
    #expect(try Self.choice(rule) { $0.world.fear = 0.1 } == nil)
  }

  /// Duties and the shares that are made together among them, as they are now.
  @Test(arguments: ["authority_share", "codelivery_share", "professional_requirement"])
  func everyParameterOfTheTaskCanBeLookedAt(name: String) throws {
    let rule = Self.rule(.init(name, above: 0.8))
    for (value, form) in [(0.9, 0), (0.7, 2)] {
      let choice = try Self.choice(rule) { $0.task.parameters[name] = value }
      #expect(choice == Self.forms[form])
    }
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
  private static func rule(_ conditions: Condition...) -> ContingentRule {
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
