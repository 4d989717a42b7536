internal import CGSL

/// Statistics of a sample through GSL.
public enum Statistics {
  /// The arithmetic mean; `nil` without values.
  public static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : unsafe gsl_stats_mean(values, 1, values.count)
  }

  /// The standard deviation with denominator n - 1; `nil` with fewer than two values.
  public static func standardDeviation(_ values: [Double]) -> Double? {
    values.count < 2 ? nil : unsafe gsl_stats_sd(values, 1, values.count)
  }

  /// A quantile by linear interpolation between order statistics (R's type 7).
  ///
  /// - Parameters:
  ///   - sorted: The sample in ascending order.
  ///   - fraction: From 0 to 1.
  /// - Returns: The quantile; `nil` without values.
  public static func quantile(sorted: [Double], _ fraction: Double) -> Double? {
    precondition(0...1 ~= fraction, "GSL would read outside the sample")
    return sorted.isEmpty
      ? nil : unsafe gsl_stats_quantile_from_sorted_data(sorted, 1, sorted.count, fraction)
  }

  /// The quantile of Student's t distribution.
  ///
  /// - Parameters:
  ///   - probability: Above 0 and below 1.
  ///   - degreesOfFreedom: Above 0 and finite.
  /// - Throws: ``GSLError`` outside these ranges, and where GSL's iteration does not converge.
  /// - Returns: The value that a t variate falls below with that probability.
  public static func studentQuantile(_ probability: Double, degreesOfFreedom: Double)
    throws(GSLError) -> Double
  {
    guard probability > 0, probability < 1, degreesOfFreedom > 0, degreesOfFreedom.isFinite
    else {
      throw GSLError(
        code: Int32(GSL_EDOM), meaning: "input domain error",
        reason: "Student's t quantile of \(probability) at \(degreesOfFreedom) degrees of freedom")
    }
    return try checked { gsl_cdf_tdist_Pinv(probability, degreesOfFreedom) }
  }

  /// The distribution function of Student's t.
  ///
  /// - Parameters:
  ///   - t: A value; not NaN.
  ///   - degreesOfFreedom: Above 0 and finite.
  /// - Returns: The probability that a t variate is at most `t`.
  public static func studentCumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0 && degreesOfFreedom.isFinite && !t.isNaN)
    if t.isInfinite { return t < 0 ? 0 : 1 }
    return gsl_cdf_tdist_P(t, degreesOfFreedom)
  }

  /// Half the width of the two-sided confidence interval of a mean by Student's t.
  ///
  /// - Parameters:
  ///   - values: A sample of at least two.
  ///   - confidence: Above 0 and below 1.
  /// - Throws: ``GSLError`` when the confidence is out of range.
  /// - Returns: The half width; `nil` with fewer than two values.
  public static func halfWidth(_ values: [Double], confidence: Double = 0.95)
    throws(GSLError) -> Double?
  {
    guard let deviation = standardDeviation(values) else { return nil }
    let n = Double(values.count)
    let t = try studentQuantile((1 + confidence) / 2, degreesOfFreedom: n - 1)
    return t * deviation / n.squareRoot()
  }
}
