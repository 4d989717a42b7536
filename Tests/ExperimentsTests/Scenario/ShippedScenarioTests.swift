import Experiments
import Foundation
import Testing

/// Every scenario that comes with the program can be run, and says what it asks.
@Suite("Shipped scenarios")
struct ShippedScenarioTests {
  static let files: [String] = {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().appending(path: "../../../scenarios").standardizedFileURL
    let paths = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    return (paths?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted()
      .map { folder.appending(path: $0).path(percentEncoded: false) }
  }()

  @Test("The reference scenario is among them")
  func reference() {
    #expect(Self.files.contains { $0.hasSuffix("/four-quadrants.yaml") })
  }

  @Test("Each has no fault, and its name is its file's", arguments: files)
  func noFault(file: String) throws {
    let scenario = try Scenario.read(file: file)
    #expect(file.hasSuffix("/\(scenario.name).yaml"))
    #expect(scenario.question?.hasSuffix("?") == true)
  }
}
