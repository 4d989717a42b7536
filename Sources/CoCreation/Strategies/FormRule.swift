internal import GSL

/// How a strategy finds the form of each task's process.
///
/// A new kind of strategy is a file beside this one, a case here, and a key in the scenario reader.
public enum FormRule: Equatable, Sendable {
  /// The parameters `openness` and `centrality`, for the whole run.
  case fixed
  /// By field, maturity and purpose: the first case that holds.
  case contingent(ContingentRule)
  /// By its own outcomes.
  case adaptive(AdaptiveRule)

  /// The forms that it may choose; none for a fixed form.
  package var forms: [FormPoint] {
    switch self {
    case .fixed: []
    case .contingent(let rule): rule.forms
    case .adaptive(let rule): rule.forms
    }
  }
}

/// A form of co-creation: a point of the two axes.
public struct FormPoint: Equatable, Hashable, Sendable {
  /// The share of the design left open.
  public var openness: Double
  /// How central external actors are.
  public var centrality: Double

  /// Creates a point, each coordinate from 0 to 1.
  public init(openness: Double, centrality: Double) {
    self.openness = openness
    self.centrality = centrality
  }
}
