extension TableReader {
  /// The index of a column.
  ///
  /// - Parameter name: Its name in the header.
  /// - Throws: ``TableReaderError`` that names similar and all columns if there is none such.
  /// - Returns: The index, from 0.
  public func index(of name: String) throws(TableReaderError) -> Int {
    try indices(of: [name])[0]
  }

  /// The indices of several columns.
  ///
  /// - Parameter names: Their names in the header.
  /// - Throws: ``TableReaderError`` that lists all that are missing, each with a similar name.
  /// - Returns: The indices, in the order of `names`.
  public func indices(of names: [String]) throws(TableReaderError) -> [Int] {
    let found = names.map { columns.firstIndex(of: $0) }
    let missing = zip(names, found).filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else {
      throw TableReaderError(
        path: path, line: 1, column: nil,
        problem: .missingColumns(
          missing.map { .init(name: $0, nearest: nearestName(to: $0, among: columns)) },
          available: columns))
    }
    return found.compactMap(\.self)
  }
}
