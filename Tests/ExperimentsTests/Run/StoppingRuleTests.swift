import Tables
import Testing

@testable import Experiments

/// When a rule looks, how strict it is, and what it decides.
@Suite("Stopping rule")
struct StoppingRuleTests {
  static func rule(
    _ targets: [StoppingRule.Target] = [.init(metric: "m", halfWidth: 0.5)], atLeast: Int = 4,
    atMost: Int = 9
  ) -> StoppingRule {
    StoppingRule(targets: targets, atLeast: atLeast, atMost: atMost)
  }

  @Test(
    "Looks grow by half, and the last is at the most",
    arguments: [
      (4, 9, [4, 6, 9]), (20, 20, [20]), (2, 7, [2, 3, 5, 7]), (20, 100, [20, 30, 45, 68, 100]),
      (3, 4, [3, 4]),
    ])
  func looks(atLeast: Int, atMost: Int, looks: [Int]) {
    #expect(Self.rule(atLeast: atLeast, atMost: atMost).looks == looks)
  }

  @Test("A million replicates take few looks")
  func few() {
    #expect(Self.rule(atLeast: 20, atMost: 1_000_000).looks.count == 28)
  }

  @Test("Looks and statistics share the error")
  func alpha() {
    let contrast = Contrast(terms: [.init(strategy: "a", weight: 1)])
    let rule = Self.rule([
      .init(metric: "m", halfWidth: 1), .init(metric: "n", contrast: contrast, halfWidth: 1),
      .init(metric: "m", contrast: contrast, halfWidth: 1),
    ])
    #expect(rule.metrics == ["m", "n"])
    // Three looks; a mean of each of four strategies, and two contrasts.
    #expect(abs(rule.alpha(strategies: 4) - 0.05 / 18) < 1e-15)
  }

  static let contrasts: [(Contrast, String)] = [
    (
      Contrast(terms: [.init(strategy: "a", weight: 1), .init(strategy: "b", weight: -1)]), "a - b"
    ),
    (
      Contrast(terms: [.init(strategy: "a", weight: -1), .init(strategy: "b", weight: 0.5)]),
      "-a + 0.5 b"
    ),
  ]

  @Test("A contrast is written as a sum", arguments: contrasts)
  func text(contrast: Contrast, text: String) {
    #expect(contrast.text == text)
  }

  /// Values of one metric, replicate by replicate and strategy by strategy.
  static func decide(_ rule: StoppingRule, _ rows: [[Double?]]) -> StoppingDecision? {
    let names = ["a", "b", "c"].prefix(rows[0].count)
    var progress = StoppingProgress(rule, strategies: Array(names))
    for (replicate, row) in rows.enumerated() {
      for (strategy, value) in row.enumerated() {
        progress.add(strategy: strategy, replicate: replicate, values: [value])
      }
      if let decision = progress.decide(at: replicate + 1) { return decision }
    }
    return nil
  }

  @Test("It stops at the first look where the interval is narrow enough, and says how narrow")
  func precise() throws {
    let values = [10, 10.2, 9.9, 10.1, 10, 10.2, 9.9, 10.1, 10.0]
    let decision = try #require(Self.decide(Self.rule(), values.map { [$0] }))
    #expect(decision.replicates == 4)
    #expect(decision.looks == 1)
    #expect(decision.isPrecise)
    let finding = try #require(decision.findings.first)
    #expect(finding.reason == .precise)
    #expect(finding.count == 4)
    #expect(abs(try #require(finding.estimate) - 10.05) < 1e-12)
    // SciPy: t.ppf(1 - 0.05/3/2, 3) * std([10, 10.2, 9.9, 10.1], ddof=1) / 2.
    #expect(abs(try #require(finding.halfWidth) - 0.3134958789278556) < 1e-11)
  }

  @Test("It goes on between looks and where it is too wide, and ends at the most")
  func atMost() throws {
    let rows = (0..<9).map { [Double?(Double($0 % 3) * 10)] }
    #expect(Self.decide(Self.rule(), Array(rows.prefix(8))) == nil)
    let decision = try #require(Self.decide(Self.rule(), rows))
    #expect(decision.replicates == 9)
    #expect(decision.looks == 3)
    #expect(!decision.isPrecise)
    #expect(decision.findings.map(\.reason) == [.atMost])
  }

  @Test("Differences are of the same replicate, whatever the replicates' own level")
  func paired() throws {
    let contrast = Contrast(terms: [
      .init(strategy: "b", weight: 1), .init(strategy: "a", weight: -1),
    ])
    let rule = Self.rule([.init(metric: "m", contrast: contrast, halfWidth: 0.5)])
    let rows = [0.0, 50, -30, 80, 10, 5].enumerated().map { index, level -> [Double?] in
      [level, level + 2 + 0.1 * Double(index % 2)]
    }
    let decision = try #require(Self.decide(rule, rows))
    #expect(decision.replicates == 4)
    #expect(decision.findings.map(\.of) == ["b - a"])
    #expect(abs(try #require(decision.findings[0].estimate) - 2.05) < 1e-12)
  }

  @Test("Only replicates with all values count, and there must be enough of them")
  func missing() throws {
    var rows: [[Double?]] = (0..<9).map { [1 + 0.01 * Double($0 % 2)] }
    rows[1] = [nil]
    let decision = try #require(Self.decide(Self.rule(), rows))
    #expect(decision.replicates == 6)
    #expect(decision.findings[0].count == 5)
    #expect(decision.isPrecise)
  }

  @Test("A run that failed is a missing value, also of the last strategy")
  func failed() throws {
    let contrast = Contrast(terms: [
      .init(strategy: "a", weight: 1), .init(strategy: "b", weight: -1),
    ])
    let rule = Self.rule([.init(metric: "m", contrast: contrast, halfWidth: 0.5)])
    var progress = StoppingProgress(rule, strategies: ["a", "b"])
    var decision: StoppingDecision?
    for replicate in 0..<9 where decision == nil {
      progress.add(strategy: 0, replicate: replicate, values: [Double(replicate)])
      if replicate != 2 {
        progress.add(
          strategy: 1, replicate: replicate, values: [Double(replicate) + 0.01 * Double(replicate)])
      }
      decision = progress.decide(at: replicate + 1)
    }
    #expect(decision?.replicates == 6)
    #expect(decision?.findings[0].count == 5)
  }

  @Test("A strategy without any value, or with one value only, does not hold up the others")
  func undefined() throws {
    let rows: [[Double?]] = (0..<9).map { [1 + 0.01 * Double($0 % 2), nil, 7] }
    let decision = try #require(Self.decide(Self.rule(), rows))
    #expect(decision.replicates == 4)
    #expect(decision.isPrecise)
    #expect(decision.findings.map(\.reason) == [.precise, .undefined, .constant])
    #expect(decision.findings.map(\.estimate?.isFinite) == [true, nil, true])
    #expect(decision.findings.map { $0.halfWidth == nil } == [false, true, true])
  }

  @Test("Where nothing has an interval, it goes on to the most: rare values may come")
  func nothing() throws {
    let rows: [[Double?]] = (0..<9).map { _ in [nil, 7] }
    let decision = try #require(Self.decide(Self.rule(), rows))
    #expect(decision.replicates == 9)
    #expect(!decision.isPrecise)
    #expect(decision.findings.map(\.reason) == [.undefined, .constant])
    let late: [[Double?]] = (0..<9).map { [$0 < 5 ? 7 : 7.01] }
    #expect(Self.decide(Self.rule(), late)?.replicates == 6)
  }

  @Test("The table has a row for each statistic")
  func table() throws {
    let rows: [[Double?]] = (0..<9).map { [1 + 0.5 * Double($0 % 2), nil, 7] }
    let rule = Self.rule([.init(metric: "m", halfWidth: 2)])
    let decision = try #require(Self.decide(rule, rows))
    var encoder = RowEncoder(schema: StoppingTable.schema)
    StoppingTable.append(decision, experiment: "x", point: 3, to: &encoder)
    let lines = String(decoding: encoder.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("x,3,a,m,1.25,"))
    #expect(lines[0].hasSuffix(",2,4,4,1,precise"))
    #expect(lines[1] == "x,3,b,m,,,2,4,0,1,undefined")
    #expect(lines[2] == "x,3,c,m,7,,2,4,4,1,constant")
  }
}
