internal import Analysis
internal import Experiments

/// What is to be said of a claim.
public enum ClaimVerdict: String, Sendable {
  /// The model shows it, and not without the mechanism.
  case shown
  /// The model does not show it.
  case notShown = "not shown"
  /// The runs are too few to find an effect that is worth having.
  case underpowered
  /// It does not appear, as the file says.
  case absent = "does not appear"
  /// It appears although the file says that it does not.
  case appears = "appears though said not to"
  /// Few runs agree with it.
  case inLine = "in line"
  /// The runs contradict it.
  case against

  /// Whether all is as the file says.
  public var isAsSaid: Bool { [.shown, .absent, .inLine].contains(self) }
}

/// How much is run, and how strictly it is judged.
public enum VerificationTier: String, Sendable {
  /// All replicates; a claim must be shown.
  case full
  /// A fifth of them; a claim must not be contradicted.
  case quick
}

/// A claim with its verdict.
public struct JudgedClaim: Sendable {
  /// What was found.
  public let finding: Finding
  /// The p value, corrected for all claims together (Holm).
  public let corrected: Double?
  /// The power for the stated effect.
  public let power: Double?
  /// The verdict.
  public let verdict: ClaimVerdict
  /// Why, where the verdict does not speak for itself.
  public let note: String

  /// The level of every test; intervals have the confidence 1 - level.
  public static let level = 0.01
  /// The power that the stated effect must be found with.
  public static let neededPower = 0.95
  /// The share of the effect that may remain without the mechanism.
  public static let controlShare = 0.1

  /// Judges claims, corrected for all of them together.
  public static func judge(_ findings: [Finding], _ tier: VerificationTier) -> [JudgedClaim] {
    let tested = findings.indices.filter { findings[$0].probability != nil }
    let corrected = Multiplicity.holm(tested.compactMap { findings[$0].probability })
    let values = Dictionary(uniqueKeysWithValues: zip(tested, corrected))
    return findings.indices.map { JudgedClaim(findings[$0], corrected: values[$0], tier) }
  }

  init(_ finding: Finding, corrected: Double?, _ tier: VerificationTier) {
    self.finding = finding
    self.corrected = corrected
    power = finding.effect.flatMap { effect in
      finding.estimate?.power(effect: effect, level: Self.level)
    }
    (verdict, note) =
      tier == .full
      ? Self.full(finding, corrected, power: power) : Self.quick(finding)
  }

  private static func full(_ finding: Finding, _ corrected: Double?, power: Double?) -> (
    ClaimVerdict, String
  ) {
    let isReached =
      corrected.map { $0 < level }
      ?? finding.estimate.map(finding.expectation.isMet(by:)) ?? false
    let control = finding.controlFault
    guard let estimate = finding.estimate else { return (.notShown, "not defined in any context") }
    if finding.unmet == nil, finding.expectation.isReversed(by: estimate, confidence: 1 - level) {
      return (.against, "")
    }
    if let power, power < neededPower {
      return (.underpowered, "power \(rounded(power)) for the effect, needed \(neededPower)")
    }
    if let reason = finding.unmet {
      return isReached && control == nil ? (.appears, reason) : (.absent, reason)
    }
    guard isReached else { return (.notShown, "") }
    return control.map { (.notShown, $0) } ?? (.shown, "")
  }

  private static func quick(_ finding: Finding) -> (ClaimVerdict, String) {
    guard let estimate = finding.estimate else { return (.against, "not defined in any context") }
    if let reason = finding.unmet {
      let appears = finding.probability.map { $0 < level } ?? false
      return appears ? (.appears, reason) : (.absent, reason)
    }
    if finding.expectation.isExcluded(by: estimate, confidence: 1 - level) {
      return (.against, "")
    }
    return finding.quickControlFault.map { (.against, $0) } ?? (.inLine, "")
  }
}

extension Finding {
  /// What is wrong with the control, if anything: its 90 % interval (two one-sided tests at 5 %)
  /// must lie within a tenth of the effect found.
  var controlFault: String? {
    guard let control else { return nil }
    guard let without = control.estimate, let estimate else { return "no control" }
    if control.isZero {
      return without.value == 0 && without.standardError == 0 ? nil : "the control is not zero"
    }
    let most = JudgedClaim.controlShare * abs(estimate.value)
    guard let interval = without.interval(0.9) else { return "no interval of the control" }
    return -most <= interval.lowerBound && interval.upperBound <= most
      ? nil : "the control is not shown to be below a tenth of the effect"
  }

  /// The same for few runs: only a control that is above a tenth for sure is a fault.
  var quickControlFault: String? {
    guard let control, let without = control.estimate, let estimate else { return nil }
    if control.isZero { return controlFault }
    let most = JudgedClaim.controlShare * abs(estimate.value)
    guard let interval = without.interval(1 - JudgedClaim.level) else { return nil }
    return interval.overlaps(-most...most) ? nil : "the control is above a tenth of the effect"
  }
}
