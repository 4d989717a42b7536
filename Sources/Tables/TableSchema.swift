/// The name of a table and its columns in the order of the file.
public struct TableSchema: Sendable, Equatable {
  /// The name of the table, as `runs` for `runs.csv`.
  public let name: String
  /// The columns in the order of the file.
  public let columns: [Column]

  /// Describes a table.
  ///
  /// It is a programmer error to give no columns, a column without a name, or a name twice.
  ///
  /// - Parameters:
  ///   - name: The name of the table, as `runs` for `runs.csv`.
  ///   - columns: The columns in the order of the file.
  public init(name: String, columns: [Column]) {
    precondition(!columns.isEmpty, "A table needs a column.")
    var names: Set<String> = []
    for column in columns {
      precondition(!column.name.isEmpty, "Every column of a table needs a name.")
      precondition(names.insert(column.name).inserted, "Two columns have the same name.")
    }
    self.name = name
    self.columns = columns
  }

  /// The name of the file that holds the table.
  public var fileName: String { name + ".csv" }
}
