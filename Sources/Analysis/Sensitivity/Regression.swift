internal import GSL

/// Standardised coefficients of a linear model of the response in all factors.
///
/// They are of the values (SRC) and of their ranks (SRRC); see Saltelli et al. (2008, chapter 1). A
/// coefficient is the change of the response, in its standard deviations over the points, with a
/// standard deviation of the factor. Where factors are independent and the model fits (R² near 1),
/// its square is the factor's share of the variance. Ranks fit what is monotone but bent.
public struct Regression: Equatable, Sendable {
  /// A factor's coefficient with its standard error.
  public struct Coefficient: Equatable, Sendable {
    /// The coefficient.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// The p value of the t test that it is 0.
    public let probability: Double
  }

  /// The factors that vary.
  public let factors: [String]
  /// SRC, in the order of factors.
  public let values: [Coefficient]
  /// The share of the variance that the linear model explains.
  public let determination: Double
  /// SRRC, in the order of factors.
  public let ranks: [Coefficient]
  /// The share of the ranks' variance that it explains.
  public let rankDetermination: Double

  /// Fits; `nil` with too few points, a response that does not vary, or factors that move together, so
  /// that their coefficients cannot be told apart.
  ///
  /// - Parameters:
  ///   - design: The points.
  ///   - responses: The response at each point.
  public init?(_ design: DesignPoints, responses: [Double]) {
    let columns = design.factors.indices.map { factor in design.values.map { $0[factor] } }
    let varying = columns.indices.filter { (Statistics.standardDeviation(columns[$0]) ?? 0) > 0 }
    guard !varying.isEmpty, responses.count > varying.count + 1,
      let plain = Self.fit(varying.map { columns[$0] }, responses),
      let ranked = Self.fit(
        varying.map { Statistics.ranks(columns[$0]) }, Statistics.ranks(responses))
    else { return nil }
    factors = varying.map { design.factors[$0] }
    (values, determination) = plain
    (ranks, rankDetermination) = ranked
  }

  private static func fit(_ columns: [[Double]], _ response: [Double]) -> (
    [Coefficient], Double
  )? {
    guard let y = standardised(response) else { return nil }
    let fit = try? LeastSquares(columns.compactMap(standardised), response: y)
    guard let fit, fit.isFullRank, let determination = fit.determination else { return nil }
    let coefficients = zip(fit.coefficients, fit.standardErrors).dropFirst().map { value, error in
      Coefficient(
        value: value, standardError: error,
        probability: Estimate(
          value: value, standardError: error, count: fit.degreesOfFreedom + 1
        ).probability(apartFrom: 0))
    }
    return (coefficients, determination)
  }

  private static func standardised(_ values: [Double]) -> [Double]? {
    guard let mean = Statistics.mean(values), let spread = Statistics.standardDeviation(values),
      spread > 0
    else { return nil }
    return values.map { ($0 - mean) / spread }
  }
}
