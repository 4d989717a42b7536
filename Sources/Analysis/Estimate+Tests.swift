internal import GSL

/// Tests of an estimate by Student's t.
///
/// Every p value is two-sided, so that it is below α exactly where the interval of confidence
/// 1 - α excludes what is tested against.
extension Estimate {
  /// The p value of lying above a value: of the hypothesis that the truth is the value or below,
  /// doubled; 1 where the estimate does not lie above.
  public func probability(above bound: Double) -> Double {
    guard value > bound else { return 1 }
    return min(1, 2 * tail(value - bound))
  }

  /// The p value of lying below a value.
  public func probability(below bound: Double) -> Double {
    Estimate(value: -value, standardError: standardError, count: count)
      .probability(above: -bound)
  }

  /// The p value of the hypothesis that the truth is a value.
  public func probability(apartFrom value: Double) -> Double {
    min(probability(above: value), probability(below: value))
  }

  /// The p value of lying in a range: of the worse of its two ends (two one-sided tests, doubled).
  public func probability(within range: ClosedRange<Double>) -> Double {
    if standardError == 0 { return range.contains(value) ? 0 : 1 }
    return max(probability(above: range.lowerBound), probability(below: range.upperBound))
  }

  /// The chance that a test at a level finds a true effect of a size, by the t distribution moved
  /// by the effect in standard errors.
  ///
  /// - Parameters:
  ///   - effect: The effect, above 0.
  ///   - level: The level of the two-sided test.
  /// - Returns: The power; `nil` without a standard error.
  public func power(effect: Double, level: Double) -> Double? {
    guard let standardError,
      let t = try? Statistics.studentQuantile(
        1 - level / 2, degreesOfFreedom: degreesOfFreedom)
    else { return nil }
    guard standardError > 0 else { return 1 }
    return Statistics.studentCumulative(
      effect / standardError - t, degreesOfFreedom: degreesOfFreedom)
  }

  /// The chance of a difference at least as large in one direction if there is none.
  private func tail(_ difference: Double) -> Double {
    guard let standardError else { return 1 }
    guard standardError > 0 else { return difference > 0 ? 0 : 0.5 }
    return Statistics.studentCumulative(
      -difference / standardError, degreesOfFreedom: degreesOfFreedom)
  }
}

/// Corrections for testing more than once.
public enum Multiplicity {
  /// Holm's step-down correction of p values: each times the number of hypotheses not yet
  /// rejected, never falling (Holm 1979).
  ///
  /// - Parameter values: The p values.
  /// - Returns: The corrected values, in the same order.
  public static func holm(_ values: [Double]) -> [Double] {
    var corrected = values
    var largest = 0.0
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    for (rank, index) in order.enumerated() {
      largest = max(largest, min(1, values[index] * Double(values.count - rank)))
      corrected[index] = largest
    }
    return corrected
  }

  /// Benjamini and Hochberg's step-up correction of p values: the smallest false discovery rate at
  /// which each is still found (Benjamini & Hochberg 1995).
  ///
  /// - Parameter values: The p values.
  /// - Returns: The corrected values, in the same order.
  public static func falseDiscoveryRates(_ values: [Double]) -> [Double] {
    var corrected = values
    var least = 1.0
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, values[index] * Double(values.count) / Double(rank + 1))
      corrected[index] = least
    }
    return corrected
  }
}
