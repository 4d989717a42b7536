internal import Analysis
internal import CoCreation

/// What drives metrics, and where which strategy is best.
struct Explanation {
  /// What is asked once it is known to fit the folder.
  struct Asked {
    let strategies: [String]
    let axes: (x: String, y: String)?
    let isSeveral: Bool
    let versus: String?
    let limits: [String: Double]

    /// What makes a point one of interest; `nil` with nothing to compare.
    func interest(in metric: String) -> ScenarioDiscovery.Interest? {
      if let limit = limits[metric] { return .worse(than: limit) }
      if let versus { return .ahead(of: versus) }
      return isSeveral ? .best : nil
    }
  }

  private(set) var drivers: [Drivers] = []
  private(set) var discoveries: [ScenarioDiscovery] = []
  private(set) var trees: [DiscoveryTables.Tree] = []
  private(set) var maps: [DecisionMap] = []

  init(
    _ table: RunTable, _ metrics: [RunMetric], _ design: DesignPoints, _ asked: Asked, levels: Int?
  ) throws {
    for metric in metrics {
      let response = try Response(
        metric.name, of: table, higherIsBetter: metric.better == .higher)
      drivers += asked.strategies.map {
        Drivers(table, response, design, strategy: $0, versus: asked.versus, levels: levels)
      }
      let means = PointMeans(table, of: response, design)
      if let interest = asked.interest(in: metric.name) { discover(means, asked, interest) }
      let axes =
        asked.axes ?? Self.axes(Comparison(table, on: response), table, response, design)
      if let axes, let map = DecisionMap(table, on: response, design, x: axes.x, y: axes.y) {
        maps.append(map)
      }
    }
  }

  private mutating func discover(
    _ means: PointMeans, _ asked: Asked, _ interest: ScenarioDiscovery.Interest
  ) {
    let found = asked.strategies.map {
      ScenarioDiscovery(means, strategy: $0, interest: interest)
    }
    discoveries += found
    // Which strategy is best is one question for all of them.
    for discovery in interest == .best ? Array(found.prefix(1)) : found {
      let classes =
        interest == .best
        ? means.best.map { $0.count > 1 ? "several equally" : $0.first }
        : means.classes(discovery.strategy, interest)
      guard let tree = ClassificationTree(means.design, labels: classes) else { continue }
      trees.append(
        (discovery.metric, interest == .best ? nil : discovery.strategy, interest, tree))
    }
  }

  /// The two factors that matter most for the difference of the two best strategies.
  static func axes(
    _ comparison: Comparison, _ table: RunTable, _ response: Response, _ design: DesignPoints
  ) -> (x: String, y: String)? {
    guard let lead = comparison.lead else { return nil }
    let drivers = Drivers(
      table, response, design, strategy: lead.strategy, versus: lead.versus)
    let first = drivers.ranking.prefix(2).map(\.factor)
    return first.count == 2 ? (first[0], first[1]) : nil
  }
}
