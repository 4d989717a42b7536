import Testing

@testable import Experiments

/// A scenario with one published number, whose lines a test may change.
private enum PublishedText {
  static let head = """
    format: 1
    name: e01-rows
    question: Is it so?
    rounds: 12
    replicates: {contexts: 3, processes: 2}
    strategies: {a: {form: guided}, b: {form: equal}}
    claims:
      - claim: It is so.
        source: someone

    """

  static func with(
    _ what: String = "metric: quality", published: String = "{value: 2, within: 0.5}",
    calibrated: String? = "{}", _ more: String...
  ) -> String {
    let lines =
      [what, "contrast: {a: 1}", "published: \(published)"]
      + (calibrated.map { ["calibrated: \($0)"] } ?? []) + more
    return head + lines.map { "    \($0)\n" }.joined()
  }
}

@Suite("Published numbers")
struct PublishedTests {
  private func claim(_ text: String) throws -> Claim {
    try #require(try Scenario(text: text, name: "x").claims.first)
  }

  @Test(
    "A number with a distance, a number in a range, a range, and a sign",
    arguments: [
      ("{value: 15.5, within: 3}", 15.5, .near(15.5, within: 3)),
      ("{value: 0.64, between: [0.6, 0.85]}", 0.64, .between(0.6, 0.85)),
      ("{between: [0.6, 0.85]}", nil, .between(0.6, 0.85)), ("{above: 0}", nil, .above(0)),
      ("{below: -0.5}", nil, .below(-0.5)), ("{value: 0, within: 0}", 0, .near(0, within: 0)),
    ] as [(String, Double?, Experiments.Expectation)])
  func numbers(text: String, value: Double?, tolerance: Experiments.Expectation) throws {
    let claim = try claim(PublishedText.with(published: text))
    #expect(claim.published == PublishedNumber(value: value, tolerance: tolerance))
    #expect(claim.expectation == tolerance && claim.effect == nil && claim.control == nil)
  }

  @Test("The parameters that were chosen by it, each with how; none is said as well")
  func calibrated() throws {
    let claim = try claim(
      PublishedText.with(calibrated: "{demand: set by it, trust_weight: likewise}", "unmet: why"))
    #expect(
      claim.calibrated == [
        CalibratedParameter(parameter: "demand", how: "set by it"),
        CalibratedParameter(parameter: "trust_weight", how: "likewise"),
      ])
    #expect(claim.unmet == "why")
    #expect(try self.claim(PublishedText.with()).calibrated.isEmpty)
  }

  @Test("An expectation may have been chosen by as well, and need not say")
  func expected() throws {
    let text = PublishedText.with().replacing(
      "published: {value: 2, within: 0.5}", with: "expect: {above: 0}")
    let claim = try claim(text.replacing("{}", with: "{demand: set by it}"))
    #expect(claim.published == nil && claim.calibrated.map(\.parameter) == ["demand"])
    #expect(try self.claim(text.replacing("    calibrated: {}\n", with: "")).calibrated.isEmpty)
  }

  @Test("What is observed and what is made of it")
  func observables() throws {
    let claim = try claim(
      PublishedText.with("observable: odds_of_the_poor", "statistic: geometric_mean"))
    #expect(claim.quantity == .observable("odds_of_the_poor"))
    #expect(claim.statistic == .geometricMean && !claim.namesMonths)
    #expect(claim.quantities == [.observable("odds_of_the_poor")])
    let each = try self.claim(PublishedText.with("metric: quality", "statistic: mean_of_each"))
    #expect(each.statistic == .meanOfEach)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let path: String
    let piece: String

    init(_ text: String, _ path: String, _ piece: String) {
      testDescription = "\(path) \(piece)"
      self.text = text
      self.path = path
      self.piece = piece
    }
  }

  static let bad: [Bad] = [
    .init(PublishedText.with(published: "{}"), "published", "found nothing | {value: x, within"),
    .init(PublishedText.with(published: "{value: 2}"), "published", "found value |"),
    .init(
      PublishedText.with(published: "{above: 1, below: 2}"), "published", "found above and below"),
    .init(PublishedText.with(published: "{valu: 2, within: 1}"), "published.valu", "| value"),
    .init(PublishedText.with(published: "{value: x, within: 1}"), "published.value", "a number"),
    .init(
      PublishedText.with(published: "{value: 2, within: -1}"), "published.within",
      "a number from 0"),
    .init(
      PublishedText.with(published: "{value: 9, between: [1, 2]}"), "published.between",
      "found 9 outside of it"),
    .init(
      PublishedText.with(published: "{between: [2, 1]}"), "published.between", "lower one first"),
    .init(PublishedText.with(published: "3"), "published", "{above: x} or {below: x}"),
    .init(
      PublishedText.with(calibrated: nil), "calibrated", "missing | parameters of the register"),
    .init(PublishedText.with(calibrated: "[demand]"), "calibrated", "{} if there are none"),
    .init(
      PublishedText.with(calibrated: "{demnd: set by it}"), "calibrated.demnd",
      "unknown parameter | a parameter or a constant (cocreate params) | demand"),
    .init(
      PublishedText.with(calibrated: "{demand: 3}"), "calibrated.demand",
      "a sentence how it was chosen"),
    .init(
      PublishedText.with(calibrated: "{}", "expect: {above: 0}"), "expect",
      "found `expect` beside `published`"),
    .init(
      PublishedText.with(calibrated: "{}", "effect: 0.1"), "effect",
      "found `effect` beside `published`"),
    .init(
      PublishedText.with(calibrated: "{}", "control: {b: 1}"), "control",
      "found `control` beside `published`"),
    .init(
      PublishedText.with(calibrated: "{}", "by_construction: true"), "by_construction",
      "found `by_construction` beside `published`"),
    .init(
      PublishedText.with("observable: odds_of_the_por"), "observable", "| odds_of_the_poor"),
    .init(
      PublishedText.with("observable: quality_rose", calibrated: "{}", "metric: quality"), "metric",
      "found `metric` beside `observable`"),
    .init(
      PublishedText.with("observable: quality_rose", calibrated: "{}", "round: 3"), "observable",
      "of whole runs"),
  ]

  @Test("One fault each, where it is", arguments: bad)
  func faults(bad: Bad) throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try Scenario(text: bad.text, name: "bad.yaml")
    }
    #expect(error.faults.count == 1, "\(error)")
    let fault = try #require(error.faults.first)
    #expect(fault.path == "claims[0].\(bad.path)" && fault.line != nil)
    let shown = "\(fault.found) | \(fault.allowed) | \(fault.suggestion ?? "")"
    #expect(shown.contains(bad.piece), "\(shown)")
  }

  @Test("A file has published numbers alone, or none")
  func mixed() throws {
    let text =
      PublishedText.with()
        + """
          - {claim: Another., source: me, metric: quality, contrast: {a: 1}, expect: {above: 0}}

        """
    let error = try #require(throws: ScenarioFaults.self) { try Scenario(text: text, name: "x") }
    #expect(error.faults.map(\.path) == ["claims[1].published"])
    #expect(error.faults.first?.allowed.contains("published numbers alone") == true)
  }
}
