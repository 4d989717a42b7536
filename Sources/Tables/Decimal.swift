/// A decimal number taken apart: `digits` times ten to the power of `exponent`.
struct Decimal {
  let isNegative: Bool
  /// `nil` where there are more digits than fit.
  let digits: UInt64?
  let exponent: Int

  /// Takes apart digits with an optional sign, point and exponent; `nil` for anything else.
  init?(_ text: Span<UInt8>) {
    var index = 0
    let count = text.count

    func sign() -> Bool {
      guard index < count, text[index] == Byte.minus || text[index] == Byte.plus else {
        return false
      }
      index += 1
      return text[index - 1] == Byte.minus
    }

    isNegative = sign()
    var digits: UInt64 = 0
    var significant = 0
    var seen = 0
    var fraction = 0
    var isFraction = false
    while index < count {
      let digit = text[index] &- Byte.zero
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
        if digit > 0 || significant > 0 { significant += 1 }
        seen += 1
        if isFraction { fraction += 1 }
      } else if text[index] == Byte.point, !isFraction {
        isFraction = true
      } else {
        break
      }
      index += 1
    }
    guard seen > 0 else { return nil }

    var power = 0
    if index < count {
      guard text[index] | 0x20 == UInt8(ascii: "e") else { return nil }
      index += 1
      let isNegativePower = sign()
      guard index < count else { return nil }
      while index < count {
        let digit = text[index] &- Byte.zero
        guard digit < 10 else { return nil }
        power = min(power * 10 + Int(digit), 1 << 20)
        index += 1
      }
      if isNegativePower { power = -power }
    }
    // Ten to the 19th is the largest power of ten below 2 to the 64th.
    self.digits = significant <= 19 ? digits : nil
    exponent = power - fraction
  }
}
