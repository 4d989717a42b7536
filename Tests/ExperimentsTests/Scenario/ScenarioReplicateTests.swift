import CoCreation
import Testing

@testable import Experiments

/// `replicates: {until: ...}` and its faults.
@Suite("Replicates until results are precise")
struct ScenarioReplicateTests {
  private func scenario(_ replicates: String, overrides: ScenarioOverrides = .init()) throws
    -> Scenario
  {
    let text = BadScenario.good + "  b: {form: equal}\nreplicates: \(replicates)\n"
    return try Scenario(text: text, name: "x.yaml", overrides: overrides)
  }

  @Test("The short form is a rule of one target, with defaults")
  func short() throws {
    let scenario = try scenario("{until: {metric: relevance, half_width: 0.02, at_most: 2000}}")
    let target = StoppingRule.Target(metric: "relevance", halfWidth: 0.02)
    #expect(
      scenario.stopping
        == StoppingRule(targets: [target], confidence: 0.95, atLeast: 20, atMost: 2000))
    #expect(scenario.replicates == Replicates(contexts: 2000))
  }

  @Test("The long form has several targets, means and contrasts")
  func long() throws {
    let scenario = try scenario(
      """

        until:
          targets:
            - {metric: relevance, half_width: 0.01}
            - {metric: relevance, contrast: {a: 1, b: -1}, half_width: 0.5}
          confidence: 0.9
          at_least: 7
          at_most: 70
      """)
    let contrast = Contrast(terms: [
      .init(strategy: "a", weight: 1), .init(strategy: "b", weight: -1),
    ])
    let targets = [
      StoppingRule.Target(metric: "relevance", halfWidth: 0.01),
      .init(metric: "relevance", contrast: contrast, halfWidth: 0.5),
    ]
    #expect(
      scenario.stopping == StoppingRule(targets: targets, confidence: 0.9, atLeast: 7, atMost: 70))
  }

  @Test("A fixed number has no rule, and one from outside replaces the file's rule")
  func fixed() throws {
    #expect(try scenario("7").stopping == nil)
    #expect(try scenario("{contexts: 2, processes: 3}").stopping == nil)
    let scenario = try scenario(
      "{until: {metric: relevance, half_width: 0.02, at_most: 2000}}",
      overrides: .init(replicates: Replicates(contexts: 5)))
    #expect(scenario.stopping == nil)
    #expect(scenario.replicates.count == 5)
  }

  static let bad: [(until: String, path: String, piece: String)] = [
    ("3", "until", "found 3"),
    ("{metric: relevanc, half_width: 1, at_most: 30}", "until.metric", "did you mean relevance?"),
    ("{metric: plan_distance, half_width: 1, at_most: 30}", "until.metric", "it is one of months"),
    ("{half_width: 1, at_most: 30}", "until.metric", "missing"),
    ("{metric: relevance, at_most: 30}", "until.half_width", "missing"),
    ("{metric: relevance, half_width: 0, at_most: 30}", "until.half_width", "a number above 0"),
    ("{metric: relevance, half_width: x, at_most: 30}", "until.half_width", "a number above 0"),
    ("{metric: relevance, half_width: 1}", "until.at_most", "missing"),
    ("{metric: relevance, half_width: 1, at_most: 1}", "until.at_most", "from 2 to 1000000"),
    ("{metric: relevance, half_width: 1, at_most: 1000001}", "until.at_most", "from 2 to 1000000"),
    ("{metric: relevance, half_width: 1, at_most: 19}", "until.at_most", "at_least 20"),
    (
      "{metric: relevance, half_width: 1, at_most: 30, at_least: 31}", "until.at_least",
      "at_least up to at_most"
    ),
    ("{metric: relevance, half_width: 1, at_most: 30, at_least: 1}", "until.at_least", "from 2"),
    (
      "{metric: relevance, half_width: 1, at_most: 30, confidence: 95}", "until.confidence",
      "found 95"
    ),
    (
      "{metric: relevance, half_width: 1, at_most: 30, confidenc: 0.9}", "until.confidenc",
      "did you mean confidence?"
    ),
    (
      "{metric: relevance, half_width: 1, at_most: 30, contrast: {a: 1, gudied: -1}}",
      "until.contrast.gudied", "unknown strategy"
    ),
    (
      "{metric: relevance, half_width: 1, at_most: 30, contrast: {a: 0}}", "until.contrast.a",
      "other than 0"
    ),
    ("{targets: [], at_most: 30}", "until.targets", "a list of targets"),
    ("{targets: [{metric: relevance}], at_most: 30}", "until.targets[0].half_width", "missing"),
    (
      "{targets: [{metric: relevance, half_width: 1}], half_width: 1, at_most: 30}",
      "until.half_width", "beside `targets`"
    ),
    (
      "{targets: [{metric: relevance, half_width: 1}, {metric: relevance, half_width: 2}], "
        + "at_most: 30}", "until.targets[1]", "twice"
    ),
  ]

  @Test("One fault each, where it is", arguments: bad)
  func fault(until: String, path: String, piece: String) throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try scenario("{until: \(until)}")
    }
    #expect(error.faults.map(\.path) == ["replicates.\(path)"], "\(error)")
    #expect(error.faults[0].line == 7)
    #expect(error.description.contains(piece), "\(error)")
  }
}
