import GSL
import Testing

@testable import CoCreation

@Suite struct AdaptiveRuleTests {
  private static let forms = [0.2, 0.5, 0.8].map { FormPoint(openness: $0, centrality: 0.5) }

  @Test(arguments: AdaptiveRule.Policy.allCases)
  func whatWasNeverTriedComesFirst(policy: AdaptiveRule.Policy) {
    let rule = AdaptiveRule(policy: policy, forms: Self.forms)
    var firsts = [0, 0, 0]
    for run in 0..<300 {
      var records = Self.forms.map { _ in RewardRecord() }
      var tried: [Int] = []
      for round in 0..<3 {
        let arm = Self.choose(rule, records, run: run, round: round)
        // However good what was tried is.
        records[arm].add(tried.isEmpty ? 1e6 : 0)
        tried.append(arm)
      }
      #expect(tried.sorted() == [0, 1, 2])
      firsts[tried[0]] += 1
    }
    // In random order.
    for count in firsts { #expect(isLikely(count, of: 300, probability: 1.0 / 3)) }
  }

  /// Rewards 0.5 and 0.6 with standard deviation 0.1: what is better is found and used.
  @Test(arguments: AdaptiveRule.Policy.allCases)
  func theBetterFormIsUsedMostOfTheTime(policy: AdaptiveRule.Policy) {
    let rule = AdaptiveRule(policy: policy, forms: Array(Self.forms[..<2]))
    for better in 0...1 {
      var (uses, late) = (0, 0)
      for run in 0..<20 {
        var records = [RewardRecord(), RewardRecord()]
        var random = RandomSource()
        for round in 0..<200 {
          let arm = Self.choose(rule, records, run: run, round: round)
          random.place(RandomSource.stream(run: UInt64(run), mechanism: 1, round: round), item: 0)
          records[arm].add((arm == better ? 0.6 : 0.5) + random.gaussian(sigma: 0.1))
          uses += arm == better ? 1 : 0
          late += arm == better && round >= 100 ? 1 : 0
        }
      }
      // Chance alone would make half of it.
      #expect(uses > 3000 && late > 1700, "\(uses) of 4000, \(late) of 2000")
    }
  }

  /// Three trials of mean 0.5 against one, with a pooled standard deviation of 0.1.
  @Test func theUpperConfidenceBoundByHand() {
    let rule = AdaptiveRule(policy: .ucb, forms: Array(Self.forms[..<2]))
    // s = √(0.02/2) = 0.1; bonuses s √(2 ln 4 / n): 0.0961 of three trials, 0.1665 of one.
    let often = Self.record([0.4, 0.5, 0.6])
    for (once, arm) in [(0.44, 1), (0.43, 1), (0.42, 0), (0.3, 0)] {
      #expect(Self.choose(rule, [often, Self.record([once])], run: 1, round: 9) == arm, "\(once)")
    }
  }

  /// Means differ by 0.1, and draws s z / √n by a standard deviation of 0.1 √(1/3 + 1).
  @Test func thompsonSamplingByItsChance() {
    let rule = AdaptiveRule(policy: .thompson, forms: Array(Self.forms[..<2]))
    let records = [Self.record([0.4, 0.5, 0.6]), Self.record([0.6])]
    let second = (0..<2000).count { Self.choose(rule, records, run: $0, round: 1) == 1 }
    // Φ(0.1 / 0.11547) = Φ(0.86603).
    #expect(isLikely(second, of: 2000, probability: 0.8067619))
  }

  /// Mean 5 and sum of squares 32 by hand, whatever the level.
  @Test(arguments: [0.0, 1e6]) func runningMomentsAreThoseOfTheValues(level: Double) {
    let values = [2.0, 4, 4, 4, 5, 5, 7, 9].map { $0 + level }
    let record = Self.record(values)
    #expect(record.count == 8 && near(record.mean, 5 + level))
    #expect(near(RewardRecord.pooledDeviation([record]), (32.0 / 7).squareRoot(), 1e-8))
  }

  @Test func deviationsArePooledWithinForms() {
    // Sums of squares 2 and 0.5 with two degrees of freedom and one.
    let records = [Self.record([1, 2, 3]), Self.record([10, 11]), Self.record([50])]
    #expect(near(RewardRecord.pooledDeviation(records), (2.5 / 3).squareRoot()))
    // As long as each was tried once: of the means 1, 2 and 6.
    let single = [1.0, 2, 6].map { Self.record([$0]) }
    #expect(near(RewardRecord.pooledDeviation(single), 7.0.squareRoot()))
    #expect(RewardRecord.pooledDeviation([Self.record([1])]) == 0)
  }

  private static func record(_ values: [Double]) -> RewardRecord {
    values.reduce(into: RewardRecord()) { $0.add($1) }
  }

  private static func choose(
    _ rule: AdaptiveRule, _ records: [RewardRecord], run: Int, round: Int
  ) -> Int {
    var turn = Turn()
    let stream = RandomSource.stream(
      run: RandomSource.runKey(UInt64(run)), mechanism: 99, round: round)
    let form = rule.choose(from: records, stream, &turn)
    return rule.forms.firstIndex(of: form) ?? -1
  }
}
