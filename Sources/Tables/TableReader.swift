/// The rows of a CSV file of any size, one at a time, in memory that does not grow with the file.
///
/// It reads RFC 4180 in UTF-8, with LF or CRLF and with or without a byte order mark, and where there
/// is no such file one that is compressed, with `.gz` behind its name:
///
/// ```swift
/// var runs = try TableReader(path: "results/runs.csv")
/// let cost = try runs.index(of: "public_cost")
/// while try runs.next() {
///   if let value = try runs.number(cost) { total += value }
/// }
/// ```
///
/// Every row must have as many fields as the header, so a blank line is an error in a table of more
/// than one column. Fields are given by the index of their column, from 0.
public struct TableReader: ~Copyable {
  /// The names in the header line, in the order of the file.
  public let columns: [String]

  private var scanner: RowScanner

  /// Opens a file and reads the header line.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - mayLackFinalLineBreak: Whether the last line may do without a line break, as some editors
  ///     leave it. Our own tables always have one, so that a cut-off file is noticed.
  ///   - blockSize: How many bytes to read at a time.
  /// - Throws: ``TableReaderError`` if the file cannot be read, has no header, or a column without
  ///   a name or with that of another.
  public init(path: String, mayLackFinalLineBreak: Bool = false, blockSize: Int = 1 << 20)
    throws(TableReaderError)
  {
    let file: TableInput
    do throws(TableFileError) {
      file = try TableInput(path)
    } catch {
      throw TableReaderError(path: path, line: nil, column: nil, problem: .file(error))
    }
    var scanner = try RowScanner(
      file, blockSize: blockSize, mayLackFinalLineBreak: mayLackFinalLineBreak)
    guard try scanner.next() else { throw scanner.failure(.noHeader) }
    columns = try Self.names(scanner)
    scanner.forgetRow()
    self.scanner = scanner
  }

  private static func names(_ scanner: borrowing RowScanner) throws(TableReaderError) -> [String] {
    var names: [String] = []
    for (index, field) in scanner.fields.enumerated() {
      guard let name = String(validating: scanner.buffer[field.start..<field.end], as: UTF8.self)
      else { throw scanner.failure(.invalid(found: "?", expected: "a column name in UTF-8")) }
      guard !name.isEmpty else { throw scanner.failure(.emptyColumnName(position: index + 1)) }
      guard !names.contains(name) else { throw scanner.failure(.duplicateColumn(name)) }
      names.append(name)
    }
    return names
  }

  /// The path of the file that is read.
  public var path: String { scanner.file.path }

  /// The line of the file where the current row starts, from 1.
  public var line: Int { scanner.line }

  /// Moves on to the next row.
  ///
  /// - Throws: ``TableReaderError`` for a row that is not well formed, has too few or too many
  ///   fields, or is cut off.
  /// - Returns: Whether there is one.
  public mutating func next() throws(TableReaderError) -> Bool {
    guard try scanner.next() else { return false }
    guard scanner.fields.count == columns.count else {
      throw scanner.failure(.fieldCount(found: scanner.fields.count, expected: columns.count))
    }
    return true
  }

  /// The error to throw for a fault that the caller found in the current row.
  ///
  /// - Parameters:
  ///   - problem: What is wrong.
  ///   - column: The index of the column.
  /// - Returns: The problem with file, line and column.
  public func failure(_ problem: TableReaderProblem, column: Int) -> TableReaderError {
    scanner.failure(problem, column: columns[column])
  }

  borrowing func range(_ column: Int) -> Range<Int> {
    let field = scanner.fields[column]
    return unsafe Range(uncheckedBounds: (field.start, field.end))
  }

  borrowing func withSpan<Value>(_ column: Int, _ body: (Span<UInt8>) -> Value) -> Value {
    body(scanner.buffer.span.extracting(range(column)))
  }

  /// The bytes of a field without its quotes.
  ///
  /// They stay valid, but are best not kept beyond the row: the buffer would be copied.
  public func bytes(_ column: Int) -> ArraySlice<UInt8> { scanner.buffer[range(column)] }
}
