import Tables
import Testing

/// What is written must come back as it was.
struct RoundTripTests {
  static let awkward: [Double] = [
    0.1, 0.2, 0.3, 1e-5, 1e15, 1e16, 1e19, 1e21, 1e22, 1e23, 123_456.789, 4.35, 8.41e21,
    .leastNonzeroMagnitude,
    0x1p53, 0x1p54, 0x1p63, 0x1p64, 0.333_333_333_333_333_3, .pi, 0,
    .leastNormalMagnitude, .greatestFiniteMagnitude, .ulpOfOne,
  ]

  @Test func awkwardNumbers() throws {
    let neighbours = Self.awkward.flatMap { [$0, $0.nextUp, $0.nextDown, $0 + 1, $0 - 1] }
    try expectRoundTrip(neighbours.flatMap { [$0, -$0] }.filter(\.isFinite))
  }

  @Test func randomBitPatterns() throws {
    var random = SplitMix64(state: 7)
    try expectRoundTrip(
      (0..<50_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite))
  }

  @Test func subnormalNumbers() throws {
    var random = SplitMix64(state: 8)
    let shifts = (0..<5_000).map { 12 + UInt64($0 % 52) }
    try expectRoundTrip(shifts.map { Double(bitPattern: random.next() >> $0) })
  }

  @Test(arguments: [1e-6, 1e-3, 1, 1e3, 1e9, 1e18])
  func randomNumbersOfOneSize(scale: Double) throws {
    var random = SplitMix64(state: 9)
    try expectRoundTrip((0..<10_000).map { _ in Double.random(in: -scale...scale, using: &random) })
  }

  @Test func text() throws {
    let values = [
      "", "plain", ",", "\"", "\"\"", "\n", "\r\n", "\r", " lead and trail ", "a,\"b\"\r\nc", "#",
      "\u{FEFF}mark", "Zürich", "日本", "👩‍👩‍👧", "\u{0}", "'", "a\tb", ",,,", "\"quoted\"", "e\u{301}",
    ]
    let folder = try TemporaryFolder()
    var encoder = RowEncoder(schema: schema(.text, .text))
    encoder.appendHeader()
    for value in values {
      encoder.append(value)
      encoder.append(String(value.reversed()))
      encoder.endRow()
    }
    let path = try folder.file(encoder.bytes)
    for blockSize in [1, 2, 3, 5, 64, 1 << 20] {
      let read = try rows(path, blockSize: blockSize)
      #expect(read.map { Array($0[0].utf8) } == values.map { Array($0.utf8) })
      #expect(read.map { Array($0[1].utf8) } == values.map { Array(String($0.reversed()).utf8) })
    }
  }

  @Test func wholeNumbers() throws {
    let folder = try TemporaryFolder()
    var encoder = RowEncoder(schema: schema(.integer, .integer))
    encoder.appendHeader()
    let values = [Int.min, .min + 1, -1, 0, 1, 9, 10, .max - 1, .max]
    for value in values {
      encoder.append(value)
      encoder.append(UInt64(bitPattern: Int64(value)))
      encoder.endRow()
    }
    var reader = try TableReader(path: folder.file(encoder.bytes))
    for value in values {
      #expect(try reader.next())
      #expect(try reader.integer(0) == value)
      #expect(try reader.unsigned(1) == UInt64(bitPattern: Int64(value)))
    }
    #expect(try !reader.next())
  }

  private func expectRoundTrip(_ values: [Double]) throws {
    let folder = try TemporaryFolder()
    var encoder = RowEncoder(schema: schema(.number))
    encoder.appendHeader()
    for value in values {
      encoder.append(value)
      encoder.endRow()
    }
    var reader = try TableReader(path: folder.file(encoder.bytes))
    for value in values {
      #expect(try reader.next())
      // Negative zero is written as zero.
      let expected = value == 0 ? 0 : value
      let found = try reader.number(0)
      if found?.bitPattern != expected.bitPattern {
        Issue.record("\(value) came back as \(String(describing: found))")
      }
    }
    #expect(try !reader.next())
  }
}

/// A small generator whose stream is the same in every run of the tests.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
