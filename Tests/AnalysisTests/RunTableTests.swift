import Analysis
import Tables
import Testing

@Suite("Table of runs")
struct RunTableTests {
  static let header = "experiment,point,strategy,replicate,cost\n"
  static let text = """
    experiment,point,strategy,replicate,cost,trust
    town,0,guided,0,10,0.5
    town,0,equal,0,12,
    town,0,guided,1,11,
    town,0,equal,1,9,0.25

    """

  @Test("Values come by strategy in order of replicates, missing ones as nil")
  func values() throws {
    let table = try runTable(Self.text, metrics: ["trust", "cost"])
    #expect(table.experiment == "town")
    #expect(table.strategies == ["guided", "equal"])
    #expect(table.metrics == ["trust", "cost"])
    #expect(try table.sample(of: "cost", under: "guided").values == [10, 11])
    #expect(try table.sample(of: "cost", under: "equal").values == [12, 9])
    #expect(try table.sample(of: "trust", under: "guided").values == [0.5, nil])
    #expect(try table.sample(of: "trust", under: "equal").values == [nil, 0.25])
  }

  @Test("What is not in the table has no values")
  func unknown() throws {
    let table = try runTable(Self.text, metrics: ["cost"])
    #expect(try table.sample(of: "trust", under: "guided").values.isEmpty)
    #expect(try table.sample(of: "cost", under: "empowering").values.isEmpty)
    #expect(try table.differences(of: "cost", "guided", minus: "empowering").present.isEmpty)
  }

  @Test("Differences pair the same replicates and leave out those where one is missing")
  func differences() throws {
    let table = try runTable(Self.text, metrics: ["cost", "trust"])
    #expect(try table.differences(of: "cost", "guided", minus: "equal").present == [-2, 2])
    #expect(try table.differences(of: "trust", "guided", minus: "equal").present.isEmpty)
    let other = try runTable(["a": [1, nil, 3, 4], "b": [0, 0, nil, 1]])
    #expect(try other.differences(of: "m", "a", minus: "b").present == [1, 3])
  }

  @Test("A header without rows is a table without strategies")
  func empty() throws {
    let table = try runTable(Self.header, metrics: ["cost"])
    #expect(table.strategies.isEmpty)
    #expect(table.experiment.isEmpty)
  }

  @Test(
    "A replicate out of its order is named with its line",
    arguments: [
      ("t,0,a,0,1\nt,0,b,0,1\nt,0,a,0,1\n", 4, "0", "a replicate of a above 0"),
      ("t,0,a,4,1\nt,0,a,2,1\n", 3, "2", "a replicate of a above 4"),
      ("t,7,a,0,1\nt,3,a,0,1\nt,7,a,0,1\n", 4, "0", "a replicate of a above 0"),
      ("t,0,a,,1\n", 2, "", "a whole number from 0 to 2147483647"),
      ("t,0,a,-1,1\n", 2, "-1", "a whole number from 0 to 2147483647"),
    ])
  func replicateOrder(rows: String, line: Int, found: String, expected: String) throws {
    let error = try #require(throws: TableReaderError.self) {
      _ = try runTable(Self.header + rows, metrics: ["cost"])
    }
    #expect(error.line == line)
    #expect(error.column == "replicate")
    #expect(error.problem == .invalid(found: found, expected: expected))
  }

  @Test(
    "A file that was cut off is an error with the line, wherever the cut is",
    arguments: [
      ("t,0,a,0,1\nt,0,a,1,2", 3, .noFinalLineBreak), ("t,0,a,0,1\nt,0,a", 3, .noFinalLineBreak),
      ("t,0,a,0,1\nt,0,a\n", 3, .fieldCount(found: 3, expected: 6)),
      ("t,0,a,0,1\n\"t", 3, .unclosedQuote),
    ] as [(String, Int, TableReaderProblem)])
  func cutOff(rows: String, line: Int, problem: TableReaderProblem) throws {
    let error = try #require(throws: TableReaderError.self) {
      _ = try runTable(Self.header + rows, metrics: ["cost"])
    }
    #expect(error.line == line)
    #expect(error.problem == problem)
  }

  @Test(
    "A value that is no number, or none of whose squares can be summed, is named with line and column",
    arguments: ["NA", "1e61", "-1e200"])
  func noNumber(_ value: String) throws {
    let error = try #require(throws: TableReaderError.self) {
      _ = try runTable(Self.header + "t,0,a,0,1\nt,0,a,1,\(value)\n", metrics: ["cost"])
    }
    #expect(error.line == 3)
    #expect(error.column == "cost")
  }

  @Test("A missing metric or key is named, with a similar name")
  func missingColumn() throws {
    let error = try #require(throws: TableReaderError.self) {
      _ = try runTable(Self.text, metrics: ["costs"])
    }
    #expect(error.description.contains("no column \"costs\", did you mean \"cost\"?"))
    let key = try #require(throws: TableReaderError.self) {
      _ = try runTable("experiment,point,strategy,cost\n", metrics: ["cost"])
    }
    #expect(key.description.contains("no column \"replicate\""))
  }
}
