import Analysis
import Experiments
import Testing

@testable import Verification

/// What is said of a claim follows from what was found of it.
@Suite("Verdicts")
struct JudgeTests {
  private func finding(
    _ expectation: Experiments.Expectation, _ value: Double, _ error: Double?,
    effect: Double? = nil,
    control: Finding.Control? = nil, unmet: String? = nil
  ) -> Finding {
    Finding(
      file: "file", number: 1, text: "A claim.", source: "someone", measure: "quality",
      statistic: "mean", contrast: "a - b", expectation: expectation, effect: effect, unmet: unmet,
      estimate: Estimate(value: value, standardError: error, count: 101), control: control)
  }

  private func control(_ value: Double, _ error: Double, isZero: Bool = false) -> Finding.Control {
    .init(estimate: Estimate(value: value, standardError: error, count: 101), isZero: isZero)
  }

  private func verdict(_ finding: Finding, _ tier: VerificationTier = .full) -> ClaimVerdict {
    JudgedClaim.judge([finding], tier)[0].verdict
  }

  // t of 100 degrees of freedom at 0.995: 2.6259.
  @Test(
    "A claim of a side is shown when its 99 % interval lies there",
    arguments: [
      (0.264, .shown), (0.261, .notShown), (-0.261, .notShown), (-0.264, .against),
    ] as [(Double, ClaimVerdict)])
  func side(value: Double, expected: ClaimVerdict) {
    #expect(verdict(finding(.above(0), value, 0.1)) == expected)
    #expect(verdict(finding(.below(0), -value, 0.1)) == expected)
    #expect(verdict(finding(.above(1), 1 + value, 0.1)) == expected)
  }

  @Test(
    "A claim of nearness is shown when the interval lies within",
    arguments: [(5.0, true), (5.23, true), (5.24, false), (4.76, false), (6.0, false)])
  func near(value: Double, isShown: Bool) {
    #expect(verdict(finding(.near(5, within: 0.5), value, 0.1)) == (isShown ? .shown : .notShown))
    #expect(verdict(finding(.between(4.5, 5.5), value, 0.1)) == (isShown ? .shown : .notShown))
  }

  @Test("Exactly means in every context")
  func exact() {
    #expect(verdict(finding(.near(1, within: 0), 1, 0)) == .shown)
    #expect(verdict(finding(.near(1, within: 0), 1, 1e-9)) == .notShown)
    #expect(verdict(finding(.near(1, within: 0), 1.000001, 0)) == .notShown)
  }

  @Test("Agreement is within standard errors, and no part of the correction")
  func agreement() {
    #expect(verdict(finding(.agreeing(2, errors: 3), 2.29, 0.1)) == .shown)
    #expect(verdict(finding(.agreeing(2, errors: 3), 2.31, 0.1)) == .notShown)
    #expect(verdict(finding(.agreeing(2, errors: 3), 1.69, 0.1)) == .notShown)
    #expect(finding(.agreeing(2, errors: 3), 2, 0.1).probability == nil)
    #expect(
      JudgedClaim.judge([finding(.agreeing(2, errors: 3), 2, 0.1)], .full)[0].corrected == nil)
  }

  @Test("Many claims are corrected for together")
  func corrected() {
    let border = finding(.above(0), 0.27, 0.1)
    #expect(JudgedClaim.judge([border], .full)[0].verdict == .shown)
    let many = JudgedClaim.judge([border, finding(.above(0), 0, 0.1)], .full)
    #expect(many[0].verdict == .notShown)
    #expect(many[0].corrected == finding(.above(0), 0.27, 0.1).probability.map { 2 * $0 })
  }

  @Test("Too few runs for an effect worth having are not enough, whatever was found")
  func power() {
    // (2.6259 + 1.6602) standard errors give a power of 0.95.
    #expect(verdict(finding(.above(0), 1, 0.1, effect: 0.43)) == .shown)
    #expect(verdict(finding(.above(0), 1, 0.1, effect: 0.42)) == .underpowered)
    #expect(verdict(finding(.above(0), 1, 0.1, effect: 0.42), .quick) == .inLine)
  }

  @Test(
    "The control must be less than a tenth of the effect for sure",
    arguments: [(0.0, true), (0.083, true), (0.084, false), (-0.084, false), (0.5, false)])
  func controls(value: Double, isShown: Bool) {
    // t of 100 degrees of freedom at 0.95: 1.6602.
    let claim = finding(.above(0), 1, 0.1, control: control(value, 0.01))
    #expect(verdict(claim) == (isShown ? .shown : .notShown))
  }

  @Test("A control of zero is zero")
  func zero() {
    #expect(verdict(finding(.above(0), 1, 0.1, control: control(0, 0, isZero: true))) == .shown)
    for control in [control(0, 0.01, isZero: true), control(0.001, 0, isZero: true)] {
      #expect(verdict(finding(.above(0), 1, 0.1, control: control)) == .notShown)
      #expect(verdict(finding(.above(0), 1, 0.1, control: control), .quick) == .against)
    }
    let undefined = Finding.Control(estimate: nil, isZero: false)
    #expect(verdict(finding(.above(0), 1, 0.1, control: undefined)) == .notShown)
  }

  @Test("What does not appear as was said is as was said; what appears after all is not")
  func unmet() {
    #expect(verdict(finding(.above(0), -1, 0.1, unmet: "reason")) == .absent)
    #expect(verdict(finding(.above(0), 1, 0.1, unmet: "reason")) == .appears)
    #expect(verdict(finding(.above(0), 1, 0.1, unmet: "reason"), .quick) == .appears)
    #expect(verdict(finding(.above(0), 0.2, 0.1, unmet: "reason"), .quick) == .absent)
    #expect(JudgedClaim.judge([finding(.above(0), -1, 0.1, unmet: "why")], .full)[0].note == "why")
    #expect(ClaimVerdict.absent.isAsSaid && !ClaimVerdict.appears.isAsSaid)
  }

  @Test(
    "Few runs contradict a claim only on the wrong side, or where the interval excludes it",
    arguments: [
      (Experiments.Expectation.above(0), 0.01, true), (.above(0), -0.01, false),
      (.below(0), -0.01, true),
      (.below(0), 0.01, false), (.near(0, within: 0.1), 0.3, true),
      (.near(0, within: 0.1), 0.4, false), (.between(-0.1, 0.1), -0.4, false),
      (.agreeing(0, errors: 3), 0.29, true), (.agreeing(0, errors: 3), 0.31, false),
    ])
  func quick(expectation: Experiments.Expectation, value: Double, isInLine: Bool) {
    #expect(verdict(finding(expectation, value, 0.1), .quick) == (isInLine ? .inLine : .against))
  }

  @Test("Few runs fault a control only if it is above a tenth for sure")
  func quickControl() {
    let claim = finding(.above(0), 1, 0.1, control: control(0.12, 0.01))
    #expect(verdict(claim, .quick) == .inLine)
    let fault = finding(.above(0), 1, 0.1, control: control(0.13, 0.01))
    #expect(verdict(fault, .quick) == .against)
  }

  @Test("What is not defined, or has no error, is not shown")
  func missing() {
    #expect(verdict(finding(.above(0), 1, nil)) == .notShown)
    let nothing = Finding(
      file: "f", number: 1, text: "", source: "", measure: "", statistic: "", contrast: "",
      expectation: .above(0), effect: nil, unmet: nil, estimate: nil, control: nil)
    #expect(verdict(nothing) == .notShown)
    #expect(verdict(nothing, .quick) == .against)
  }
}
