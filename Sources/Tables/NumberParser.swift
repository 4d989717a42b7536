/// Numbers read from the bytes of a field, correctly rounded and independent of the locale.
enum NumberParser {
  /// Powers of ten that a `UInt64` holds.
  private static let wholePowers: InlineArray<20, UInt64> = {
    var powers = InlineArray<20, UInt64>(repeating: 1)
    for index in 1..<20 { powers[index] = powers[index - 1] * 10 }
    return powers
  }()

  /// The decimal number that fills `text`; `nil` if it is not one, or larger than any `Double`.
  static func number(_ text: Span<UInt8>) -> Double? {
    guard let decimal = Decimal(text) else { return nil }
    if let value = quickly(decimal) { return decimal.isNegative ? -value : value }
    let value = unsafe text.withUnsafeBufferPointer {
      Double(unsafe String(decoding: $0, as: UTF8.self))
    }
    return value?.isFinite == true ? value : nil
  }

  /// The whole number that fills `text`; `nil` if it is not one, or too large.
  static func integer(_ text: Span<UInt8>) -> Int? {
    guard !text.isEmpty else { return nil }
    let hasSign = text[0] == Byte.minus || text[0] == Byte.plus
    guard let magnitude = unsigned(text.extracting((hasSign ? 1 : 0)...)) else { return nil }
    if text[0] != Byte.minus { return Int(exactly: magnitude) }
    return magnitude == Int.min.magnitude ? .min : Int(exactly: magnitude).map { -$0 }
  }

  /// The whole number without a sign that fills `text`; `nil` if it is not one, or too large.
  static func unsigned(_ text: Span<UInt8>) -> UInt64? {
    guard !text.isEmpty else { return nil }
    var result: UInt64 = 0
    for index in text.indices {
      let digit = text[index] &- Byte.zero
      guard digit < 10 else { return nil }
      let (tenfold, overflow) = result.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit))
      guard !overflow, !carry else { return nil }
      result = sum
    }
    return result
  }

  /// The value where one exact step gives it: most numbers that a table holds.
  private static func quickly(_ decimal: Decimal) -> Double? {
    guard let digits = decimal.digits else { return nil }
    switch decimal.exponent {
    case 0: return Double(digits)
    case -19..<0: return quotient(digits, wholePowers[-decimal.exponent])
    default: return digits == 0 ? 0 : nil
    }
  }

  /// The `Double` nearest to a quotient.
  ///
  /// Both numbers are shifted so that the whole quotient has 63 or 64 bits. Its lowest bit lies
  /// far below the 53 that remain, so setting it for a remainder is enough to round correctly.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    if dividend == 0 { return 0 }
    let (up, down) = (dividend.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let shifted = dividend << UInt64(up)
    let (whole, remainder) = (divisor << UInt64(down)).dividingFullWidth(
      (shifted >> 1, shifted << 63))
    let sticky = Double(whole | (remainder == 0 ? 0 : 1))
    return sticky * Double(sign: .plus, exponent: down - up - 63, significand: 1)
  }
}
