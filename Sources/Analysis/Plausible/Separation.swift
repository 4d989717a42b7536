internal import GSL

/// A factor that a response goes with, so that cases, where the response is on one side, are more frequent
/// on one side of a limit of the factor.
///
/// It is the first split of a regression tree of the response's ranks for one factor: of the limits that
/// ``FactorSplits`` has, that with the greatest χ² of the rank sums on its two sides (Wilcoxon 1945).
///
/// What chance can do is seen by dealing the responses out anew, ``deals`` times: a factor is named if
/// in at most ``level`` of the deals any factor not passed yet parts the ranks as well (step-down max T of
/// Westfall & Young 1993), and if the shares of cases on its two sides differ by themselves (χ² test at
/// 5 %): what moves the response need not move it across. As a factor with m limits has more
/// chances, 2 ln m is taken off its χ².
public struct Separation: Equatable, Sendable {
  /// The points on one side, and the cases among them.
  public struct Side: Equatable, Sendable {
    /// The cases.
    public let cases: Int
    /// The points.
    public let points: Int
    /// The share of cases.
    public var share: Double { Double(cases) / Double(points) }
  }

  /// The factor's path.
  public let factor: String
  /// The limit.
  public let limit: Double
  /// The points with a value up to the limit.
  public let below: Side
  /// The points with a value above it.
  public let above: Side
  /// The chance that any factor parts the responses as well where none has to do with them.
  public let probability: Double

  /// The most factors that are named.
  public static let most = 3
  /// The chance of naming one wrongly.
  public static let level = 0.05
  /// How often responses are dealt out anew.
  public static let deals = 1000
  /// The fewest cases, and others, that are searched.
  public static let fewest = 5
  /// The most points that are searched, the first; those on the two sides are counted among all.
  public static let mostPoints = 1000
  /// The share of points on each side at least.
  public static let leastMass = 0.1

  /// Searches for factors.
  ///
  /// - Parameters:
  ///   - design: The points.
  ///   - responses: The response at each.
  ///   - isCase: Whether each is a case.
  /// - Returns: The factors that part responses and cases beyond chance, the strongest first; none with
  ///   fewer than ``fewest`` cases or others.
  public static func found(
    _ design: DesignPoints, responses: [Double], isCase: [Bool]
  ) -> [Separation] {
    precondition(isCase.count == design.values.count && responses.count == isCase.count)
    let searched = isCase.prefix(mostPoints)
    let cases = searched.count(where: \.self)
    guard min(cases, searched.count - cases) >= fewest else { return [] }
    let ranks = standardised(Statistics.ranks(Array(responses.prefix(mostPoints))))
    let values = design.values.prefix(mostPoints)
    let splits = design.factors.indices.compactMap { place in
      FactorSplits(place, values.map { $0[place] })
    }
    let own = splits.map { $0.best(ranks) }
    let order = splits.indices.sorted { (own[$0].score, $1) > (own[$1].score, $0) }
    let chance = dealt(ranks, splits)
    var (named, most) = ([Separation](), 0.0)
    for (rank, place) in order.enumerated() where named.count < Self.most {
      let rest = order[rank...]
      let asGood = chance.count { deal in rest.contains { deal[$0] >= own[place].score } }
      most = max(most, Double(asGood + 1) / Double(deals + 1))
      guard most <= level else { break }
      let found = Separation(
        design, splits[place].factor, at: splits[place].limits[own[place].limit], isCase, most)
      if found.hasOtherShares { named.append(found) }
    }
    return named
  }

  /// Whether the shares of cases on the two sides differ, by the χ² test at 5 %.
  private var hasOtherShares: Bool {
    let (low, high) = (Double(below.points), Double(above.points))
    let all = Double(below.cases + above.cases) / (low + high)
    let distance = below.share - above.share
    return distance * distance > 3.841459 * all * (1 - all) * (1 / low + 1 / high)
  }

  /// Values with mean 0 and variance 1; all 0 where they do not vary.
  private static func standardised(_ values: [Double]) -> [Double] {
    let mean = Statistics.mean(values) ?? 0
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(values.count)).squareRoot()
    return values.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
  }

  /// Counts the points on the two sides of a limit.
  private init(
    _ design: DesignPoints, _ place: Int, at limit: Double, _ isCase: [Bool],
    _ probability: Double
  ) {
    factor = design.factors[place]
    self.limit = limit
    self.probability = probability
    let low = isCase.indices.filter { design.values[$0][place] <= limit }
    let lowCases = low.count { isCase[$0] }
    below = Side(cases: lowCases, points: low.count)
    above = Side(
      cases: isCase.count(where: \.self) - lowCases, points: isCase.count - low.count)
  }

  /// The best score of each factor in each deal.
  private static func dealt(_ ranks: [Double], _ splits: [FactorSplits]) -> [[Double]] {
    var random = RandomSource()
    let stream = RandomSource.stream(
      run: RandomSource.runKey(0x74_75_72_6e), mechanism: 0, round: 0)  // "turn"
    return (0..<deals).map { deal in
      random.place(stream, item: UInt32(deal))
      var ranks = ranks
      for last in stride(from: ranks.count - 1, to: 0, by: -1) {
        ranks.swapAt(last, random.integer(below: last + 1))
      }
      return splits.map { $0.best(ranks).score }
    }
  }
}
