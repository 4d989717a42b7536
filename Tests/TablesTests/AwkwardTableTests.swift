import Foundation
import Tables
import Testing

/// The table that `scripts/readers/test` hands to R, pandas and Polars is what this writer writes.
struct AwkwardTableTests {
  @Test("The committed table of awkward numbers is what the encoder writes")
  func committed() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scripts/readers/awkward.csv")
    let written = Self.table
    #expect(try Array(Data(contentsOf: file)) == written)
  }

  /// A row for each number: its bits in hexadecimal, and the number; a whole number likewise.
  static var table: [UInt8] {
    var random = SplitMix64(state: 11)
    var numbers = RoundTripTests.awkward
      .flatMap { [$0, $0.nextUp, $0.nextDown, $0 + 1, -$0] }.filter(\.isFinite)
    numbers += (0..<400).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    numbers += (0..<100).map { Double(bitPattern: random.next() >> UInt64(12 + $0 % 52)) }
    for scale in [1e-6, 1e-3, 1, 1e3, 1e9, 1e18] {
      numbers += (0..<100).map { _ in Double.random(in: -scale...scale, using: &random) }
    }
    let columns = [
      Column("bits", .text, description: "The bits of the number, hexadecimal."),
      Column("number", .number, description: "The number."),
      Column("integer", .integer, description: "A whole number from 0 to 18446744073709551615."),
    ]
    var encoder = RowEncoder(schema: TableSchema(name: "awkward", columns: columns))
    encoder.appendHeader()
    for number in numbers {
      // Negative zero is written as zero.
      let bits = String((number == 0 ? 0 : number).bitPattern, radix: 16)
      encoder.append(String(repeating: "0", count: 16 - bits.count) + bits)
      encoder.append(number)
      encoder.append(random.next() >> (random.next() % 64))
      encoder.endRow()
    }
    return encoder.bytes
  }
}
