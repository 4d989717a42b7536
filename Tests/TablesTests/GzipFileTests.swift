import Foundation
import Testing

@testable import Tables

struct GzipFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Around the ends of a member, where one byte more or less makes another member.
  static let sizes = [
    0, 1, 1000, GzipFile.memberSize - 1, GzipFile.memberSize, GzipFile.memberSize + 1,
    2 * GzipFile.memberSize + 12345,
  ]

  @Test(arguments: sizes)
  func gzipReadsBackEveryByte(size: Int) throws {
    let bytes = Self.rows(size)
    let path = try folder.file(bytes)
    let written = try GzipFile.compress(path: path)
    let compressed = try folder.contents("table.csv.gz")
    #expect(compressed.count == written)
    #expect(try Self.unpacked(path + ".gz") == bytes)
    #expect(try folder.contents("table.csv") == bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func theBytesAreThoseOfTheContentAlone() throws {
    let bytes = Self.rows(GzipFile.memberSize + 999)
    let path = try folder.file(bytes, "a-name")
    try GzipFile.compress(path: path)
    let other = try folder.file(bytes, "another-name")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: other)
    try GzipFile.compress(path: other)
    #expect(try folder.contents("a-name.gz") == folder.contents("another-name.gz"))
    // No flags, so no name; no time; no system.
    #expect(
      try Array(folder.contents("a-name.gz").prefix(10)) == [31, 139, 8, 0, 0, 0, 0, 0, 0, 255])
  }

  /// Blocks compressed apart and put together give the file.
  @Test func membersAreIndependent() throws {
    let bytes = Self.rows(2 * GzipFile.memberSize + 77)
    try GzipFile.compress(path: try folder.file(bytes))
    let members = stride(from: 0, to: bytes.count, by: GzipFile.memberSize).map { start in
      GzipFile.member(bytes.span.extracting(start..<min(bytes.count, start + GzipFile.memberSize)))
    }
    #expect(members.count == 3)
    #expect(try folder.contents("table.csv.gz") == Array(members.joined()))
  }

  @Test func whatAnInterruptedCallLeftIsReplaced() throws {
    let path = try folder.file(Self.rows(100))
    _ = try folder.file([1, 2, 3], "table.csv.gz")
    _ = try folder.file([1, 2, 3], "table.csv.gz.partial")
    try GzipFile.compress(path: path)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["table.csv", "table.csv.gz"])
    #expect(try Self.unpacked(path + ".gz") == Self.rows(100))
  }

  @Test func namesAFileThatIsNotThere() throws {
    let error = try #require(throws: TableFileError.self) {
      try GzipFile.compress(path: folder.path("no.csv"))
    }
    #expect(error.description == "\(folder.path("no.csv")): cannot open: No such file or directory")
  }

  @Test func aFolderInTheWayIsAnErrorAndLeavesTheOriginal() throws {
    let path = try folder.file(Self.rows(100))
    try FileManager.default.createDirectory(
      atPath: path + ".gz", withIntermediateDirectories: false)
    let error = try #require(throws: TableFileError.self) {
      try GzipFile.compress(path: path)
    }
    #expect(error.operation == .rename && error.code == EISDIR)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["table.csv", "table.csv.gz"])
  }

  @Test func aReaderTakesTheCompressedFileWhereThereIsNoOther() throws {
    var text = "a,b\n"
    for row in 0..<400_000 { text += "\(row),\(2 * row)\n" }
    let path = try folder.file(Array(text.utf8))
    try #require(text.utf8.count > GzipFile.memberSize)
    try GzipFile.compress(path: path)
    try FileManager.default.removeItem(atPath: path)
    var reader = try TableReader(path: path)
    #expect(reader.path == path + ".gz")
    var rows = 0
    while try reader.next() {
      #expect(try reader.integer(1) == 2 * rows)
      rows += 1
    }
    #expect(rows == 400_000)
  }

  @Test(arguments: [5, 3000])
  func aCompressedFileThatWasCutOffIsAnError(kept: Int) throws {
    let path = try folder.file(Array("a,b\n".utf8) + Self.pairs(3000))
    try GzipFile.compress(path: path)
    try FileManager.default.removeItem(atPath: path)
    let whole = try folder.contents("table.csv.gz")
    try #require(whole.count > kept)
    _ = try folder.file(Array(whole.prefix(kept)), "table.csv.gz")
    let error = try #require(throws: TableReaderError.self) {
      var reader = try TableReader(path: path)
      while try reader.next() {}
    }
    #expect(error.description.contains("table.csv.gz"), "\(error)")
  }

  private static func pairs(_ count: Int) -> [UInt8] {
    (0..<count).flatMap { Array("\($0),\(($0 &* 7919) % 10007)\n".utf8) }
  }

  /// Text that resembles a table, of some size.
  private static func rows(_ size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 64)
    var state: UInt64 = 1
    while bytes.count < size {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes += Array("four-quadrants,0,guided,\(state >> 50),0.\(state >> 20)\n".utf8)
    }
    return Array(bytes.prefix(size))
  }

  private static func unpacked(_ path: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(bytes)
  }
}
