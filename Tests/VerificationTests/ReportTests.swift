import Analysis
import Experiments
import Tables
import Testing

@testable import Verification

/// What is counted, and what a reader is shown.
@Suite("The report of a verification")
struct VerificationReportTests {
  private func finding(
    _ kind: ClaimKind, _ text: String, _ value: Double, unmet: String? = nil, number: Int
  ) -> Finding {
    let lives = [true, false].map { isPositive in
      Life(
        strategies: [isPositive ? "a" : "b"], isPositive: isPositive, runs: 10, runsWithMetric: 9,
        processes: 8, totalMonths: isPositive ? 100 : 20, totalCompleted: isPositive ? 6 : 0)
    }
    return Finding(
      file: "cases", number: number, kind: kind, text: text, source: "me", measure: "trust",
      statistic: "mean", contrast: kind == .docking ? "" : "a - b", expectation: .above(0),
      effect: 0.5, unmet: unmet, estimate: Estimate(value: value, standardError: 0.1, count: 101),
      control: nil, isOverLife: false, lives: kind == .docking ? [] : lives)
  }

  private func report() throws -> VerificationReport {
    let claims = JudgedClaim.judge(
      [
        finding(.pattern, "It is.", 1, number: 1),
        finding(.pattern, "It is small.", 0.45, number: 2),
        finding(.pattern, "It is not.", -1, unmet: "It is known.", number: 3),
        finding(.construction, "It must be.", 1, number: 4),
        finding(.docking, "Others found it.", 1, number: 5),
      ], .full)
    return VerificationReport(
      [.init(try cases(), .full)], claims, .full, nil)
  }

  private func cases() throws -> VerificationFile {
    try VerificationFile(
      text: """
        format: 1
        name: cases
        question: Is it known?
        cases:
          - {case: One., source: me, kernel: gini, distribution: 3, size: 9, repeats: 9,
             expect: {equals: 0, within: 0}}
        """, name: "x")
  }

  @Test("Patterns, docking and what is true by construction are counted apart")
  func counts() throws {
    #expect(
      try report().summary == [
        "Patterns: 1 of 3 shown, 1 of 3 missed (smaller than worth having), "
          + "1 of 3 missed (contradicted).",
        "Docking of single mechanisms, no patterns: 1 of 1 shown.",
        "True by the model's construction, not counted as shown: 1 of 1 true by construction.",
      ])
  }

  @Test("Every miss is in view, with its reason, and the unknown one is marked")
  func misses() throws {
    let report = try report()
    #expect(report.lines.contains("\n  ! missed (smaller than worth having): It is small.: "))
    #expect(report.lines.contains("\n  missed (contradicted): It is not.: "))
    #expect(report.lines.contains("(It is known.)\n"))
    let page = report.page(program: "me")
    let start = try #require(page.firstRange(of: "## What is not shown"))
    let section = page[start.upperBound...].prefix { $0 != "#" }
    #expect(section.contains("| **missed (smaller than worth having)** | cases | It is small. |"))
    #expect(
      section.contains(
        "| **missed (contradicted)** | cases | It is not. | above 0, by 0.5 at least |"))
    #expect(section.contains("| It is known. | yes |"))
    #expect(!section.contains("It is. ") && !section.contains("It must be."))
    #expect(page.contains("| true by construction | It must be. |"))
    #expect(!report.isAsSaid)
  }

  @Test("The sides of a contrast stand under the claim, and in the table")
  func sides() throws {
    let report = try report()
    #expect(
      report.lines.contains(
        "\n      + a: metric in 9 of 10 runs, 12.5 months of life, 75 % to the end"
          + "\n      - b: metric in 9 of 10 runs, 2.5 months of life, 0 % to the end\n"))
    let rows = String(decoding: Array(VerificationTable.encode(report.claims).bytes), as: UTF8.self)
      .split(separator: "\n")
    #expect(rows[1].hasSuffix(",9,12.5,0.75,9,2.5,0,pattern,shown,"))
    #expect(rows[4].hasSuffix(",construction,true by construction,"))
    #expect(rows[5].hasSuffix(",,,,,,,docking,shown,"))
  }

  @Test("A scenario is docking where it stands among such, cases are wherever they stand")
  func kinds() throws {
    let scenario = VerificationFile.scenario(
      try Scenario(
        text: "format: 1\nname: a\nquestion: b?\nstrategies: {a: {form: guided}}\n", name: "x"))
    #expect(ClaimKind(of: scenario, at: "scenarios/docking/a.yaml") == .docking)
    #expect(ClaimKind(of: scenario, at: "scenarios/patterns/docking.yaml") == .pattern)
    #expect(ClaimKind(of: scenario, at: "a.yaml") == .pattern)
    #expect(ClaimKind(of: scenario, at: "scenarios/evidence/a.yaml") == .evidence)
    #expect(ClaimKind(of: try cases(), at: "scenarios/evidence/a.yaml") == .docking)
    #expect(ClaimKind(of: try cases(), at: "scenarios/patterns/a.yaml") == .docking)
  }
}
