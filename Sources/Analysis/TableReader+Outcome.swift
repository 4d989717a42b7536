internal import Tables

extension TableReader {
  /// An outcome of a run; `nil` where missing.
  ///
  /// - Parameter column: The index of the column.
  /// - Throws: ``TableReaderError`` where there is no number, or one whose powers and sums, as of a variance,
  ///   are beyond what a `Double` holds.
  /// - Returns: The number.
  borrowing func outcome(_ column: Int) throws(TableReaderError) -> Double? {
    guard let value = try number(column) else { return nil }
    guard abs(value) <= 1e60 else {
      throw failure(
        .invalid(found: String(value), expected: "a number from -1e60 to 1e60"), column: column)
    }
    return value
  }
}
