import CoCreation
import GSL
import Testing

/// Deffuant, Neau, Amblard & Weisbuch 2000, Advances in Complex Systems 3, 87-98: how many opinions
/// survive bounded confidence.
@Suite struct BoundedConfidenceTests {
  private static let actors = 1000

  /// Lets random pairs of 1,000 uniform opinions meet until they have fallen apart into clusters
  /// that no longer listen to each other.
  ///
  /// - Returns: The sizes of the clusters.
  private func clusters(confidence: Double, _ random: inout RandomSource) -> [Int] {
    var opinions = (0..<Self.actors).map { _ in random.uniform() }
    for _ in 0..<400 {
      for _ in 0..<5 * Self.actors {
        let first = random.integer(below: Self.actors)
        let second = random.integer(below: Self.actors - 1)
        var (a, b) = (opinions[first], opinions[second < first ? second : second + 1])
        Deliberate.meet(&a, &b, confidence: confidence, convergence: 0.5)
        opinions[first] = a
        opinions[second < first ? second : second + 1] = b
      }
      let sorted = opinions.sorted()
      let gaps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
      let ends = gaps.indices.filter { gaps[$0] >= confidence } + [Self.actors - 1]
      let starts = [0] + ends.dropLast().map { $0 + 1 }
      // Whoever is left within the bound of all others of its cluster will join them.
      guard zip(starts, ends).allSatisfy({ sorted[$1] - sorted[$0] < confidence }) else { continue }
      return zip(starts, ends).map { $1 - $0 + 1 }
    }
    Issue.record("no clusters after two million meetings")
    return []
  }

  @Test(arguments: [(0.05, 8.5, 40), (0.2, 2, 25), (0.3, 1, 15), (0.4, 1, 10)])
  func theBoundDecidesHowManyOpinionsSurvive(
    confidence: Double, expected: Double, repetitions: Int
  ) {
    var random = RandomSource()
    let counts = (0..<repetitions).map { repetition in
      random.place(dockingStream(repetition), item: UInt32(confidence * 100))
      let large = clusters(confidence: confidence, &random).filter { $0 >= Self.actors / 20 }
      return Double(large.count)
    }
    let mean = Estimate(counts)
    #expect(abs(mean.mean - expected) <= 0.3, "\(mean)")
  }

  @Test func aMeetingKeepsTheMeanAndTheOrder() {
    for convergence in [0, 0.1, 0.3, 0.5] {
      var (a, b) = (0.3, 0.55)
      Deliberate.meet(&a, &b, confidence: 0.3, convergence: convergence)
      #expect(abs(a + b - 0.85) < 1e-15)
      #expect(abs(b - a - 0.25 * (1 - 2 * convergence)) < 1e-15)
    }
  }

  @Test func whoIsTooFarApartDoesNotListen() {
    var (a, b) = (0.25, 0.5)
    Deliberate.meet(&a, &b, confidence: 0.25, convergence: 0.5)
    #expect(a == 0.25 && b == 0.5)
    Deliberate.meet(&a, &b, confidence: 0.2500001, convergence: 0.5)
    #expect(a == 0.375 && b == 0.375)
  }
}
