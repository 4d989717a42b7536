internal import CGSL
internal import Glibc

/// A checked probability distribution by GSL's name and parametrisation.
public struct Distribution: Equatable, Sendable {
  /// A family of distributions with its parameters.
  public enum Family: Equatable, Sendable {
    /// A single value.
    case constant(Double)
    /// The continuous uniform distribution on [low, high); GSL's `flat`.
    case uniform(low: Double, high: Double)
    /// The normal distribution.
    case gaussian(mean: Double, sigma: Double)
    /// exp(zeta + sigma z) with z standard normal.
    case lognormal(zeta: Double, sigma: Double)
    /// Density exp(-x/mu)/mu.
    case exponential(mu: Double)
    /// Density proportional to x^(shape-1) exp(-x/scale).
    case gamma(shape: Double, scale: Double)
    /// Density proportional to x^(a-1) (1-x)^(b-1) on [0, 1].
    case beta(a: Double, b: Double)
    /// Density (a/b) (x/b)^-(a+1) for x >= b.
    case pareto(a: Double, b: Double)
    /// Density (b/a) (x/a)^(b-1) exp(-(x/a)^b).
    case weibull(a: Double, b: Double)
    /// Counts with mean mu.
    case poisson(mu: Double)
    /// 1 with probability p, else 0.
    case bernoulli(p: Double)
    /// Successes of n trials with probability p.
    case binomial(p: Double, n: Double)
  }

  /// The family and its parameters.
  public let family: Family

  private init(unchecked family: Family) { self.family = family }

  /// A distribution that always gives one finite value.
  public static func constant(_ value: Double) -> Distribution {
    precondition(value.isFinite)
    return .init(unchecked: .constant(value))
  }

  /// Checks the parameters of a distribution.
  ///
  /// - Parameter family: The family with its parameters.
  /// - Throws: ``DistributionFault`` naming the first parameter that is out of its range.
  public init(_ family: Family) throws(DistributionFault) {
    self.family = family
    for parameter in parameters {
      guard parameter.value.isFinite, parameter.isAllowed else {
        throw DistributionFault(
          parameter: parameter.name, found: parameter.value, allowed: parameter.allowed)
      }
    }
  }

  /// Creates a distribution from its GSL name and parameters in GSL's order; `nil` when there is no
  /// such name, or it takes another number of parameters.
  ///
  /// - Parameters:
  ///   - name: One of ``parameterNames``' keys.
  ///   - values: As many values as the family has parameters.
  /// - Throws: ``DistributionFault`` naming the first parameter that is out of its range.
  public init?(name: String, values: [Double]) throws(DistributionFault) {
    guard Self.parameterNames[name]?.count == values.count else { return nil }
    let (a, b) = (values[0], values.count > 1 ? values[1] : .nan)
    let family: Family
    switch name {
    case "constant": family = .constant(a)
    case "uniform": family = .uniform(low: a, high: b)
    case "gaussian": family = .gaussian(mean: a, sigma: b)
    case "lognormal": family = .lognormal(zeta: a, sigma: b)
    case "exponential": family = .exponential(mu: a)
    case "gamma": family = .gamma(shape: a, scale: b)
    case "beta": family = .beta(a: a, b: b)
    case "pareto": family = .pareto(a: a, b: b)
    case "weibull": family = .weibull(a: a, b: b)
    case "poisson": family = .poisson(mu: a)
    case "bernoulli": family = .bernoulli(p: a)
    case "binomial": family = .binomial(p: a, n: b)
    default: return nil
    }
    try self.init(family)
  }

  /// The names a scenario may use, each with the names of its parameters in order.
  public static let parameterNames: [String: [String]] = [
    "constant": ["value"], "uniform": ["low", "high"], "gaussian": ["mean", "sigma"],
    "lognormal": ["zeta", "sigma"], "exponential": ["mu"], "gamma": ["shape", "scale"],
    "beta": ["a", "b"], "pareto": ["a", "b"], "weibull": ["a", "b"], "poisson": ["mu"],
    "bernoulli": ["p"], "binomial": ["p", "n"],
  ]

  /// The name in a scenario.
  public var name: String { described.name }

  /// The parameters in GSL's order.
  public var values: [Double] { parameters.map(\.value) }

  /// The expected value; infinite for a Pareto distribution with a <= 1 and where it overflows.
  public var mean: Double {
    switch family {
    case .constant(let value): value
    case .uniform(let low, let high): (low + high) / 2
    case .gaussian(let mean, _): mean
    case .lognormal(let zeta, let sigma): exp(zeta + sigma * sigma / 2)
    case .exponential(let mu): mu
    case .gamma(let shape, let scale): shape * scale
    case .beta(let a, let b): a / (a + b)
    case .pareto(let a, let b): a > 1 ? a * b / (a - 1) : .infinity
    case .weibull(let a, let b): a * tgamma(1 + 1 / b)
    case .poisson(let mu): mu
    case .bernoulli(let p): p
    case .binomial(let p, let n): p * n
    }
  }

  /// The variance; infinite for a Pareto distribution with a <= 2 and where it overflows.
  public var variance: Double {
    switch family {
    case .constant: 0
    case .uniform(let low, let high): (high - low) * (high - low) / 12
    case .gaussian(_, let sigma): sigma * sigma
    case .lognormal(_, let sigma):
      mean * (mean * expm1(sigma * sigma))
    case .exponential(let mu): mu * mu
    case .gamma(let shape, let scale): shape * scale * scale
    case .beta(let a, let b): a * b / ((a + b) * (a + b) * (a + b + 1))
    case .pareto(let a, let b): a > 2 ? a * b * b / ((a - 1) * (a - 1) * (a - 2)) : .infinity
    case .weibull(let a, let b):
      tgamma(1 + 2 / b).isInfinite
        ? .infinity : a * a * (tgamma(1 + 2 / b) - tgamma(1 + 1 / b) * tgamma(1 + 1 / b))
    case .poisson(let mu): mu
    case .bernoulli(let p): p * (1 - p)
    case .binomial(let p, let n): n * p * (1 - p)
    }
  }

  /// A closed interval that holds every value.
  public var support: ClosedRange<Double> {
    switch family {
    case .constant(let value): value...value
    case .uniform(let low, let high): low...high
    case .gaussian(let mean, let sigma): sigma == 0 ? mean...mean : -.infinity ... .infinity
    case .lognormal(let zeta, let sigma): sigma == 0 ? exp(zeta)...exp(zeta) : 0 ... .infinity
    case .exponential, .gamma, .weibull, .poisson: 0 ... .infinity
    case .pareto(_, let b): b ... .infinity
    case .beta, .bernoulli: 0...1
    case .binomial(_, let n): 0...n
    }
  }

  /// The probability of a value of at most `x`; not a number when `x` is not one.
  public func cumulative(_ x: Double) -> Double {
    // GSL gives NaN, and for Weibull even probabilities, outside some supports.
    let support = support
    if x < support.lowerBound { return 0 }
    if x >= support.upperBound { return 1 }
    if x.isNaN { return x }
    return switch family {
    case .constant: 1
    case .uniform(let low, let high): gsl_cdf_flat_P(x, low, high)
    case .gaussian(let mean, let sigma): gsl_cdf_gaussian_P(x - mean, sigma)
    case .lognormal(let zeta, let sigma): gsl_cdf_lognormal_P(x, zeta, sigma)
    case .exponential(let mu): gsl_cdf_exponential_P(x, mu)
    case .gamma(let shape, let scale):
      gsl_cdf_gamma_P(min(x / scale, .greatestFiniteMagnitude), shape, 1)
    case .beta(let a, let b): gsl_cdf_beta_P(x, a, b)
    case .pareto(let a, let b): gsl_cdf_pareto_P(x, a, b)
    case .weibull(let a, let b): gsl_cdf_weibull_P(x, a, b)
    case .poisson(let mu): gsl_cdf_poisson_P(UInt32(min(x, Double(UInt32.max))), mu)
    case .bernoulli(let p): 1 - p
    case .binomial(let p, let n): gsl_cdf_binomial_P(UInt32(x), p, UInt32(n))
    }
  }

  private struct Parameter {
    let name: String
    let value: Double
    let isAllowed: Bool
    let allowed: String

    static func finite(_ name: String, _ value: Double) -> Parameter {
      .init(name: name, value: value, isAllowed: true, allowed: "a finite number")
    }

    static func positive(_ name: String, _ value: Double) -> Parameter {
      .init(name: name, value: value, isAllowed: value > 0, allowed: "a finite number above 0")
    }

    static func notNegative(_ name: String, _ value: Double) -> Parameter {
      .init(name: name, value: value, isAllowed: value >= 0, allowed: "a finite number from 0")
    }

    static func probability(_ name: String, _ value: Double) -> Parameter {
      .init(name: name, value: value, isAllowed: 0...1 ~= value, allowed: "0 to 1")
    }
  }

  private var parameters: [Parameter] { described.parameters }

  private var described: (name: String, parameters: [Parameter]) {
    switch family {
    case .constant(let value): ("constant", [.finite("value", value)])
    case .uniform(let low, let high):
      (
        "uniform",
        [
          .finite("low", low),
          .init(name: "high", value: high, isAllowed: high > low, allowed: "above low"),
        ]
      )
    case .gaussian(let mean, let sigma):
      ("gaussian", [.finite("mean", mean), .notNegative("sigma", sigma)])
    case .lognormal(let zeta, let sigma):
      ("lognormal", [.finite("zeta", zeta), .notNegative("sigma", sigma)])
    case .exponential(let mu): ("exponential", [.positive("mu", mu)])
    case .gamma(let shape, let scale):
      ("gamma", [.positive("shape", shape), .positive("scale", scale)])
    case .beta(let a, let b): ("beta", [.positive("a", a), .positive("b", b)])
    case .pareto(let a, let b): ("pareto", [.positive("a", a), .positive("b", b)])
    case .weibull(let a, let b): ("weibull", [.positive("a", a), .positive("b", b)])
    case .poisson(let mu):
      (
        "poisson",
        [.init(name: "mu", value: mu, isAllowed: mu > 0 && mu <= 1e9, allowed: "above 0 to 1e9")]
      )
    case .bernoulli(let p): ("bernoulli", [.probability("p", p)])
    case .binomial(let p, let n):
      (
        "binomial",
        [
          .probability("p", p),
          .init(
            name: "n", value: n, isAllowed: n >= 1 && n <= 1e9 && n == n.rounded(),
            allowed: "a whole number from 1 to 1e9"),
        ]
      )
    }
  }
}

/// A parameter of a distribution that is out of its range.
public struct DistributionFault: Error, Equatable, Sendable {
  /// The parameter's name.
  public let parameter: String
  /// The value that was given.
  public let found: Double
  /// The values that are allowed, in words.
  public let allowed: String
}
