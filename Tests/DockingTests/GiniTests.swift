import CoCreation
import GSL
import Testing

/// Gini coefficients that are known in closed form; for the formulas see Kleiber & Kotz 2003,
/// Statistical Size Distributions in Economics and Actuarial Sciences.
@Suite struct GiniTests {
  static let cases: [(family: Distribution.Family, gini: Double)] = [
    (.exponential(mu: 3), 0.5),
    // erf(σ/2)
    (.lognormal(zeta: 1, sigma: 1), 0.520_499_878),
    // 1/(2α − 1)
    (.pareto(a: 2, b: 5), 1.0 / 3),
    (.uniform(low: 0, high: 7), 1.0 / 3),
  ]

  @Test(arguments: cases.indices)
  func samplesHaveTheKnownInequality(number: Int) throws {
    let (family, gini) = Self.cases[number]
    let distribution = try Distribution(family)
    var random = RandomSource()
    let samples = (0..<60).map { sample in
      (0..<2000).map { item in
        random.place(dockingStream(sample), item: UInt32(item))
        return random.draw(distribution)
      }
    }
    let estimate = Estimate(samples.compactMap(Inequality.gini))
    #expect(estimate.agrees(with: gini), "\(distribution.name): \(estimate)")
  }

  /// The correction for small samples makes the coefficient of few unbiased for the exponential.
  @Test func smallSamplesAreCorrected() {
    var random = RandomSource()
    let samples = (0..<4000).map { sample in
      random.place(dockingStream(sample), item: 1)
      return (0..<4).map { _ in random.gamma(shape: 1, scale: 2) }
    }
    let estimate = Estimate(samples.compactMap(Inequality.gini))
    #expect(estimate.agrees(with: 0.5), "\(estimate)")
  }

  @Test func equalityAndMonopolyAreTheEnds() {
    #expect(Inequality.gini([2, 2, 2, 2]) == 0)
    #expect(Inequality.gini([0, 0, 5]) == 1)
    #expect(Inequality.gini([5, 0, 0]) == 1)
    #expect(Inequality.gini([1, 3]) == 0.5)
    #expect(Inequality.gini([]) == nil)
    #expect(Inequality.gini([1]) == nil)
    #expect(Inequality.gini([0, 0]) == nil)
  }
}
