internal import Tables

/// A run's row of `runs.csv` beside the row that the run gives now.
public struct RowComparison: Equatable, Sendable {
  /// A column in which they differ.
  public struct Difference: Equatable, Sendable {
    /// The column.
    public let column: String
    /// What the file has.
    public let recorded: String
    /// What the run gives now; `nil` if there is no such column any more.
    public let replayed: String?
  }

  /// How many columns were compared.
  public let columns: Int
  /// Those in which the rows differ, in the order of the file.
  public let differences: [Difference]

  /// Looks for a run's row and compares it, field by field and to the digit.
  ///
  /// `nil` if the file has no row of the run. Rows come in the order of runs, so that those behind
  /// it are not read.
  init?(of record: RunRecord, at path: String) throws(TableReaderError) {
    var table = try TableReader(path: path)
    let runs = try table.index(of: "run")
    while try Self.next(&table) {
      guard let run = try table.integer(runs), run <= record.source.index else { return nil }
      guard run == record.source.index else { continue }
      columns = table.columns.count
      differences = try Self.differences(record, table)
      return
    }
    return nil
  }

  /// A batch that was cut short may have left half a row.
  static func next(_ table: inout TableReader) throws(TableReaderError) -> Bool {
    do throws(TableReaderError) {
      return try table.next()
    } catch {
      guard error.problem == .noFinalLineBreak, table.path.contains(".partial/") else {
        throw error
      }
      return false
    }
  }

  private static func differences(
    _ record: RunRecord, _ table: borrowing TableReader
  ) throws(TableReaderError) -> [Difference] {
    var differences: [Difference] = []
    for (index, name) in table.columns.enumerated() {
      let field = runFormat.fields.first { $0.column.name == name }
      let number = runFormat.numbers.first { $0.column.name == name }
      let replayed =
        field.map { field in cell(field.column) { field.append(record, &$0) } }
        ?? number.map { number in cell(number.column) { $0.append(record.numbers[number.index]) } }
      let recorded = try table.text(index)
      // Text is quoted where it must be, on both sides.
      let isSame =
        field?.column.kind == .text
        ? replayed == field.map { cell($0.column) { $0.append(recorded) } } : replayed == recorded
      if !isSame {
        differences.append(Difference(column: name, recorded: recorded, replayed: replayed))
      }
    }
    return differences
  }

  private static func cell(_ column: Column, _ append: (inout RowEncoder) -> Void) -> String {
    var encoder = RowEncoder(schema: TableSchema(name: "cell", columns: [column]), capacity: 32)
    append(&encoder)
    return String(decoding: encoder.bytes, as: UTF8.self)
  }
}
