import GSL
import Testing

@testable import CoCreation

@Suite struct ContributionsTests {
  /// 140/108 (−0.473 + 0.666 b) + 0.242 P(b), cut to 0…20, by hand.
  @Test(
    arguments: [
      // 8.02019 at 10, 3.70352 at 5, 16.65352 at 20, −0.61315 at 0; P = 7.4, 3.7, 14.8, 0.
      (SocialType.conditionalCooperator, 10.0, 8.020185185185185 + 1.7908),
      (.conditionalCooperator, 5, 3.703518518518519 + 0.8954), (.conditionalCooperator, 20, 20),
      (.conditionalCooperator, 0, 0),
      // P = 5 and 0.
      (.triangle, 10, 8.020185185185185 + 1.21), (.triangle, 20, 16.653518518518517),
      // P = 8.5.
      (.other, 10, 8.020185185185185 + 2.057), (.other, 0, -0.6131481481481481 + 2.057),
      (.freeRider, 0, 0), (.freeRider, 10, 0), (.freeRider, 20, 0),
    ] as [(SocialType, Double, Double)])
  func theRuleByHand(type: SocialType, belief: Double, expected: Double) {
    #expect(near(Contributions.rule(belief: belief, type: type), expected))
  }

  /// What the 108 of 140 who are no free riders give is what the estimate says of all 140.
  @Test(arguments: [5.0, 10, 15]) func freeRidersAreMadeUpFor(belief: Double) {
    let types: [(SocialType, Double)] = [
      (.conditionalCooperator, 77), (.freeRider, 32), (.triangle, 17), (.other, 14),
    ]
    let (given, estimate) = types.reduce((0.0, 0.0)) { sums, type in
      let preferred = 0.242 * type.0.preferredContribution(others: belief)
      return (
        sums.0 + type.1 * Contributions.rule(belief: belief, type: type.0),
        sums.1 + type.1 * (-0.473 + 0.666 * belief + preferred)
      )
    }
    #expect(near(given, estimate))
  }

  @Test func preferredContributionOfATriangleIsLargestInTheMiddle() {
    #expect(SocialType.triangle.preferredContribution(others: 4) == 2)
    #expect(SocialType.triangle.preferredContribution(others: 10) == 5)
    #expect(SocialType.triangle.preferredContribution(others: 16) == 2)
  }

  /// Cut to nothing and all, deviates around the level that is in use have the rule's mean.
  ///
  /// The level is where points step from 9 to 10; the table is good to 0.005 points, for small spreads
  /// to 0.03.
  @Test(arguments: [0.3, 0.7, 1, 2, 4.5, 8.2, 10]) func theMeanIsTheRule(spread: Double) {
    let contributions = Contributions(spread: spread)
    for step in 0...80 {
      let belief = Double(step) / 4
      let mean = Contributions.rule(belief: belief, type: .conditionalCooperator)
      guard mean > 0, mean < 20 else { continue }
      let level = Self.level(of: contributions, spread, belief)
      let found = Self.cutMean(level, spread)
      #expect(abs(found - mean) < (spread < 1 ? 0.03 : 0.005), "\(found) for \(mean)")
    }
  }

  /// The points that people give in all, each a whole number, have it too.
  @Test(arguments: [0.5, 1, 2, 4.5, 8.2, 10]) func whatIsGivenHasTheMeanOfTheRule(
    spread: Double
  ) throws {
    let contributions = Contributions(spread: spread)
    let deviations = try (0..<2000).map {
      try Statistics.normalQuantile((Double($0) + 0.5) / 2000)
    }
    for type in SocialType.allCases {
      for belief in stride(from: 0.0, through: 20, by: 0.5) {
        let given = deviations.map {
          contributions.points(belief: belief, type: type, deviation: $0)
        }
        let mean = given.reduce(0, +) / 2000
        // Rounding moves it by a 24th of the density at the ends, 0.8 / spread at most, and by 0.003
        // in the middle at a spread of ½; a point more or less of 2000 by 0.0005.
        let tolerance = 0.8 / spread / 24 + 0.03
        #expect(abs(mean - Contributions.rule(belief: belief, type: type)) < tolerance)
        #expect(given.allSatisfy { $0 == $0.rounded() && (0...20).contains($0) })
        #expect(zip(given, given.dropFirst()).allSatisfy { $0 <= $1 })
      }
    }
  }

  /// A spread is no longer there than it is.
  @Test func withoutSpreadAllGiveWhatTheRuleSays() {
    for spread in [0, 1e-3] {
      let contributions = Contributions(spread: spread)
      for belief in stride(from: 0.5, through: 20, by: 1) {
        let rule = Contributions.rule(belief: belief, type: .triangle)
        for deviation in [-2.0, 0, 2] {
          let points = contributions.points(
            belief: belief, type: .triangle, deviation: deviation)
          #expect(points == rule.rounded())
        }
      }
    }
  }

  /// Where the rule says nothing or all, nobody departs from it, however generous.
  @Test(arguments: [0.0, 2, 8.2]) func nothingAndAllAreNothingAndAll(spread: Double) {
    let contributions = Contributions(spread: spread)
    for deviation in [-6.0, 0, 6] {
      func points(_ belief: Double, _ type: SocialType) -> Double {
        contributions.points(belief: belief, type: type, deviation: deviation)
      }
      #expect(points(0, .conditionalCooperator) == 0)
      #expect(points(20, .conditionalCooperator) == 20)
      for belief in [0.0, 10, 20] { #expect(points(belief, .freeRider) == 0) }
    }
  }

  /// With the spread of the experiment many give nothing and some all, around a mean of 9.8.
  @Test func manyGiveNothing() throws {
    let contributions = Contributions(spread: 8.2)
    let given = try (0..<1000).map {
      contributions.points(
        belief: 10, type: .conditionalCooperator,
        deviation: try Statistics.normalQuantile((Double($0) + 0.5) / 1000))
    }
    // At the level of 9.76: Φ((0.5 − 9.76) / 8.2) and 1 − Φ((19.5 − 9.76) / 8.2).
    #expect(abs(given.count { $0 == 0 } - 129) <= 2 && abs(given.count { $0 == 20 } - 117) <= 2)
  }

  /// Where points step from 9 to 10 the value is 9.5.
  private static func level(
    of contributions: Contributions, _ spread: Double, _ belief: Double
  ) -> Double {
    var (low, high) = (-1000.0, 1000.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      let points = contributions.points(
        belief: belief, type: .conditionalCooperator, deviation: middle)
      if points < 10 { low = middle } else { high = middle }
    }
    return 9.5 - spread * low
  }

  /// The mean of a normal deviate cut to 0…20, by the midpoints of 20,000 quantiles' worth of area.
  private static func cutMean(_ level: Double, _ spread: Double) -> Double {
    let (steps, reach) = (4000, 8.0)
    var (sum, weight) = (0.0, 0.0)
    guard let normal = try? Distribution(.gaussian(mean: 0, sigma: 1)) else { return .nan }
    var below = normal.cumulative(-reach)
    for step in 0..<steps {
      let (left, right) = (Double(step), Double(step + 1))
      let z = -reach + 2 * reach * (left + right) / 2 / Double(steps)
      let next = normal.cumulative(-reach + 2 * reach * right / Double(steps))
      sum += (next - below) * min(20, max(0, level + spread * z))
      weight += next - below
      below = next
    }
    return sum / weight
  }
}
