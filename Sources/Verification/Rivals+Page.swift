internal import Analysis
internal import CoCreation

/// What is said of rivals, for people.
extension Rivals {
  /// The page.
  ///
  /// - Parameter program: The program that made it.
  /// - Returns: Markdown.
  public func page(program: String) -> String {
    let word = usual.tier == .full ? ("met", "shown") : ("in line", "in line")
    let rows =
      [Self.counts("as it is", "", usual) + ["", ""]]
      + outcomes.map { outcome in
        let change = Change(from: usual, to: outcome.report)
        return Self.counts(outcome.rival.name, outcome.rival.rule, outcome.report)
          + [change.lost, change.gained]
      }
    return """
      # Rival submodels

      Where the literature disagrees on a mechanism the model has the rules of both sides, and a \
      parameter says which is in force. Each other rule was put in the place of the usual one, one at a \
      time, and everything was held against published numbers and patterns again. Made by \(program)\
      \(usual.tier == .full ? "." : ", with a fifth of the replicates.") What the strategies of a file \
      set themselves stays.

      A row of the evidence is named by its number, with a star where parameters were chosen by it, \
      under the usual rules: that a rival misses it says less. A pattern is named by its file and, in \
      brackets, the claims in it. What is true by construction is not counted.

      \(Markdown.table(
        [
          "rule", "what it says", "rows \(word.0)", "patterns \(word.1)", "lost", "gained",
        ], rows))

      ## What the data say

      \(outcomes.map { "* \(sentence(of: $0))" }.joined(separator: "\n"))

      """
  }

  private static func counts(_ name: String, _ rule: String, _ report: VerificationReport)
    -> [String]
  {
    let (rows, patterns) = (report.evidence, report.claims.filter { $0.finding.kind == .pattern })
    return [
      name, rule, "\(rows.count(where: \.isMet)) of \(rows.count)",
      "\(patterns.count(where: \.verdict.isShown)) of \(patterns.count)",
    ]
  }

  /// Which rows of the evidence reject a rival, if any do.
  private func sentence(of outcome: Outcome) -> String {
    let change = Change(from: usual, to: outcome.report)
    let (against, calibrated) = (
      change.rowsMissed.filter { !$0.isCalibrated }, change.rowsMissed.filter(\.isCalibrated)
    )
    var parts = [
      against.isEmpty
        ? "\(outcome.rival.name) is rejected by no row that nothing was chosen by"
        : "\(outcome.rival.name) is rejected by \(labels(against))"
    ]
    if !calibrated.isEmpty {
      parts.append("it misses \(labels(calibrated)), by which parameters were chosen as things are")
    }
    if !change.rowsInDoubt.isEmpty {
      parts.append("it is not certain to meet \(labels(change.rowsInDoubt))")
    }
    if !change.rowsGained.isEmpty {
      parts.append("it meets \(labels(change.rowsGained)), which the usual rule does not")
    }
    parts.append(
      "of the patterns it loses \(change.claimsLost.count) and gains \(change.claimsGained.count)")
    return parts.joined(separator: "; ") + "."
  }

  private func labels(_ rows: [EvidenceRow]) -> String {
    rows.map(\.label).joined(separator: ", ")
  }
}

extension Rivals.Rival {
  /// What the rule says: the part of the parameter's summary that explains its value.
  fileprivate var rule: String {
    let parts = parameter.summary.dropLast().split(separator: ": ", maxSplits: 1)
    let rules = (parts.last ?? "").split(separator: ", ")
    return rules.first { $0.hasPrefix("\(value) ") }.map { String($0.dropFirst(2)) } ?? ""
  }
}

/// What changes between two reports of the same claims.
private struct Change {
  /// Rows that are no longer met: those that are missed for certain, and those that are not.
  let rowsMissed: [EvidenceRow]
  let rowsInDoubt: [EvidenceRow]
  let rowsGained: [EvidenceRow]
  let claimsLost: [JudgedClaim]
  let claimsGained: [JudgedClaim]

  init(from usual: VerificationReport, to other: VerificationReport) {
    let met = Set(usual.evidence.filter(\.isMet).map(\.file))
    let rows = other.evidence.sorted { $0.file < $1.file }
    let gone = rows.filter { !$0.isMet && met.contains($0.file) }
    rowsInDoubt = gone.filter { row in
      row.claims.allSatisfy { $0.verdict.isShown || $0.verdict == .borderline }
    }
    let doubtful = Set(rowsInDoubt.map(\.file))
    rowsMissed = gone.filter { !doubtful.contains($0.file) }
    rowsGained = rows.filter { $0.isMet && !met.contains($0.file) }
    let pairs = zip(usual.claims, other.claims).filter { $0.0.finding.kind == .pattern }
    claimsLost = pairs.filter { $0.0.verdict.isShown && !$0.1.verdict.isShown }.map(\.1)
    claimsGained = pairs.filter { !$0.0.verdict.isShown && $0.1.verdict.isShown }.map(\.1)
  }

  var lost: String { Self.names(rowsMissed + rowsInDoubt, claimsLost) }
  var gained: String { Self.names(rowsGained, claimsGained) }

  private static func names(_ rows: [EvidenceRow], _ claims: [JudgedClaim]) -> String {
    var files: [(name: String, numbers: [Int])] = []
    for claim in claims {
      if files.last?.name != claim.finding.file { files.append((claim.finding.file, [])) }
      files[files.count - 1].numbers.append(claim.finding.number)
    }
    let patterns = files.map { file in
      "\(file.name) (\(file.numbers.map(String.init).joined(separator: ", ")))"
    }
    let labels = rows.map { $0.label + ($0.isCalibrated ? "*" : "") }
    return (labels + patterns).joined(separator: ", ")
  }
}
