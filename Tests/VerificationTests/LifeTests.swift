import Experiments
import Testing

@testable import Verification

/// What claims are told of the lives of the processes that they compare.
@Suite("Months of life")
struct LifeTests {
  /// `dying` wants more people than there are and ends after two months; `living` cannot end.
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
          viable_external: 0
          closure_hazard: 0
          initial_join_external: 1
          initial_join_public: 1
        strategies:
          living: {form: equal}
          dying: {form: equal, viable_external: 1000, patience: 2}
          in-house: {mix: {authority: 0.5, optimisation: 0.5, cocreation: 0}}
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
      try await findings("metric: contribution, contrast: {living: 1, dying: -1}").first)
    let (plus, minus) = (finding.lives[0], finding.lives[1])
    #expect(plus.strategies == ["living"] && plus.isPositive)
    #expect(minus.strategies == ["dying"] && !minus.isPositive)
    #expect(plus.runs == 6 && plus.runsWithMetric == 6 && plus.processes == 6)
    #expect(plus.months == 8 && plus.completed == 1)
    #expect(minus.months == 2 && minus.completed == 0)
  }

  @Test("Means over months of life are refused; the task, and a given month, are not")
  func refused() async throws {
    let found = try await findings(
      "metric: contribution, contrast: {living: 1, dying: -1}",
      "metric: legitimacy, contrast: {dying: 1, living: -1}",
      "metric: value, contrast: {living: 1, dying: -1}",
      "metric: completed, contrast: {living: 1, dying: -1}",
      "metric: contribution, round: 1, contrast: {living: 1, dying: -1}",
      "metric: contribution, contrast: {living: 1}")
    #expect(found.map { $0.incomparability == nil } == [false, false, true, true, true, true])
    let reason = try #require(found[0].incomparability)
    #expect(reason.contains("processes of living lived 8.0 months, of dying 2.0"))
  }

  @Test("The lives are those of the runs that are compared")
  func compared() async throws {
    let found = try await findings(
      "metric: contribution, round: 8, contrast: {living: 1, dying: -1}",
      "metric: value, contrast: {living: 1, in-house: -1}")
    // Nothing dying has the last month, so no run is compared.
    #expect(found[0].lives.map(\.runsWithMetric) == [6, 0])
    #expect(found[0].lives.map(\.processes) == [0, 0])
    #expect(found[0].lives.allSatisfy { $0.months == nil && $0.completed == nil })
    // In-house there is no process that could live.
    #expect(found[1].lives.map(\.runsWithMetric) == [6, 6])
    #expect(found[1].lives.map(\.months) == [8, nil])
  }
}
