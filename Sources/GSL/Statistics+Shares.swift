internal import CGSL

/// Intervals of shares.
extension Statistics {
  /// The quantile of the standard normal distribution.
  ///
  /// - Parameter probability: Above 0 and below 1.
  /// - Throws: ``GSLError`` outside this range.
  /// - Returns: The value that a standard normal variate falls below with that probability.
  public static func normalQuantile(_ probability: Double) throws(GSLError) -> Double {
    guard probability > 0, probability < 1 else {
      throw GSLError(
        code: Int32(GSL_EDOM), meaning: "input domain error",
        reason: "the normal quantile of \(probability)")
    }
    return try checked { gsl_cdf_ugaussian_Pinv(probability) }
  }

  /// Wilson's score interval of a share: all p with |p̂ - p| ≤ z √(p (1 - p) / n), which never leaves
  /// [0, 1] and has a width also where all or none succeed (Wilson 1927).
  ///
  /// - Parameters:
  ///   - share: p̂, from 0 to 1.
  ///   - count: n, the number of independent trials, at least 1.
  ///   - confidence: Above 0 and below 1.
  /// - Throws: ``GSLError`` when the confidence is out of range.
  /// - Returns: The interval.
  public static func wilsonInterval(_ share: Double, of count: Int, confidence: Double = 0.95)
    throws(GSLError) -> ClosedRange<Double>
  {
    precondition(0...1 ~= share && count > 0)
    let z = try normalQuantile((1 + confidence) / 2)
    let n = Double(count)
    let centre = share + z * z / (2 * n)
    let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return max(0, (centre - spread) / scale)...min(1, (centre + spread) / scale)
  }

  /// The probability of at least so many successes, Σ_{i ≥ k} C(n, i) pⁱ (1 - p)ⁿ⁻ⁱ: the p value of
  /// the one-sided binomial test.
  ///
  /// - Parameters:
  ///   - successes: k, from 0 to `count`.
  ///   - count: n, the number of independent trials.
  ///   - share: p, the probability of each, from 0 to 1.
  /// - Returns: The probability.
  public static func binomialUpperTail(_ successes: Int, of count: Int, _ share: Double) -> Double {
    precondition(0...count ~= successes && 0...1 ~= share)
    return successes == 0 ? 1 : gsl_cdf_binomial_Q(UInt32(successes - 1), share, UInt32(count))
  }
}
