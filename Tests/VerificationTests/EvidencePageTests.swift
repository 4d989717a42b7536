import Analysis
import Tables
import Testing

@testable import Experiments
@testable import Verification

/// What a reader is shown of published numbers.
@Suite("The page of published numbers")
struct EvidencePageTests {
  private func finding(
    _ file: String, _ number: Int, _ text: String, _ value: Double, kind: ClaimKind = .evidence,
    unmet: String? = nil, calibrated: [String] = []
  ) -> Finding {
    var finding = Finding(
      file: file, number: number, kind: calibrated.isEmpty ? kind : .calibration, text: text,
      source: "someone", measure: "quality", statistic: "mean", contrast: "0.5 a + 0.5 b",
      expectation: .near(5, within: 0.5), effect: nil, unmet: unmet,
      estimate: Estimate(value: value, standardError: 0.1, count: 101), control: nil,
      isOverLife: false, lives: [])
    finding.provenance.published = PublishedNumber(
      value: 5, tolerance: .near(5, within: 0.5))
    finding.provenance.calibrated = calibrated.map {
      CalibratedParameter(parameter: $0, how: "set by it")
    }
    finding.provenance.parts = [
      .init(strategy: "a", estimate: Estimate(value: 4, standardError: 1, count: 9)),
      .init(strategy: "b", estimate: nil),
    ]
    return finding
  }

  private func source(_ name: String) throws -> VerificationReport.Source {
    let text = """
      format: 1
      name: \(name)
      question: Is it so?
      strategies: {a: {form: guided}}
      claims:
        - {claim: So., source: me, metric: quality, contrast: {a: 1}, expect: {above: 0}}

      """
    return .init(.scenario(try Scenario(text: text, name: "x")), .full)
  }

  private func report(_ tier: VerificationTier = .full) throws -> VerificationReport {
    var pattern = finding("01-pattern", 1, "It is shown.", 9, kind: .pattern)
    pattern.provenance = .init()
    let findings = [
      finding("e03-used", 1, "It was chosen.", 5, calibrated: ["trust_weight", "demand"]),
      finding("e01-met", 1, "It is met.", 5),
      finding("e04-edge", 1, "It is on the edge.", 5.5, unmet: "It is known."),
      finding("e02-half", 1, "This half is met.", 5),
      finding("e02-half", 2, "This half is not.", 9),
      finding("e10-out", 1, "It is out.", 9, unmet: "It is | understood."), pattern,
    ]
    let names = ["e03-used", "e01-met", "e04-edge", "e02-half", "e10-out", "01-pattern"]
    return VerificationReport(
      try names.map(source), JudgedClaim.judge(findings, tier), tier, nil)
  }

  @Test("Missed rows come first and met ones last, by number, and so do the claims of a row")
  func order() throws {
    let rows = try report().evidence
    #expect(rows.map(\.label) == ["E2", "E10", "E4", "E1", "E3"])
    #expect(rows.map(\.isMet) == [false, false, false, true, true])
    #expect(rows[0].claims.map(\.finding.number) == [2, 1])
    #expect(rows.map(\.isCalibrated) == [false, false, false, false, true])
  }

  @Test(
    "A row's number is in its file's name",
    arguments: [
      ("e01-hours", 1), ("e14-x", 14), ("e-x", nil), ("ex1-x", nil), ("01-x", nil), ("e01", nil),
    ] as [(String, Int?)])
  func numbers(name: String, number: Int?) {
    #expect(EvidenceRow.number(of: name) == number)
  }

  @Test("A row is met if all of its numbers are, and it is said how many of these are evidence")
  func count() throws {
    let summary = try report().summary
    #expect(
      summary == [
        "Published numbers: 2 of 5 met, 1 of them not used in choosing parameters.",
        "Evidence, published numbers that no parameter was chosen by: 2 of 5 met, 1 of 5 borderline "
          + "(the interval crosses the edge), 2 of 5 missed (outside the tolerance).",
        "Calibration, published numbers that parameters were chosen by: 1 of 1 met.",
        "Patterns: 1 of 1 missed (contradicted).",
      ])
    #expect(try report(.quick).summary[0].hasPrefix("Published numbers: 2 of 5 in line, 1 of them"))
  }

  @Test("The page begins with the table of all rows, each with what it takes to judge it")
  func page() throws {
    let page = try report().page(program: "me")
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(
      headings == [
        "# Verification", "## Published numbers", "## Calibration", "## How it was found",
        "## What is not shown", "## 01-pattern",
      ])
    let table = page.split(separator: "\n").filter { $0.hasPrefix("| E") }
    #expect(
      table.map { $0.split(separator: " | ")[2] } == [
        "This half is not.", "This half is met.", "It is out.", "It is on the edge.", "It is met.",
        "It was chosen.",
      ])
    #expect(
      table[0]
        == "| E2 | **missed (outside the tolerance)** | This half is not. | someone | 5 | 5 ± 0.5 | "
        + "9.000 | [8.802, 9.198] | a 4.000, b – |  |  | quality: 0.5 a + 0.5 b |")
    #expect(table[1].hasPrefix("| E2 | met | This half is met. |"))
    #expect(table[2].contains("| It is \\| understood. |"))
    #expect(table[5].contains("| met | It was chosen. |"))
    #expect(table[5].contains("| `trust_weight`, `demand` |"))
    // What is published has a table of its own, and is told once.
    let missed = try #require(page.firstRange(of: "## What is not shown"))
    #expect(!page[missed.upperBound...].contains("It is out."))
  }

  @Test("A table says which parameter was chosen by which row, in the order of the register")
  func calibration() throws {
    let page = try report().page(program: "me")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == 2)
    #expect(rows[0].hasPrefix("| `demand` | 685 | E3 | set by it |"))
    #expect(rows[1].hasPrefix("| `trust_weight` | 2 | E3 | set by it |"))
  }

  @Test("Without published numbers the page has nothing of them")
  func none() throws {
    var pattern = finding("01-pattern", 1, "It is shown.", 5)
    pattern.provenance = .init()
    let report = VerificationReport(
      [try source("01-pattern")], JudgedClaim.judge([pattern], .full), .full, nil)
    #expect(report.evidence.isEmpty && report.summary.count == 1)
    let page = report.page(program: "me")
    #expect(!page.contains("Published") && !page.contains("Calibration"))
  }

  @Test("The table has the row, the number, its tolerance, the interval and the parameters")
  func table() throws {
    let text = String(
      decoding: Array(VerificationTable.encode(try report().claims).bytes), as: UTF8.self)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func cell(_ line: Int, _ column: String) throws -> Substring {
      lines[line][try #require(lines[0].firstIndex { $0 == column })]
    }
    #expect(try cell(1, "row") == "E3" && cell(1, "published") == "5")
    #expect(try cell(1, "tolerance_low") == "4.5" && cell(1, "tolerance_high") == "5.5")
    #expect(try Double(cell(1, "ci95_low")).map { abs($0 - 4.8016) < 1e-3 } == true)
    #expect(try Double(cell(1, "ci_low")).map { abs($0 - 4.7374) < 1e-3 } == true)
    #expect(try cell(1, "calibrated") == "trust_weight demand" && cell(1, "kind") == "calibration")
    #expect(try cell(2, "kind") == "evidence" && cell(2, "verdict") == "met")
    for column in ["row", "published", "tolerance_low", "ci95_low", "calibrated"] {
      #expect(try cell(7, column).isEmpty)
    }
  }

  @Test("The lines of the terminal tell the 95 % interval")
  func lines() throws {
    let lines = try report().lines
    #expect(
      lines.contains(
        "  ! missed (outside the tolerance): This half is not.: expected 5 ± 0.5, found 9.000 "
          + "[8.802, 9.198]"))
    #expect(lines.contains("\n  borderline (the interval crosses the edge): It is on the edge.: "))
  }
}
