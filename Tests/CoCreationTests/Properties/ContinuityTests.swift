import GSL
import Testing

@testable import CoCreation

/// A small step along an axis is a small step of the outcome: there are no borders between
/// quadrants.
///
/// Means over replicates with common random numbers. A small step may move a metric by a fixed
/// part of what the whole axis moves it by, or by what chance allows.
@Suite struct ContinuityTests {
  private static let replicates = 25
  /// Where steps begin and how wide they are.
  ///
  /// They lie close about one half and the presets; near the ends some metrics are steep.
  private static let steps =
    [(0, 0.002), (0.02, 0.01)]
    + [0.1, 0.19, 0.24, 0.32, 0.4, 0.47, 0.48, 0.49, 0.5, 0.51, 0.6, 0.66, 0.74, 0.79, 0.9]
    .map { ($0, 0.02) } + [(0.998, 0.002)]
  private static let metrics = [
    "external_value", "public_cost", "transaction_share", "novelty", "external_influence",
    "leader_entropy", "participants", "coverage", "quality_realised", "trust", "proposals",
    "design_deviation", "value",
  ]
  /// Sums over months; they are less noisy than what is made of them later.
  private static let sums = [
    "design_hours", "coordination_share", "believed_openness", "public_delivery",
    "external_delivery", "contribution", "violations",
  ]

  @Test(arguments: ["openness", "centrality"], [0.2, 0.8])
  func smallStepsMakeSmallDifferences(axis: String, other: Double) throws {
    let otherAxis = axis == "openness" ? "centrality" : "openness"
    try Self.expectContinuity(of: axis, steps: Self.steps, given: [otherAxis: other])
  }

  /// Nor between delivering together and alone, as long as something is made together.
  @Test(arguments: ["codesign_share", "codelivery_share", "authority_share"])
  func soDoSmallStepsOfShares(share: String) throws {
    let steps = [(0, 0.002), (0.1, 0.02), (0.3, 0.02), (0.5, 0.02), (0.8, 0.02)]
    try Self.expectContinuity(
      of: share, steps: steps + (share == "authority_share" ? [] : [(0.998, 0.002)]),
      given: ["openness": 0.6])
  }

  private static func expectContinuity(
    of axis: String, steps: [(Double, Double)], given: [String: Double]
  ) throws {
    var samples: [Double: [[Double]]] = [:]
    func sample(_ x: Double) throws -> [[Double]] {
      if let known = samples[x] { return known }
      let values = try values(given.merging([axis: x]) { $1 })
      samples[x] = values
      return values
    }
    for (x, step) in steps {
      _ = try sample(x)
      _ = try sample(x + step)
    }
    for (number, metric) in (metrics + sums).enumerated() {
      let means = samples.values.map { mean($0[number]) }
      let range = (means.max() ?? 0) - (means.min() ?? 0)
      for (x, step) in steps {
        let (before, after) = (try sample(x)[number], try sample(x + step)[number])
        let differences = zip(before, after).map { $1 - $0 }
        let jump = abs(mean(differences))
        let bound = 0.1 * range + 4 * standardError(differences)
        #expect(
          jump <= bound, "\(metric) jumps by \(jump) of \(range) from \(axis) \(x), \(bound)")
      }
    }
  }

  /// The metrics at a point, replicate by replicate.
  private static func values(_ settings: [String: Double]) throws -> [[Double]] {
    let always = [
      "rounds": 8.0, "choices": 8, "ruggedness": 3, "plan_trials": 4, "viable_share": 0,
      "closure_hazard": 0, "political_stop": 0,
    ]
    let configuration = try ModelConfiguration.with(always.merging(settings) { $1 })
    let runs = (0..<replicates).map { configuration.run($0) }
    return try metrics.map { metric in try runs.map { try $0.metric(metric) ?? 0 } }
      + sums.map { name in
        let metric = try #require(Metrics.month.first { $0.name == name }, "no metric \(name)")
        return runs.map { run in run.monthsRun.reduce(0) { $0 + (metric.value($1) ?? 0) } }
      }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private static func standardError(_ values: [Double]) -> Double {
    let mean = mean(values)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1) / Double(values.count)).squareRoot()
  }
}
