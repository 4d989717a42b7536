/// Bytes that numbers and text are appended to without making strings in between.
struct ByteSink: Sendable {
  var bytes: [UInt8] = []

  /// Every whole number below this magnitude is a `Double`.
  private static let wholeLimit = 0x1p53

  mutating func append(_ value: Int) {
    if value < 0 { bytes.append(Byte.minus) }
    append(UInt64(value.magnitude))
  }

  mutating func append(_ value: UInt64) {
    guard value > 9 else {
      bytes.append(Byte.zero + UInt8(truncatingIfNeeded: value))
      return
    }
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = 20
    var rest = value
    while rest > 0 {
      first -= 1
      let quotient = rest / 10
      digits[first] = Byte.zero + UInt8(truncatingIfNeeded: rest - quotient * 10)
      rest = quotient
    }
    for index in first..<20 { bytes.append(digits[index]) }
  }

  mutating func append(_ value: Double) {
    if value.magnitude < Self.wholeLimit, value == value.rounded(.towardZero) {
      append(Int(value))
      return
    }
    value.write(to: &self)
    if bytes.last == Byte.zero, bytes[bytes.count - 2] == Byte.point { bytes.removeLast(2) }
  }

  mutating func append(quotedWhereNeeded text: String) {
    let utf8 = text.utf8.span
    guard needsQuotes(utf8) else {
      unsafe utf8.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      return
    }
    bytes.append(Byte.quote)
    for index in utf8.indices {
      if utf8[index] == Byte.quote { bytes.append(Byte.quote) }
      bytes.append(utf8[index])
    }
    bytes.append(Byte.quote)
  }

  private func needsQuotes(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case Byte.comma, Byte.quote, Byte.carriageReturn, Byte.lineFeed: return true
      default: continue
      }
    }
    return false
  }
}

extension ByteSink: TextOutputStream {
  mutating func write(_ string: String) { bytes.append(contentsOf: string.utf8) }

  // The standard library hands the digits of a number to this requirement as they are; without it
  // they come through `write` as a string, with the same result at twice the time.
  mutating func _writeASCII(_ buffer: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: buffer)
  }
}
