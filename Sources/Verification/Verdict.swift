internal import Analysis
internal import Experiments

/// What is to be said of a claim.
public enum ClaimVerdict: String, Sendable {
  /// The model shows it as large as is worth having, and not without the mechanism.
  case shown
  /// The same of what is true by the model's construction.
  case byConstruction = "true by construction"
  /// Few runs agree with it.
  case inLine = "in line"
  /// It is shown although the file says that it is not.
  case appears = "shown though said not to be"
  /// It is there, but smaller than is worth having.
  case tooSmall = "missed (smaller than worth having)"
  /// The interval reaches beyond what is expected.
  case uncertain = "missed (not certain)"
  /// The runs speak against it.
  case contradicted = "missed (contradicted)"
  /// It is there, but not shown to be gone without the mechanism.
  case unattributed = "missed (not down to the mechanism)"
  /// No run has the number.
  case undefined = "missed (not defined)"
  /// It compares processes that lived differently long by what they did while they lived.
  case refused = "refused (different months of life)"
  /// The runs are too few to find an effect that is worth having.
  case underpowered = "too few runs"
  /// The interval lies within the tolerance of a published number, or on the side of its sign.
  case met
  /// The same although the file says that it does not.
  case metAfterAll = "met though said to be missed"
  /// The interval reaches over the edge of the tolerance.
  case borderline = "borderline (the interval crosses the edge)"
  /// The interval lies outside of the tolerance, or on the other side.
  case outside = "missed (outside the tolerance)"

  /// Whether it was tested and does not hold.
  public var isMiss: Bool {
    switch self {
    case .tooSmall, .uncertain, .contradicted, .unattributed, .undefined, .refused, .borderline,
      .outside:
      true
    case .shown, .byConstruction, .inLine, .appears, .underpowered, .met, .metAfterAll: false
    }
  }

  /// Whether the model shows it, as far as it was run.
  public var isShown: Bool { !isMiss && self != .underpowered }
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
  /// Why, where the verdict does not speak for itself, and what the file says of a miss.
  public let note: String

  /// The level of every test; intervals have the confidence 1 - level.
  public static let level = 0.01
  /// The power that the stated effect must be found with.
  public static let neededPower = 0.95
  /// The share of the effect that may remain without the mechanism.
  public static let controlShare = 0.1

  /// Whether it is as the file says: shown, or missed where the file says that it is.
  public var isAsSaid: Bool {
    finding.unmet == nil ? verdict.isShown : verdict.isMiss
  }

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
    let found: (verdict: ClaimVerdict, why: String) =
      switch tier {
      case _ where finding.provenance.published != nil: finding.agreement(tier)
      case .full: Self.strict(finding, corrected, power: power)
      // Whether a miss is one after all, few runs can tell; how sure that is, they need not.
      case .quick where finding.unmet != nil:
        Self.strict(finding, finding.probability, power: nil)
      case .quick: Self.lenient(finding)
      }
    verdict =
      finding.unmet == nil || !found.verdict.isShown
      ? found.verdict : found.verdict == .met ? .metAfterAll : .appears
    note = [found.why, finding.unmet ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static func strict(_ finding: Finding, _ corrected: Double?, power: Double?) -> (
    ClaimVerdict, String
  ) {
    let expectation = finding.expectation
    guard let estimate = finding.estimate else { return undefined }
    if let reason = finding.incomparability { return (.refused, reason) }
    if expectation.isContradicted(by: estimate, confidence: 1 - level) {
      return (.contradicted, "")
    }
    if let power, power < neededPower {
      return (.underpowered, "power \(rounded(power)) for the effect, needed \(neededPower)")
    }
    guard corrected.map({ $0 < level }) ?? expectation.isMet(by: estimate) else {
      return (.uncertain, "")
    }
    // What rounding takes from an effect that is just reached is nothing.
    if let effect = finding.effect, let distance = expectation.distance(of: estimate.value),
      distance < effect * (1 - 1e-9)
    {
      return (.tooSmall, smallness(effect))
    }
    return finding.controlFault.map { (.unattributed, $0) } ?? holding(finding, .shown)
  }

  private static func lenient(_ finding: Finding) -> (ClaimVerdict, String) {
    guard let estimate = finding.estimate else { return undefined }
    if let reason = finding.incomparability { return (.refused, reason) }
    if finding.expectation.isExcluded(by: estimate, confidence: 1 - level) {
      return (.contradicted, "")
    }
    if let effect = finding.effect,
      finding.expectation.isShort(of: effect, estimate, confidence: 1 - level)
    {
      return (.tooSmall, smallness(effect))
    }
    return finding.quickControlFault.map { (.unattributed, $0) } ?? holding(finding, .inLine)
  }

  static let undefined = (ClaimVerdict.undefined, "not defined in any context")

  private static func smallness(_ effect: Double) -> String {
    "worth having is \(shortest(effect))"
  }

  private static func holding(_ finding: Finding, _ verdict: ClaimVerdict) -> (
    ClaimVerdict, String
  ) {
    (finding.kind == .construction ? .byConstruction : verdict, "")
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
