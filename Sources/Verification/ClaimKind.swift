internal import Foundation
public import Experiments

/// Among what a claim is counted.
public enum ClaimKind: String, CaseIterable, Sendable {
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
  ///   - path: Where it stands. A scenario in a folder `docking` is docking as well.
  public init(of file: VerificationFile, at path: String) {
    let folder = URL(filePath: path).deletingLastPathComponent().lastPathComponent
    switch file {
    case .cases: self = .docking
    case .scenario: self = folder == "docking" ? .docking : .pattern
    }
  }

  /// The heading of its count.
  var title: String {
    switch self {
    case .pattern: "Patterns"
    case .docking: "Docking of single mechanisms, no patterns"
    case .construction: "True by the model's construction, not counted as shown"
    }
  }
}
