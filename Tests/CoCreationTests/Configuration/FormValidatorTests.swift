import Testing

@testable import CoCreation

@Suite struct FormValidatorTests {
  private static let forms = Form.points

  @Test func soundRulesHaveNoFaults() {
    #expect(Self.faults(.fixed).isEmpty)
    #expect(Self.faults(.adaptive(AdaptiveRule(policy: .ucb, forms: Self.forms))).isEmpty)
    let rule = ContingentRule(cases: [
      .init(when: [.init("fear", above: 0.3), .init("demand", below: 9)], form: Self.forms[0]),
      .init(form: Self.forms[1]),
    ])
    #expect(Self.faults(.contingent(rule)).isEmpty)
  }

  @Test(arguments: [-0.1, 1.1, .nan]) func coordinatesAreShares(value: Double) {
    for form in [
      FormPoint(openness: value, centrality: 0.5), FormPoint(openness: 0.5, centrality: value),
    ] {
      let adaptive = FormRule.adaptive(
        AdaptiveRule(policy: .thompson, forms: [Self.forms[0], form]))
      let contingent = FormRule.contingent(ContingentRule(cases: [.init(form: form)]))
      for rule in [adaptive, contingent] {
        #expect(Self.faults(rule).map(\.allowed) == ["a number from 0 to 1"])
      }
    }
  }

  @Test func someCaseAlwaysHolds() {
    let condition = Condition("fear", above: 0.3)
    for cases in [
      [], [ContingentRule.Case(when: [condition], form: Self.forms[0])],
      [.init(form: Self.forms[0]), .init(when: [condition], form: Self.forms[1])],
    ] {
      let faults = Self.faults(.contingent(ContingentRule(cases: cases)))
      #expect(faults.map(\.found) == ["no case that always holds"])
    }
  }

  @Test func conditionsLookAtWhatThereIsToSee() {
    let conditions = ["no_such_thing", "external_maturity", "voice", "openness"].map {
      Condition($0, above: 0.1)
    }
    let rule = ContingentRule(cases: [
      .init(when: conditions, form: Self.forms[0]), .init(form: Self.forms[1]),
    ])
    #expect(
      Self.faults(.contingent(rule)).map(\.found)
        == ["a condition on no_such_thing", "a condition on voice"])
  }

  @Test func thereIsSomethingToLearn() {
    for forms in [[], [Self.forms[0]], [Self.forms[0], Self.forms[1], Self.forms[0]]] {
      let faults = Self.faults(.adaptive(AdaptiveRule(policy: .ucb, forms: forms)))
      #expect(faults.map(\.allowed) == ["at least two different forms"])
    }
  }

  private static func faults(_ rule: FormRule) -> [ConfigurationFault] {
    do throws(ConfigurationFaults) {
      _ = try ModelConfiguration(rule: rule)
      return []
    } catch {
      return error.faults
    }
  }
}
