internal import CoCreation
internal import Tables

/// The columns of a table together with what each takes from a row.
struct RowFormat<Row>: Sendable {
  /// A structure, not a tuple: a function in a tuple in an array takes its row through a thunk
  /// that copies it.
  struct Field: Sendable {
    let column: Column
    let append: @Sendable (Row, inout RowEncoder) -> Void
    /// Whether the column names the row, so that no selection leaves it out.
    var isKey = false

    init(_ column: Column, _ append: @escaping @Sendable (Row, inout RowEncoder) -> Void) {
      self.column = column
      self.append = append
    }

    var asKey: Field {
      var field = self
      field.isKey = true
      return field
    }
  }

  /// A column whose value is one of the row's ``RunRow/numbers``.
  struct Number: Sendable {
    let column: Column
    let index: Int
  }

  let schema: TableSchema
  let fields: [Field]
  /// The columns behind the fields: a hundred calls for as many numbers would each hold on to the
  /// whole row.
  let numbers: [Number]

  init(name: String, fields: [Field], numbers: [Number] = []) {
    schema = TableSchema(name: name, columns: fields.map(\.column) + numbers.map(\.column))
    self.fields = fields
    self.numbers = numbers
  }

  init(name: String, fields: [Field], numbers: [Column]) {
    self.init(
      name: name, fields: fields,
      numbers: numbers.enumerated().map { Number(column: $1, index: $0) })
  }

  /// The same table with the key columns and those of some names only.
  func selecting(_ isWanted: (String) -> Bool) -> RowFormat {
    RowFormat(
      name: schema.name, fields: fields.filter { $0.isKey || isWanted($0.column.name) },
      numbers: numbers.filter { isWanted($0.column.name) })
  }

  static func number(
    _ name: String, _ unit: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> Double?
  ) -> Field {
    Field(Column(name, .number, unit: unit, description: description)) { row, encoder in
      encoder.append(value(row))
    }
  }

  static func integer(
    _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> Int?
  ) -> Field {
    Field(Column(name, .integer, description: description)) { row, encoder in
      encoder.append(value(row))
    }
  }

  static func text(
    _ name: String, _ description: String, _ value: @escaping @Sendable (Row) -> String?
  ) -> Field {
    Field(Column(name, .text, description: description)) { row, encoder in
      encoder.append(value(row))
    }
  }
}

extension RowEncoder {
  mutating func append<Row: RunRow>(_ row: Row, in format: RowFormat<Row>) {
    for field in format.fields { field.append(row, &self) }
    let numbers = row.numbers
    for number in format.numbers { append(numbers[number.index]) }
    endRow()
  }
}

/// A row that belongs to a run.
protocol RunRow: Sendable {
  var source: RunSource { get }
  /// The values of the last columns.
  var numbers: [Double?] { get }
}

extension RunRow {
  var numbers: [Double?] { [] }
}

/// What names a run in every table; without its configuration, because rows are copied often.
struct RunSource: Sendable {
  let experiment: String
  let point: Int
  let strategy: String
  let replicate: Int
  let index: Int
  let key: RunKey

  init(experiment: String, run: RunPlan.Run) {
    self.experiment = experiment
    point = run.point
    strategy = run.arm.strategy.name
    replicate = run.replicate
    index = run.index
    key = run.key
  }
}

extension RowFormat where Row: RunRow {
  /// The columns that every table begins with.
  static var keys: [Field] {
    [
      text("experiment", "Name of the experiment.") { $0.source.experiment },
      integer("point", "Design point, from 0.") { $0.source.point },
      text("strategy", "Name of the strategy.") { $0.source.strategy },
      integer("replicate", "Replicate, from 0: the same for strategies that are compared.") {
        $0.source.replicate
      },
      integer("run", "Place in the order of runs, from 0.") { $0.source.index },
      Field(Column("seed", .integer, description: "Seed of the experiment.")) {
        $1.append($0.source.key.seed)
      },
    ].map(\.asKey)
  }
}
