/// A named corner of the two axes: a preset of two numbers, not a case of the model.
public struct Form: Equatable, Sendable {
  /// The name in scenarios and reports.
  public let name: String
  /// The share of the design left open.
  public let openness: Double
  /// How central external actors are.
  public let centrality: Double
  /// The point of the two axes.
  public var point: FormPoint { FormPoint(openness: openness, centrality: centrality) }

  /// The four forms of the article.
  ///
  /// The ends of the axes are left out: with nothing open there is nothing to search, and neither
  /// side is ever alone.
  public static let presets = [
    Form(name: "guided", openness: 0.2, centrality: 0.2),
    Form(name: "empowering", openness: 0.2, centrality: 0.8),
    Form(name: "equal", openness: 0.8, centrality: 0.2),
    Form(name: "facilitating", openness: 0.8, centrality: 0.8),
  ]
}
