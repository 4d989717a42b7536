internal import GSL

/// The patient rule induction method: a part of the factors' space in which cases of interest are
/// dense (Friedman & Fisher 1999; Bryant & Lempert 2010).
///
/// From the whole, again and again the slice is peeled off that raises the share of cases most for
/// each point that it costs; at the end what was cut too deep is pasted on again. Slices hold
/// ``slice`` of the points, a box at least ``leastMass`` of them. Every step is kept, since coverage
/// is paid for with density.
public struct Prim: Equatable, Sendable {
  /// A box on the way.
  public struct Box: Equatable, Sendable {
    /// The limits of each factor, in it.
    public let limits: [ClosedRange<Double>]
    /// The points in it.
    public let points: Int
    /// The points of interest in it.
    public let cases: Int
    /// Of all points of interest, the share that is in it.
    public let coverage: Double
    /// Of its points, the share that is of interest.
    public let density: Double
    /// Of all points, the share that is in it.
    public let mass: Double
    /// The places of the factors that it restricts.
    public let restricted: [Int]

    /// What the choice goes by: the harmonic mean of coverage and density.
    public var balance: Double {
      coverage + density > 0 ? 2 * coverage * density / (coverage + density) : 0
    }
  }

  /// How much a limit matters.
  public struct Limit: Equatable, Sendable {
    /// The place of the factor.
    public let factor: Int
    /// The limits of the box.
    public let range: ClosedRange<Double>
    /// The least and the greatest value of its points.
    public let values: ClosedRange<Double>
    /// The probability of as many cases in the box, were its density that of the box without the
    /// cut at the lower end (one-sided binomial test); `nil` if that is not cut.
    public let lowProbability: Double?
    /// The same of the upper end.
    public let highProbability: Double?
    /// How often the factor is restricted in the box of the same coverage of a random half of the
    /// points.
    public let sameCoverage: Double
    /// How often in the box of the same density.
    public let sameDensity: Double

    /// Whether four of five halves restrict the factor by both measures.
    public var isReproduced: Bool { min(sameCoverage, sameDensity) >= 0.8 }
  }

  /// The factors, by their paths.
  public let factors: [String]
  /// The boxes on the way, the whole space first.
  public let boxes: [Box]
  /// The place of the box with the best balance of coverage and density.
  public let chosen: Int
  /// The factors that the chosen box restricts.
  public let limits: [Limit]

  /// The share of a box's points in a slice.
  public static let slice = 0.05
  /// The least share of all points in a box.
  public static let leastMass = 0.05
  /// The fewest points of interest, and of others, that a part is searched for, and the least share.
  public static let fewest = 5
  /// How many random halves of the points are searched.
  public static let halves = 20

  /// Searches for the box; `nil` with fewer than ``fewest`` points, or a share below ``leastMass``, that
  /// are of interest, or are not.
  ///
  /// - Parameters:
  ///   - design: The points.
  ///   - isCase: Whether each is of interest.
  public init?(_ design: DesignPoints, isCase: [Bool]) {
    precondition(isCase.count == design.values.count)
    let columns = design.factors.indices.map { factor in design.values.map { $0[factor] } }
    let cases = isCase.count(where: \.self)
    let fewer = min(cases, isCase.count - cases)
    guard fewer >= Self.fewest, Double(fewer) >= Self.leastMass * Double(isCase.count) else {
      return nil
    }
    var search = BoxSearch(columns, isCase)
    search.run()
    factors = design.factors
    boxes = search.boxes
    var chosen = 0
    for place in boxes.indices where boxes[place].balance > boxes[chosen].balance {
      chosen = place
    }
    self.chosen = chosen
    limits = Self.limits(search, boxes[chosen], columns, isCase)
  }

  /// The box with the best balance of coverage and density.
  public var best: Box { boxes[chosen] }

  private static func limits(
    _ search: BoxSearch, _ box: Box, _ columns: [[Double]], _ isCase: [Bool]
  ) -> [Limit] {
    let repeated = halves(box, columns, isCase)
    let whole = search.boxes[0].limits
    return box.restricted.map { factor in
      let range = box.limits[factor]
      func probability(_ wider: ClosedRange<Double>) -> Double? {
        guard wider != range else { return nil }
        var limits = box.limits
        limits[factor] = wider
        let inside = search.inside(limits)
        let share = Double(inside.count { isCase[$0] }) / Double(inside.count)
        return Statistics.binomialUpperTail(box.cases, of: box.points, share)
      }
      let values = search.inside(box.limits).map { columns[factor][$0] }
      return Limit(
        factor: factor, range: range, values: (values.min() ?? 0)...(values.max() ?? 0),
        lowProbability: probability(whole[factor].lowerBound...range.upperBound),
        highProbability: probability(range.lowerBound...whole[factor].upperBound),
        sameCoverage: repeated.coverage[factor], sameDensity: repeated.density[factor])
    }
  }

  /// How often factors are restricted when a random half of the points is searched.
  private static func halves(_ box: Box, _ columns: [[Double]], _ isCase: [Bool]) -> (
    coverage: [Double], density: [Double]
  ) {
    var random = RandomSource()
    let stream = RandomSource.stream(
      run: RandomSource.runKey(0x70_72_69_6d), mechanism: 0, round: 0)  // "prim"
    var counts = (
      coverage: [Int](repeating: 0, count: columns.count),
      density: [Int](repeating: 0, count: columns.count)
    )
    for half in 0..<halves {
      random.place(stream, item: UInt32(half))
      var places = Array(isCase.indices)
      for place in 0..<places.count / 2 {
        places.swapAt(place, place + random.integer(below: places.count - place))
      }
      places.removeLast(places.count - places.count / 2)
      let drawn = places.map { isCase[$0] }
      guard drawn.contains(true) else { continue }
      var search = BoxSearch(columns.map { column in places.map { column[$0] } }, drawn)
      search.run()
      for factor in search.nearest(box.coverage, by: \.coverage, then: \.density)
        .restricted
      {
        counts.coverage[factor] += 1
      }
      for factor in search.nearest(box.density, by: \.density, then: \.coverage)
        .restricted
      {
        counts.density[factor] += 1
      }
    }
    return (
      counts.coverage.map { Double($0) / Double(halves) },
      counts.density.map { Double($0) / Double(halves) }
    )
  }
}
