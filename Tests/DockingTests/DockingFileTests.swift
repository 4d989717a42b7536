import Experiments
import Foundation
import Testing
import Verification

/// The files of scenarios/docking, as `cocreate verify` holds the model against them.
@Suite struct DockingFileTests {
  static let files: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scenarios/docking").standardized
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && $0 != "bounded-confidence.yaml" }.sorted()
      .map { folder.appending(path: $0).path }
  }()

  @Test func thereAreFiles() { #expect(Self.files.count >= 6) }

  /// Bounded confidence takes too long without optimisation; scripts/verify has it.
  @Test(arguments: files)
  func publishedResultsAreReproduced(file: String) async throws {
    let findings = try await Verifier(.quick, threads: 2)
      .findings(of: VerificationFile.read(file: file))
    #expect(!findings.isEmpty)
    for claim in JudgedClaim.judge(findings, .quick) {
      #expect(claim.isAsSaid, "\(claim.finding.text) \(claim.note)")
    }
  }
}
