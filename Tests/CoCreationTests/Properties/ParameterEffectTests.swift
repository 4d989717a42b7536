import GSL
import Testing

@testable import CoCreation

/// Every parameter does something, and so does every constant.
@Suite struct ParameterEffectTests {
  /// A configuration in which every mechanism has something to do.
  static let lively: [String: Double] = [
    "rounds": 18, "choices": 8, "ruggedness": 3, "openness": 0.8, "centrality": 0.6,
    "failure_base": 0.25, "press_scrutiny": 0.6, "viable_share": 0.3, "closure_hazard": 0.03,
    "compliance_need": 1, "responsiveness": 0.3, "error_tolerance": 0.6, "demand": 300,
    "budget_hours": 1300, "recognition_hours": 0.5, "support_hours": 2, "payment": 12,
    "invitation_hours": 0.2, "proposal_rate": 800,
  ]
  /// What acts between tasks alone.
  private static let priorities: Set = ["political_interest", "citizens_say"]

  @Test(arguments: Parameters.everything.map(\.name))
  func aParameterHasAnEffect(name: String) throws {
    let parameter = try #require(Parameters.entry(name))
    let ends = [parameter.range.lowerBound, parameter.range.upperBound]
    let hasEffect = try (0..<6).contains { context in
      let tasks: [[String: Double]] =
        Self.priorities.contains(name) ? [["demand": 150], ["demand": 150]] : []
      // Patience shows where a process falls below what keeps it alive.
      let given = name == "patience" ? ["viable_share": 0.7] : [:]
      func run(_ settings: [String: Double]) throws -> [UInt64?] {
        try Self.run(
          given.merging(settings) { $1 }, context, rule: Self.rule(for: name), tasks: tasks)
      }
      let base = try run([:])
      return try ends.contains { try run([name: $0]) != base }
    }
    #expect(hasEffect)
  }

  /// Some parameters are of strategies that choose forms.
  private static func rule(for name: String) -> FormRule {
    guard ["strategic_competence", "review_months"].contains(name) else { return .fixed }
    return .contingent(
      ContingentRule(cases: [
        .init(when: [.init("month", above: 13)], form: Form.points[0]), .init(form: Form.points[3]),
      ]))
  }

  private static func run(
    _ settings: [String: Double], _ context: Int, rule: FormRule, tasks: [[String: Double]]
  ) throws -> [UInt64?] {
    var settings = lively.merging(settings) { $1 }
    if settings["choices"] == 4 { settings["ruggedness"] = 3 }
    settings["ruggedness"] = min(settings["ruggedness"] ?? 0, 7)
    // Money for taking part needs a price of an hour.
    if settings["shadow_wage"] == 0 { settings["payment"] = 0 }
    let whole = ["free_rider_share", "triangle_share", "other_share"]
    for name in whole where settings[name] == 1 {
      for other in whole where other != name { settings[other] = 0 }
    }
    return try ModelConfiguration.with(settings, tasks: tasks, rule: rule).run(context).fingerprint
  }
}
