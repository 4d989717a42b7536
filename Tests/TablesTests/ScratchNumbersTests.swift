import Foundation
import Testing

@testable import Tables

/// Numbers come back as they went, from memory and from a file without a name.
@Suite("Scratch")
struct ScratchNumbersTests {
  @Test("Any range comes back, whatever is kept in memory", arguments: [0, 4, 7, 1000])
  func ranges(limit: Int) throws {
    let folder = try TemporaryFolder()
    var scratch = ScratchNumbers(in: folder.path, keeping: limit)
    let numbers = (0..<30).map { Double($0) * 1.25 - 7 } + [.nan, -0.0, .greatestFiniteMagnitude]
    try scratch.append(Array(numbers[..<3]))
    try scratch.append([])
    try scratch.append(Array(numbers[3..<7]))
    try scratch.append(Array(numbers[7...]))
    let (count, isInFile) = (scratch.count, scratch.isInFile)
    #expect(count == numbers.count)
    #expect(isInFile == (limit < 1000))
    for range in [0..<33, 0..<0, 2..<9, 30..<33, 33..<33] {
      var buffer = [Double](repeating: 99, count: range.count + 1)
      try scratch.read(range, into: &buffer)
      let expected = Array(numbers[range]) + [99]
      #expect(buffer.map(\.bitPattern) == expected.map(\.bitPattern))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("Where no file can be made, one is made elsewhere")
  func elsewhere() throws {
    var scratch = ScratchNumbers(in: "/nowhere/at/all", keeping: 0)
    try scratch.append([1, 2, 3])
    var buffer = [0.0]
    try scratch.read(1..<2, into: &buffer)
    #expect(buffer == [2])
    let isInFile = scratch.isInFile
    #expect(isInFile)
  }
}
