internal import Analysis
internal import Experiments

/// How near the model comes to a number that was measured elsewhere.
extension Finding {
  /// The confidence of the interval that is held against a published number.
  static let agreementConfidence = 0.95

  /// What is to be said of a published number.
  ///
  /// All replicates: it is met if the 95 % interval of the model's number lies within the tolerance,
  /// missed if it lies outside, borderline if it crosses the edge. Few replicates: only an interval of
  /// 99 % that lies wholly outside is a miss; whether a known miss is one after all takes one that
  /// lies wholly within.
  func agreement(_ tier: VerificationTier) -> (ClaimVerdict, String) {
    guard let estimate else { return JudgedClaim.undefined }
    if let reason = incomparability { return (.refused, reason) }
    let confidence = tier == .full ? Self.agreementConfidence : 1 - JudgedClaim.level
    guard let interval = estimate.interval(confidence) else {
      return (.borderline, "one context tells no interval")
    }
    if expectation.holds(interval) { return (.met, "") }
    if expectation.excludes(interval) { return (.outside, "") }
    return tier == .quick && unmet == nil ? (.inLine, "") : (.borderline, "")
  }
}

extension Expectation {
  /// Whether a whole interval lies where it should.
  func holds(_ interval: ClosedRange<Double>) -> Bool {
    distance(of: interval.lowerBound).map { low in
      low > 0 && distance(of: interval.upperBound) ?? 0 > 0
    } ?? range.map { $0.contains(interval.lowerBound) && $0.contains(interval.upperBound) } ?? false
  }

  /// Whether a whole interval lies elsewhere.
  func excludes(_ interval: ClosedRange<Double>) -> Bool {
    distance(of: interval.lowerBound).map { low in
      low <= 0 && distance(of: interval.upperBound) ?? 0 <= 0
    } ?? range.map { !$0.overlaps(interval) } ?? false
  }
}
