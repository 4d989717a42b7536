/// What can be wrong with a table.
public enum TableReaderProblem: Equatable, Sendable {
  /// The operating system refused to open or read the file.
  case file(TableFileError)
  /// There is not even a header line.
  case noHeader
  /// A column, counted from 1, has no name.
  case emptyColumnName(position: Int)
  /// Two columns have the same name.
  case duplicateColumn(String)
  /// Columns that were asked for are not in the file.
  case missingColumns([MissingColumn], available: [String])
  /// A row has another number of fields than the header.
  case fieldCount(found: Int, expected: Int)
  /// The file ends inside a quoted field.
  case unclosedQuote
  /// The last line has no line break: most likely the file was cut off.
  case noFinalLineBreak
  /// A quote within unquoted text, or text after a closing quote.
  case strayQuote
  /// A carriage return outside quotes that no line feed follows.
  case strayCarriageReturn
  /// A row longer than this many bytes, most likely because a quote is never closed.
  case rowTooLong(limit: Int)
  /// A field holds something else than it should.
  case invalid(found: String, expected: String)

  /// A column that was asked for in vain.
  public struct MissingColumn: Equatable, Sendable {
    /// The name that was asked for.
    public let name: String
    /// The most similar name in the file, if one is similar at all.
    public let nearest: String?
  }
}

extension TableReaderProblem: CustomStringConvertible {
  /// What is wrong, in a sentence without the place.
  public var description: String {
    switch self {
    case .file(let error): "cannot \(error.operation.rawValue): \(error.message)"
    case .noHeader: "the file is empty, not even a header line is there"
    case .emptyColumnName(let position): "column \(position) of the header has no name"
    case .duplicateColumn(let name): "two columns are called \"\(name)\""
    case .missingColumns(let missing, let available):
      missing.map(\.description).joined(separator: "; ")
        + "; the file has: \(available.joined(separator: ", "))"
    case .fieldCount(let found, let expected):
      "found \(found) field\(found == 1 ? "" : "s"), the header has \(expected)"
    case .unclosedQuote: "the file ends inside a quoted field; it may have been cut off"
    case .noFinalLineBreak: "the last line has no line break; the file may have been cut off"
    case .strayQuote:
      "found a quote where none may be; a field with quotes must be quoted as a whole, "
        + "with each quote in it doubled"
    case .strayCarriageReturn: "found a carriage return without a line feed after it"
    case .rowTooLong(let limit):
      "the row has more than \(limit) bytes; a quote may not have been closed"
    case .invalid(let found, let expected): "found \"\(found)\", expected \(expected)"
    }
  }
}

extension TableReaderProblem.MissingColumn: CustomStringConvertible {
  /// What is missing, with the most similar name.
  public var description: String {
    "no column \"\(name)\"" + (nearest.map { ", did you mean \"\($0)\"?" } ?? "")
  }
}
