import Tables
import Testing

struct TableSchemaTests {
  @Test func namesItsFile() {
    #expect(schema(.text).fileName == "test.csv")
  }

  @Test(arguments: zip(Column.Kind.allCases, ["integer", "number", "string"]))
  func kindsAreTypesOfATableSchema(kind: Column.Kind, type: String) {
    #expect(kind.rawValue == type)
  }

  @Test func refusesNoColumns() async {
    await #expect(processExitsWith: .failure) { _ = TableSchema(name: "x", columns: []) }
  }

  @Test func refusesANameTwice() async {
    await #expect(processExitsWith: .failure) {
      let column = Column("a", .text, description: "")
      _ = TableSchema(name: "x", columns: [column, column])
    }
  }

  @Test func refusesAnEmptyName() async {
    await #expect(processExitsWith: .failure) {
      _ = TableSchema(name: "x", columns: [Column("", .text, description: "")])
    }
  }
}
