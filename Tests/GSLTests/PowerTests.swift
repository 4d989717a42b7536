import GSL
import Testing

/// The power of t tests, against SciPy 1.17's noncentral t and the integral in 30 digits by mpmath.
@Suite struct PowerTests {
  @Test(arguments: [
    (0.5, 2, 0.05, 0.06194860668633576), (0.5, 10, 0.05, 0.2931756065140768),
    (1, 10, 0.01, 0.5041067307017361), (0.5, 76, 0.01, 0.9540820559517199),
    (0.2, 100, 0.01, 0.27118561402013225), (0, 20, 0.05, 0.05),
    (0.1, 2000, 0.01, 0.9707940800167378), (0.01, 100_000, 0.05, 0.8853732596448116),
    (2, 5, 0.001, 0.11769500890967217), (-0.5, 10, 0.05, 0.2931756065140768),
    (0.8, 3, 0.05, 0.13488539923090498),
  ])
  func pairedPower(effect: Double, count: Int, level: Double, known: Double) throws {
    let found = try Statistics.pairedPower(effect: effect, count: count, level: level)
    #expect(abs(found - known) < 1e-9)
  }

  @Test(arguments: [
    (0.5, 0.95, 0.01, 75, 73), (0.5, 0.8, 0.05, 34, 33), (0.2, 0.95, 0.01, 449, 448),
    (2, 0.95, 0.01, 8, 7), (10, 0.95, 0.05, 3, 2), (0.1, 0.9, 0.05, 1053, 1052),
  ])
  func replicates(effect: Double, power: Double, level: Double, paired: Int, unpaired: Int) throws {
    #expect(try Statistics.replicates(effect: effect, power: power, level: level) == paired)
    #expect(
      try Statistics.unpairedReplicates(effect: effect, power: power, level: level) == unpaired)
  }

  @Test func theNumberIsTheFewest() throws {
    for effect in [0.03, 0.11, 0.7] {
      let count = try #require(try Statistics.replicates(effect: effect, power: 0.9, level: 0.01))
      let (enough, few) = (
        try Statistics.pairedPower(effect: effect, count: count, level: 0.01),
        try Statistics.pairedPower(effect: effect, count: count - 1, level: 0.01)
      )
      #expect(enough >= 0.9 && few < 0.9)
    }
  }

  @Test func aTinyEffectIsOutOfReachAndAHugeOneNeedsTwo() throws {
    #expect(try Statistics.replicates(effect: 1e-6, power: 0.95, level: 0.01) == nil)
    #expect(try Statistics.replicates(effect: 1e6, power: 0.95, level: 0.01) == 2)
  }

  @Test(arguments: [
    (0.05, 49, 33.93030561852784), (0.975, 10, 20.483177350807388), (0.5, 1, 0.454936423119572),
    (0.001, 3.5, 0.051134045616148024), (0.05, 999, 926.6311609204329),
  ])
  func chiSquareQuantile(_ probability: Double, _ degrees: Double, _ known: Double) throws {
    let found = try Statistics.chiSquareQuantile(probability, degreesOfFreedom: degrees)
    #expect(abs(found - known) < 1e-9 * known)
  }

  @Test func whatHasNoPowerIsAnError() {
    #expect(throws: GSLError.self) {
      try Statistics.pairedPower(effect: 1, count: 1, level: 0.05)
    }
    #expect(throws: GSLError.self) {
      try Statistics.pairedPower(effect: 1, count: 9, level: 0)
    }
    #expect(throws: GSLError.self) {
      try Statistics.chiSquareQuantile(1, degreesOfFreedom: 3)
    }
  }

  /// The share of significant tests among normal samples is the power that was planned.
  @Test(arguments: [0.4, 1.1]) func thePlannedNumberHasThePower(effect: Double) throws {
    let count = try #require(try Statistics.replicates(effect: effect, power: 0.9, level: 0.05))
    let t = try Statistics.studentQuantile(0.975, degreesOfFreedom: Double(count - 1))
    let tests = 4_000
    let values = drawAtAddresses(tests * count) { effect + $0.gaussian() }
    let found = (0..<tests).count { test in
      let sample = Array(values[test * count..<(test + 1) * count])
      guard let mean = Statistics.mean(sample), let sd = Statistics.standardDeviation(sample)
      else { return false }
      return abs(mean) > t * sd / Double(count).squareRoot()
    }
    let power = try Statistics.pairedPower(effect: effect, count: count, level: 0.05)
    // Three standard errors of a share of 4,000.
    let error = 3 * (power * (1 - power) / Double(tests)).squareRoot()
    #expect(abs(Double(found) / Double(tests) - power) < error)
  }
}
