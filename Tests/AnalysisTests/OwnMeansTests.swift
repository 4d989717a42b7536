import Analysis
import Testing

/// Contrasts of each strategy's own mean, and of geometric means.
@Suite("Own means and geometric means")
struct OwnMeansTests {
  private func near(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-12 } ?? false
  }

  @Test("Where nothing is missing it is the mean of the contrast, with its error")
  func complete() throws {
    let (first, second) = (Sample(values: [1, 4, 2, 9]), Sample(values: [2, 2, 5, 1]))
    let terms = [(sample: first, weight: 1.0), (sample: second, weight: -0.5)]
    let own = try #require(Estimate(meansOf: terms))
    let paired = try #require(Estimate(meanOf: Sample.combination(terms)))
    #expect(near(own.value, paired.value))
    #expect(near(own.standardError, try #require(paired.standardError)))
    #expect(own.count == 4)
  }

  @Test("Each strategy is taken over the runs in which it has the number")
  func missing() throws {
    let first = Sample(values: [1, 3, nil, 5])
    let second = Sample(values: [nil, 10, 20, nil])
    let own = try #require(Estimate(meansOf: [(first, 0.5), (second, 0.5)]))
    #expect(near(own.value, 0.5 * 3 + 0.5 * 15))
    #expect(Estimate(meanOf: Sample.combination([(first, 0.5), (second, 0.5)]))?.value == 6.5)
    // One run is no spread, and none is no number.
    let lone = Sample(values: [nil, 10, nil, nil])
    #expect(Estimate(meansOf: [(first, 1), (lone, 1)]) == nil)
    #expect(Estimate(meansOf: [(Sample(values: [nil, nil]), 1)]) == nil)
  }

  @Test("Processes of a context are no independent runs")
  func contexts() throws {
    let sample = Sample(values: [1, 1, 4, 4, 7, 7], contexts: [0, 0, 1, 1, 2, 2])
    let own = try #require(Estimate(meansOf: [(sample, 1)]))
    #expect(near(own.value, 4) && near(own.standardError, 3.0.squareRoot()))
    #expect(own.count == 3)
  }

  @Test("A geometric mean is that of logarithms, its error the estimate's share of theirs")
  func geometric() throws {
    let estimate = try #require(Estimate(geometricMeanOf: [(Sample(values: [1, 4, 16]), 1)]))
    #expect(near(estimate.value, 4))
    // Logarithms 0, ln 4 and 2 ln 4: standard error ln 4 / sqrt 3.
    #expect(near(estimate.standardError, 4 * 1.3862943611198906 / 3.0.squareRoot()))
  }

  @Test("Weights are powers: a contrast of 1 and -1 is a ratio, one of halves their mean")
  func powers() throws {
    let terms = [
      (sample: Sample(values: [8, 8]), weight: 1.0),
      (sample: Sample(values: [2, 2]), weight: -1.0),
    ]
    #expect(near(Estimate(geometricMeanOf: terms)?.value, 4))
    let halves = terms.map { (sample: $0.sample, weight: 0.5) }
    #expect(near(Estimate(geometricMeanOf: halves)?.value, 4))
    // What is not above 0 has no logarithm.
    #expect(near(Estimate(geometricMeanOf: [(Sample(values: [0, -1, 9]), 1)])?.value, 9))
  }
}
