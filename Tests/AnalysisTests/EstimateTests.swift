import Analysis
import Testing

/// Estimates and their tests, against numbers from scipy 1.x and numpy.
@Suite("Estimates")
struct EstimateTests {
  private let values = [0.3, 0.1, 0.5, 0.2, 0.9]

  private func near(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-9 } ?? false
  }

  @Test("A mean has the standard error of its contexts and an interval by t")
  func mean() throws {
    let estimate = try #require(Estimate(meanOf: values))
    #expect(near(estimate.value, 0.4))
    #expect(near(estimate.standardError, 0.1414213562373095))
    let interval = try #require(estimate.interval(0.99))
    #expect(near(interval.lowerBound, -0.2511173409515569))
    #expect(near(interval.upperBound, 1.0511173409515568))
  }

  @Test("The context is the unit, not the run")
  func contexts() throws {
    let sample = Sample(values: [1, 3, nil, 5, 7, 7], contexts: [0, 0, 1, 1, 2, 2])
    let estimate = try #require(Estimate(meanOf: sample))
    #expect(estimate.count == 3)
    #expect(near(estimate.value, 14.0 / 3))
  }

  @Test("p values are two-sided, and 1 on the wrong side")
  func probabilities() throws {
    let estimate = try #require(Estimate(meanOf: values))
    #expect(near(estimate.probability(above: 0), 0.04742065558431959))
    #expect(near(estimate.probability(above: 0.1), 0.10119150721829535))
    #expect(near(estimate.probability(below: 0.9), 0.024110110551390906))
    #expect(estimate.probability(above: 0.4) == 1)
    #expect(estimate.probability(below: 0.3) == 1)
    #expect(near(estimate.probability(within: 0.1...0.9), 0.10119150721829535))
    #expect(near(estimate.probability(within: -5...0.9), 0.024110110551390906))
  }

  @Test("Equal values are certain, and one value says nothing")
  func degenerate() throws {
    let certain = try #require(Estimate(meanOf: [0.1, 0.1, 0.1]))
    #expect(certain.value == 0.1 && certain.standardError == 0)
    #expect(certain.probability(above: 0) == 0)
    #expect(certain.probability(within: 0.1...0.1) == 0)
    #expect(certain.probability(within: 0.2...0.3) == 1)
    #expect(certain.power(effect: 1e-9, level: 0.01) == 1)
    let single = try #require(Estimate(meanOf: [3]))
    #expect(single.standardError == nil && single.interval(0.95) == nil)
    #expect(single.probability(above: 0) == 1)
    #expect(single.power(effect: 9, level: 0.01) == nil)
    #expect(Estimate(meanOf: [Double]()) == nil)
  }

  @Test("The power is that of a moved t distribution")
  func power() {
    let estimate = Estimate(value: 0, standardError: 0.1, count: 31)
    #expect(near(estimate.power(effect: 0.5, level: 0.01), 0.9840304759386443))
  }

  @Test("Holm's correction, by hand")
  func holm() {
    let corrected = Multiplicity.holm([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(corrected, [0.03, 0.06, 0.06, 0.02]) {
      #expect(near(value, expected))
    }
    #expect(Multiplicity.holm([0.9, 0.8]) == [1, 1])
    #expect(Multiplicity.holm([]).isEmpty)
  }

  @Test("A contrast is taken run by run, and rounding is no effect")
  func combination() {
    let first = Sample(values: [1, 2, nil], contexts: [0, 0, 1])
    let second = Sample(values: [0.5, nil, 1], contexts: [0, 0, 1])
    let sum = Sample.combination([(first, 2), (second, -1)])
    #expect(sum.values == [1.5, nil, nil])
    #expect(sum.contexts == [0, 0, 1])
    let (a, b, c) = (Sample(values: [0.1]), Sample(values: [0.2]), Sample(values: [0.3]))
    #expect(Sample.combination([(a, 1), (b, 1), (c, -1)]).values == [0])
    #expect(Sample.combination([(a, 1), (b, -1)]).values == [-0.1])
  }

  private func sample(_ contexts: [[Double]]) -> Sample {
    Sample(
      values: contexts.flatMap { $0 },
      contexts: contexts.indices.flatMap { index in contexts[index].map { _ in index } })
  }

  @Test("The ratio of variances within contexts, with its jackknife")
  func variances() throws {
    let wide = sample([[1, 2, 4], [3, 3, 5], [0, 1, 1], [2, 6, 7]])
    let narrow = sample([[1, 1.5, 2], [0, 0.5, 0.2], [3, 3.1, 2.9], [1, 2, 2.5]])
    let ratio = try #require(Estimate(logVarianceOf: [(wide, 1), (narrow, -1)]))
    #expect(near(ratio.value, 2.4958756811585743))
    #expect(near(ratio.standardError, 0.0903988296740033))
    let still = sample([[1, 1], [2, 2]])
    #expect(Estimate(logVarianceOf: [(still, 1), (still, -1)])?.value == 0)
    let moving = sample([[1, 2], [2, 2.5]])
    #expect(Estimate(logVarianceOf: [(moving, 1), (still, -1)]) == nil)
    let alone = sample([[1], [2]])
    #expect(Estimate(logVarianceOf: [(alone, 1), (moving, -1)]) == nil)
  }

  @Test("Design points that differ are no variance within a context, and stay with a contrast")
  func points() throws {
    let (contexts, points) = ([0, 0, 0, 0, 1, 1, 1, 1], [0, 1, 0, 1, 0, 1, 0, 1])
    let values: [Double] = [1, 501, 2, 502.5, 4, 503, 4.5, 505]
    let sample = Sample(values: values, contexts: contexts, points: points)
    let narrow = Sample(values: values.map { $0 / 2 }, contexts: contexts, points: points)
    let ratio = try #require(Estimate(logVarianceOf: [(sample, 1), (narrow, -1)]))
    #expect(near(ratio.value, 1.3862943611198906))
    let pooled = try #require(
      Estimate(logVarianceOf: [(sample, 1), (self.sample([[0, 1], [0, 1]]), -1)]))
    // (0.5 + 1.125 + 0.125 + 2) / 4 against 0.5.
    #expect(near(pooled.value, 0.6286086594223741))
    #expect(Sample.combination([(sample, 2)]).points == points)
  }

  @Test("The distance from what was observed, with its jackknife")
  func distance() throws {
    let samples = [[1.0, 2, 3], [2, 3, 4], [0, 1, 5]].map { Sample(values: $0) }
    let distance = try #require(Estimate(distanceOf: samples, from: [1.5, 3.5, 2]))
    #expect(near(distance.value, 0.408248290463863))
    #expect(near(distance.standardError, 0.31375760217141885))
  }
}
