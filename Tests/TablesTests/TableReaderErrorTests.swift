import Foundation
import Tables
import Testing

struct TableReaderErrorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    arguments: [
      ("", 1, .noHeader),
      ("a,,c\n", 1, .emptyColumnName(position: 2)),
      ("\n", 1, .emptyColumnName(position: 1)),
      ("a,b,a\n", 1, .duplicateColumn("a")),
      ("a,b", 1, .noFinalLineBreak),
      ("a,b\n1,2\n3,4", 3, .noFinalLineBreak),
      ("a,b\n1,2\n3", 3, .noFinalLineBreak),
      ("a,b\n1,2\n3,\"x\n", 3, .unclosedQuote),
      ("a,b\n1,\"2", 2, .unclosedQuote),
      ("a,b\n\"1\n2\",3\n1,\"", 4, .unclosedQuote),
      ("a,b\n1,\"2\"\"", 2, .unclosedQuote),
      ("a,b\n1,2\n3\n", 3, .fieldCount(found: 1, expected: 2)),
      ("a,b\n1,2,\n", 2, .fieldCount(found: 3, expected: 2)),
      ("a,b\n1,2\n\n", 3, .fieldCount(found: 1, expected: 2)),
      ("a,b\n1,x\"y\n", 2, .strayQuote),
      ("a,b\n1,\"x\"y\n", 2, .strayQuote),
      ("a,b\n1,2\r3,4\n", 2, .strayCarriageReturn),
    ] as [(String, Int, TableReaderProblem)], [1, 2, 5, 1 << 20])
  func namesLineAndProblem(table: (String, Int, TableReaderProblem), blockSize: Int) throws {
    let path = try folder.file(table.0)
    let error = try #require(throws: TableReaderError.self) {
      _ = try rows(path, blockSize: blockSize)
    }
    #expect(error.path == path)
    #expect(error.line == table.1)
    #expect(error.column == nil)
    #expect(error.problem == table.2)
    #expect(error.description.hasPrefix("\(path):\(table.1): "))
  }

  @Test func namesColumnAndTextOfABadNumber() throws {
    let path = try folder.file("a,b\n\"1\n1\",2\n3,4x\n")
    var reader = try TableReader(path: path)
    #expect(try reader.next())
    #expect(try reader.next())
    do throws(TableReaderError) {
      _ = try reader.number(1)
      Issue.record("4x was read as a number")
    } catch {
      #expect(error.line == 4)
      #expect(error.column == "b")
      #expect(error.problem == .invalid(found: "4x", expected: "a finite number"))
      #expect(
        error.description == "\(path):4: column \"b\": found \"4x\", expected a finite number")
    }
  }

  @Test func refusesBytesThatAreNotUTF8() throws {
    let path = try folder.file([0x61, 0x0A, 0xFF, 0x0A])
    let error = try #require(throws: TableReaderError.self) { _ = try rows(path) }
    #expect(error.line == 2)
    #expect(error.column == "a")
    let header = try folder.file([0xFF, 0x0A], "header.csv")
    #expect(throws: TableReaderError.self) { _ = try rows(header) }
  }

  @Test func namesMissingColumnsAndSimilarOnes() throws {
    let path = try folder.file("public_cost,value\n")
    let reader = try TableReader(path: path)
    do throws(TableReaderError) {
      _ = try reader.indices(of: ["value", "publik_cost", "zzz"])
      Issue.record("columns were found that are not there")
    } catch {
      #expect(
        error.description == "\(path):1: no column \"publik_cost\", did you mean \"public_cost\"?; "
          + "no column \"zzz\"; the file has: public_cost, value")
    }
  }

  @Test func namesAFileThatIsNotThere() throws {
    let path = folder.path("nothing.csv")
    let error = try #require(throws: TableReaderError.self) { _ = try rows(path) }
    #expect(error.description == "\(path): cannot open: No such file or directory")
  }

  @Test func namesAFolderThatWasGivenAsAFile() throws {
    let error = try #require(throws: TableReaderError.self) { _ = try rows(folder.path) }
    guard case .file(let cause) = error.problem else {
      Issue.record("\(error)")
      return
    }
    #expect(cause.operation == .read)
    #expect(cause.code == EISDIR)
  }

  @Test func lendsItsPlaceToFaultsThatTheCallerFinds() throws {
    var reader = try TableReader(path: folder.file("a,b\n1,2\n"))
    #expect(try reader.next())
    let error = reader.failure(.invalid(found: "2", expected: "a month"), column: 1)
    #expect(error.line == 2)
    #expect(error.column == "b")
  }
}
