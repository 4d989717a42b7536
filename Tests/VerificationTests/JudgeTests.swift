import Analysis
import Experiments
import Testing

@testable import Verification

/// What is said of a claim follows from what was found of it.
@Suite("Verdicts")
struct JudgeTests {
  private func finding(
    _ expectation: Experiments.Expectation, _ value: Double, _ error: Double?,
    effect: Double? = nil, control: Finding.Control? = nil, unmet: String? = nil,
    kind: ClaimKind = .pattern, isOverLife: Bool = false, lives: [Life] = []
  ) -> Finding {
    Finding(
      file: "file", number: 1, kind: kind, text: "A claim.", source: "someone",
      measure: "contribution", statistic: "mean", contrast: "a - b", expectation: expectation,
      effect: effect, unmet: unmet,
      estimate: Estimate(value: value, standardError: error, count: 101), control: control,
      isOverLife: isOverLife, lives: lives)
  }

  private func control(
    _ value: Double, _ error: Double, isZero: Bool = false, lives: [Life] = []
  ) -> Finding.Control {
    .init(
      estimate: Estimate(value: value, standardError: error, count: 101), isZero: isZero,
      lives: lives)
  }

  /// The life of a strategy in ten runs; without months it has no process.
  private func life(_ strategy: String, _ isPositive: Bool, _ months: Double?) -> Life {
    Life(
      strategies: [strategy], isPositive: isPositive, runs: 10, runsWithMetric: 10,
      processes: months == nil ? 0 : 10, totalMonths: 10 * (months ?? 0), totalCompleted: 0)
  }

  private func verdict(_ finding: Finding, _ tier: VerificationTier = .full) -> ClaimVerdict {
    JudgedClaim.judge([finding], tier)[0].verdict
  }

  // t of 100 degrees of freedom at 0.995: 2.6259.
  @Test(
    "A claim of a side is shown when its 99 % interval lies there",
    arguments: [
      (0.264, .shown), (0.261, .uncertain), (-0.261, .uncertain), (-0.264, .contradicted),
    ] as [(Double, ClaimVerdict)])
  func side(value: Double, expected: ClaimVerdict) {
    #expect(verdict(finding(.above(0), value, 0.1)) == expected)
    #expect(verdict(finding(.below(0), -value, 0.1)) == expected)
    #expect(verdict(finding(.above(1), 1 + value, 0.1)) == expected)
  }

  @Test(
    "A claim of nearness is shown when the interval lies within",
    arguments: [
      (5.0, .shown), (5.23, .shown), (5.24, .uncertain), (4.76, .uncertain), (5.76, .uncertain),
      (5.77, .contradicted), (4.23, .contradicted),
    ] as [(Double, ClaimVerdict)])
  func near(value: Double, expected: ClaimVerdict) {
    #expect(verdict(finding(.near(5, within: 0.5), value, 0.1)) == expected)
    #expect(verdict(finding(.between(4.5, 5.5), value, 0.1)) == expected)
  }

  @Test("Exactly means in every context")
  func exact() {
    #expect(verdict(finding(.near(1, within: 0), 1, 0)) == .shown)
    #expect(verdict(finding(.near(1, within: 0), 1, 1e-9)) == .uncertain)
    #expect(verdict(finding(.near(1, within: 0), 1.000001, 0)) == .contradicted)
  }

  @Test("Agreement is within standard errors, and no part of the correction")
  func agreement() {
    #expect(verdict(finding(.agreeing(2, errors: 3), 2.29, 0.1)) == .shown)
    #expect(verdict(finding(.agreeing(2, errors: 3), 2.31, 0.1)) == .contradicted)
    #expect(verdict(finding(.agreeing(2, errors: 3), 1.69, 0.1)) == .contradicted)
    #expect(finding(.agreeing(2, errors: 3), 2, 0.1).probability == nil)
    #expect(
      JudgedClaim.judge([finding(.agreeing(2, errors: 3), 2, 0.1)], .full)[0].corrected == nil)
  }

  @Test("Many claims are corrected for together")
  func corrected() {
    let border = finding(.above(0), 0.27, 0.1)
    #expect(JudgedClaim.judge([border], .full)[0].verdict == .shown)
    let many = JudgedClaim.judge([border, finding(.above(0), 0, 0.1)], .full)
    #expect(many[0].verdict == .uncertain)
    #expect(many[0].corrected == finding(.above(0), 0.27, 0.1).probability.map { 2 * $0 })
  }

  @Test(
    "What is there, but smaller than is worth having, is not shown",
    arguments: [
      (0.5, .shown), (0.499, .tooSmall), (0.27, .tooSmall), (0.25, .uncertain),
      (-0.5, .contradicted),
    ] as [(Double, ClaimVerdict)])
  func size(value: Double, expected: ClaimVerdict) {
    #expect(verdict(finding(.above(0), value, 0.1, effect: 0.5)) == expected)
    #expect(verdict(finding(.below(0), -value, 0.1, effect: 0.5)) == expected)
    // The effect is a distance from the bound.
    #expect(verdict(finding(.above(8), 8 + value, 0.1, effect: 0.5)) == expected)
    #expect(verdict(finding(.below(-8), -8 - value, 0.1, effect: 0.5)) == expected)
  }

  @Test("The size is judged before the control, and rounding takes nothing from it")
  func justReached() {
    #expect(verdict(finding(.above(0), 0.1 + 0.2 - 1e-16, 0.01, effect: 0.3)) == .shown)
    let small = finding(.above(0), 0.4, 0.01, effect: 0.5, control: control(0.4, 0.01))
    #expect(verdict(small) == .tooSmall)
    #expect(JudgedClaim.judge([small], .full)[0].note == "worth having is 0.5")
  }

  @Test(
    "Few runs fault a size only if the whole interval falls short",
    arguments: [(0.238, ClaimVerdict.inLine), (0.237, .tooSmall)])
  func quickSize(value: Double, expected: ClaimVerdict) {
    // t of 100 degrees of freedom at 0.995: 2.6259.
    #expect(verdict(finding(.above(0), value, 0.1, effect: 0.5), .quick) == expected)
    #expect(verdict(finding(.below(0), -value, 0.1, effect: 0.5), .quick) == expected)
  }

  @Test("What is true by construction is said to be, if it holds")
  func construction() {
    for (tier, value, expected) in [
      (VerificationTier.full, 1.0, ClaimVerdict.byConstruction), (.quick, 1, .byConstruction),
      (.full, -1, .contradicted), (.quick, -1, .contradicted), (.full, 0.1, .uncertain),
    ] {
      let judged = JudgedClaim.judge(
        [finding(.above(0), value, 0.1, kind: .construction)], tier)[0]
      #expect(judged.verdict == expected && judged.isAsSaid == (value == 1))
    }
  }

  @Test(
    "Means over months of life are not compared between lives that differ by more than a tenth",
    arguments: [
      (44.0, 3.0, true), (3, 44, true), (10, 8.9, true), (8.9, 10, true), (10, 9, false),
      (10, 10, false), (10, nil, false), (nil, 3, false), (0, 0, false),
    ] as [(Double?, Double?, Bool)])
  func lives(first: Double?, second: Double?, isRefused: Bool) {
    let lives = [life("a", true, first), life("b", false, second)]
    for tier in [VerificationTier.full, .quick] {
      let judged = JudgedClaim.judge(
        [finding(.above(0), 1, 0.1, isOverLife: true, lives: lives)], tier)[0]
      #expect((judged.verdict == .refused) == isRefused)
      #expect(judged.isAsSaid == !isRefused)
      // What is about the task is comparable whatever lives.
      #expect(verdict(finding(.above(0), 1, 0.1, lives: lives), tier) != .refused)
    }
  }

  @Test("A refusal says why, and comes before all else that is wrong")
  func refusal() {
    let judged = JudgedClaim.judge(
      [
        finding(
          .above(0), -1, 0.1, effect: 0.1, isOverLife: true,
          lives: [life("a", true, 3), life("b", false, 44.25)])
      ], .full)[0]
    #expect(judged.verdict == .refused)
    #expect(
      judged.note == "contribution is taken over months of life, and processes of a lived 3.0 "
        + "months, of b 44.2")
  }

  @Test("Short lives on both sides do not hide that short lives are compared with long ones")
  func differenceOfDifferences() {
    let lives = [
      life("a", true, 44), life("b", false, 3), life("c", false, 43), life("d", true, 3),
    ]
    #expect(Life.sides(of: lives).map(\.months) == [23.5, 23])
    #expect(verdict(finding(.above(0), 1, 0.1, isOverLife: true, lives: lives)) == .refused)
    // One side alone compares nothing.
    let side = lives.filter(\.isPositive)
    #expect(verdict(finding(.above(0), 1, 0.1, isOverLife: true, lives: side)) == .shown)
  }

  @Test("A control must compare like with like as well")
  func livesOfTheControl() {
    let alike = [life("a", true, 44), life("b", false, 44)]
    let unlike = [life("c", true, 44), life("d", false, 3)]
    for (lives, expected) in [(alike, ClaimVerdict.shown), (unlike, .refused)] {
      let claim = finding(
        .above(0), 1, 0.1, control: control(0, 0, lives: lives), isOverLife: true, lives: alike)
      #expect(verdict(claim) == expected)
    }
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
    #expect(verdict(claim) == (isShown ? .shown : .unattributed))
  }

  @Test("A control of zero is zero")
  func zero() {
    #expect(verdict(finding(.above(0), 1, 0.1, control: control(0, 0, isZero: true))) == .shown)
    for control in [control(0, 0.01, isZero: true), control(0.001, 0, isZero: true)] {
      #expect(verdict(finding(.above(0), 1, 0.1, control: control)) == .unattributed)
      #expect(verdict(finding(.above(0), 1, 0.1, control: control), .quick) == .unattributed)
    }
    let undefined = Finding.Control(estimate: nil, isZero: false, lives: [])
    #expect(verdict(finding(.above(0), 1, 0.1, control: undefined)) == .unattributed)
  }

  @Test(
    "What is missed appears as missed, whether the file knows of it or not",
    arguments: [
      (1.0, .appears, .appears), (0.3, .tooSmall, .tooSmall), (0.1, .uncertain, .uncertain),
      (-0.1, .uncertain, .uncertain), (-1, .contradicted, .contradicted),
    ] as [(Double, ClaimVerdict, ClaimVerdict)])
  func unmet(value: Double, full: ClaimVerdict, quick: ClaimVerdict) {
    let known = finding(.above(0), value, 0.1, effect: 0.5, unmet: "why")
    for (tier, expected) in [(VerificationTier.full, full), (.quick, quick)] {
      let judged = JudgedClaim.judge([known], tier)[0]
      #expect(judged.verdict == expected)
      #expect(judged.isAsSaid == (expected != .appears) && judged.note.hasSuffix("why"))
    }
    // The same without the word of the file has the same verdict, and is not as it says.
    let unknown = JudgedClaim.judge([finding(.above(0), value, 0.1, effect: 0.5)], .full)[0]
    #expect(unknown.verdict == (full == .appears ? .shown : full))
    #expect(unknown.isAsSaid == (full == .appears))
  }

  @Test("Too few runs are no miss that a file can know of")
  func unmetWithoutPower() {
    let few = finding(.above(0), 0.2, 0.1, effect: 0.3, unmet: "why")
    let judged = JudgedClaim.judge([few], .full)[0]
    #expect(judged.verdict == .underpowered && !judged.isAsSaid)
  }

  @Test("A verdict is a miss, or it is shown, or the runs were too few")
  func groups() {
    let all: [ClaimVerdict] = [
      .shown, .byConstruction, .inLine, .appears, .tooSmall, .uncertain, .contradicted,
      .unattributed, .undefined, .refused, .underpowered, .met, .metAfterAll, .borderline, .outside,
    ]
    #expect(
      all.filter(\.isShown)
        == [.shown, .byConstruction, .inLine, .appears, .met, .metAfterAll])
    #expect(
      all.filter(\.isMiss)
        == [
          .tooSmall, .uncertain, .contradicted, .unattributed, .undefined, .refused, .borderline,
          .outside,
        ])
    for verdict in all {
      let name = verdict.rawValue
      #expect(
        verdict.isMiss
          == ["missed (", "refused (", "borderline ("].contains(where: name.hasPrefix))
    }
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
    #expect(
      verdict(finding(expectation, value, 0.1), .quick) == (isInLine ? .inLine : .contradicted))
  }

  @Test("Few runs fault a control only if it is above a tenth for sure")
  func quickControl() {
    let claim = finding(.above(0), 1, 0.1, control: control(0.12, 0.01))
    #expect(verdict(claim, .quick) == .inLine)
    let fault = finding(.above(0), 1, 0.1, control: control(0.13, 0.01))
    #expect(verdict(fault, .quick) == .unattributed)
  }

  @Test("What is not defined, or has no error, is not shown")
  func missing() {
    #expect(verdict(finding(.above(0), 1, nil)) == .uncertain)
    let nothing = Finding(
      file: "f", number: 1, kind: .pattern, text: "", source: "", measure: "", statistic: "",
      contrast: "", expectation: .above(0), effect: nil, unmet: nil, estimate: nil, control: nil,
      isOverLife: false, lives: [])
    #expect(verdict(nothing) == .undefined)
    #expect(verdict(nothing, .quick) == .undefined)
  }
}
