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
    let (name, question) =
      switch try VerificationFile.read(file: file) {
      case .scenario(let scenario): (scenario.name, scenario.question)
      case .cases(let cases): (cases.name, cases.question)
      }
    // Rows of the evidence have a capital E, which names have not.
    #expect(file.lowercased().hasSuffix("/\(name).yaml"))
    #expect(question?.hasSuffix("?") == true)
  }

  @Test(
    "Each pattern has claims, and each claim of a side says what effect is worth having",
    arguments: files.filter { $0.contains("/patterns/") })
  func claims(file: String) throws {
    let scenario = try Scenario.read(file: file)
    #expect(!scenario.claims.isEmpty)
    for claim in scenario.claims {
      switch claim.expectation {
      case .above, .below: #expect(claim.effect != nil, "\(claim.text)")
      default: break
      }
    }
  }
}
