/// Rows of one table as CSV bytes, appended field by field.
///
/// The form is RFC 4180 in UTF-8, except that lines end in LF, as Unix tools and R and Python on
/// every system expect. Text is quoted only where it holds a comma, a quote, CR or LF.
///
/// Missing values are empty fields, and so is empty text: the two cannot be told apart. A table of
/// one column writes `""` for them, because other programs skip blank lines.
///
/// Numbers have the fewest digits that read back as exactly the same value. Whole numbers are
/// written without a fraction (`3`), others as Swift does (`0.1`, `1e-05`, `1e+16`), which R,
/// pandas and gnuplot read. Negative zero is written `0`: it equals zero, and its sign is an
/// accident of the order of sums. Infinities and NaN have no place in a table: the field stays empty
/// and ``fault`` says where, so that the rows can be taken back.
public struct RowEncoder: Sendable {
  /// The table whose rows these are.
  public let schema: TableSchema
  /// The rows so far.
  public var bytes: [UInt8] { sink.bytes }
  /// How many bytes they have.
  public var byteCount: Int { sink.bytes.count }

  /// The first number that was not finite since the encoder was made or rows were taken back.
  public private(set) var fault: RowFault?

  private var sink = ByteSink()
  private let width: Int
  private var fields = 0
  private var rowStart = 0

  /// Starts without rows and without a header line.
  ///
  /// - Parameters:
  ///   - schema: The table whose rows these are.
  ///   - capacity: How many bytes to reserve.
  public init(schema: TableSchema, capacity: Int = 1 << 16) {
    self.schema = schema
    width = schema.columns.count
    sink.bytes.reserveCapacity(capacity)
  }

  /// Appends the header line.
  public mutating func appendHeader() {
    precondition(fields == 0, "A header cannot start inside a row.")
    for (index, column) in schema.columns.enumerated() {
      if index > 0 { sink.bytes.append(Byte.comma) }
      sink.append(quotedWhereNeeded: column.name)
    }
    sink.bytes.append(Byte.lineFeed)
    rowStart = sink.bytes.count
  }

  /// Appends a field without a value.
  public mutating func appendMissing() { startField { _ in true } }

  /// Appends a whole number.
  public mutating func append(_ value: Int?) {
    startField { $0 != .text }
    guard let value else { return }
    sink.append(value)
  }

  /// Appends a whole number without a sign, such as a seed.
  public mutating func append(_ value: UInt64?) {
    startField { $0 != .text }
    guard let value else { return }
    sink.append(value)
  }

  /// Appends a finite number.
  public mutating func append(_ value: Double?) {
    startField { $0 == .number }
    guard let value else { return }
    guard value.isFinite else {
      if fault == nil { fault = RowFault(column: schema.columns[fields - 1].name, value: value) }
      return
    }
    sink.append(value)
  }

  /// Appends text, quoted where it must be.
  public mutating func append(_ value: String?) {
    startField { $0 == .text }
    guard let value else { return }
    sink.append(quotedWhereNeeded: value)
  }

  /// Ends the row; it must have a field for every column.
  public mutating func endRow() {
    precondition(fields == width, "A row needs a field for every column.")
    if width == 1, sink.bytes.count == rowStart {
      sink.bytes.append(Byte.quote)
      sink.bytes.append(Byte.quote)
    }
    sink.bytes.append(Byte.lineFeed)
    fields = 0
    rowStart = sink.bytes.count
  }

  /// Forgets the rows so far and keeps the memory for the next.
  public mutating func removeAll() {
    precondition(fields == 0, "Rows can be taken away only between rows.")
    sink.bytes.removeAll(keepingCapacity: true)
    rowStart = 0
  }

  /// Takes back what was appended since there were so many bytes, and the fault in it.
  ///
  /// - Parameter count: A number of bytes that ``bytes`` had between two rows.
  public mutating func takeBack(to count: Int) {
    precondition(count <= sink.bytes.count, "Only what is there can be taken back.")
    sink.bytes.removeLast(sink.bytes.count - count)
    fields = 0
    rowStart = count
    fault = nil
  }

  @inline(__always)
  private mutating func startField(_ suits: (Column.Kind) -> Bool) {
    precondition(fields < width, "A row has more fields than the table has columns.")
    assert(suits(schema.columns[fields].kind), "The field is not of the kind of its column.")
    if fields > 0 { sink.bytes.append(Byte.comma) }
    fields += 1
  }
}

/// A number that has no place in a table: an infinity, or no number.
public struct RowFault: Equatable, Sendable, CustomStringConvertible {
  /// The column's name.
  public let column: String
  /// The value.
  public let value: Double

  /// The fault in a few words.
  public var description: String { "\(column) came to \(value)" }
}
