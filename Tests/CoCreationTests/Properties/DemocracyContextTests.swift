import GSL
import Testing

@testable import CoCreation

/// No form is most democratic by construction.
@Suite("Democracy over contexts")
struct DemocracyContextTests {
  /// What contexts differ by, and between which values.
  private static let varied: KeyValuePairs<String, ClosedRange<Double>> = [
    "budget_hours": 1800...3200, "press_scrutiny": 0.05...0.6, "authority_share": 0.05...0.5,
    "professional_requirement": 0...1, "poor_share": 0.1...0.7, "affected_share": 0.2...1,
    "public_maturity": 0...1, "external_maturity": 0...1, "operational_maturity": 0.2...0.9,
    "role_clarity": 0.2...0.95, "shared_understanding": 0.2...0.95, "error_tolerance": 0...1,
    "responsiveness": 0...1, "facilitation_hours": 0...3, "stake": 0...2, "need_gap": 0...0.35,
    "general_fear": 0...0.6, "demand_growth": 0...0.004, "codelivery_share": 0...1,
  ]

  /// Mean democracy of each strategy in a context, over two municipalities and two years.
  private static func democracy(context: Int) throws -> [String: Double] {
    var turn = Turn(RandomSource(.philox))
    let stream = RandomSource.stream(run: 200, mechanism: 1, round: context)
    let lots = turn.draw(stream, 0) { random in varied.map { _ in random.uniform() } }
    var parameters = Parameters()
    parameters["rounds"] = 24
    for ((name, range), lot) in zip(varied, lots) {
      parameters[name] = range.lowerBound + lot * (range.upperBound - range.lowerBound)
    }
    let inHouse = Strategy(
      name: "in-house", settings: ["codesign_share": 0, "codelivery_share": 0])
    var found: [String: Double] = [:]
    for strategy in Form.presets.compactMap({ Strategy(form: $0.name) }) + [inHouse] {
      let configuration = try ModelConfiguration(parameters: strategy.applied(to: parameters))
      for replicate in 0..<2 {
        let run = Simulation.run(
          configuration, key: RunKey(seed: 200, context: 2 * context + replicate), turn: &turn)
        let democracy = try run.task(0)("democracy")
        found[strategy.name, default: 0] += try #require(democracy) / 2
      }
    }
    return found
  }

  @Test func noFormIsBestInMoreThanNineOfTenContexts() throws {
    var best: [String: Int] = [:]
    for context in 0..<200 {
      let democracy = try Self.democracy(context: context)
      #expect(democracy.values.allSatisfy { $0 > 0 && $0 < 1 })
      let first = try #require(democracy.max { ($0.value, $1.key) < ($1.value, $0.key) })
      best[first.key, default: 0] += 1
    }
    #expect(best.values.allSatisfy { $0 <= 180 }, "\(best)")
    #expect(best.count > 2, "\(best)")
  }
}
