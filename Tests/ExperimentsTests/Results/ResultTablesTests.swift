import CoCreation
import Tables
import Testing

@testable import Experiments

@Suite("Tables of a results folder")
struct ResultTablesTests {
  static let keys = ["experiment", "point", "strategy", "replicate", "run", "seed"]

  private func names(_ table: ResultTable) -> [String] { table.schema.columns.map(\.name) }

  @Test("Their files are named after them")
  func files() {
    #expect(
      ResultTable.allCases.map(\.schema.fileName)
        == ["runs.csv", "tasks.csv", "rounds.csv", "actors.csv", "events.csv", "failures.csv"])
  }

  @Test("Keys come first, then what tells the rows of a run apart", arguments: ResultTable.allCases)
  func keys(table: ResultTable) {
    let more =
      switch table {
      case .runs, .failures: ["context", "process"]
      case .tasks: ["task", "context"]
      case .rounds, .events: ["task", "round"]
      case .actors: ["task", "actor"]
      }
    #expect(Array(names(table).prefix(8)) == Self.keys + more)
    let kinds = table.schema.columns.prefix(6).map(\.kind)
    #expect(kinds == [.text, .integer, .text, .integer, .integer, .integer])
  }

  @Test("Columns have unique names in snake_case", arguments: ResultTable.allCases)
  func columnNames(table: ResultTable) {
    #expect(Set(names(table)).count == names(table).count)
    for name in names(table) {
      #expect(name.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil, "\(name)")
    }
  }

  @Test(
    "Numbers have a unit, and every column a description in a sentence",
    arguments: ResultTable.allCases)
  func descriptions(table: ResultTable) {
    for column in table.schema.columns {
      #expect(column.unit.isEmpty == (column.kind != .number), "\(column.name)")
      #expect(column.description.hasSuffix("."), "\(column.name)")
      #expect(!column.description.contains("\n"), "\(column.name)")
    }
  }

  @Test("runs.csv has every parameter and then every metric, as they describe themselves")
  func runs() {
    let columns = Array(ResultTable.runs.schema.columns.dropFirst(8))
    let parameters = Parameters.register.map {
      Column($0.name, .number, unit: $0.unit, description: $0.summary)
    }
    let metrics = Metrics.run.map {
      Column($0.name, .number, unit: $0.unit, description: $0.summary)
    }
    #expect(columns == parameters + metrics)
    #expect(!parameters.isEmpty && !metrics.isEmpty)
  }

  @Test("tasks.csv has the columns of runs.csv, for each task")
  func tasks() {
    let (runs, tasks) = (ResultTable.runs.schema.columns, ResultTable.tasks.schema.columns)
    #expect(tasks.filter { $0.name != "task" } == runs)
    #expect(tasks.count == runs.count + 1)
  }

  @Test("rounds.csv has every metric of a month, as they describe themselves")
  func rounds() {
    let columns = Array(ResultTable.rounds.schema.columns.dropFirst(8))
    #expect(
      columns
        == Metrics.month.map {
          Column($0.name, .number, unit: $0.unit, description: $0.summary)
        })
    #expect(!columns.isEmpty)
  }

  @Test("The metrics that stand for the ambitions are in runs.csv")
  func headlines() {
    for headline in Metrics.headlines { #expect(names(.runs).contains(headline.name)) }
    #expect(names(.runs).contains("legitimacy"))
    #expect(names(.runs).contains("public_cost"))
  }
}
