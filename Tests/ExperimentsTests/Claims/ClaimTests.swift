import Testing

@testable import Experiments

/// A scenario with one claim, whose lines a test may change.
private enum ClaimText {
  static let head = """
    format: 1
    name: claims
    question: Is it so?
    rounds: 12
    replicates: {contexts: 3, processes: 2}
    strategies: {a: {form: guided}, b: {form: equal}}
    claims:
      - claim: It is so.
        source: someone

    """
  static let rest = "    contrast: {a: 1, b: -1}\n    expect: {above: 0}\n"

  static func with(_ lines: String..., rest: String = rest) -> String {
    head + lines.map { "    \($0)\n" }.joined() + rest
  }
}

@Suite("Claims of a scenario")
struct ClaimTests {
  private func claim(_ text: String) throws -> Claim {
    try #require(try Scenario(text: text, name: "x").claims.first)
  }

  @Test("A claim is read as it stands")
  func whole() throws {
    let claim = try claim(
      ClaimText.with(
        "metric: relevance", "effect: 0.1", "control: {a: 0.5, b: -2}", "control_equals: 0",
        "unmet: not yet"))
    #expect(claim.text == "It is so." && claim.source == "someone")
    #expect(claim.quantity == .run("relevance") && claim.statistic == .mean)
    #expect(claim.contrast.terms.map(\.strategy) == ["a", "b"])
    #expect(claim.contrast.terms.map(\.weight) == [1, -1])
    #expect(claim.control?.terms.map(\.weight) == [0.5, -2])
    #expect(claim.controlIsZero && claim.effect == 0.1 && claim.unmet == "not yet")
    #expect(claim.expectation == .above(0) && !claim.namesMonths && !claim.isByConstruction)
  }

  @Test("A claim may be true by construction", arguments: [true, false])
  func byConstruction(isSo: Bool) throws {
    let text = ClaimText.with("metric: relevance", "by_construction: \(isSo)")
    #expect(try claim(text).isByConstruction == isSo)
  }

  @Test("A scenario without claims has none")
  func none() throws {
    #expect(try Scenario(text: BadScenario.good, name: "x").claims.isEmpty)
  }

  @Test("Months, changes, variances and distances")
  func statistics() throws {
    #expect(
      try claim(ClaimText.with("metric: trust", "round: 12")).quantity == .month("trust", 12))
    let change = try claim(
      ClaimText.with("metric: trust", "statistic: monthly_change", "rounds: [1, 9]"))
    #expect(change.quantity == .change("trust", from: 1, to: 9) && change.statistic == .mean)
    #expect(change.namesMonths)
    let ratio = try claim(ClaimText.with("metric: quality", "statistic: log_variance_ratio"))
    #expect(ratio.quantity == .run("quality") && ratio.statistic == .logVarianceRatio)
    let series = try claim(
      ClaimText.with(
        "metric: trust", "statistic: root_mean_square_error", "observed: [1, 2]", "round: 11"))
    #expect(series.statistic == .rootMeanSquareError(observed: [1, 2]))
    #expect(series.quantities == [.month("trust", 11), .month("trust", 12)])
  }

  @Test(
    "Every expectation",
    arguments: [
      ("{above: -1}", Experiments.Expectation.above(-1)), ("{below: 2}", .below(2)),
      ("{equals: 3, within: 0.5}", .near(3, within: 0.5)),
      ("{equals: 3, errors: 2}", .agreeing(3, errors: 2)), ("{between: [1, 2]}", .between(1, 2)),
    ])
  func expectations(text: String, expected: Experiments.Expectation) throws {
    let rest = "    contrast: {a: 1}\n    expect: \(text)\n"
    #expect(try claim(ClaimText.with("metric: quality", rest: rest)).expectation == expected)
  }

  @Test("The mean change a month is a rate")
  func rate() {
    #expect(abs(QuantityReader.rate(first: 8, last: 2, months: 2) + 0.5) < 1e-12)
    #expect(QuantityReader.rate(first: 3, last: 3, months: 5) == 0)
  }
}

@Suite("Bad claims")
struct ClaimFaultTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let place: [Int]
    let path: String
    let piece: String

    init(
      _ line: String, rest: String = ClaimText.rest, at place: [Int], _ path: String,
      _ piece: String
    ) {
      testDescription = "\(line) \(rest == ClaimText.rest ? "" : rest)"
      text = ClaimText.with(line, rest: rest)
      self.place = place
      self.path = "claims[0]\(path)"
      self.piece = piece
    }

    init(contrast: String, _ path: String, at column: Int, _ piece: String) {
      self.init(
        "metric: quality", rest: "    contrast: \(contrast)\n    expect: {above: 0}\n",
        at: [11, column], path, piece)
    }

    init(expect: String, _ path: String, at column: Int, _ piece: String) {
      self.init(
        "metric: quality", rest: "    contrast: {a: 1}\n    expect: \(expect)\n",
        at: [12, column], path, piece)
    }
  }

  static let all: [Bad] = [
    .init("metrik: quality\n    metric: quality", at: [10, 5], ".metrik", "| metric"),
    .init("metric: qualty", at: [10, 13], ".metric", "| quality"),
    .init("metric: proposal_rate", at: [10, 13], ".metric", "a column of runs.csv"),
    .init("metric: contribtion\n    round: 3", at: [10, 13], ".metric", "| contribution"),
    .init("metric: plan_distance", at: [10, 13], ".metric", "take `round`"),
    .init("metric: leverage\n    round: 3", at: [10, 13], ".metric", "one of runs"),
    .init("metric: trust\n    round: 13", at: [11, 12], ".round", "0 to 12"),
    .init("metric: trust\n    rounds: [1, 2]", at: [11, 5], ".rounds", "monthly_change"),
    .init("metric: trust\n    observed: [1]", at: [11, 5], ".observed", "root_mean_square"),
    .init(
      "metric: trust\n    statistic: monthly_change", at: [8, 5], ".rounds", "missing"),
    .init(
      "metric: trust\n    statistic: monthly_change\n    rounds: [3, 3]", at: [12, 5], ".rounds",
      "earlier"),
    .init(
      "metric: trust\n    statistic: monthly_change\n    rounds: [3]", at: [12, 5], ".rounds",
      "two months"),
    .init(
      "metric: trust\n    statistic: monthly_change\n    rounds: [1, 2]\n    round: 3",
      at: [13, 5], ".round", "other than monthly_change"),
    .init("metric: trust\n    statistic: median", at: [11, 16], ".statistic", "mean, log"),
    .init(
      "metric: trust\n    statistic: root_mean_square_error\n    observed: []", at: [12, 5],
      ".observed", "one a month"),
    .init(
      "metric: trust\n    statistic: root_mean_square_error\n    round: 12\n    observed: [1, 2]",
      at: [13, 5], ".observed", "at most 1"),
    .init("metric: quality\n    effect: 0", at: [11, 13], ".effect", "above 0"),
    .init("metric: quality\n    control: {c: 1}", at: [11, 15], ".control.c", "unknown strategy"),
    .init("metric: quality\n    control_equals: 0", at: [11, 5], ".control_equals", "without"),
    .init(
      "metric: quality\n    control: {a: 1}\n    control_equals: 1", at: [12, 21],
      ".control_equals", "| 0"),
    .init("metric: quality\n    unmet: 3", at: [11, 12], ".unmet", "text"),
    .init(
      "metric: quality\n    by_construction: 1", at: [11, 22], ".by_construction",
      "true or false"),
    .init(
      "metric: quality\n    by_constuction: true", at: [11, 5], ".by_constuction",
      "| by_construction"),
    .init(
      "metric: quality\n    unmet: not yet\n    by_construction: true", at: [12, 5],
      ".by_construction", "one of them"),
    .init(contrast: "{}", ".contrast", at: 5, "no strategy"),
    .init(contrast: "a", ".contrast", at: 15, "{a: 1, b: -1}"),
    .init(contrast: "{aa: 1}", ".contrast.aa", at: 16, "| a"),
    .init(contrast: "{a: 0}", ".contrast.a", at: 19, "other than 0"),
    .init(contrast: "{a: x}", ".contrast.a", at: 19, "a number"),
    .init(expect: "{above: 1, below: 2}", ".expect", at: 5, "above and below"),
    .init(expect: "{equals: 1}", ".expect", at: 5, "found equals"),
    .init(expect: "{}", ".expect", at: 5, "found nothing"),
    .init(expect: "{abuve: 1}", ".expect.abuve", at: 14, "| above"),
    .init(expect: "{equals: 1, within: -1}", ".expect.within", at: 33, "from 0"),
    .init(expect: "{between: [2, 1]}", ".expect.between", at: 14, "lower one first"),
    .init(expect: "{between: 2}", ".expect.between", at: 23, "two numbers"),
    .init(
      "metric: quality\n    effect: 1",
      rest: "    contrast: {a: 1}\n    expect: {between: [0, 1]}\n",
      at: [11, 5], ".effect", "`above` or `below`"),
  ]

  @Test("One fault each, where it is", arguments: all)
  func one(bad: Bad) throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try Scenario(text: bad.text, name: "bad.yaml")
    }
    #expect(error.faults.count == 1, "\(error)")
    let fault = try #require(error.faults.first)
    #expect([fault.line, fault.column].compactMap { $0 } == bad.place, "\(error)")
    #expect(fault.path == bad.path)
    let shown = "\(fault.found) | \(fault.allowed) | \(fault.suggestion ?? "")"
    #expect(shown.contains(bad.piece), "\(shown)")
  }

  @Test("Claims are a list, each with what it needs, and each once")
  func lists() throws {
    func faults(_ text: String) throws -> [String] {
      let error = try #require(throws: ScenarioFaults.self) { try Scenario(text: text, name: "x") }
      return error.faults.map { "\($0.path) \($0.found)" }
    }
    #expect(try faults(BadScenario.good + "claims: {}\n") == ["claims found a mapping"])
    #expect(try faults(BadScenario.good + "claims: []\n") == ["claims found a list"])
    #expect(
      try faults(BadScenario.good + "claims: [{}]\n")
        == ["claim", "source", "metric", "contrast", "expect"].map { "claims[0].\($0) missing" })
    let twice = ClaimText.with("metric: quality")
    let again = twice.split(separator: "claims:\n")[1]
    #expect(try faults(twice + again) == ["claims[1].claim found the same claim twice"])
  }

  @Test("Variances within contexts need processes, and a ratio")
  func processes() throws {
    let text = ClaimText.with("metric: quality", "statistic: log_variance_ratio")
    let single = text.replacing("processes: 2", with: "processes: 1")
    let error = try #require(throws: ScenarioFaults.self) { try Scenario(text: single, name: "x") }
    #expect(error.faults.map(\.path) == ["claims[0].statistic"])
    let level = text.replacing("b: -1}", with: "b: 1}")
    let other = try #require(throws: ScenarioFaults.self) { try Scenario(text: level, name: "x") }
    #expect(other.faults.map(\.found) == ["found weights with the sum 2"])
  }
}
