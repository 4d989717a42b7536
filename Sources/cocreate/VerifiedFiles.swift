internal import CoCreation
internal import Experiments
internal import Foundation
internal import Tables
internal import Verification

/// The files that are to be verified, each with what its claims are.
struct VerifiedFiles {
  /// The files in the order in which they were named.
  let all: [(file: VerificationFile, kind: ClaimKind)]

  /// Those that are scenarios.
  var scenarios: [(scenario: Scenario, kind: ClaimKind)] {
    all.compactMap { file, kind in
      if case .scenario(let scenario) = file { (scenario, kind) } else { nil }
    }
  }

  private static let folders = ["evidence", "docking", "patterns"].map { "scenarios/\($0)" }

  /// Reads every file before anything is run, and tells the faults of all.
  ///
  /// - Parameters:
  ///   - files: Their paths; all of the folders of scenarios with claims if there are none.
  ///   - settings: What to set over the context of every scenario.
  /// - Throws: ``BadFiles``
  init(_ files: [String], settings: [ScenarioOverrides.Setting]) throws {
    var faults: [String] = []
    var names: Set<String> = []
    all = try Self.paths(files).compactMap { path in
      do throws(ScenarioFaults) {
        let file = try VerificationFile.read(
          file: path, overrides: ScenarioOverrides(settings: settings))
        let name = VerificationReport.Source(file, .full).name
        if case .scenario(let scenario) = file, scenario.claims.isEmpty {
          faults.append("\(path): a scenario without claims; there is nothing to verify")
        } else if Self.lacksPublishedNumbers(file, at: path) {
          faults.append("\(path): no published number; a file in a folder evidence has them alone")
        } else if !names.insert(name).inserted {
          faults.append("\(path): the name \(name) again; each file needs a name of its own")
        }
        return (file, ClaimKind(of: file, at: path))
      } catch {
        // What is wrong with a setting is so in every file, and is told once.
        faults += error.lines.filter { !faults.contains($0) }
        return nil
      }
    }
    guard faults.isEmpty else { throw BadFiles(description: faults.joined(separator: "\n")) }
  }

  /// Whether a file that stands among the evidence is none.
  private static func lacksPublishedNumbers(_ file: VerificationFile, at path: String) -> Bool {
    guard ClaimKind(of: file, at: path) == .evidence, case .scenario(let scenario) = file else {
      return false
    }
    return scenario.claims.contains { $0.published == nil }
  }

  private static func paths(_ files: [String]) throws -> [String] {
    guard files.isEmpty else { return files }
    let paths = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }
    guard !paths.isEmpty else {
      throw BadFiles(
        description: "no files in \(folders.joined(separator: ", ")); name some, "
          + "or run this where the scenarios are")
    }
    return paths
  }
}

/// Files that cannot be verified.
struct BadFiles: ExitingError, CustomStringConvertible {
  let description: String
  var status: Int32 { ExitStatus.badInput }
}

/// Claims that are not as the files say.
struct NotAsSaid: ExitingError, CustomStringConvertible {
  let claims: [JudgedClaim]
  var status: Int32 { ExitStatus.failure }
  var description: String {
    let failed = claims.filter { !$0.isAsSaid }
    return "\(failed.count) of \(claims.count) claims are not as the files say: "
      + failed.map { "\($0.finding.file) (\($0.finding.number), \($0.verdict.rawValue))" }
      .joined(separator: ", ")
  }
}
