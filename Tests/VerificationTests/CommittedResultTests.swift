import Experiments
import Foundation
import Testing
import Verification

/// The result that is kept is of the files as they are.
@Suite("The committed verification")
struct CommittedResultTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../..").standardizedFileURL

  @Test("It has every claim of the folders that are verified, and no other")
  func claims() throws {
    var expected: [String] = []
    for folder in ["evidence", "docking", "patterns"] {
      let url = Self.package.appending(path: "scenarios/\(folder)")
      let files = try FileManager.default.contentsOfDirectory(
        atPath: url.path(percentEncoded: false))
      for file in files.sorted() where file.hasSuffix(".yaml") {
        let path = url.appending(path: file).path(percentEncoded: false)
        switch try VerificationFile.read(file: path) {
        case .scenario(let scenario):
          for (index, claim) in scenario.claims.enumerated() {
            expected.append("\(scenario.name),\(index + 1),\(Self.quoted(claim.text)),")
          }
        case .cases(let file):
          for (index, kernelCase) in file.cases.enumerated() {
            expected.append("\(file.name),\(index + 1),\(Self.quoted(kernelCase.text)),")
          }
        }
      }
    }
    let table = try String(
      contentsOf: Self.package.appending(path: "results/verification/verification.csv"),
      encoding: .utf8)
    let lines = table.split(separator: "\n").dropFirst()
    #expect(lines.count == expected.count)
    for (line, start) in zip(lines, expected) {
      #expect(line.hasPrefix(start), "run scripts/verify: \(start)")
    }
  }

  private static func quoted(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
