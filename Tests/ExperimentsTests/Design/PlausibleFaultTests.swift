import CoCreation
import Testing

@testable import Experiments

/// What may be wrong with a design of plausible models.
@Suite("Bad plausible models")
struct PlausibleFaultTests {
  @Test("One fault each", arguments: faults)
  func one(bad: BadScenario) throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try Scenario(text: bad.text, name: "bad.yaml")
    }
    #expect(error.faults.count == 1, "\(error)")
    let fault = try #require(error.faults.first)
    #expect([fault.line, fault.column].compactMap { $0 } == bad.place, "\(error)")
    #expect(fault.path == bad.path)
    let shown = "\(fault.found) | \(fault.allowed) | \(fault.suggestion ?? "")"
    for piece in bad.pieces { #expect(shown.contains(piece), "\(shown)") }
  }

  static let faults: [BadScenario] = [
    .init(
      "none", "design: {plausible: 0}", at: [6, 21], "design.plausible", "found 0",
      "a whole number from 1 to 100000"),
    .init(
      "too many", "design: {plausible: 100001}", at: [6, 21], "design.plausible", "found 100001"),
    .init(
      "no number", "design: {plausible: many}", at: [6, 21], "design.plausible",
      "the text \"many\""),
    .init(
      "a list", "design: {plausible: [3]}", at: [6, 10], "design.plausible", "a list",
      "{models: ..., mechanisms: false}"),
    .init(
      "no models", "design: {plausible: {mechanisms: false}}", at: [6, 10],
      "design.plausible.models", "missing", "1 to 100000"),
    .init(
      "a slip", "design: {plausible: {models: 3, mechanism: false}}", at: [6, 33],
      "design.plausible.mechanism", "unknown key", "| mechanisms"),
    .init(
      "neither true nor false", "design: {plausible: {models: 3, mechanisms: 1}}", at: [6, 45],
      "design.plausible.mechanisms", "found 1", "true or false"),
    .init(
      "uncertain at fault",
      "uncertain: {press_scrutiny: {uniform: [0, 3]}}\ndesign: {plausible: 3}",
      at: [6, 13], "uncertain.press_scrutiny", "of which 3 is not allowed"),
    .init(
      "unknown mechanism", "design: {grid: {without.feer: [0]}}", at: [6, 17],
      "design.grid.without.feer", "no mechanism is called feer", "| without.fear"),
    .init(
      "half a mechanism", "design: {grid: {without.fear: [0, 0.5]}}", at: [6, 35],
      "design.grid.without.fear[1]", "found 0.5", "0 (the mechanism is in) or 1 (it is out)"),
    .init(
      "more than in and out", "uncertain: {without.fear: {uniform: [0, 2.5]}}\ndesign: {lhs: 9}",
      at: [6, 13], "uncertain.without.fear", "is not allowed", "0 (the mechanism is in)"),
    .init(
      "nothing left open",
      whole: BadScenario.good
        + "context: {\(assumed)}\ndesign: {plausible: {models: 3, mechanisms: false}}",
      at: [7, 10], "design.plausible", "found nothing to draw"),
    .init(
      "claims",
      """
      claims:
        - {claim: Some., source: s, metric: value, contrast: {a: 1}, expect: {above: 0}, effect: 1}
      design: {plausible: 3}
      """, at: [6, 1], "claims", "found claims beside a design"),
  ]

  private static var assumed: String {
    Parameters.register.filter { $0.plausible != nil }
      .map { "\($0.name): \($0.defaultValue)" }.joined(separator: ", ")
  }

  @Test("The command line's number is checked too", arguments: [-1, 0, 100_001])
  func commandLine(models: Int) throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try Designed.scenario("", .init(design: .plausible(models: models)))
    }
    #expect(
      error.description
        == "designed.yaml: --plausible: found \(models); allowed: a whole number from 1 to 100000")
  }
}
