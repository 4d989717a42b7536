internal import CoCreation
public import Tables

/// What a batch writes: which tables, how often, and which of their columns.
///
/// It changes nothing of what is written: a selection holds the same numbers as the whole.
public struct TableSelection: Equatable, Sendable {
  /// The tables; `runs` and `failures` are always among them.
  public let tables: Set<ResultTable>
  /// Months between two rows of `rounds`; the first and the last month always have one.
  public let roundsEvery: Int
  /// The parameters and metrics that `runs`, `tasks` and `rounds` have besides the keys; all of them
  /// if empty.
  public let columns: [String]

  /// Selects.
  ///
  /// - Parameters:
  ///   - tables: The tables to write besides `runs` and `failures`.
  ///   - roundsEvery: Months between two rows of `rounds`, at least 1.
  ///   - columns: The columns to write, from ``knownColumns``; all if empty.
  public init(_ tables: Set<ResultTable> = [], roundsEvery: Int = 1, columns: [String] = []) {
    precondition(roundsEvery >= 1, "Rows of rounds are at least a month apart.")
    self.tables = tables.union([.runs, .failures])
    self.roundsEvery = roundsEvery
    self.columns = columns
  }

  /// The metrics of runs that are written.
  var metrics: [String] {
    Metrics.run.map(\.name).filter { columns.isEmpty || columns.contains($0) }
  }

  /// The same with columns that cannot be done without.
  func adding(columns more: [String]) -> TableSelection {
    guard !columns.isEmpty else { return self }
    return TableSelection(
      tables, roundsEvery: roundsEvery,
      columns: columns + more.filter { !columns.contains($0) })
  }

  /// The columns that can be chosen: parameters, and metrics of runs and months.
  public static let knownColumns: [String] = {
    var names: [String] = []
    let formats = [runFormat.schema.columns, roundFormat.schema.columns]
    let keys =
      (runFormat.fields.filter(\.isKey).map(\.column.name)
        + roundFormat.fields.filter(\.isKey).map(\.column.name))
    for column in formats.joined() where !keys.contains(column.name) {
      if !names.contains(column.name) { names.append(column.name) }
    }
    return names
  }()

  /// The columns of a table as it is written.
  public func schema(of table: ResultTable) -> TableSchema {
    let formats = TableFormats(self)
    switch table {
    case .runs: return formats.runs.schema
    case .tasks: return formats.tasks.schema
    case .rounds: return formats.rounds.schema
    case .actors, .events, .failures: return table.schema
    }
  }
}

/// The formats of tables of which columns may be left out.
struct TableFormats: Sendable {
  let runs: RowFormat<RunRecord>
  let tasks: RowFormat<TaskRecord>
  let rounds: RowFormat<RoundRecord>

  init(_ selection: TableSelection) {
    let columns = Set(selection.columns)
    func isWanted(_ name: String) -> Bool { columns.isEmpty || columns.contains(name) }
    runs = runFormat.selecting(isWanted)
    tasks = taskFormat.selecting(isWanted)
    rounds = roundFormat.selecting(isWanted)
  }
}
