internal import CGSL

/// How likely a t test is to find what is there.
extension Statistics {
  /// The quantile of the chi-square distribution.
  ///
  /// - Parameters:
  ///   - probability: Above 0 and below 1.
  ///   - degreesOfFreedom: Above 0 and finite.
  /// - Throws: ``GSLError`` outside these ranges, and where GSL's iteration does not converge.
  /// - Returns: The value that a chi-square variate falls below with that probability.
  public static func chiSquareQuantile(_ probability: Double, degreesOfFreedom: Double)
    throws(GSLError) -> Double
  {
    guard probability > 0, probability < 1, degreesOfFreedom > 0, degreesOfFreedom.isFinite
    else {
      throw GSLError(
        code: Int32(GSL_EDOM), meaning: "input domain error",
        reason: "chi-square quantile of \(probability) at \(degreesOfFreedom) degrees of freedom")
    }
    return try checked { gsl_cdf_chisq_Pinv(probability, degreesOfFreedom) }
  }

  /// The power of a two-sided t test: the chance that |T| exceeds t(1 - level / 2), where T has the
  /// noncentral t distribution.
  ///
  /// T is (Z + λ) / S with Z standard normal and νS² chi-square, independent of Z, so that
  ///
  ///     power = ∫ f(s) [Φ(λ - t s) + Φ(-λ - t s)] ds,
  ///     f(s) = 2/s aᵃ e⁻ᵃ / Γ(a) exp(-a (s² - 1 - 2 ln s)),  a = ν / 2.
  ///
  /// - Parameters:
  ///   - noncentrality: λ, the true difference in standard errors.
  ///   - degreesOfFreedom: ν, from 1.
  ///   - level: The level of the test, above 0 and below 1.
  /// - Throws: ``GSLError`` outside these ranges.
  /// - Returns: The power, from `level` to 1.
  public static func power(noncentrality: Double, degreesOfFreedom: Double, level: Double)
    throws(GSLError) -> Double
  {
    guard degreesOfFreedom >= 1, noncentrality.isFinite else {
      throw GSLError(
        code: Int32(GSL_EDOM), meaning: "input domain error",
        reason: "power at \(noncentrality) with \(degreesOfFreedom) degrees of freedom")
    }
    let t = -(try studentQuantile(level / 2, degreesOfFreedom: degreesOfFreedom))
    let a = degreesOfFreedom / 2
    // Γ*(a) = Γ(a) / (√(2π) a^(a - 1/2) e^-a) keeps its digits where Γ has none left.
    let factor = try checked { (a / (2 * Double.pi)).squareRoot() / gsl_sf_gammastar(a) }
    // The exponent is at least a (s - 1)² above 1 and twice that below: what is left out is below
    // 1e-16. GSL's own quantiles do not converge that far out.
    let range = max(0, 1 - (20 / a).squareRoot())...1 + (40 / a).squareRoot()
    let power = try integral(over: range, error: 1e-12) { s in
      let h = s - 1
      // Near 1 the terms cancel.
      let distance = s < 0.5 ? s * s - 1 - 2 * log(s) : h * h + 2 * (h - log1p(h))
      let density = 2 / s * factor * exp(-a * distance)
      let chance =
        gsl_cdf_ugaussian_P(noncentrality - t * s) + gsl_cdf_ugaussian_P(-noncentrality - t * s)
      return density * chance
    }
    return min(1, max(0, power))
  }

  /// The power of the two-sided paired t test.
  ///
  /// - Parameters:
  ///   - effect: The true mean of the differences in their standard deviations.
  ///   - count: The number of pairs, from 2.
  ///   - level: The level of the test, above 0 and below 1.
  /// - Throws: ``GSLError`` outside these ranges.
  /// - Returns: The power, from `level` to 1.
  public static func pairedPower(effect: Double, count: Int, level: Double) throws(GSLError)
    -> Double
  {
    try power(
      noncentrality: effect * Double(count).squareRoot(), degreesOfFreedom: Double(count - 1),
      level: level)
  }

  /// The power of the two-sided t test of two independent samples of the same size.
  ///
  /// - Parameters:
  ///   - effect: The true difference in standard deviations of a difference of two single values.
  ///   - count: The size of each sample, from 2.
  ///   - level: The level of the test, above 0 and below 1.
  /// - Throws: ``GSLError`` outside these ranges.
  /// - Returns: The power, from `level` to 1.
  public static func unpairedPower(effect: Double, count: Int, level: Double) throws(GSLError)
    -> Double
  {
    try power(
      noncentrality: effect * Double(count).squareRoot(),
      degreesOfFreedom: Double(2 * count - 2), level: level)
  }

  /// More replicates than this are out of reach.
  public static let mostReplicates = 1_000_000_000

  /// The fewest pairs with which the two-sided paired t test has a power.
  ///
  /// - Parameters:
  ///   - effect: The true mean of the differences in their standard deviations, above 0.
  ///   - power: The power wanted, below 1.
  ///   - level: The level of the test, above 0 and below 1.
  /// - Throws: ``GSLError`` outside these ranges.
  /// - Returns: The number, from 2; `nil` above ``mostReplicates``.
  public static func replicates(effect: Double, power: Double, level: Double) throws(GSLError)
    -> Int?
  {
    try fewest { count throws(GSLError) in
      try pairedPower(effect: effect, count: count, level: level) >= power
    }
  }

  /// The fewest runs of each sample with which the t test of independent samples has a power.
  ///
  /// - Parameters:
  ///   - effect: The true difference in standard deviations of a difference of two single values,
  ///     above 0.
  ///   - power: The power wanted, below 1.
  ///   - level: The level of the test, above 0 and below 1.
  /// - Throws: ``GSLError`` outside these ranges.
  /// - Returns: The number, from 2; `nil` above ``mostReplicates``.
  public static func unpairedReplicates(effect: Double, power: Double, level: Double)
    throws(GSLError) -> Int?
  {
    try fewest { count throws(GSLError) in
      try unpairedPower(effect: effect, count: count, level: level) >= power
    }
  }

  /// The fewest that are enough, by doubling and then halving: power grows with the number.
  private static func fewest(_ isEnough: (Int) throws(GSLError) -> Bool) throws(GSLError) -> Int? {
    var high = 2
    while try !isEnough(high) {
      guard high < mostReplicates else { return nil }
      high = min(2 * high, mostReplicates)
    }
    var low = high / 2
    while high - low > 1, high > 2 {
      let middle = (low + high) / 2
      if try isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
