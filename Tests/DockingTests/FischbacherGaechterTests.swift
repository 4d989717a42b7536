import CoCreation
import Experiments
import Testing

/// Fischbacher & Gächter 2010, American Economic Review 100, 541-556.
///
/// Calibration: the contribution rule is estimated on this panel.
@Suite struct FischbacherGaechterTests {
  /// What the published rule leads one to expect, and what the experiment found, months 1 to 10.
  static let expected = [7.32, 6.52, 5.80, 5.15, 4.58, 4.04, 3.64, 3.16, 2.83, 2.52]
  static let found = [7.89, 7.74, 6.26, 5.34, 4.80, 4.05, 3.81, 3.42, 2.75, 2.24]

  /// Mean contribution of each month, in points of 20.
  static func contributions(_ settings: [ScenarioOverrides.Setting] = []) throws -> [Double] {
    let runs = try DockingScenario("fischbacher-gaechter-2010", settings).run()
    let metric = try #require(Metrics.month.first { $0.name == "contribution" })
    return try (1...10).map { month in
      let values = try runs.map { try #require(metric.value($0.months[0][month])) }
      return Estimate(values).mean
    }
  }

  @Test func contributionsDecayAsTheRuleExpects() throws {
    let contributions = try Self.contributions()
    for (month, (value, expected)) in zip(contributions, Self.expected).enumerated() {
      #expect(abs(value - expected) <= 0.25, "month \(month + 1) of \(contributions)")
    }
  }

  @Test func contributionsAreNearThoseOfTheExperiment() throws {
    let contributions = try Self.contributions()
    let squares = zip(contributions, Self.found).map { ($0 - $1) * ($0 - $1) }
    let error = (squares.reduce(0, +) / 10).squareRoot()
    #expect(error < 0.6, "\(contributions)")
  }

  @Test func everybodyTakesPartFromTheFirstToTheLastMonth() throws {
    for run in try DockingScenario("fischbacher-gaechter-2010").run() {
      for month in run.months[0].dropFirst() {
        #expect(month.publicParticipants == 1)
        #expect(month.externalParticipants == 139)
      }
    }
  }

  /// What the experiment is about: the decay comes from free riding and from believing others to
  /// give less than they do, so conditional cooperators alone give more.
  @Test func withoutFreeRidersContributionsDecayLess() throws {
    let all = try Self.contributions()
    let cooperators = try Self.contributions(
      ["free_rider_share", "triangle_share", "other_share"].map { .init(key: $0, value: "0") })
    #expect(cooperators[9] / cooperators[0] > all[9] / all[0])
  }
}
