internal import GSL

/// A factor that tells cases from others, and where it parts them.
///
/// It is the first split of a tree for one factor: the limit with the greatest χ² of the table of
/// cases and others on its two sides. Limits are the tenths of a factor's values, and all there are of a factor of
/// ten values or fewer, with a tenth of the points at least on each side.
///
/// What chance can do is seen by dealing the cases out anew, ``deals`` times: a factor is named if
/// in at most ``level`` of the deals any factor not yet named parts the cases as well (step-down max T of
/// Westfall & Young 1993). As a factor with m limits has more chances, 2 ln m is taken off its χ².
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
  /// The chance that any factor parts the cases as well where none has to do with them.
  public let probability: Double

  /// The most factors that are named.
  public static let most = 3
  /// The chance of naming one wrongly.
  public static let level = 0.05
  /// How often cases are dealt out anew.
  public static let deals = 1000
  /// The fewest cases, and others, that are searched.
  public static let fewest = 5
  /// The most points that are searched, the first; those on the two sides are counted among all.
  public static let mostPoints = 2000
  /// The share of points on each side at least.
  public static let leastMass = 0.1

  /// Searches for factors.
  ///
  /// - Parameters:
  ///   - design: The points.
  ///   - isCase: Whether each is a case.
  /// - Returns: The factors that part the cases beyond chance, the strongest first; none with fewer than
  ///   ``fewest`` cases or others.
  public static func found(_ design: DesignPoints, isCase: [Bool]) -> [Separation] {
    precondition(isCase.count == design.values.count)
    let searched = Array(isCase.prefix(mostPoints))
    let cases = searched.count(where: \.self)
    guard min(cases, searched.count - cases) >= fewest else { return [] }
    let values = design.values.prefix(mostPoints)
    let splits = design.factors.indices.compactMap { place in
      FactorSplits(place, values.map { $0[place] })
    }
    let own = splits.map { $0.best(searched.indices.filter { searched[$0] }) }
    let order = splits.indices.sorted { (own[$0].score, $1) > (own[$1].score, $0) }
    let chance = dealt(splits, cases: cases, of: searched.count)
    var named: [Separation] = []
    for (rank, place) in order.prefix(most).enumerated() {
      let rest = order[rank...]
      let asGood = chance.count { deal in rest.contains { deal[$0] >= own[place].score } }
      let probability = Double(asGood + 1) / Double(deals + 1)
      guard probability <= level else { break }
      named.append(
        Separation(
          design, splits[place].factor, at: splits[place].limits[own[place].limit], isCase,
          max(probability, named.last?.probability ?? 0)))
    }
    return named
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
  private static func dealt(_ splits: [FactorSplits], cases: Int, of count: Int) -> [[Double]] {
    var random = RandomSource()
    let stream = RandomSource.stream(
      run: RandomSource.runKey(0x74_75_72_6e), mechanism: 0, round: 0)  // "turn"
    return (0..<deals).map { deal in
      random.place(stream, item: UInt32(deal))
      var places = Array(0..<count)
      for place in 0..<cases {
        places.swapAt(place, place + random.integer(below: count - place))
      }
      let drawn = Array(places[..<cases])
      return splits.map { $0.best(drawn).score }
    }
  }
}
