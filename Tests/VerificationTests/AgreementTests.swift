import Analysis
import Testing

@testable import Experiments
@testable import Verification

/// What is said of a published number follows from the interval.
@Suite("Agreement with published numbers")
struct AgreementTests {
  private func finding(
    _ tolerance: Experiments.Expectation, _ value: Double?, _ error: Double? = 0.1,
    unmet: String? = nil, isOverLife: Bool = false, lives: [Life] = []
  ) -> Finding {
    var finding = Finding(
      file: "e01-file", number: 1, kind: .evidence, text: "A number.", source: "someone",
      measure: "hours_per_participant", statistic: "mean", contrast: "a",
      expectation: tolerance, effect: nil, unmet: unmet,
      estimate: value.map { Estimate(value: $0, standardError: error, count: 101) }, control: nil,
      isOverLife: isOverLife, lives: lives)
    finding.provenance.published = PublishedNumber(value: nil, tolerance: tolerance)
    return finding
  }

  private func judge(_ finding: Finding, _ tier: VerificationTier = .full) -> JudgedClaim {
    JudgedClaim.judge([finding], tier)[0]
  }

  // t of 100 degrees of freedom at 0.975: 1.9840.
  @Test(
    "Met if the 95 % interval lies within, missed if it lies outside, else borderline",
    arguments: [
      (5.0, .met), (5.30, .met), (5.31, .borderline), (5.5, .borderline), (5.69, .borderline),
      (5.70, .outside), (4.70, .met), (4.69, .borderline), (4.31, .borderline), (4.30, .outside),
      (9, .outside),
    ] as [(Double, ClaimVerdict)])
  func within(value: Double, expected: ClaimVerdict) {
    #expect(judge(finding(.near(5, within: 0.5), value)).verdict == expected)
    #expect(judge(finding(.between(4.5, 5.5), value)).verdict == expected)
  }

  @Test(
    "A sign is met if the interval excludes the bound on the right side",
    arguments: [
      (0.199, .met), (0.198, .borderline), (0, .borderline), (-0.198, .borderline),
      (-0.199, .outside),
    ] as [(Double, ClaimVerdict)])
  func sign(value: Double, expected: ClaimVerdict) {
    #expect(judge(finding(.above(0), value)).verdict == expected)
    #expect(judge(finding(.below(0), -value)).verdict == expected)
    #expect(judge(finding(.above(-0.02), value - 0.02)).verdict == expected)
  }

  @Test("A number without an error is held as it stands, the edge of a tolerance included")
  func exact() {
    #expect(judge(finding(.near(0, within: 0.01), 0, 0)).verdict == .met)
    #expect(judge(finding(.between(0, 1), 1, 0)).verdict == .met)
    #expect(judge(finding(.between(0, 1), 1.01, 0)).verdict == .outside)
    // No effect at all is on neither side of zero.
    #expect(judge(finding(.above(0), 0, 0)).verdict == .outside)
    let lone = judge(finding(.above(0), 1, nil))
    #expect(lone.verdict == .borderline && !lone.isAsSaid && lone.note.contains("no interval"))
  }

  // t of 100 degrees of freedom at 0.995: 2.6259.
  @Test(
    "Few runs miss only what lies wholly outside, by a 99 % interval",
    arguments: [
      (5.0, .met), (5.23, .met), (5.25, .inLine), (5.76, .inLine), (5.77, .outside),
      (4.24, .inLine), (4.23, .outside),
    ] as [(Double, ClaimVerdict)])
  func quick(value: Double, expected: ClaimVerdict) {
    #expect(judge(finding(.near(5, within: 0.5), value), .quick).verdict == expected)
  }

  @Test(
    "Few runs contradict a sign only by an interval on the other side",
    arguments: [(0.27, .met), (0.26, .inLine), (-0.26, .inLine), (-0.27, .outside)]
      as [(Double, ClaimVerdict)])
  func quickSign(value: Double, expected: ClaimVerdict) {
    #expect(judge(finding(.above(0), value), .quick).verdict == expected)
  }

  @Test(
    "A known miss stays a miss, and one that is met after all is pointed out",
    arguments: [
      (5.0, .metAfterAll, .metAfterAll), (5.25, .metAfterAll, .borderline),
      (5.5, .borderline, .borderline), (9, .outside, .outside),
    ] as [(Double, ClaimVerdict, ClaimVerdict)])
  func unmet(value: Double, full: ClaimVerdict, quick: ClaimVerdict) {
    for (tier, expected) in [(VerificationTier.full, full), (.quick, quick)] {
      let judged = judge(finding(.near(5, within: 0.5), value, unmet: "why"), tier)
      #expect(judged.verdict == expected && judged.note.hasSuffix("why"))
      #expect(judged.isAsSaid == (expected != .metAfterAll))
    }
    // Without the word of the file it is not as it says.
    let unknown = judge(finding(.near(5, within: 0.5), value))
    #expect(unknown.isAsSaid == (full == .metAfterAll))
  }

  @Test("A number that no run has is a miss, and unlike lives are not compared")
  func undefined() {
    #expect(judge(finding(.above(0), nil)).verdict == .undefined)
    #expect(judge(finding(.above(0), nil), .quick).verdict == .undefined)
    let lives = [(true, 44.0), (false, 3.0)].map { isPositive, months in
      Life(
        strategies: ["a"], isPositive: isPositive, runs: 10, runsWithMetric: 10, processes: 10,
        totalMonths: 10 * months, totalCompleted: 0)
    }
    let judged = judge(finding(.above(0), 1, isOverLife: true, lives: lives))
    #expect(judged.verdict == .refused && !judged.isAsSaid)
  }

  @Test("Published numbers are not corrected for, and correct nothing")
  func corrected() {
    var pattern = finding(.above(0), 0.27)
    pattern.provenance.published = nil
    let judged = JudgedClaim.judge(
      [pattern, finding(.above(0), 0.25), finding(.above(0), 0)], .full)
    #expect(judged[0].corrected == pattern.probability && judged[0].verdict == .shown)
    #expect(judged[1].corrected == nil && judged[1].verdict == .met && judged[2].corrected == nil)
  }

  @Test("What a claim is counted among, its file's kind being evidence, docking or pattern")
  func kinds() throws {
    func claim(_ lines: String) throws -> Claim {
      let text = """
        format: 1
        name: e01-a
        question: b?
        strategies: {a: {form: guided}}
        claims:
          - {claim: So., source: me, metric: quality, contrast: {a: 1}, \(lines)}

        """
      return try #require(try Scenario(text: text, name: "x").claims.first)
    }
    let published = try claim("published: {above: 0}, calibrated: {}")
    let used = try claim("published: {above: 0}, calibrated: {demand: so}")
    let fitted = try claim("expect: {above: 0}, calibrated: {demand: so}")
    let built = try claim("expect: {above: 0}, by_construction: true")
    let plain = try claim("expect: {above: 0}")
    for file in [ClaimKind.evidence, .docking, .pattern] {
      #expect(ClaimKind(of: published, in: file) == .evidence)
      #expect(ClaimKind(of: used, in: file) == .calibration)
      #expect(ClaimKind(of: fitted, in: file) == .calibration)
      #expect(ClaimKind(of: built, in: file) == .construction)
      #expect(ClaimKind(of: plain, in: file) == file)
    }
  }
}
