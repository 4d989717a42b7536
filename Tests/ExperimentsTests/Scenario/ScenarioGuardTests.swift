import Foundation
import Testing

@testable import Experiments

/// Texts and files that are refused before or instead of being read, quickly and without a crash.
@Suite("Guards")
struct ScenarioGuardTests {
  /// Generous: debug builds on a busy machine; what is refused here would never end.
  private static let patience = Duration.seconds(20)

  private func faults(_ text: String) throws -> ScenarioFaults {
    let start = ContinuousClock.now
    let error = try #require(throws: ScenarioFaults.self) { try Scenario(text: text, name: "x") }
    #expect(ContinuousClock.now - start < Self.patience)
    return error
  }

  private static let laughs =
    "a0: &a0 [x, x, x]\n"
    + (1..<30).map { level in
      let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      return "a\(level): &a\(level) [\(aliases)]\n"
    }.joined()

  @Test("Aliases of aliases are not followed without end")
  func laughs() throws {
    let error = try faults(Self.laughs + BadScenario.good)
    #expect(error.faults.contains { $0.found == "more than 20000 values" })
  }

  @Test(
    "Aliases in keys are refused before keys are compared",
    arguments: [
      "? *a29\n: 1\n", "*a29 : 1\n", "[*a29, *a29]: 1\n", "{x: *a29}: 1\n", "b: {*a29 : 1}\n",
      "b: [*a29: 1]\n", "b: [? *a29 : 1]\n", "b: {?*a29 : 1}\n", "?\n  - *a29\n: 1\n",
      "b: {? [*a29] : 1}\n", "- ? *a29\n",
    ])
  func keys(lines: String) throws {
    let error = try faults(Self.laughs + lines + BadScenario.good)
    #expect(error.faults.count == 1)
    #expect(error.faults.first?.allowed == "aliases as values only, and text as keys")
  }

  @Test("An alias that holds itself is undefined")
  func cycle() throws {
    let error = try faults(BadScenario.good + "context: &c {actors: *c}\n")
    #expect(error.faults.first?.found.contains("undefined alias") == true)
  }

  @Test("Deep nesting is refused", arguments: ["[", "{a: ", "- ", "? ", "- - ? [", "a: {"])
  func deep(start: String) throws {
    #expect(try !faults(String(repeating: start, count: 100_000)).faults.isEmpty)
  }

  @Test("Deep indentation is refused", arguments: [20, 500, 900, 1200])
  func indented(depth: Int) throws {
    let lines = (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(try !faults(lines).faults.isEmpty)
  }

  @Test("Long texts, many values, many keys and long keys are read in bounded time")
  func long() throws {
    _ = try Scenario(
      text: BadScenario.good + "description: >\n" + String(repeating: "  x\n", count: 200_000),
      name: "x")
    for lines in [
      "context: [" + String(repeating: "1,", count: 200_000) + "]",
      (0..<25_000).map { "k\($0): 1\n" }.joined(),
      "? " + String(repeating: "k", count: 200_000) + "\n: 1",
      "seed: " + String(repeating: "9", count: 200_000),
    ] {
      let error = try faults(BadScenario.good + lines)
      #expect(error.description.utf8.count < 100_000)
    }
  }

  @Test("Question marks, brackets and stars in text are text")
  func text() throws {
    _ = try Scenario(
      text: BadScenario.good + "description: \"Which? see [1]: a ? b, 2 * 3\"\n", name: "x")
  }
}
