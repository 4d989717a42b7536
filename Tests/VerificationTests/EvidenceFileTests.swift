import CoCreation
import Experiments
import Foundation
import Testing

@testable import Verification

/// The rows of the evidence as they stand in scenarios/evidence.
@Suite("The files of the evidence")
struct EvidenceFileTests {
  private static let scenarios = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../scenarios").standardizedFileURL

  private static func paths(in folder: String) -> [String] {
    let url = scenarios.appending(path: folder)
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: url.path(percentEncoded: false))
    return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
      .map { url.appending(path: $0).path(percentEncoded: false) }
  }

  static let files = paths(in: "evidence")

  @Test("There is a file for each row from 1 on, and no other")
  func rows() throws {
    let numbers = try Self.files.map { try EvidenceRow.number(of: Scenario.read(file: $0).name) }
    #expect(numbers == Array(1...14))
  }

  @Test(
    "Each says what was measured, how it is shown, what is varied and within what it is met",
    arguments: files)
  func header(file: String) throws {
    let scenario = try Scenario.read(file: file)
    let header = scenario.text.split(separator: "\nformat:")[0]
    let number = try #require(EvidenceRow.number(of: scenario.name))
    for part in ["# E\(number): ", "# Measured: ", "# Shown by", "# Varied: ", "# Tolerance: "] {
      #expect(header.contains(part), "\(part)")
    }
    // Whether the source could be read is part of what was measured.
    #expect(header.contains(/\bread\b/))
  }

  @Test(
    "Each holds published numbers alone, and is counted as evidence or calibration",
    arguments: files)
  func published(file: String) throws {
    let read = try VerificationFile.read(file: file)
    #expect(ClaimKind(of: read, at: file) == .evidence)
    guard case .scenario(let scenario) = read else {
      Issue.record("it is a file of cases")
      return
    }
    #expect(!scenario.claims.isEmpty)
    for claim in scenario.claims {
      #expect(claim.published != nil && !claim.source.isEmpty)
      let kind = ClaimKind(of: claim, in: .evidence)
      #expect(kind == (claim.calibrated.isEmpty ? .evidence : .calibration))
    }
  }

  @Test("Every parameter that the register says to be calibrated is named by a claim")
  func calibration() throws {
    var named: Set<String> = []
    for folder in ["evidence", "docking"] {
      for path in Self.paths(in: folder) {
        guard case .scenario(let scenario) = try VerificationFile.read(file: path) else {
          continue
        }
        named.formUnion(scenario.claims.flatMap(\.calibrated).map(\.parameter))
      }
    }
    let calibrated = Parameters.everything.filter { $0.source.contains("calibration") }
    #expect(calibrated.count >= 8)
    for parameter in calibrated {
      #expect(named.contains(parameter.name), "\(parameter.name): \(parameter.source)")
    }
    // The reader refuses names that are of no parameter and no constant.
    #expect(named.isSubset(of: Parameters.everything.map(\.name)))
  }
}
