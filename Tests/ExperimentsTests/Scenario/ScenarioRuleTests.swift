import CoCreation
import Testing

@testable import Experiments

/// Strategies that choose the form are read as they are written.
@Suite("Rules that choose forms")
struct ScenarioRuleTests {
  private static func rule(_ strategy: String) throws -> FormRule {
    try Scenario(text: text(strategy), name: "rules.yaml").strategies[0].rule
  }

  private static func text(_ strategy: String) -> String {
    """
    format: 1
    name: rules
    question: Which form fits?
    strategies:
      chosen:
    \(strategy.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))

    """
  }

  private static let guided = FormPoint(openness: 0.2, centrality: 0.2)
  private static let equal = FormPoint(openness: 0.8, centrality: 0.2)

  @Test("A strategy without a rule keeps its form")
  func fixed() throws {
    #expect(try Self.rule("form: guided") == .fixed)
  }

  @Test("Cases keep their order, their bounds and their points")
  func contingent() throws {
    let rule = try Self.rule(
      """
      choose:
        - {when: {stake: {above: 0.5}, month: {above: 3, below: 9}}, form: guided}
        - {when: {external_maturity: {below: 0.4}}, openness: 0.3, centrality: 0.7}
        - {form: equal}
      """)
    #expect(
      rule
        == .contingent(
          ContingentRule(cases: [
            .init(
              when: [.init("month", above: 3, below: 9), .init("stake", above: 0.5)],
              form: Self.guided),
            .init(
              when: [.init("external_maturity", below: 0.4)],
              form: FormPoint(openness: 0.3, centrality: 0.7)),
            .init(form: Self.equal),
          ])))
  }

  @Test("Adapting takes the four corners, Thompson sampling and own experience unless told else")
  func adaptive() throws {
    let corners = Form.presets.map(\.point)
    #expect(
      try Self.rule("adapt: {}") == .adaptive(AdaptiveRule(policy: .thompson, forms: corners)))
    let rule = try Self.rule(
      "adapt: {policy: ucb, forms: [guided, {openness: 0.8, centrality: 0.2}], pooled: true}")
    #expect(
      rule
        == .adaptive(AdaptiveRule(policy: .ucb, forms: [Self.guided, Self.equal], isPooled: true)))
  }

  @Test(
    "Each fault is found where it is",
    arguments: [
      ("choose: []", "strategies.chosen.choose", "a list of cases"),
      ("choose: {form: guided}", "strategies.chosen.choose", "a list of cases"),
      ("choose: [{form: gided}]", "strategies.chosen.choose[0].form", "guided"),
      ("choose: [{}]", "strategies.chosen.choose[0]", "no form"),
      (
        "choose: [{openness: 0.2}]", "strategies.chosen.choose[0].centrality", "missing"
      ),
      (
        "choose: [{openness: 2, centrality: 0}]", "strategies.chosen.choose[0].openness",
        "from 0 to 1"
      ),
      (
        "choose: [{form: guided, openness: 0.5}]", "strategies.chosen.choose[0].openness",
        "one of them"
      ),
      (
        "choose: [{when: {stake: {above: 1}}, form: guided}]", "strategies.chosen.choose[0].when",
        "a last case that always holds"
      ),
      (
        "choose: [{form: guided}, {form: equal}]", "strategies.chosen.choose[0]",
        "before the last"
      ),
      (
        "choose: [{when: {stke: {above: 1}}, form: guided}, {form: equal}]",
        "strategies.chosen.choose[0].when.stke", "stake"
      ),
      (
        "choose: [{when: {stake: {}}, form: guided}, {form: equal}]",
        "strategies.chosen.choose[0].when.stake", "no bound"
      ),
      (
        "choose: [{when: {}, form: guided}, {form: equal}]", "strategies.chosen.choose[0].when",
        "no condition"
      ),
      (
        "choose: [{when: {stake: {above: 2, below: 1}}, form: guided}, {form: equal}]",
        "strategies.chosen.choose[0].when.stake", "leave something between"
      ),
      ("choose: [{form: guided}]\nform: equal", "strategies.chosen.form", "one of them"),
      ("choose: [{form: guided}]\nadapt: {}", "strategies.chosen.adapt", "one of them"),
      ("adapt: {}\ncentrality: 0.4", "strategies.chosen.centrality", "one of them"),
      ("adapt: {policy: greedy}", "strategies.chosen.adapt.policy", "thompson, ucb"),
      ("adapt: {forms: [guided]}", "strategies.chosen.adapt.forms", "at least two"),
      ("adapt: {forms: [guided, guided]}", "strategies.chosen.adapt.forms", "forms that differ"),
      ("adapt: {forms: [guided, other]}", "strategies.chosen.adapt.forms[1]", "guided, empowering"),
      ("adapt: {pooled: 1}", "strategies.chosen.adapt.pooled", "true or false"),
    ])
  func fault(strategy: String, path: String, piece: String) throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try Scenario(text: Self.text(strategy), name: "rules.yaml")
    }
    #expect(error.faults.map(\.path) == [path], "\(error)")
    let shown = error.faults.map { "\($0.found) | \($0.allowed) | \($0.suggestion ?? "")" }
    #expect(shown.allSatisfy { $0.contains(piece) }, "\(shown)")
  }

  @Test("A mechanism that is taken out is out in every strategy and task")
  func ablation() throws {
    let text = """
      format: 1
      name: rules
      question: Does it matter?
      context:
        tasks: [{name: a, failure_base: 0.1}, {name: b}]
      strategies:
        one: {failure_base: 0.2, trust_weight: 3}
        two: {}

      """
    let ablations = try ["failure", "press"].map { try #require(Ablation.named($0)) }
    let scenario = try Scenario(
      text: text, name: "rules.yaml", overrides: ScenarioOverrides(ablations: ablations))
    for strategy in scenario.strategies {
      let configuration = try scenario.configuration(for: strategy)
      for parameters in [configuration.parameters] + configuration.tasks.map(\.parameters) {
        #expect(parameters["failure_base"] == 0 && parameters["press_scrutiny"] == 0)
      }
      #expect(configuration.parameters["trust_weight"] == (strategy.name == "one" ? 3 : 2))
    }
  }
}
