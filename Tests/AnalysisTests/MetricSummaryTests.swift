import Analysis
import Testing

/// The expected numbers are from NumPy 2 and SciPy 1.17: `mean`, `std(ddof=1)`, `quantile` and
/// `t.ppf(0.975, n - 1) * sd / sqrt(n)`.
@Suite("Summary of a metric")
struct MetricSummaryTests {
  /// Rounding errors of another order of summing stay below this.
  private func close(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-14) -> Bool
  {
    guard let value else { return false }
    return abs(value - expected) <= tolerance * abs(expected)
  }

  @Test("Mean, deviation, interval and quantiles agree with SciPy; missing values do not count")
  func sample() throws {
    let summary = MetricSummary(Sample(values: [3, 1.5, nil, 4.25, -2, 7.125, nil, 0.5, 3]))
    #expect(summary.runs == 9)
    #expect(summary.count == 7)
    #expect(close(summary.mean, 2.482142857142857))
    #expect(close(summary.standardDeviation, 2.892544809711766))
    // GSL's t quantile is good to nine digits.
    #expect(close(summary.halfWidth, 2.6751577690813537, within: 1e-8))
    try #require(summary.quantiles.count == 3)
    #expect(close(summary.quantiles[0], -1.25))
    #expect(close(summary.quantiles[1], 3))
    #expect(close(summary.quantiles[2], 6.2625))
  }

  @Test("Two values have an interval")
  func two() throws {
    let summary = MetricSummary(Sample(values: [2, 1]))
    #expect(summary.mean == 1.5)
    #expect(close(summary.standardDeviation, 0.7071067811865476))
    #expect(close(summary.halfWidth, 6.353102368087347, within: 1e-8))
    try #require(summary.quantiles.count == 3)
    #expect(close(summary.quantiles[0], 1.05))
    #expect(summary.quantiles[1] == 1.5)
    #expect(close(summary.quantiles[2], 1.95))
  }

  @Test("One value has a mean and quantiles, but no deviation and no interval")
  func one() {
    let summary = MetricSummary(Sample(values: [nil, 2.5]))
    #expect(summary.runs == 2)
    #expect(summary.count == 1)
    #expect(summary.mean == 2.5)
    #expect(summary.standardDeviation == nil)
    #expect(summary.halfWidth == nil)
    #expect(summary.quantiles == [2.5, 2.5, 2.5])
  }

  @Test("Without values nothing is known but their number", arguments: [0, 3])
  func none(runs: Int) {
    let summary = MetricSummary(Sample(values: Array(repeating: nil, count: runs)))
    #expect(summary.runs == runs)
    #expect(summary.count == 0)
    #expect(summary.mean == nil)
    #expect(summary.standardDeviation == nil)
    #expect(summary.halfWidth == nil)
    #expect(summary.quantiles == [nil, nil, nil])
  }

  @Test("Equal values have an interval of no width")
  func equal() {
    let summary = MetricSummary(Sample(values: [0.25, 0.25, 0.25]))
    #expect(summary.standardDeviation == 0)
    #expect(summary.halfWidth == 0)
  }

  @Test("Running each process of a context again does not shrink the interval")
  func nested() throws {
    let values: [Double?] = [1, 3, 2, 6, 4, 5]
    let once = MetricSummary(Sample(values: values))
    let twice = MetricSummary(
      Sample(values: values + values, contexts: Array(values.indices) + Array(values.indices)))
    #expect(twice.runs == 12 && twice.contexts == 6 && once.contexts == 6)
    #expect(twice.mean == once.mean && twice.halfWidth == once.halfWidth)
    #expect(twice.standardError == once.standardError)
    // The context is the unit: processes that differ only within it count by their mean.
    let within = MetricSummary(Sample(values: [0, 2, 1, 3], contexts: [0, 0, 1, 1]))
    #expect(within.mean == 1.5 && within.contexts == 2)
    #expect(within.standardError == 0.5)
    #expect(MetricSummary(Sample(values: [0, 2], contexts: [7, 7])).halfWidth == nil)
  }
}
