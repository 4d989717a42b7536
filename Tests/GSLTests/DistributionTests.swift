import GSL
import Testing

/// Each family that a scenario may name against its analytic form.
///
/// Bounds: four standard errors for mean and variance (6 in 100,000 true samples lie outside), p
/// above 0.001 for the shape; the seeds are fixed.
@Suite struct DistributionTests {
  static let families: [Distribution.Family] = [
    .uniform(low: 0, high: 1), .uniform(low: -2, high: 3), .uniform(low: 1e6, high: 1e6 + 1),
    .gaussian(mean: 0, sigma: 1), .gaussian(mean: 1.5, sigma: 2), .gaussian(mean: -40, sigma: 0.01),
    .lognormal(zeta: 0, sigma: 0.25), .lognormal(zeta: 0.5, sigma: 0.75),
    .lognormal(zeta: -3, sigma: 0.5), .exponential(mu: 1), .exponential(mu: 2.5),
    .exponential(mu: 1e-3), .gamma(shape: 0.3, scale: 2), .gamma(shape: 1, scale: 1),
    .gamma(shape: 7.5, scale: 0.4), .gamma(shape: 200, scale: 0.1), .beta(a: 0.5, b: 0.5),
    .beta(a: 2, b: 5), .beta(a: 1, b: 1), .beta(a: 0.4, b: 3), .beta(a: 80, b: 20),
    .pareto(a: 9, b: 2), .pareto(a: 20, b: 0.5), .pareto(a: 1.5, b: 2), .pareto(a: 0.7, b: 1),
    .weibull(a: 1, b: 1), .weibull(a: 2, b: 1.5), .weibull(a: 0.5, b: 4),
    .poisson(mu: 0.2), .poisson(mu: 3.5), .poisson(mu: 40), .poisson(mu: 1000),
    .bernoulli(p: 0.3), .bernoulli(p: 0.999), .binomial(p: 0.3, n: 20), .binomial(p: 0.5, n: 1),
    .binomial(p: 0.02, n: 500), .binomial(p: 0.6, n: 2000),
  ]

  /// A few families, each with another method of sampling.
  static let some: [Distribution.Family] = [
    .uniform(low: 0, high: 1), .gaussian(mean: 0, sigma: 1), .lognormal(zeta: 0, sigma: 0.5),
    .gamma(shape: 2.5, scale: 1), .beta(a: 0.5, b: 0.5), .poisson(mu: 3.5),
    .binomial(p: 0.3, n: 200),
  ]

  @Test(arguments: families) func agreesWithItsAnalyticForm(_ family: Distribution.Family) throws {
    try check(Distribution(family), .splitmix)
  }

  @Test(arguments: Generator.allCases, some)
  func agreesWithItsAnalyticForm(_ generator: Generator, _ family: Distribution.Family) throws {
    try check(Distribution(family), generator)
  }

  private func check(_ distribution: Distribution, _ generator: Generator) throws {
    let fit = GoodnessOfFit(
      sample: drawAtAddresses(20_000, generator) { $0.draw(distribution) })
    let (mean, variance) = (distribution.mean, distribution.variance)
    #expect(fit.sample.allSatisfy { distribution.support.contains($0) })
    if variance.isFinite {
      #expect(abs(fit.meanScore(mean, variance: variance)) < 4)
      #expect(abs(fit.varianceScore(variance, mean: mean)) < 4)
    }
    let p =
      switch distribution.family {
      case .poisson, .bernoulli, .binomial: try fit.chiSquare(distribution.cumulative)
      default: fit.kolmogorovSmirnov(distribution.cumulative)
      }
    #expect(p > 0.001)
  }

  @Test func theTestsNoticeAWrongDistribution() throws {
    let drawn = try Distribution(.gamma(shape: 7.5, scale: 0.4))
    let fit = GoodnessOfFit(sample: drawAtAddresses { $0.draw(drawn) })
    let wrong = try Distribution(.gamma(shape: 7.2, scale: 0.4))
    #expect(abs(fit.meanScore(wrong.mean, variance: wrong.variance)) > 4)
    #expect(fit.kolmogorovSmirnov(wrong.cumulative) < 0.001)
    let counts = try Distribution(.poisson(mu: 3.5))
    let wrongCounts = try Distribution(.binomial(p: 0.07, n: 50))
    let countFit = GoodnessOfFit(sample: drawAtAddresses { $0.draw(counts) })
    #expect(try countFit.chiSquare(wrongCounts.cumulative) < 0.001)
  }

  @Test(arguments: [
    Distribution.Family.constant(2.5), .gaussian(mean: 2.5, sigma: 0), .bernoulli(p: 0),
    .bernoulli(p: 1), .binomial(p: 0, n: 9), .binomial(p: 1, n: 9), .lognormal(zeta: 0, sigma: 0),
  ])
  func aPointGivesItsMean(_ family: Distribution.Family) throws {
    let distribution = try Distribution(family)
    #expect(distribution.variance == 0)
    #expect(drawAtAddresses(100) { $0.draw(distribution) }.allSatisfy { $0 == distribution.mean })
    #expect(distribution.cumulative(distribution.mean) == 1)
    #expect(distribution.cumulative(distribution.mean - 1) == 0)
  }

  @Test func aNarrowUniformStaysBelowItsUpperEnd() throws {
    for low in [0.1, 1e16] {
      let distribution = try Distribution(.uniform(low: low, high: low.nextUp))
      #expect(drawAtAddresses(1000) { $0.draw(distribution) }.allSatisfy { $0 == low })
    }
  }
}
