/// In which part of the context a strategy wins or fails.
public struct ScenarioDiscovery: Equatable, Sendable {
  /// What makes a point one of interest.
  public enum Interest: Equatable, Sendable {
    /// The strategy has the best mean of all.
    case best
    /// It is better than another, in the mean of the runs that both have.
    case ahead(of: String)
    /// It fails: its mean is worse than a number.
    case worse(than: Double)

    /// What a point of interest is called in ``PointMeans/classes(_:_:)``.
    ///
    /// - Parameter strategy: The strategy.
    /// - Returns: The name.
    public func name(of strategy: String) -> String {
      switch self {
      case .best, .ahead: strategy
      case .worse: "fails"
      }
    }
  }

  /// The response's name.
  public let metric: String
  /// The strategy.
  public let strategy: String
  /// What makes a point one of interest.
  public let interest: Interest
  /// The points with a response.
  public let points: Int
  /// Those of interest.
  public let cases: Int
  /// The part of the context where they are; `nil` if too few points are of interest,
  /// or too few are not.
  public let prim: Prim?

  /// Whether fewer points are of interest than are not.
  public var isRare: Bool { 2 * cases < points }

  /// Searches for the part.
  ///
  /// - Parameters:
  ///   - means: The means of strategies at the points of a design.
  ///   - strategy: The name of one of its strategies.
  ///   - interest: What makes a point one of interest.
  public init(_ means: PointMeans, strategy: String, interest: Interest) {
    metric = means.response.name
    self.strategy = strategy
    self.interest = interest
    let classes = means.classes(strategy, interest)
    let present = classes.indices.filter { classes[$0] != nil }
    let isCase = present.map { classes[$0] == interest.name(of: strategy) }
    points = present.count
    cases = isCase.count(where: \.self)
    prim = Prim(
      DesignPoints(
        factors: means.design.factors, values: present.map { means.design.values[$0] }),
      isCase: isCase)
  }
}
