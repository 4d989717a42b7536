import Testing

@testable import Tables

struct NumberParserTests {
  @Test(arguments: [
    "0", "-0", "+1", "1.", ".5", "-.5", "00012", "1e3", "1E3", "1e+3", "1e-3", "1.5e300", "5.e-30",
    "9007199254740993", "9007199254740993.0", "9007199254740992.5", "9007199254740991.5",
    "0.500000000000000166", "1.00000000000000011102230246251565", "18446744073709551615",
    "18446744073709551616", "0.0000000000000000001", "0.00000000000000000001", "2.5e-324",
    "2.4703282292062327208e-324", "1e-400", "0e999", "0.000e-999", "179769313486231570e291",
    "0.1000000000000000055511151231257827", "1234567890123456789e-19", "9999999999999999999e-19",
    "1e-00000000000000000005", "6.631236871469758e-316", "0000000000000000000000000.1",
  ])
  func agreesWithTheStandardLibrary(text: String) throws {
    let value = try #require(number(text))
    #expect(value.bitPattern == Double(text)?.bitPattern)
  }

  @Test func agreesWithTheStandardLibraryOnRandomDigits() {
    var random = SplitMix64(state: 11)
    for _ in 0..<100_000 {
      let digits = String(random.next() >> UInt64.random(in: 0...60, using: &random))
      let fraction = String(repeating: "0", count: Int.random(in: 0...4, using: &random))
      let text = "\(Int.random(in: 0...99, using: &random)).\(fraction)\(digits)"
      if number(text) != Double(text) { Issue.record("\(text)") }
      let power = "\(digits)e-\(Int.random(in: 0...22, using: &random))"
      if number(power) != Double(power) { Issue.record("\(power)") }
    }
  }

  @Test func roundsTiesToEven() {
    // Halfway between neighbouring numbers of 53 bits: odd multiples of 1/2 above 2 to the 52nd.
    for step in 0..<1_000 {
      let whole = (1 << 52) + step
      let nearest = Double(whole + (step & 1))
      #expect(number("\(whole).5") == nearest)
    }
  }

  @Test(arguments: [
    "", " ", " 1", "1 ", "NA", "nan", "inf", "-inf", "Infinity", "0x10", "1e", "1e+", "e5", ".",
    "-", "+", "1.2.3", "1,5", "--1", "1_000", "1e5.0", "1e999", "-1e999", "٣", "TRUE", "1f",
  ])
  func refusesWhatIsNoNumber(text: String) {
    #expect(number(text) == nil)
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("+7", 7), ("-7", -7), ("007", 7), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min), ("9223372036854775808", nil),
    ("-9223372036854775809", nil), ("18446744073709551616", nil), ("1.0", nil), ("1e3", nil),
    ("", nil), ("-", nil), ("+-1", nil), (" 1", nil), ("99999999999999999999", nil),
  ])
  func readsWholeNumbers(text: String, value: Int?) {
    #expect(integer(text) == value)
  }

  @Test(arguments: [
    ("0", 0), ("18446744073709551615", UInt64.max), ("18446744073709551616", nil), ("-1", nil),
    ("+1", nil), ("", nil), ("1x", nil), ("28446744073709551615", nil),
  ])
  func readsWholeNumbersWithoutSign(text: String, value: UInt64?) {
    #expect(unsigned(text) == value)
  }

  // The testing macros cannot take a span apart.
  private func number(_ text: String) -> Double? { NumberParser.number(text.utf8.span) }
  private func integer(_ text: String) -> Int? { NumberParser.integer(text.utf8.span) }
  private func unsigned(_ text: String) -> UInt64? { NumberParser.unsigned(text.utf8.span) }
}
