import GSL
import Testing

/// Distribution functions, means and variances against SciPy 1.17.
@Suite struct CumulativeTests {
  typealias Known = (family: Distribution.Family, x: Double, p: Double)

  static let known: [Known] = [
    (.uniform(low: -2, high: 3), -2.5, 0),
    (.uniform(low: -2, high: 3), -1, 0.2),
    (.uniform(low: -2, high: 3), 0.75, 0.55),
    (.uniform(low: -2, high: 3), 4, 1),
    (.gaussian(mean: 1.5, sigma: 2), -3, 0.0122244726550447),
    (.gaussian(mean: 1.5, sigma: 2), 1.5, 0.5),
    (.gaussian(mean: 1.5, sigma: 2), 2, 0.598706325682924),
    (.gaussian(mean: 1.5, sigma: 2), 6, 0.987775527344955),
    (.lognormal(zeta: 0.5, sigma: 0.75), -1, 0),
    (.lognormal(zeta: 0.5, sigma: 0.75), 0.1, 9.31958888447526e-05),
    (.lognormal(zeta: 0.5, sigma: 0.75), 1, 0.252492537546923),
    (.lognormal(zeta: 0.5, sigma: 0.75), 2.5, 0.710571243111728),
    (.lognormal(zeta: 0.5, sigma: 0.75), 10, 0.991879334793619),
    (.exponential(mu: 2.5), -1, 0),
    (.exponential(mu: 2.5), 0.1, 0.0392105608476768),
    (.exponential(mu: 2.5), 1, 0.329679953964361),
    (.exponential(mu: 2.5), 10, 0.981684361111266),
    (.gamma(shape: 0.3, scale: 2), -1, 0),
    (.gamma(shape: 0.3, scale: 2), 0.001, 0.113925414517899),
    (.gamma(shape: 0.3, scale: 2), 0.1, 0.448436862106593),
    (.gamma(shape: 0.3, scale: 2), 1, 0.813811804674392),
    (.gamma(shape: 0.3, scale: 2), 5, 0.988154678154689),
    (.gamma(shape: 7.5, scale: 0.4), 1, 0.00787358865548098),
    (.gamma(shape: 7.5, scale: 0.4), 2, 0.180260080496398),
    (.gamma(shape: 7.5, scale: 0.4), 3, 0.548582788774275),
    (.gamma(shape: 7.5, scale: 0.4), 6, 0.98807850406184),
    (.beta(a: 0.5, b: 0.5), -1, 0),
    (.beta(a: 0.5, b: 0.5), 0.01, 0.0637685608585199),
    (.beta(a: 0.5, b: 0.5), 0.3, 0.369010119565545),
    (.beta(a: 0.5, b: 0.5), 0.5, 0.5),
    (.beta(a: 0.5, b: 0.5), 0.99, 0.93623143914148),
    (.beta(a: 0.5, b: 0.5), 2, 1),
    (.beta(a: 2, b: 5), 0.05, 0.032773828125),
    (.beta(a: 2, b: 5), 0.2, 0.34464),
    (.beta(a: 2, b: 5), 0.5, 0.890625),
    (.beta(a: 2, b: 5), 0.9, 0.999945),
    (.pareto(a: 1.5, b: 2), 1, 0),
    (.pareto(a: 1.5, b: 2), 2.1, 0.0705713590966351),
    (.pareto(a: 1.5, b: 2), 3, 0.455668946048183),
    (.pareto(a: 1.5, b: 2), 10, 0.910557280900008),
    (.pareto(a: 1.5, b: 2), 100, 0.997171572875254),
    (.weibull(a: 2, b: 2), -1, 0),
    (.weibull(a: 2, b: 1.5), -1, 0),
    (.weibull(a: 2, b: 1.5), 0.1, 0.011118072161658),
    (.weibull(a: 2, b: 1.5), 1, 0.29781149867344),
    (.weibull(a: 2, b: 1.5), 2, 0.632120558828558),
    (.weibull(a: 2, b: 1.5), 5, 0.98080003984499),
    (.poisson(mu: 3.5), -1, 0),
    (.poisson(mu: 3.5), 0, 0.0301973834223185),
    (.poisson(mu: 3.5), 2, 0.320847198862134),
    (.poisson(mu: 3.5), 3.7, 0.536632667900785),
    (.poisson(mu: 3.5), 9, 0.996685055735368),
    (.poisson(mu: 40), 25, 0.00756637578986666),
    (.poisson(mu: 40), 40, 0.541918178362537),
    (.poisson(mu: 40), 52, 0.971942774646522),
    (.bernoulli(p: 0.3), -1, 0),
    (.bernoulli(p: 0.3), 0, 0.7),
    (.bernoulli(p: 0.3), 0.5, 0.7),
    (.bernoulli(p: 0.3), 1, 1),
    (.binomial(p: 0.3, n: 20), -1, 0),
    (.binomial(p: 0.3, n: 20), 0, 0.00079792266297612),
    (.binomial(p: 0.3, n: 20), 4, 0.237507778877601),
    (.binomial(p: 0.3, n: 20), 6.5, 0.608009812200924),
    (.binomial(p: 0.3, n: 20), 15, 0.999994449746922),
    (.binomial(p: 0.3, n: 20), 20, 1),
  ]

  @Test(arguments: known) func agreesWithSciPy(_ known: Known) throws {
    // SciPy's values are given to 15 digits; GSL's functions are good to about 14.
    let found = try Distribution(known.family).cumulative(known.x)
    #expect(abs(found - known.p) <= 1e-13 * max(known.p, 0.01))
  }

  static let moments: [(Distribution.Family, mean: Double, variance: Double)] = [
    (.uniform(low: -2, high: 3), 0.5, 2.083333333333333),
    (.gaussian(mean: 1.5, sigma: 2), 1.5, 4),
    (.lognormal(zeta: 0.5, sigma: 0.75), 2.184200810815618, 3.6021643061596613),
    (.exponential(mu: 2.5), 2.5, 6.25),
    (.gamma(shape: 7.5, scale: 0.4), 3, 1.2),
    (.beta(a: 2, b: 5), 0.2857142857142857, 0.025510204081632654),
    (.pareto(a: 3, b: 2), 3, 3),
    (.pareto(a: 1.5, b: 2), 6, .infinity),
    (.pareto(a: 0.9, b: 2), .infinity, .infinity),
    (.weibull(a: 2, b: 1.5), 1.805490585901867, 1.5027611392557279),
    (.weibull(a: 1, b: 0.005), .infinity, .infinity),
    (.poisson(mu: 3.5), 3.5, 3.5),
    (.bernoulli(p: 0.3), 0.3, 0.21),
    (.binomial(p: 0.3, n: 20), 6, 4.2),
  ]

  @Test(arguments: moments)
  func momentsAgreeWithSciPy(_ family: Distribution.Family, mean: Double, variance: Double) throws {
    let distribution = try Distribution(family)
    for (found, known) in [(distribution.mean, mean), (distribution.variance, variance)] {
      #expect(found == known || abs(found - known) <= 1e-14 * known)
    }
  }

  @Test(arguments: DistributionTests.families)
  func runsFromZeroToOne(_ family: Distribution.Family) throws {
    let distribution = try Distribution(family)
    #expect(distribution.cumulative(-.infinity) == 0)
    #expect(distribution.cumulative(distribution.support.lowerBound.nextDown) == 0)
    #expect(distribution.cumulative(.greatestFiniteMagnitude) == 1)
    #expect(distribution.cumulative(.infinity) == 1)
    #expect(distribution.cumulative(.nan).isNaN)
  }
}
