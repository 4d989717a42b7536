import GSL
import Testing

/// Quantiles against SciPy 1.17 and against the distribution functions.
@Suite struct QuantileTests {
  typealias Known = (family: Distribution.Family, p: Double, x: Double)

  static let known: [Known] = [
    (.uniform(low: -2, high: 3), 1e-06, -1.999995),
    (.uniform(low: -2, high: 3), 0.01, -1.95),
    (.uniform(low: -2, high: 3), 0.25, -0.75),
    (.uniform(low: -2, high: 3), 0.7, 1.5),
    (.uniform(low: -2, high: 3), 0.999, 2.995),
    (.gaussian(mean: 1.5, sigma: 2), 1e-06, -8.006848617645797),
    (.gaussian(mean: 1.5, sigma: 2), 0.01, -3.1526957480816815),
    (.gaussian(mean: 1.5, sigma: 2), 0.25, 0.1510204996078366),
    (.gaussian(mean: 1.5, sigma: 2), 0.7, 2.5488010254160813),
    (.gaussian(mean: 1.5, sigma: 2), 0.999, 7.680464612335626),
    (.lognormal(zeta: 0.5, sigma: 0.75), 1e-06, 0.0466506587059911),
    (.lognormal(zeta: 0.5, sigma: 0.75), 0.01, 0.2880097614403043),
    (.lognormal(zeta: 0.5, sigma: 0.75), 0.25, 0.9941498664170534),
    (.lognormal(zeta: 0.5, sigma: 0.75), 0.7, 2.4431797924955947),
    (.lognormal(zeta: 0.5, sigma: 0.75), 0.999, 16.73787690945465),
    (.exponential(mu: 2.5), 1e-06, 2.5000012500008333e-06),
    (.exponential(mu: 2.5), 0.01, 0.025125839633753606),
    (.exponential(mu: 2.5), 0.25, 0.7192051811294522),
    (.exponential(mu: 2.5), 0.7, 3.0099320108148397),
    (.exponential(mu: 2.5), 0.999, 17.26938819745534),
    (.gamma(shape: 0.3, scale: 2), 1e-06, 1.394539819281878e-20),
    (.gamma(shape: 0.3, scale: 2), 0.01, 3.0044453104720814e-07),
    (.gamma(shape: 0.3, scale: 2), 0.25, 0.013799605138110915),
    (.gamma(shape: 0.3, scale: 2), 0.7, 0.5131298266421038),
    (.gamma(shape: 0.3, scale: 2), 0.999, 9.237872085582666),
    (.gamma(shape: 0.02, scale: 1), 1e-06, 5.706812442248055e-301),
    (.gamma(shape: 0.02, scale: 1), 0.01, 5.7068124422474224e-101),
    (.gamma(shape: 0.02, scale: 1), 0.25, 4.50188122911781e-31),
    (.gamma(shape: 0.02, scale: 1), 0.7, 1.0263502785601099e-08),
    (.gamma(shape: 0.02, scale: 1), 0.999, 2.006320801776613),
    (.gamma(shape: 7.5, scale: 0.4), 1e-06, 0.24319998317878114),
    (.gamma(shape: 7.5, scale: 0.4), 0.01, 1.0458697768197918),
    (.gamma(shape: 7.5, scale: 0.4), 0.25, 2.2073075318182016),
    (.gamma(shape: 7.5, scale: 0.4), 0.7, 3.464338899699844),
    (.gamma(shape: 7.5, scale: 0.4), 0.999, 7.539459643670766),
    (.beta(a: 0.5, b: 0.5), 1e-06, 2.46740110027031e-12),
    (.beta(a: 0.5, b: 0.5), 0.01, 0.00024671981713422146),
    (.beta(a: 0.5, b: 0.5), 0.25, 0.14644660940672624),
    (.beta(a: 0.5, b: 0.5), 0.7, 0.7938926261462365),
    (.beta(a: 0.5, b: 0.5), 0.999, 0.999997532600929),
    (.beta(a: 0.05, b: 0.1), 1e-06, 2.8666978182396772e-117),
    (.beta(a: 0.05, b: 0.1), 0.01, 2.8666978182396493e-37),
    (.beta(a: 0.05, b: 0.1), 0.25, 2.607246471446329e-09),
    (.beta(a: 0.05, b: 0.1), 0.7, 0.7475723116195996),
    (.beta(a: 0.05, b: 0.1), 0.999, 1),
    (.beta(a: 2, b: 5), 1e-06, 0.00025828782935406356),
    (.beta(a: 2, b: 5), 0.01, 0.026763191142755053),
    (.beta(a: 2, b: 5), 0.25, 0.16116291679032652),
    (.beta(a: 2, b: 5), 0.7, 0.36035769038002013),
    (.beta(a: 2, b: 5), 0.999, 0.818613866919134),
    (.pareto(a: 1.5, b: 2), 1e-06, 2.0000013333344446),
    (.pareto(a: 1.5, b: 2), 0.01, 2.0134454412375686),
    (.pareto(a: 1.5, b: 2), 0.25, 2.4228274571095194),
    (.pareto(a: 1.5, b: 2), 0.7, 4.462886333881129),
    (.pareto(a: 1.5, b: 2), 0.999, 199.99999999999983),
    (.weibull(a: 2, b: 1.5), 1e-06, 0.00020000006666670567),
    (.weibull(a: 2, b: 1.5), 0.01, 0.09314303369403937),
    (.weibull(a: 2, b: 1.5), 0.25, 0.8715758634060475),
    (.weibull(a: 2, b: 1.5), 0.7, 2.2634684588927163),
    (.weibull(a: 2, b: 1.5), 0.999, 7.2541738246789516),
    (.poisson(mu: 3.5), 1e-06, 0),
    (.poisson(mu: 3.5), 0.01, 0),
    (.poisson(mu: 3.5), 0.25, 2),
    (.poisson(mu: 3.5), 0.7, 4),
    (.poisson(mu: 3.5), 0.999, 11),
    (.poisson(mu: 1e6), 1e-06, 995250),
    (.poisson(mu: 1e6), 0.01, 997674),
    (.poisson(mu: 1e6), 0.25, 999325),
    (.poisson(mu: 1e6), 0.7, 1000524),
    (.poisson(mu: 1e6), 0.999, 1003092),
    (.bernoulli(p: 0.3), 1e-06, 0),
    (.bernoulli(p: 0.3), 0.01, 0),
    (.bernoulli(p: 0.3), 0.25, 0),
    (.bernoulli(p: 0.3), 0.7, 0),
    (.bernoulli(p: 0.3), 0.999, 1),
    (.binomial(p: 0.3, n: 20), 1e-06, 0),
    (.binomial(p: 0.3, n: 20), 0.01, 2),
    (.binomial(p: 0.3, n: 20), 0.25, 5),
    (.binomial(p: 0.3, n: 20), 0.7, 7),
    (.binomial(p: 0.3, n: 20), 0.999, 13),
    (.poisson(mu: 1e9), 1e-06, 999_849_687),
    (.poisson(mu: 1e9), 0.25, 999_978_671),
    (.poisson(mu: 1e9), 0.999, 1_000_097_723),
    (.binomial(p: 0.3, n: 1e8), 1e-06, 29_978_219),
    (.binomial(p: 0.3, n: 1e8), 0.25, 29_996_909),
    (.binomial(p: 0.3, n: 1e8), 0.999, 30_014_162),
  ]

  @Test("Known answers", arguments: known)
  func answers(known: Known) throws {
    let value = try Distribution(known.family).quantile(known.p)
    #expect(abs(value - known.x) <= 1e-10 * abs(known.x), "\(value)")
    #expect(takeGSLError() == nil)
  }

  static let families: [Distribution.Family] = [
    .constant(3), .uniform(low: -2, high: 3), .gaussian(mean: 1.5, sigma: 2),
    .gaussian(mean: 2, sigma: 0), .lognormal(zeta: 0.5, sigma: 0.75), .lognormal(zeta: 1, sigma: 0),
    .exponential(mu: 2.5), .gamma(shape: 0.001, scale: 3), .gamma(shape: 0.3, scale: 2),
    .gamma(shape: 4000, scale: 1e-3), .beta(a: 0.01, b: 0.01), .beta(a: 0.5, b: 0.5),
    .beta(a: 2, b: 5), .beta(a: 5000, b: 3), .pareto(a: 1.5, b: 2), .weibull(a: 2, b: 1.5),
    .poisson(mu: 1e-3), .poisson(mu: 3.5), .poisson(mu: 1e6), .bernoulli(p: 0), .bernoulli(p: 0.3),
    .bernoulli(p: 1), .binomial(p: 0.3, n: 20), .binomial(p: 1, n: 4), .binomial(p: 0.5, n: 1e6),
  ]

  @Test(
    "A quantile is the smallest value with the probability, and quantiles rise",
    arguments: families)
  func inverse(family: Distribution.Family) throws {
    let distribution = try Distribution(family)
    let ends = [0x1p-53, 1e-9, 1e-4, 1 - 1e-4, 1 - 1e-9, 1 - 0x1p-53]
    let probabilities = (ends + (1..<40).map { Double($0) / 40 }).sorted()
    var last = -Double.infinity
    for probability in probabilities {
      let value = distribution.quantile(probability)
      #expect(value.isFinite)
      #expect(value >= last, "at \(probability)")
      last = value
      #expect(distribution.support.contains(value))
      // Values and probabilities have 53 bits; between two neighbours much may lie.
      let near = 1e-9 * min(probability, 1 - probability) + 0x1p-48
      let wide = abs(value) * 1e-12
      #expect(distribution.cumulative(value + wide) >= probability - near, "at \(probability)")
      if value > distribution.support.lowerBound {
        let below = family.isCount ? value - 1 : value - max(wide, .leastNonzeroMagnitude)
        #expect(distribution.cumulative(below) <= probability + near, "at \(probability)")
      }
    }
    #expect(distribution.quantile(0) == distribution.support.lowerBound)
    #expect(distribution.quantile(1) == distribution.support.upperBound)
    #expect(takeGSLError() == nil)
  }
}

extension Distribution.Family {
  fileprivate var isCount: Bool {
    switch self {
    case .poisson, .bernoulli, .binomial: true
    default: false
    }
  }
}
