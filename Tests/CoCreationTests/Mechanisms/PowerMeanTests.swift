import Testing

@testable import CoCreation

@Suite struct PowerMeanTests {
  /// Of 0.2 and 0.8.
  @Test(
    arguments: [
      (1.0, 0.5), (0, 0.4), (-1, 0.32), (2, 0.5830951894845301), (-8, 0.21810113054093544),
      (8, 0.7336046337915226), (0.5, 0.45),
    ] as [(Double, Double)])
  func meansByHand(exponent: Double, expected: Double) {
    #expect(near(PowerMean(exponent: exponent).of([0.2, 0.8]), expected))
  }

  /// Contributions of many kinds: alike, unlike, with nothing and with all.
  static let contributions: [[Double]] = [
    [0.5], [0.5, 0.5, 0.5], [0.2, 0.8], [0.05, 1], [0.05, 0.1, 0.45, 0.5, 0.9, 1, 1, 1],
    [1, 1], [0, 1], [0, 0.5, 0.5, 0.7], [0, 0, 0.3], [0, 0],
  ]

  static let exponents =
    [-8, -4, -2, -1, -0.5, -0.1, -0.01, -1e-3, -1e-5, -2e-6, -5e-7, 0, 5e-7, 2e-6, 1e-5]
    + [1e-3, 0.01, 0.1, 0.5, 0.9, 1, 1.1, 2, 4, 8]

  /// From the weakest link by way of the geometric mean to the best shot.
  @Test(arguments: contributions) func itRisesWithItsExponentThroughout(values: [Double]) {
    let means = Self.exponents.map { PowerMean(exponent: $0).of(values) }
    for (less, more) in zip(means, means.dropFirst()) {
      // At an exponent of 2e-6 a root loses six of sixteen digits.
      #expect(less <= more + 1e-9)
    }
    let ends = (values.min() ?? 0)...(values.max() ?? 0)
    #expect(means.allSatisfy { ends.lowerBound - 1e-9 <= $0 && $0 <= ends.upperBound + 1e-9 })
  }

  /// Near 0 its slope is the geometric mean times half the variance of logarithms, below 0.3 here;
  /// near 1 it is below 1 as well.
  @Test(arguments: contributions) func itIsContinuousInItsExponent(values: [Double]) {
    for exponent in [0.0, 1, -1, 0.5] {
      let mean = PowerMean(exponent: exponent).of(values)
      for step in [-1e-5, -1.1e-6, -9e-7, 9e-7, 1.1e-6, 1e-5] {
        let near = PowerMean(exponent: exponent + step).of(values)
        #expect(abs(near - mean) < 1.1e-5)
      }
    }
  }

  /// (1/4)^(1/ρ) · 0.8 falls to nothing with ρ, and stays there.
  @Test func whoGivesNothingIsTheWeakestLink() {
    let values = [0, 0, 0.8, 0]
    #expect(near(PowerMean(exponent: 1).of(values), 0.2))
    #expect(near(PowerMean(exponent: 0.5).of(values), 0.05))
    #expect(PowerMean(exponent: 0.01).of(values) < 1e-50)
    for exponent in [1e-7, 0, -1e-7, -0.5, -8] {
      #expect(PowerMean(exponent: exponent).of(values) == 0)
    }
    #expect(PowerMean(exponent: 8).of([0, 0]) == 0)
  }

  @Test(arguments: [-8, -1, 0, 1, 3.0]) func ofNobodyItIsNothing(exponent: Double) {
    #expect(PowerMean(exponent: exponent).of([]) == 0)
  }

  /// It neither asks for an order nor for a number of people.
  @Test(arguments: [-3, 0, 0.5, 1, 8.0]) func itIsAMean(exponent: Double) {
    let mean = PowerMean(exponent: exponent)
    let values = [0.15, 0.3, 0.85]
    #expect(near(mean.of(values), mean.of(values.reversed())))
    #expect(near(mean.of(values), mean.of(values + values)))
    #expect(near(mean.of([0.35, 0.35, 0.35]), 0.35))
  }
}
