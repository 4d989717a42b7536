import Experiments
import Testing

@testable import Verification

/// What claims are told of the lives of the processes that they compare.
@Suite("Months of life")
struct LifeTests {
  /// `brief` ends after two months; `living` cannot end.
  private func scenario(_ claims: String) throws -> Scenario {
    try Scenario(
      text: """
        format: 1
        name: lives
        question: Is it so?
        rounds: 8
        replicates: 6
        context:
          choices: 8
          ruggedness: 5
          actors: {professional: {count: 3}, citizen: {count: 12}}
          without: [closure]
          initial_join_external: 1
          initial_join_public: 1
        strategies:
          living: {form: equal}
          brief: {form: equal, phases: [{from: 3, end: true}]}
          in-house: {codesign_share: 0, codelivery_share: 0}
        claims:
        \(claims)

        """, name: "lives.yaml")
  }

  private func findings(_ claims: String...) async throws -> [Finding] {
    let lines = claims.enumerated().map { number, claim in
      "  - {claim: Number \(number)., source: me, expect: {above: 0}, \(claim)}"
    }
    return try await Verifier(.full, threads: 2)
      .findings(of: scenario(lines.joined(separator: "\n")))
  }

  @Test("Each side tells its runs with the metric, months of life and who lived to the end")
  func sides() async throws {
    let finding = try #require(
      try await findings("metric: contribution, contrast: {living: 1, brief: -1}").first)
    let (plus, minus) = (finding.lives[0], finding.lives[1])
    #expect(plus.strategies == ["living"] && plus.isPositive)
    #expect(minus.strategies == ["brief"] && !minus.isPositive)
    #expect(plus.runs == 6 && plus.runsWithMetric == 6 && plus.processes == 6)
    #expect(plus.months == 8 && plus.completed == 1)
    // Whoever sets an end and reaches it has completed.
    #expect(minus.months == 2 && minus.completed == 1)
  }

  @Test("Means over months of life are refused; the task, and a given month, are not")
  func refused() async throws {
    let found = try await findings(
      "metric: contribution, contrast: {living: 1, brief: -1}",
      "metric: legitimacy, contrast: {brief: 1, living: -1}",
      "metric: value, contrast: {living: 1, brief: -1}",
      "metric: completed, contrast: {living: 1, brief: -1}",
      "metric: contribution, round: 1, contrast: {living: 1, brief: -1}",
      "metric: contribution, contrast: {living: 1}")
    #expect(found.map { $0.incomparability == nil } == [false, false, true, true, true, true])
    let reason = try #require(found[0].incomparability)
    #expect(reason.contains("processes of living lived 8.0 months, of brief 2.0"))
  }

  @Test("The lives are those of the runs that are compared")
  func compared() async throws {
    let found = try await findings(
      "metric: contribution, round: 8, contrast: {living: 1, brief: -1}",
      "metric: value, contrast: {living: 1, in-house: -1}")
    // No brief process has the last month, so no run is compared.
    #expect(found[0].lives.map(\.runsWithMetric) == [6, 0])
    #expect(found[0].lives.map(\.processes) == [0, 0])
    #expect(found[0].lives.allSatisfy { $0.months == nil && $0.completed == nil })
    // In-house there is no process that could live.
    #expect(found[1].lives.map(\.runsWithMetric) == [6, 6])
    #expect(found[1].lives.map(\.months) == [8, nil])
  }
}
