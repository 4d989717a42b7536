internal import GSL

/// What drives a response under a strategy, or the difference of two.
public struct Drivers: Equatable, Sendable {
  /// The response's name.
  public let metric: String
  /// The strategy.
  public let strategy: String
  /// The strategy that is subtracted, run by run; `nil` for the strategy's own value.
  public let versus: String?
  /// Points without a response.
  public let missing: Int
  /// Whose the variance of a run is; `nil` with one replicate.
  public let shares: VarianceShares?
  /// Coefficients of all factors; `nil` with too few points.
  public let regression: Regression?
  /// Elementary effects; `nil` unless the design is of trajectories and every point has a response.
  public let morris: Morris?
  /// Sobol' indices; `nil` unless the design is a Saltelli sample and every point has a response.
  public let sobol: Sobol?

  /// Finds them.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - response: What is explained.
  ///   - design: The points of the design, in the order of their numbers.
  ///   - strategy: The name of a strategy of the table.
  ///   - versus: The name of one to subtract.
  ///   - levels: The levels of a Morris grid, if they are known.
  public init(
    _ table: RunTable, _ response: Response, _ design: DesignPoints, strategy: String,
    versus: String? = nil, levels: Int? = nil
  ) {
    metric = response.name
    self.strategy = strategy
    self.versus = versus
    let values = PointValues(table, response, design.values.count, strategy, versus)
    missing = values.means.count { $0 == nil }
    shares = VarianceShares(values.shared)
    let present = values.means.indices.filter { values.means[$0] != nil }
    let means = values.means.compactMap(\.self)
    regression = Regression(
      DesignPoints(factors: design.factors, values: present.map { design.values[$0] }),
      responses: means)
    morris = missing == 0 ? Morris(design, responses: means, levels: levels) : nil
    sobol = missing == 0 ? Sobol(design, responses: means) : nil
  }

  /// The factors by how much they matter, with the measure that was used: the total Sobol' index, else
  /// mu*, else the magnitude of the rank coefficient.
  public var ranking: [(factor: String, measure: String, value: Double)] {
    let found: [(factor: String, measure: String, value: Double)] =
      if let sobol {
        zip(sobol.factors, sobol.total).map { ($0, "ST", $1.value) }
      } else if let morris {
        morris.effects.map { ($0.factor, "mu_star", $0.muStar) }
      } else {
        coefficients
      }
    return Self.sorted(found)
  }

  /// The rankings of several by one measure: each one's own if it is the same, else that of rank
  /// coefficients, which need no response at every point.
  ///
  /// - Parameter drivers: What was found.
  /// - Returns: A ranking for each.
  public static func rankings(_ drivers: [Drivers]) -> [[(
    factor: String, measure: String, value: Double
  )]] {
    let own = drivers.map(\.ranking)
    let measures = Set(own.compactMap { $0.first?.measure })
    return measures.count > 1 ? drivers.map { sorted($0.coefficients) } : own
  }

  private var coefficients: [(factor: String, measure: String, value: Double)] {
    guard let regression else { return [] }
    return zip(regression.factors, regression.ranks).map { ($0, "|SRRC|", abs($1.value)) }
  }

  private static func sorted(_ found: [(factor: String, measure: String, value: Double)]) -> [(
    factor: String, measure: String, value: Double
  )] {
    found.filter { !$0.value.isNaN }.sorted { $0.value > $1.value }
  }
}

/// A response at the points of a design.
struct PointValues {
  /// The mean over replicates at each point; `nil` without.
  var means: [Double?]
  /// For each point that has values, those of the replicates that all such points have.
  let shared: [[Double]]

  init(
    _ table: RunTable, _ response: Response, _ count: Int, _ strategy: String, _ versus: String?
  ) {
    means = Array(repeating: nil, count: count)
    var rows: [[Int32: Double]] = []
    guard let first = table.strategies.firstIndex(of: strategy) else {
      shared = []
      return
    }
    let second = versus.flatMap { table.strategies.firstIndex(of: $0) }
    for (index, point) in table.points.enumerated() where point < count {
      var row: [Int32: Double] = [:]
      table.forEachReplicate(at: index, [first] + (second.map { [$0] } ?? [])) { places in
        let value =
          response.column[places[0]] - (places.count > 1 ? response.column[places[1]] : 0)
        if !value.isNaN { row[table.replicate(at: places[0])] = value }
      }
      guard !row.isEmpty else { continue }
      means[point] = Statistics.mean(row.sorted { $0.key < $1.key }.map(\.value))
      rows.append(row)
    }
    let common = rows.dropFirst().reduce(Set((rows.first ?? [:]).keys)) { $0.intersection($1.keys) }
      .sorted()
    shared = rows.map { row in common.compactMap { row[$0] } }
  }
}
