internal import Analysis
internal import CoCreation
internal import Experiments

/// What the page says of published numbers.
extension VerificationReport {
  /// The table of all rows of evidence and their count.
  var evidenceSection: String {
    guard let evidenceSummary else { return "" }
    let rule =
      tier == .full
      ? """
      A number is *met* if the 95 % interval of the model's lies within its tolerance, *missed* if \
      it lies outside, *borderline* if it crosses the edge; of a sign if the interval excludes the \
      bound on the right side. A row is met if all of its numbers are.
      """
      : """
      A fifth of the replicates: a number is missed if the 99 % interval of the model's lies wholly \
      outside its tolerance.
      """
    let rows = evidence.flatMap { row in
      row.claims.map { claim in
        let finding = claim.finding
        let provenance = finding.provenance
        return [
          row.label,
          claim.verdict.isShown ? claim.verdict.rawValue : "**\(claim.verdict.rawValue)**",
          finding.text, finding.source, provenance.published?.described ?? "",
          finding.expectation.description, finding.estimate.map { rounded($0.value) } ?? "–",
          finding.agreementInterval?.described ?? "–", finding.partsDescribed,
          provenance.calibrated.map { "`\($0.parameter)`" }.joined(separator: ", "), claim.note,
          "\(finding.measure): \(finding.contrast)",
        ]
      }
    }
    return """
      ## Published numbers

      \(evidenceSummary) \(rule) What a parameter was chosen by is calibration and not evidence.

      \(Markdown.table(
        [
          "row", "verdict", "what", "source", "published", "tolerance", "found", "95 % interval",
          "in each", "parameters chosen by it", "why", "measure",
        ], rows))
      """
  }

  /// Which parameters were chosen with which number in view.
  var calibrationSection: String {
    var rows: [[String]] = []
    for parameter in Parameters.everything {
      for claim in claims {
        let finding = claim.finding
        for use in finding.provenance.calibrated where use.parameter == parameter.name {
          let label = EvidenceRow.label(of: finding.file)
          let row = [
            "`\(parameter.name)`", short(parameter.defaultValue), label, use.how, parameter.source,
          ]
          if !rows.contains(row) { rows.append(row) }
        }
      }
    }
    guard !rows.isEmpty else { return "" }
    return """
      ## Calibration

      The parameters that were chosen with a published number in view, and how. That the model meets \
      such a number says nothing for it.

      \(Markdown.table(["parameter", "default", "row", "how", "source in the register"], rows))
      """
  }
}

extension PublishedNumber {
  /// The number as it was published, or its sign.
  var described: String {
    value.map(shortest) ?? (tolerance.hasSide ? "\(tolerance.description)" : "")
  }
}

extension Finding {
  /// The interval that is held against a published number; `nil` for any other claim.
  var agreementInterval: ClosedRange<Double>? {
    provenance.published == nil ? nil : estimate?.interval(Self.agreementConfidence)
  }

  /// What was found in each strategy.
  fileprivate var partsDescribed: String {
    provenance.parts.map { part in
      "\(part.strategy) \(part.estimate.map { rounded($0.value) } ?? "–")"
    }.joined(separator: ", ")
  }
}
