internal import Foundation
public import Experiments

/// Among what a claim is counted.
public enum ClaimKind: String, CaseIterable, Sendable {
  /// A published number that no parameter was chosen by.
  case evidence
  /// A published number that parameters were chosen by. To meet it is no evidence.
  case calibration
  /// What the article and the literature expect of whole runs.
  case pattern
  /// A published result of a single mechanism.
  case docking
  /// What is true by the model's construction. It is evidence of nothing.
  case construction

  /// What the claims of a file are.
  ///
  /// - Parameters:
  ///   - file: What is in the file. Cases are docking wherever they stand.
  ///   - path: Where it stands. A scenario in a folder `docking` is docking as well, one in a folder
  ///     `evidence` is evidence.
  public init(of file: VerificationFile, at path: String) {
    let folder = URL(filePath: path).deletingLastPathComponent().lastPathComponent
    switch file {
    case .cases: self = .docking
    case .scenario:
      self = [.docking, .evidence].first { $0.rawValue == folder } ?? .pattern
    }
  }

  /// Among what a claim of a file of some kind is counted: what was used to choose parameters, what is
  /// true by construction and what was published say so themselves.
  init(of claim: Claim, in file: ClaimKind) {
    self =
      claim.isByConstruction
      ? .construction
      : !claim.calibrated.isEmpty ? .calibration : claim.published == nil ? file : .evidence
  }

  /// The heading of its count.
  var title: String {
    switch self {
    case .evidence: "Evidence, published numbers that no parameter was chosen by"
    case .calibration: "Calibration, published numbers that parameters were chosen by"
    case .pattern: "Patterns"
    case .docking: "Docking of single mechanisms, no patterns"
    case .construction: "True by the model's construction, not counted as shown"
    }
  }
}
