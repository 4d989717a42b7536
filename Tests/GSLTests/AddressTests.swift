import GSL
import Testing

/// Every draw is made at an address, and the address alone decides it.
@Suite struct AddressTests {
  /// An address by its parts.
  struct Address {
    var seed: UInt64 = 20161
    var context: UInt64 = 1
    var process: UInt64 = 2
    var mechanism = 3
    var round = 4
    var step = 5
    var item: UInt32 = 2 << 24 | 6

    var stream: RandomStream {
      let run = RandomSource.runKey(seed, context, process)
      return RandomSource.stream(run: run, mechanism: mechanism, round: round, step: step)
    }

    /// The same address but for one part.
    var neighbours: [Address] {
      var all = [Address](repeating: self, count: 8)
      all[0].seed ^= 1
      all[1].context ^= 1
      all[2].process ^= 1
      all[3].mechanism ^= 1
      all[4].round ^= 1
      all[5].step ^= 1
      all[6].item ^= 1
      all[7].item ^= 1 << 24
      return all
    }
  }

  @Test(arguments: Generator.allCases)
  func sameAddressSameNumbersWhateverWasDrawnBetween(_ generator: Generator) throws {
    var source = RandomSource(generator)
    let address = Address()
    func visit() -> [Double] {
      source.place(address.stream, item: address.item)
      return [source.uniform(), source.gaussian(), source.gamma(shape: 0.3, scale: 1)]
    }
    let first = visit()
    // An odd number of words, so that a generator with blocks stops within one.
    for neighbour in address.neighbours {
      source.place(neighbour.stream, item: neighbour.item)
      for _ in 0..<7 { _ = source.bits() }
      #expect(visit() == first)
    }
    var another = RandomSource(generator)
    another.place(address.stream, item: address.item)
    #expect(another.uniform() == first[0])
  }

  @Test(arguments: Generator.allCases)
  func eachPartOfTheAddressChangesHalfTheBits(_ generator: Generator) {
    var source = RandomSource(generator)
    func first(_ address: Address) -> UInt64 {
      source.place(address.stream, item: address.item)
      return source.bits()
    }
    let (count, width) = (1000, generator == .splitmix || generator == .philox ? 64.0 : 32.0)
    var changed = [Int](repeating: 0, count: 8)
    for number in 0..<count {
      let address = Address(round: number, item: UInt32(number % 7) << 24 | UInt32(number % 50))
      let bits = first(address)
      for (part, neighbour) in address.neighbours.enumerated() {
        changed[part] += (bits ^ first(neighbour)).nonzeroBitCount
      }
    }
    // Binomial: each bit of each pair differs with probability a half; four standard errors.
    let bits = Double(count) * width
    for part in changed { #expect(abs(Double(part) - bits / 2) < 4 * (bits / 4).squareRoot()) }
  }

  @Test func orderAndNumberOfPartsOfARunMatter() {
    let keys: [UInt64] = [
      RandomSource.runKey(1, 2, 3), RandomSource.runKey(1, 3, 2), RandomSource.runKey(2, 1, 3),
      RandomSource.runKey(1, 2), RandomSource.runKey(1, 2, 3, 0), RandomSource.runKey(0, 1, 2, 3),
      RandomSource.runKey(), RandomSource.runKey(0), RandomSource.runKey(0, 0),
    ]
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: Generator.allCases)
  func neighbouringAddressesDoNotCollide(_ generator: Generator) {
    var source = RandomSource(generator)
    var firsts: [UInt64] = []
    for process in 0..<4 as Range<UInt64> {
      let run = RandomSource.runKey(20161, 0, process)
      for mechanism in 0..<5 {
        for round in 0..<100 {
          for step in 0..<2 {
            let stream = RandomSource.stream(
              run: run, mechanism: mechanism, round: round, step: step)
            for actor in 0..<250 as Range<UInt32> {
              source.place(stream, item: (actor / 50) << 24 | actor % 50)
              firsts.append(source.bits())
            }
          }
        }
      }
    }
    firsts.sort()
    let collisions = zip(firsts, firsts.dropFirst()).count { $0 == $1 }
    let pairs = Double(firsts.count) * Double(firsts.count - 1) / 2
    #expect(firsts.count == 1_000_000)
    switch generator {
    case .splitmix, .philox: #expect(collisions == 0)  // expected: 3e-8
    case .mt19937, .taus2:
      // 32-bit seeds give 32-bit numbers: seeds collide, and so do numbers of different seeds.
      let expected = 2 * pairs / 0x1p32
      #expect(Double(collisions) < expected + 4 * expected.squareRoot())
    }
  }
}
