import GSL
import Testing

@Suite("Running quantiles")
struct RunningQuantilesTests {
  @Test("Exact while values are kept, near beyond that")
  func quantiles() throws {
    let fractions = [0.05, 0.25, 0.5, 0.75, 0.95]
    let running = RunningQuantiles(fractions)
    #expect(running.quantiles.isEmpty)
    var random = RandomSource()
    random.place(RandomSource.stream(run: RandomSource.runKey(1), mechanism: 0, round: 0), item: 0)
    var values: [Double] = []
    for count in 1...20_000 {
      let value = random.uniform()
      values.append(value * value)
      running.append(value * value)
      if count == 1024 { running.stopKeeping() }
      guard [1, 2, 1023, 1024, 20_000].contains(count) else { continue }
      #expect(running.count == count)
      let sorted = values.sorted()
      for (found, fraction) in zip(running.quantiles, fractions) {
        let exact = try #require(Statistics.quantile(sorted: sorted, fraction))
        #expect(abs(found - exact) <= (count < 1024 ? 0 : 0.02), "\(count)")
      }
    }
    let empty = RunningQuantiles(fractions)
    empty.stopKeeping()
    #expect(empty.quantiles.isEmpty)
    for value in [3.0, 1, 2] { empty.append(value) }
    #expect(empty.quantiles[2] == 2)
  }
}
