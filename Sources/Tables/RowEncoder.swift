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
/// accident of the order of sums. Infinities and NaN are a programmer error, because a run ends
/// with an error before one reaches a table.
public struct RowEncoder: Sendable {
  /// The table whose rows these are.
  public let schema: TableSchema
  /// The rows so far.
  public var bytes: [UInt8] { sink.bytes }

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

  @inline(__always)
  private mutating func startField(_ suits: (Column.Kind) -> Bool) {
    precondition(fields < width, "A row has more fields than the table has columns.")
    assert(suits(schema.columns[fields].kind), "The field is not of the kind of its column.")
    if fields > 0 { sink.bytes.append(Byte.comma) }
    fields += 1
  }
}
