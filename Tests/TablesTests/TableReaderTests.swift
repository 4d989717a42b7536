import Tables
import Testing

struct TableReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    arguments: ["\n", "\r\n"], [1, 2, 3, 4, 7, 13, 1 << 20])
  func readsBothLineEndsAtEveryBlockSize(lineEnd: String, blockSize: Int) throws {
    let path = try folder.file(
      ["a,b,c", "1,\"x,\"\"y\"\"\(lineEnd)z\",", ",\"\",3"].map { $0 + lineEnd }.joined())
    #expect(
      try rows(path, blockSize: blockSize) == [["1", "x,\"y\"\(lineEnd)z", ""], ["", "", "3"]])
  }

  @Test(arguments: [1, 2, 3, 4, 1 << 20])
  func skipsAByteOrderMark(blockSize: Int) throws {
    let path = try folder.file("\u{FEFF}\"a\",b\n1,2\n")
    let reader = try TableReader(path: path, blockSize: blockSize)
    #expect(reader.columns == ["a", "b"])
  }

  @Test func tellsMissingFromZero() throws {
    var reader = try TableReader(path: folder.file("a,b,c\n,0,\"\"\n"))
    #expect(try reader.next())
    #expect(reader.isMissing(0) && !reader.isMissing(1) && reader.isMissing(2))
    #expect(try reader.number(0) == nil)
    #expect(try reader.number(1) == 0)
    #expect(try reader.integer(2) == nil)
    #expect(try reader.unsigned(0) == nil)
    #expect(try reader.text(0) == "")
  }

  @Test func readsQuotedNumbers() throws {
    var reader = try TableReader(path: folder.file("a,b\n\"1.5\",\"7\"\n"))
    #expect(try reader.next())
    #expect(try reader.number(0) == 1.5)
    #expect(try reader.integer(1) == 7)
    #expect(Array(reader.bytes(0)) == Array("1.5".utf8))
  }

  @Test(arguments: [1, 3, 1 << 20])
  func countsPhysicalLines(blockSize: Int) throws {
    var reader = try TableReader(
      path: folder.file("a\n1\n\"x\ny\r\nz\"\n2\n"), blockSize: blockSize)
    var lines: [Int] = []
    while try reader.next() { lines.append(reader.line) }
    #expect(lines == [2, 3, 6])
  }

  @Test func readsATableWithoutRows() throws {
    var reader = try TableReader(path: folder.file("a,b\n"))
    #expect(try !reader.next())
    #expect(try !reader.next())
  }

  @Test func findsColumnsInAnyOrder() throws {
    let reader = try TableReader(path: folder.file("a,b,c\n1,2,3\n"))
    #expect(try reader.index(of: "b") == 1)
    #expect(try reader.indices(of: ["c", "a"]) == [2, 0])
  }

  @Test(arguments: ["a,b\n1,2", "a,b\r\n1,2\r", "a,b\n1,\"2\""], [1, 2, 1 << 20])
  func readsALastLineWithoutBreakIfToldTo(text: String, blockSize: Int) throws {
    let path = try folder.file(text)
    #expect(
      try rows(path, mayLackFinalLineBreak: true, blockSize: blockSize) == [["1", "2"]])
  }

  @Test func keepsBytesThatWereTaken() throws {
    var reader = try TableReader(path: folder.file("a\nfirst\nsecond\n"), blockSize: 4)
    #expect(try reader.next())
    let first = reader.bytes(0)
    #expect(try reader.next())
    #expect(String(decoding: first, as: UTF8.self) == "first")
    #expect(try reader.text(0) == "second")
  }
}
