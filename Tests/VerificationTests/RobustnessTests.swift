import CoCreation
import Experiments
import Testing

@testable import Verification

@Suite("Robustness")
struct RobustnessTests {
  private let text = """
    format: 1
    name: small
    question: Is it so?
    rounds: 6
    replicates: 3
    context: {choices: 8, ruggedness: 5, initial_join_external: 0.6, actors: {professional: {count: 3}, citizen: {count: 40}}}
    strategies: {a: {openness: 0.5, centrality: 0.9, unit_value: 300}, b: {centrality: 0.1}}
    claims:
      - {claim: More is given., source: me, metric: external_value, contrast: {a: 1, b: -1}, expect: {above: 0}}
      - {claim: Less is given., source: me, metric: external_value, contrast: {a: 1, b: -1}, expect: {below: 0}}
      - {claim: It is near., source: me, metric: external_value, contrast: {a: 1}, expect: {equals: 1, within: 1}}
    """

  @Test("Assumptions change by up to two fifths, and nothing else does")
  func settings() throws {
    let scenario = try Scenario(text: text, name: "x")
    let settings = Robustness.settings(for: scenario, 4, 0)
    #expect(settings == Robustness.settings(for: scenario, 4, 0))
    #expect(settings != Robustness.settings(for: scenario, 5, 0))
    #expect(settings != Robustness.settings(for: scenario, 4, 1))
    let names = settings.map(\.key)
    #expect(!names.contains("openness") && !names.contains("unit_value"))
    #expect(names.contains("demand") && !names.contains("free_rider_share"))
    for setting in settings {
      let parameter = try #require(Parameters.parameter(setting.key))
      #expect(parameter.source.contains("assumption"))
      let (value, base) = (try #require(Double(setting.value)), scenario.parameters[setting.key])
      #expect(parameter.allows(value), "\(setting)")
      let leeway = parameter.isInteger ? 0.5 : 1e-9
      #expect(value >= min(0.6 * base, 1.4 * base) - leeway, "\(setting)")
      #expect(value <= max(0.6 * base, 1.4 * base) + leeway, "\(setting)")
    }
  }

  @Test("Every point makes a possible configuration")
  func possible() throws {
    let scenario = try Scenario(text: text, name: "x")
    for point in 0..<40 {
      let changed = try Robustness.changed(scenario, point)
      #expect(changed.parameters["ruggedness"] < changed.parameters["choices"])
    }
  }

  @Test("Months that claims name are kept")
  func months() throws {
    let named = text.replacing("metric: external_value", with: "metric: external_value, round: 6")
    let scenario = try Scenario(text: named, name: "x")
    #expect(!Robustness.settings(for: scenario, 0, 0).contains { $0.key == "rounds" })
    #expect(
      Robustness.settings(for: try Scenario(text: text, name: "x"), 0, 0)
        .contains { $0.key == "rounds" })
  }

  @Test(
    "What keeps a side and its opposite share the points, and claims without a side have no row")
  func shares() async throws {
    let scenario = try Scenario(text: text, name: "x")
    let robustness = try await Robustness([scenario], points: 3, threads: 2)
    #expect(robustness.rows.map(\.number) == [1, 2])
    #expect(robustness.rows.allSatisfy { $0.points == 3 })
    #expect(robustness.rows[0].kept + robustness.rows[1].kept <= 1)
    #expect(robustness.rows[0].kept > 0)
  }
}
