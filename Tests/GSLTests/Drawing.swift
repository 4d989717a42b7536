import GSL

/// Draws as a simulation does: anew at an address for every actor in every round.
///
/// - Parameters:
///   - count: How many draws; a hundred actors each round.
///   - generator: The generator.
///   - seed: The experiment seed.
///   - draw: One draw.
/// - Returns: The draws.
func drawAtAddresses(
  _ count: Int = 20_000, _ generator: Generator = .splitmix, seed: UInt64 = 20161,
  _ draw: (inout RandomSource) -> Double
) -> [Double] {
  var source = RandomSource(generator)
  let run = RandomSource.runKey(seed, 0, 0)
  return (0..<count).map { number in
    let stream = RandomSource.stream(run: run, mechanism: 3, round: number / 100)
    let (kind, index) = UInt32(number % 100).quotientAndRemainder(dividingBy: 25)
    source.place(stream, item: kind << 24 | index)
    return draw(&source)
  }
}
