import GSL
import Testing

@Suite("Running quantiles")
struct RunningQuantilesTests {
  private static let fractions = [0.05, 0.25, 0.5, 0.75, 0.95]

  private func exact(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    return Self.fractions.compactMap { Statistics.quantile(sorted: sorted, $0) }
  }

  @Test("All values while they are kept")
  func kept() {
    let running = RunningQuantiles(Self.fractions)
    #expect(running.quantiles.isEmpty)
    let values = (0..<1000).map { Double($0 * 7919 % 1000) }
    values.forEach(running.append)
    #expect(running.count == 1000)
    #expect(running.quantiles == exact(values))
    // A sample as large as all of them is all of them.
    running.sample(1000)
    #expect(running.quantiles == exact(values))
  }

  @Test(
    "A sample beyond that, near in whatever order values come",
    arguments: ["mixed", "rising", "steps"])
  func sampled(_ order: String) {
    let values = (0..<40_000).map { index in
      switch order {
      case "mixed": Double(index * 7919 % 40_000) / 40_000
      case "rising": Double(index) / 40_000
      // As a design point after another: one level holds for long, with few values between.
      default: Double(index / 4000) / 10 + 0.01 * Double(index % 7)
      }
    }
    let running = RunningQuantiles(Self.fractions)
    for (place, value) in values.enumerated() {
      if place == 5000 { running.sample(2000) }
      running.append(value)
    }
    #expect(running.count == 40_000)
    // Ranks of a sample of 2,000 spread by 0.011 at most: three of these, and a step.
    for (found, fraction) in zip(running.quantiles, Self.fractions) {
      let below = Double(values.count { $0 < found }) / 40_000
      let upTo = Double(values.count { $0 <= found }) / 40_000
      #expect(below - 0.035 <= fraction && fraction <= upTo + 0.035, "\(fraction) \(found)")
    }
    #expect(running.quantiles != exact(values) || order == "steps")
  }

  @Test("A sample from the start")
  func early() {
    let running = RunningQuantiles(Self.fractions)
    running.sample(10)
    #expect(running.quantiles.isEmpty)
    for value in [3.0, 1, 2] { running.append(value) }
    #expect(running.quantiles[2] == 2)
  }
}
