import GSL
import Testing

/// The samplers that mechanisms call directly, on every generator; bounds as in `DistributionTests`.
@Suite struct RandomSourceTests {
  @Test(arguments: Generator.allCases) func uniform(_ generator: Generator) throws {
    let sample = drawAtAddresses(20_000, generator) { $0.uniform() }
    #expect(sample.allSatisfy { 0 <= $0 && $0 < 1 })
    try expect(sample, .uniform(low: 0, high: 1))
  }

  @Test(arguments: Generator.allCases, [0.5, 3]) func gaussian(
    _ generator: Generator, sigma: Double
  )
    throws
  {
    let sample = drawAtAddresses(20_000, generator) { $0.gaussian(sigma: sigma) }
    try expect(sample, .gaussian(mean: 0, sigma: sigma))
  }

  @Test(arguments: Generator.allCases, [(0.3, 2.0), (7.5, 0.4)])
  func gamma(_ generator: Generator, _ parameters: (shape: Double, scale: Double)) throws {
    let (shape, scale) = parameters
    let sample = drawAtAddresses(20_000, generator) { $0.gamma(shape: shape, scale: scale) }
    try expect(sample, .gamma(shape: shape, scale: scale))
  }

  @Test(arguments: Generator.allCases, [(0.5, 0.5), (2.0, 5.0)])
  func beta(_ generator: Generator, _ parameters: (a: Double, b: Double)) throws {
    let (a, b) = parameters
    try expect(drawAtAddresses(20_000, generator) { $0.beta(a, b) }, .beta(a: a, b: b))
  }

  @Test(arguments: Generator.allCases, [0.8, 25])
  func poisson(_ generator: Generator, _ mean: Double) throws {
    try expect(drawAtAddresses(20_000, generator) { Double($0.poisson(mean)) }, .poisson(mu: mean))
  }

  @Test(arguments: Generator.allCases, [0.05, 0.5])
  func bernoulli(_ generator: Generator, _ p: Double) throws {
    try expect(drawAtAddresses(20_000, generator) { $0.bernoulli(p) ? 1 : 0 }, .bernoulli(p: p))
  }

  @Test(arguments: Generator.allCases, [2, 7, 100])
  func integer(_ generator: Generator, below count: Int) throws {
    let sample = drawAtAddresses(20_000, generator) { Double($0.integer(below: count)) }
    let fit = GoodnessOfFit(sample: sample)
    let n = Double(count)
    #expect(sample.allSatisfy { 0 <= $0 && $0 < n })
    #expect(abs(fit.meanScore((n - 1) / 2, variance: (n * n - 1) / 12)) < 4)
    #expect(try fit.chiSquare { min(1, ($0 + 1) / n) } > 0.001)
  }

  @Test func integerBelowALargeCount() throws {
    let count = 1 << 62
    let sample = drawAtAddresses { Double($0.integer(below: count)) / Double(count) }
    try expect(sample, .uniform(low: 0, high: 1))
  }

  @Test(arguments: Generator.allCases) func dirichlet(_ generator: Generator) throws {
    // Each share is beta distributed: a of the share against the sum of the others.
    let alpha = [0.5, 1, 2.5]
    for share in alpha.indices {
      let sample = drawAtAddresses(20_000, generator) { source in
        let shares = source.dirichlet(alpha)
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
        return shares[share]
      }
      try expect(sample, .beta(a: alpha[share], b: 4 - alpha[share]))
    }
  }

  @Test(arguments: [(1e-4, 1e-4), (1e-4, 2e-4), (1e-4, 3), (3, 1e-4), (1e-300, 1e-300)])
  func betaWithTinyShapes(_ a: Double, _ b: Double) throws {
    let sample = drawAtAddresses { $0.beta(a, b) }
    #expect(sample.allSatisfy { 0 <= $0 && $0 <= 1 })
    let mean = a / (a + b)
    let variance = mean * (1 - mean) / (a + b + 1)
    // Where fewer than ten values leave an end, a normal bound on the mean says nothing.
    if min(mean, 1 - mean) > 1e-3 {
      #expect(abs(GoodnessOfFit(sample: sample).meanScore(mean, variance: variance)) < 4)
    } else {
      #expect(abs(sample.reduce(0, +) / Double(sample.count) - mean) < 1e-3)
    }
  }

  @Test func dirichletWithTinyShapes() {
    let sums = drawAtAddresses(2000) { $0.dirichlet([1e-4, 1e-4, 1e-4]).reduce(0, +) }
    #expect(sums.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  private func expect(
    _ sample: [Double], _ family: Distribution.Family,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let (fit, distribution) = (GoodnessOfFit(sample: sample), try Distribution(family))
    let (mean, variance) = (distribution.mean, distribution.variance)
    #expect(abs(fit.meanScore(mean, variance: variance)) < 4, sourceLocation: location)
    #expect(abs(fit.varianceScore(variance, mean: mean)) < 4, sourceLocation: location)
    let p =
      switch family {
      case .poisson, .bernoulli: try fit.chiSquare(distribution.cumulative)
      default: fit.kolmogorovSmirnov(distribution.cumulative)
      }
    #expect(p > 0.001, sourceLocation: location)
  }
}
