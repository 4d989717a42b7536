extension TableReader {
  /// Whether a field has no value.
  public func isMissing(_ column: Int) -> Bool { range(column).isEmpty }

  /// The text of a field; empty if it has no value.
  ///
  /// - Parameter column: The index of the column.
  /// - Throws: ``TableReaderError`` if the field is not UTF-8.
  /// - Returns: The text without its quotes.
  public func text(_ column: Int) throws(TableReaderError) -> String {
    let text: String? = withSpan(column) { bytes in
      guard let valid = try? UTF8Span(validating: bytes) else { return nil }
      return String(copying: valid)
    }
    guard let text else { throw invalid(column, "text in UTF-8") }
    return text
  }

  /// The number in a field.
  ///
  /// - Parameter column: The index of the column.
  /// - Throws: ``TableReaderError`` if the field holds something else, spaces included, or a number
  ///   larger than any `Double`.
  /// - Returns: The nearest `Double`; `nil` if the field has no value.
  public func number(_ column: Int) throws(TableReaderError) -> Double? {
    try value(column, "a finite number", NumberParser.number)
  }

  /// The whole number in a field.
  ///
  /// - Parameter column: The index of the column.
  /// - Throws: ``TableReaderError`` if the field holds something else, a fraction included.
  /// - Returns: The number; `nil` if the field has no value.
  public func integer(_ column: Int) throws(TableReaderError) -> Int? {
    try value(column, "a whole number", NumberParser.integer)
  }

  /// The whole number without a sign in a field, such as a seed.
  ///
  /// - Parameter column: The index of the column.
  /// - Throws: ``TableReaderError`` if the field holds something else, a sign included.
  /// - Returns: The number; `nil` if the field has no value.
  public func unsigned(_ column: Int) throws(TableReaderError) -> UInt64? {
    try value(column, "a whole number from 0 to \(UInt64.max)", NumberParser.unsigned)
  }

  @inline(__always)
  private func value<Value>(
    _ column: Int, _ expected: @autoclosure () -> String, _ parse: (Span<UInt8>) -> Value?
  ) throws(TableReaderError) -> Value? {
    if isMissing(column) { return nil }
    guard let value = withSpan(column, parse) else { throw invalid(column, expected()) }
    return value
  }

  private func invalid(_ column: Int, _ expected: String) -> TableReaderError {
    let found = String(decoding: bytes(column).prefix(60), as: UTF8.self)
    return failure(.invalid(found: found, expected: expected), column: column)
  }
}
