internal import Analysis
internal import Experiments

/// The report as a page of Markdown.
extension VerificationReport {
  /// The page.
  ///
  /// - Parameter program: The program that made it.
  /// - Returns: Markdown.
  public func page(program: String) -> String {
    let sections =
      [heading, evidenceSection, calibrationSection, method(program), misses]
      + sources.map(section(of:)) + [robustness?.section ?? ""]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    "# Verification\n\n" + summary.map { "* \($0)" }.joined(separator: "\n")
      + (settings.isEmpty
        ? ""
        : "\n\nIn the context of every scenario \(settings.map { "`\($0)`" }.joined(separator: ", ")).")
  }

  private func method(_ program: String) -> String {
    let rule =
      tier == .full
      ? """
      A claim is *shown* when its estimate is at least as large as the effect that is worth \
      having, when its 99 % interval, corrected for all claims together (Holm), lies where it is \
      expected and so excludes zero, when the effect that is worth having would be found with a \
      power of \(JudgedClaim.neededPower) at least, and when with the mechanism out of the model \
      less than a tenth of the effect remains (the 90 % interval of the control lies within it).
      """
      : """
      A fifth of the replicates: a claim is *in line* when its estimate is on the stated side and \
      its 99 % interval excludes neither what is expected nor the effect that is worth having.
      """
    return """
      ## How it was found

      Made by \(program). The context is the unit of every interval (Student's t); contrasts are \
      paired on the same random numbers. \(rule)

      Below *lives* stand the sides of a contrast, the one with positive weights first: how many \
      of their runs have the metric, in how many months the processes lived on average, and what \
      share of them lived to the end, be it one that their strategy has set. Months and shares are of the runs that are compared, those \
      in which all strategies of the contrast have the metric. A metric that is taken over months \
      of life is not compared between strategies whose processes lived differently long, by more \
      than \(shortest(100 * Life.leeway)) %: such a claim is *refused*.
      """
  }

  /// What is not shown, known or not, with the reasons.
  private var misses: String {
    let missed = claims.filter { !$0.verdict.isShown && $0.finding.provenance.published == nil }
    guard !missed.isEmpty else { return "" }
    let rows = missed.map { claim in
      [
        "**\(claim.verdict.rawValue)**", claim.finding.file, claim.finding.text,
        claim.finding.expected,
        claim.finding.estimate.described(claim.finding.interval), claim.note,
        claim.finding.unmet == nil ? "no" : "yes",
      ]
    }
    return "## What is not shown\n\n"
      + Markdown.table(
        [
          "verdict", "file", "claim", "expected", "found, 99 % interval", "why", "said in the file",
        ],
        rows)
  }

  private func section(of source: Source) -> String {
    // Published numbers have a table of their own.
    let claims = claims(of: source).filter { $0.finding.provenance.published == nil }
    guard !claims.isEmpty else { return "" }
    let rows = claims.map { claim in
      let finding = claim.finding
      return [
        claim.verdict.isShown && claim.isAsSaid
          ? claim.verdict.rawValue : "**\(claim.verdict.rawValue)**",
        finding.text,
        "\(finding.measure)\(finding.contrast.isEmpty ? "" : ": \(finding.contrast)")",
        finding.expected, finding.estimate.described(finding.interval),
        finding.control.map { $0.estimate.described($0.interval) } ?? "",
        claim.power.map(rounded) ?? "",
        Life.sides(of: finding.lives).map { "\($0.isPositive ? "+" : "-") \($0.figures)" }
          .joined(separator: "; "), finding.source,
      ]
    }
    return """
      ## \(source.name)

      \(source.question) (\(source.size))

      \(Markdown.table(
        [
          "verdict", "claim", "measure", "expected", "found, 99 % interval",
          "control, 90 % interval", "power", "lives", "source",
        ], rows))
      """
  }
}

/// Parts of a page.
enum Markdown {
  /// A table.
  static func table(_ heading: [String], _ rows: [[String]]) -> String {
    ([heading, heading.map { _ in "---" }] + rows).map { cells in
      let safe = cells.map { cell in
        cell.replacing("|", with: "\\|").split(whereSeparator: \.isNewline).joined(separator: " ")
      }
      return "| \(safe.joined(separator: " | ")) |"
    }.joined(separator: "\n")
  }
}
