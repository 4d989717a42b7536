import Foundation
import Testing

@testable import CoCreation

/// A forgotten line in a list fails here.
@Suite struct FolderTests {
  @Test func everyPhaseOfTheFolderIsInTheLists() throws {
    let listed = (Simulation.setUp + Simulation.month).map { String(describing: type(of: $0)) }
    let written = try Self.names(
      in: "Mechanisms", matching: /struct (\w+)\s*:[^{]*\b(?:Task)?Phase\b/)
    #expect(Set(written) == Set(listed) && !written.isEmpty)
    // In the set-up and each month a form is chosen and framed, the core task is formulated, and the
    // state observed; nothing else runs twice.
    let both = ["ChooseForm", "Frame", "FormulateTask", "Observe"]
    #expect(listed.count { !both.contains($0) } == Set(listed).count - both.count)
    for phases in [Simulation.setUp, Simulation.month] {
      let names = phases.map { String(describing: type(of: $0)) }
      #expect(names.filter(both.contains) == both)
    }
  }

  @Test func everyRuleOfTheStrategiesFolderIsACaseOfTheRule() throws {
    let written = try Self.names(in: "Strategies", matching: /public struct (\w+)Rule\b/)
    let cases = try Self.names(in: "Strategies", matching: /case (\w+)\(\w+Rule\)/)
    #expect(written.map { $0.lowercased() }.sorted() == cases.sorted() && !written.isEmpty)
  }

  @Test func everyValidatorOfTheFolderIsInTheList() throws {
    let listed = ModelConfiguration.validators.map { String(describing: type(of: $0)) }
    let written = try Self.names(
      in: "Configuration/Validators", matching: /struct (\w+)\s*:[^{]*\bValidator\b/)
    #expect(written.sorted() == listed.sorted())
  }

  @Test func everyMetricOfTheFolderIsInTheList() throws {
    let written = try Self.names(in: "Metrics", matching: /\.init\(\s*"(\w+)",\s*\.[a-zA-Z]+,/)
    #expect(written.sorted() == Metrics.run.map(\.name).sorted() && !written.isEmpty)
  }

  @Test func everyGroupOfTheRegistersFolderIsAGroupOfParameters() throws {
    let written = try Self.names(
      in: "Configuration/Register", matching: /struct (\w+)\s*:[^{]*\bParameterGroup\b/)
    let groups = Mirror(reflecting: Parameters()).children.map {
      String(describing: type(of: $0.value))
    }
    #expect(written.sorted() == groups.sorted())
    #expect(Set(Parameters.everything.map(\.group)).count == groups.count)
  }

  /// Two mechanisms with one number would draw the same numbers.
  @Test func everyMechanismHasAStreamOfItsOwn() {
    let numbers = Mechanism.allCases.map(\.rawValue)
    #expect(Set(numbers).count == numbers.count && numbers.allSatisfy { $0 < 1 << 16 })
  }

  private static func names(
    in folder: String, matching pattern: Regex<(Substring, Substring)>
  ) throws -> [String] {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appending(path: "Sources/CoCreation/\(folder)")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "swift" }
      .flatMap { file in
        try String(contentsOf: file, encoding: .utf8).matches(of: pattern).map { String($0.1) }
      }
  }
}
