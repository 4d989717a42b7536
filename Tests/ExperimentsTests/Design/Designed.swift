@testable import Experiments

/// A scenario with a design.
enum Designed {
  static let start = """
    format: 1
    name: designed
    question: What if?
    context: {press_scrutiny: 0.2, stake: 0.5}
    strategies:
      guided: {form: guided}
      strict: {error_tolerance: 0.1, press_scrutiny: 0.9}

    """

  static func scenario(_ lines: String, _ overrides: ScenarioOverrides = .init()) throws -> Scenario
  {
    try Scenario(text: start + lines + "\n", name: "designed.yaml", overrides: overrides)
  }

  static func design(_ lines: String, seed: UInt64? = nil) throws -> Design {
    try scenario(lines, .init(seed: seed)).design
  }

  /// A column of a design.
  static func column(_ column: Int, _ design: Design) -> [Double] {
    (0..<design.count).map { design.values(of: $0)[design.factors.count * $0 + column] }
  }

  static func rows(_ design: Design) -> [[Double]] {
    (0..<design.count).map { Array(design.values(of: $0)) }
  }
}
