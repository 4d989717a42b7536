internal import Experiments

/// The claims of a file that hold the model against published numbers: one row of the evidence.
public struct EvidenceRow: Sendable {
  /// The name of its file.
  public let file: String
  /// What is told of the file.
  public let source: VerificationReport.Source
  /// Its judged claims, in the order of the file.
  public let claims: [JudgedClaim]

  /// The row's number with an E before it; the name of a file that has none.
  public var label: String { Self.label(of: file) }

  /// Whether all its numbers are met, or with few runs in line.
  public var isMet: Bool { claims.allSatisfy(\.verdict.isShown) }

  /// Whether parameters were chosen with one of its numbers in view.
  public var isCalibrated: Bool { claims.contains { !$0.finding.provenance.calibrated.isEmpty } }

  /// The label of a file's row.
  static func label(of file: String) -> String { number(of: file).map { "E\($0)" } ?? file }

  /// The number of a row by the name of its file, as in `e01-hours`; `nil` for another name.
  static func number(of file: String) -> Int? {
    guard file.hasPrefix("e"), let end = file.firstIndex(of: "-") else { return nil }
    let digits = file[file.index(after: file.startIndex)..<end]
    return digits.allSatisfy(\.isNumber) ? Int(digits) : nil
  }

  /// How bad it is: 0 with a number that is missed, 1 with one that is not certain, 2 if all are met.
  fileprivate var rank: Int { claims.map(\.evidenceRank).min() ?? 2 }
}

extension JudgedClaim {
  fileprivate var evidenceRank: Int {
    verdict == .borderline ? 1 : verdict.isShown ? 2 : 0
  }
}

extension VerificationReport {
  /// The rows of evidence: those that are missed first, those that are met last, each by its number,
  /// and within a row the claims likewise.
  public var evidence: [EvidenceRow] {
    let rows = sources.compactMap { source -> EvidenceRow? in
      let claims = claims(of: source).filter { $0.finding.provenance.published != nil }
      guard !claims.isEmpty else { return nil }
      let sorted = claims.sorted {
        ($0.evidenceRank, $0.finding.number) < ($1.evidenceRank, $1.finding.number)
      }
      return EvidenceRow(file: source.name, source: source, claims: sorted)
    }
    func order(_ row: EvidenceRow) -> (Int, Int, String) {
      (row.rank, EvidenceRow.number(of: row.file) ?? .max, row.file)
    }
    return rows.sorted { order($0) < order($1) }
  }

  /// How many rows are met, and how many of these no parameter was chosen by; `nil` without rows.
  var evidenceSummary: String? {
    let rows = evidence
    guard !rows.isEmpty else { return nil }
    let met = rows.filter(\.isMet)
    let word = tier == .full ? "met" : "in line"
    return "Published numbers: \(met.count) of \(rows.count) \(word), "
      + "\(met.count { !$0.isCalibrated }) of them not used in choosing parameters."
  }
}
