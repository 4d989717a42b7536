internal import CGSL
internal import Glibc

extension Distribution {
  /// The smallest value that is not exceeded with a probability: the inverse of ``cumulative(_:)``.
  ///
  /// - Parameter probability: From 0 to 1; 0 and 1 give the ends of the support, which may be
  ///   infinite.
  /// - Returns: The value.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability))
    let support = support
    if probability == 0 { return support.lowerBound }
    if probability == 1 { return support.upperBound }
    let value: Double =
      switch family {
      case .constant(let value): value
      case .uniform(let low, let high): gsl_cdf_flat_Pinv(probability, low, high)
      case .gaussian(let mean, let sigma):
        mean + (sigma == 0 ? 0 : gsl_cdf_gaussian_Pinv(probability, sigma))
      case .lognormal(let zeta, let sigma):
        sigma == 0 ? support.lowerBound : gsl_cdf_lognormal_Pinv(probability, zeta, sigma)
      case .exponential(let mu): gsl_cdf_exponential_Pinv(probability, mu)
      case .gamma(let shape, let scale):
        iterated(probability) { gsl_cdf_gamma_Pinv(probability, shape, scale) }
      case .beta(let a, let b): iterated(probability) { gsl_cdf_beta_Pinv(probability, a, b) }
      case .pareto(let a, let b): gsl_cdf_pareto_Pinv(probability, a, b)
      case .weibull(let a, let b): gsl_cdf_weibull_Pinv(probability, a, b)
      case .poisson, .binomial: count(probability)
      case .bernoulli(let p): probability <= 1 - p ? 0 : 1
      }
    return min(max(value, support.lowerBound), support.upperBound)
  }

  /// What GSL's iteration gives if it arrives, else the value found by halving.
  ///
  /// For shapes far below 1 it reports an error, or stops elsewhere without one.
  private func iterated(_ probability: Double, _ body: () -> Double) -> Double {
    if let value = try? checked(body), value >= 0, value.isFinite {
      let found = cumulative(value)
      let near = 1e-9 * min(probability, 1 - probability) + 0x1p-50
      if abs(found - probability) <= near { return value }
    }
    // Numbers from 0 are in the order of their bits.
    var (low, high) = (
      UInt64(0), min(support.upperBound, .greatestFiniteMagnitude).bitPattern
    )
    while low < high {
      let middle = low + (high - low) / 2
      if cumulative(Double(bitPattern: middle)) >= probability {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return Double(bitPattern: low)
  }

  /// The smallest count that is not exceeded with a probability.
  ///
  /// Beyond a variance of a million GSL's distribution functions fail here and there; the normal
  /// distribution with its first correction for skewness is then right to about a count.
  private func count(_ probability: Double) -> Double {
    if variance > 1e6 {
      let normal = gsl_cdf_ugaussian_Pinv(probability)
      // The third central moment over the variance.
      let skew = if case .binomial(let p, _) = family { 1 - 2 * p } else { 1.0 }
      let value = mean + variance.squareRoot() * normal + skew * (normal * normal - 1) / 6
      return (value - 0.5).rounded(.up)
    }
    let most = min(support.upperBound, Double(UInt32.max))
    var low = 0.0
    var high = min(most, (mean + 10 * variance.squareRoot() + 10).rounded(.up))
    if cumulative(high) < probability { (low, high) = (high + 1, most) }
    while low < high {
      let middle = low + ((high - low) / 2).rounded(.down)
      if cumulative(middle) >= probability { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
