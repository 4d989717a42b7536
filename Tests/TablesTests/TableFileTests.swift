import Foundation
import Testing

@testable import Tables

struct TableFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func writesAllBytesInOrder() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var file = try TableFile(creating: folder.path("new.csv"))
    try file.write(bytes)
    try file.write([])
    try file.write([1, 2, 3])
    try file.synchronize()
    try file.close()
    #expect(try folder.contents("new.csv") == bytes + [1, 2, 3])
  }

  @Test func takesTheRowsOutOfTheEncoder() throws {
    var rows = RowEncoder(schema: schema(.integer))
    rows.appendHeader()
    rows.append(1)
    rows.endRow()
    var file = try TableFile(creating: folder.path("new.csv"))
    try file.write(&rows)
    #expect(rows.bytes.isEmpty)
    try file.close()
    #expect(try folder.contents("new.csv") == Array("a\n1\n".utf8))
  }

  @Test func neverOverwrites() throws {
    let path = try folder.file("precious")
    let error = try #require(throws: TableFileError.self) { _ = try TableFile(creating: path) }
    #expect(error.operation == .create)
    #expect(error.code == EEXIST)
    #expect(error.description == "\(path): cannot create: File exists")
    #expect(try folder.contents("table.csv") == Array("precious".utf8))
  }

  @Test func namesAFolderThatIsNotThere() throws {
    let error = try #require(throws: TableFileError.self) {
      _ = try TableFile(creating: folder.path("no/new.csv"))
    }
    #expect(error.code == ENOENT)
  }

  #if os(Linux)
    @Test func reportsAFullDisk() throws {
      var rows = RowEncoder(schema: schema(.integer))
      rows.append(1)
      rows.endRow()
      let number = unsafe open("/dev/full", O_WRONLY)
      var file = TableFile(adopting: FileDescriptor(adopting: number, path: "full.csv"))
      do throws(TableFileError) {
        try file.write(&rows)
        Issue.record("a full disk took bytes")
      } catch {
        #expect(error.operation == .write)
        #expect(error.code == ENOSPC)
        #expect(error.description == "full.csv: cannot write: No space left on device")
      }
      #expect(!rows.bytes.isEmpty)
    }

    @Test func goesOnAfterAWriteThatTookOnlyAPart() async {
      // A limit on the size of files makes the first write take 100 bytes and the second fail.
      await #expect(processExitsWith: .success) {
        #expect(Self.limitFiles(to: 100))
        let folder = try TemporaryFolder()
        var file = try TableFile(creating: folder.path("new.csv"))
        do throws(TableFileError) {
          try file.write(Array(repeating: 7, count: 300))
          Issue.record("more bytes were taken than fit")
        } catch {
          #expect(error.code == EFBIG)
        }
        #expect(try folder.contents("new.csv") == Array(repeating: 7, count: 100))
      }
    }

    private static func limitFiles(to size: UInt) -> Bool {
      var limit = rlimit(rlim_cur: size, rlim_max: size)
      let kind = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      signal(SIGXFSZ, SIG_IGN)
      return unsafe setrlimit(kind, &limit) == 0
    }
  #endif

  @Test func reportsADescriptorThatIsGone() throws {
    let file = TableFile(adopting: FileDescriptor(adopting: 1 << 20, path: "gone.csv"))
    do throws(TableFileError) {
      try file.close()
      Issue.record("a descriptor was closed that is not open")
    } catch {
      #expect(error.operation == .close)
      #expect(error.code == EBADF)
    }
  }
}
