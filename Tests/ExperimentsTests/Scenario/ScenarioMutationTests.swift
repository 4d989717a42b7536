import GSL
import Testing

@testable import Experiments

/// A damaged file is read or refused; it never ends the process.
@Suite("Damaged scenarios")
struct ScenarioMutationTests {
  private static let rounds = 2500
  private static let useful = Array("{}[]:,?*&!|>-'\"#%@` \n\t\\0123456789.eE~<=ax".utf8)

  @Test("Random changes of bytes never crash the reader")
  func mutations() {
    let good = Array(ScenarioGoodTests.full.utf8)
    var random = RandomSource()
    let stream = RandomSource.stream(run: RandomSource.runKey(20161), mechanism: 0, round: 0)
    var (read, refused) = (0, 0)
    for round in 0..<Self.rounds {
      random.place(stream, item: UInt32(round))
      var bytes = good
      for _ in 0...random.integer(below: 3) { Self.change(&bytes, &random) }
      guard let text = try? ScenarioFile.text(of: bytes) else {
        refused += 1
        continue
      }
      do {
        let scenario = try Scenario(text: text, name: "x")
        #expect(!scenario.strategies.isEmpty)
        read += 1
      } catch {
        #expect(!error.faults.isEmpty)
        #expect(!error.description.isEmpty)
        refused += 1
      }
    }
    // Both happen often, or the test would say nothing.
    #expect(read > 50)
    #expect(refused > 500)
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout RandomSource) {
    let place = random.integer(below: bytes.count)
    let length = min(random.integer(below: 20), bytes.count - place)
    switch random.integer(below: 6) {
    case 0: bytes[place] = UInt8(random.integer(below: 256))
    case 1: bytes[place] = useful[random.integer(below: useful.count)]
    case 2: bytes.insert(useful[random.integer(below: useful.count)], at: place)
    case 3: bytes.remove(at: place)
    case 4: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    default: if length < bytes.count { bytes.removeSubrange(place..<(place + length)) }
    }
  }
}
