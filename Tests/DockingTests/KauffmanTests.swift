import GSL
import Testing

@testable import CoCreation

/// Kauffman 1993, The Origins of Order, chapter 2; contributions are uniform on [0, 1).
@Suite struct KauffmanTests {
  /// Mean contributions over all designs of some landscapes.
  private func landscapes(_ count: Int, choices: Int, ruggedness: Int) -> [[Double]] {
    var turn = Turn()
    return (0..<count).map { number in
      let (neighbours, tables) = Landscape.tables(
        choices: choices, ruggedness: ruggedness, neighbourStream: dockingStream(number),
        tableStream: dockingStream(count + number), &turn)
      return Landscape.contributions(neighbours: neighbours, tables: tables)
    }
  }

  /// Designs that no change of a single choice improves.
  private func localOptima(_ values: [Double]) -> Int {
    let choices = values.count.trailingZeroBitCount
    return values.indices.count { design in
      (0..<choices).allSatisfy { values[design ^ 1 << $0] < values[design] }
    }
  }

  @Test func interplayMakesOptima() {
    let counts = [0, 2, 4, 7].map { ruggedness in
      landscapes(60, choices: 8, ruggedness: ruggedness).reduce(0) { $0 + localOptima($1) }
    }
    #expect(counts == counts.sorted())
    #expect(Set(counts).count == counts.count)
  }
}
