import Testing

@testable import Tables

struct RowScannerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func needsNoMoreMemoryForMoreRows() throws {
    let path = try folder.file(String(repeating: "some,row\n", count: 100_000))
    var scanner = try RowScanner(
      TableInput(path), blockSize: 64, mayLackFinalLineBreak: false)
    var rows = 0
    while try scanner.next() { rows += 1 }
    #expect(rows == 100_000)
    #expect(scanner.buffer.count == 64)
  }

  @Test func givesUpOnAnEndlessRow() throws {
    let path = try folder.file("a\n\"" + String(repeating: "x\n", count: 10_000))
    var scanner = try RowScanner(
      TableInput(path), blockSize: 16, rowLimit: 1_000, mayLackFinalLineBreak: false)
    #expect(try scanner.next())
    do throws(TableReaderError) {
      _ = try scanner.next()
      Issue.record("the row has an end")
    } catch {
      #expect(error.line == 2)
      #expect(error.problem == .rowTooLong(limit: 1_000))
    }
  }

  @Test(arguments: 0..<200)
  func findsTheSameRowsAtEveryBlockSize(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let path = try folder.file(Self.randomTable(&random))
    let expected = Self.outcome(path, blockSize: 1 << 16)
    for blockSize in [1, 2, 3, 4, 5, 8, 11] {
      #expect(Self.outcome(path, blockSize: blockSize) == expected)
    }
  }

  private static func randomTable(_ random: inout SplitMix64) -> String {
    let pieces = ["a", "bc", ",", ",", "\n", "\r\n", "\"", "\"\"", "\"x,\ny\"", "\r", "ü"]
    return (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func outcome(_ path: String, blockSize: Int) -> String {
    var rows = ""
    do {
      var scanner = try RowScanner(
        TableInput(path), blockSize: blockSize, mayLackFinalLineBreak: false)
      while try scanner.next() {
        rows += "\(scanner.line):"
        for field in scanner.fields {
          rows +=
            "[" + String(decoding: scanner.buffer[field.start..<field.end], as: UTF8.self) + "]"
        }
        rows += ";"
      }
      return rows
    } catch {
      return rows + "\(error)"
    }
  }
}
