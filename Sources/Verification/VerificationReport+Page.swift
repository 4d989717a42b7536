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
      [heading(program), absences] + sources.map(section(of:)) + [robustness?.section ?? ""]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func heading(_ program: String) -> String {
    let rule =
      tier == .full
      ? """
      A claim is *shown* when its 99 % interval, corrected for all claims together (Holm), lies \
      where it is expected, when the effect that is worth having would be found with a power of \
      \(JudgedClaim.neededPower) at least, and when with the mechanism out of the model less than \
      a tenth of the effect remains (the 90 % interval of the control lies within it).
      """
      : """
      A fifth of the replicates: a claim is *in line* when its estimate is on the stated side and \
      its 99 % interval does not exclude what is expected.
      """
    return """
      # Verification

      \(summary)

      Made by \(program). The context is the unit of every interval (Student's t); contrasts are \
      paired on the same random numbers. \(rule)
      """
  }

  /// What does not appear, with the reasons.
  private var absences: String {
    let absent = claims.filter { $0.finding.unmet != nil }
    guard !absent.isEmpty else { return "" }
    let items = absent.map {
      "* **\($0.finding.file)**: \($0.finding.text) \($0.note)".trimmingNewlines
    }
    return "## What does not appear\n\n" + items.joined(separator: "\n")
  }

  private func section(of source: Source) -> String {
    let rows = claims(of: source).map { claim in
      let finding = claim.finding
      return [
        claim.verdict.isAsSaid ? claim.verdict.rawValue : "**\(claim.verdict.rawValue)**",
        finding.text,
        "\(finding.measure)\(finding.contrast.isEmpty ? "" : ": \(finding.contrast)")",
        finding.expectation.description, finding.estimate.described(finding.interval),
        finding.control.map { $0.estimate.described($0.interval) } ?? "",
        claim.power.map(rounded) ?? "", finding.source,
      ]
    }
    return """
      ## \(source.name)

      \(source.question) (\(source.size))

      \(Markdown.table(
        [
          "verdict", "claim", "measure", "expected", "found, 99 % interval",
          "control, 90 % interval", "power", "source",
        ], rows))
      """
  }
}

extension String {
  /// In one line.
  fileprivate var trimmingNewlines: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
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
