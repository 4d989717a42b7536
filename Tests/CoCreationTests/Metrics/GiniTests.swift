import Testing

@testable import CoCreation

@Suite struct GiniTests {
  @Test(
    arguments: [
      ([1.0, 1], 0.0), ([3, 3, 3, 3], 0), ([0, 1], 1), ([0, 0, 0, 5], 1),
      // Differences of pairs 1, 2 and 1 over three of them, relative to twice the mean 2.
      ([1, 2, 3], 1.0 / 3),
      // Pairs 2, 6, 4 over three of them, relative to twice the mean 10/3.
      ([1, 3, 7], 12.0 / 22),
    ] as [([Double], Double)])
  func valuesByHand(values: [Double], expected: Double) {
    #expect(near(Inequality.gini(values), expected))
    #expect(near(Inequality.gini(values.reversed()), expected))
  }

  /// The mean difference of two different values, relative to twice the mean.
  @Test func itIsTheMeanDifferenceOfPairs() {
    let values = (0..<40).map { Double(($0 * 37) % 41) * 1.7 }
    var (differences, pairs) = (0.0, 0.0)
    for (index, a) in values.enumerated() {
      for b in values[(index + 1)...] {
        differences += abs(a - b)
        pairs += 1
      }
    }
    let mean = values.reduce(0, +) / 40
    #expect(near(Inequality.gini(values), differences / pairs / (2 * mean)))
  }

  @Test func itDependsOnProportionsOnly() {
    let values: [Double] = [1, 5, 2, 9, 0]
    #expect(near(Inequality.gini(values), Inequality.gini(values.map { 1e6 * $0 })))
  }

  @Test(arguments: [[], [3], [0, 0, 0]] as [[Double]])
  func withoutSomethingToDivideItIsMissing(values: [Double]) {
    #expect(Inequality.gini(values) == nil)
  }
}
