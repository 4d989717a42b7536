import CKeyedRandom
import GSL
import Testing

/// The generators against published vectors, and the addresses against pinned ones.
@Suite struct KnownAnswerTests {
  /// The vectors `philox4x32 10` of Random123's `kat_vectors`.
  static let philoxVectors: [(counter: [UInt32], key: [UInt32], block: [UInt32])] = [
    (
      [0, 0, 0, 0], [0, 0],
      [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
    ),
    (
      [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
      [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
    ),
    (
      [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
      [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
    ),
  ]

  @Test(arguments: philoxVectors) func philox(counter: [UInt32], key: [UInt32], block: [UInt32]) {
    var found: [UInt32] = [0, 0, 0, 0]
    unsafe keyed_random_philox_block(counter, key, &found)
    #expect(found == block)
  }

  @Test func philoxTakesRunAsKeyAndTheRestAsCounter() {
    // The third vector's key and upper counter words, at blocks 0 and 1.
    let run: UInt64 = 0x299f_31d0_a409_3822
    let stream = RandomSource.stream(
      run: run, mechanism: 0x0370, round: 0x73_4413, step: 0x19_8a2e)
    var source = RandomSource(.philox)
    source.place(stream, item: 0x85a3_08d3)
    for block: UInt32 in [0, 1, 2] {
      var words: [UInt32] = [0, 0, 0, 0]
      unsafe keyed_random_philox_block(
        [block, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0], &words)
      #expect(source.bits() == UInt64(words[1]) << 32 | UInt64(words[0]))
      #expect(source.bits() == UInt64(words[3]) << 32 | UInt64(words[2]))
    }
  }

  /// The sequence of Vigna's `splitmix64.c` from state 1234567.
  @Test func splitmix() {
    // The run for which the address hashes to that state.
    let place: UInt64 = 5 << 48 | 12 << 24
    let run = unmix(unmix(1_234_567)) ^ keyed_random_mix(place &+ golden)
    var source = RandomSource(.splitmix)
    source.place(RandomSource.stream(run: run, mechanism: 5, round: 12), item: 0)
    let known: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(known.map { _ in source.bits() } == known)
  }

  /// GSL's own generators are seeded with the upper half of the hashed address.
  static let gslVectors: [(Generator, [UInt64])] = [
    (.mt19937, [3_915_649_768, 1_240_731_554, 2_875_868_659]),
    (.taus2, [330_262_186, 2_093_165_079, 1_094_905_222]),
  ]

  @Test(arguments: gslVectors) func gslGenerators(_ generator: Generator, _ known: [UInt64]) {
    #expect(firstBits(generator) == known)
  }

  /// `Benchmarks/random/vectors.txt` has the same values, from the C program that feeds the
  /// statistical batteries: it tests the numbers that simulations use.
  static let batteryVectors: [(Generator, [UInt64])] = [
    (.splitmix, [0xbb94_e6fa_5673_971f, 0x010c_8a0e_fa45_b836, 0x7eaa_808a_ced8_3c56]),
    (.philox, [0x6eb4_9f6a_5924_c2d5, 0xa7d7_4216_8eae_25ce, 0x6872_4c03_b2b9_9aff]),
  ]

  @Test(arguments: batteryVectors) func addressesAreThoseOfTheBatteries(
    _ generator: Generator, _ known: [UInt64]
  ) {
    #expect(RandomSource.runKey(20161, 3, 7) == 0x8e76_2b8e_f349_1034)
    #expect(firstBits(generator) == known)
  }

  private func firstBits(_ generator: Generator) -> [UInt64] {
    var source = RandomSource(generator)
    let run = RandomSource.runKey(20161, 3, 7)
    source.place(
      RandomSource.stream(run: run, mechanism: 5, round: 12, step: 2), item: 3 << 24 | 41)
    return (0..<3).map { _ in source.bits() }
  }

  private let golden: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// The inverse of `keyed_random_mix`.
  private func unmix(_ mixed: UInt64) -> UInt64 {
    var z = mixed ^ mixed >> 31 ^ mixed >> 62
    z = z &* 0x3196_42b2_d24d_8ec3
    z = z ^ z >> 27 ^ z >> 54
    z = z &* 0x96de_1b17_3f11_9089
    return z ^ z >> 30 ^ z >> 60
  }
}
