internal import GSL

/// What a pilot says of the difference of two strategies on the same replicates, and how many
/// replicates show a difference of a given size.
///
/// The context is the unit: processes count by their context's mean.
public struct Pilot: Equatable, Sendable {
  /// The contexts in which both strategies have the metric.
  public let count: Int
  /// The share of contexts that those are: the others say nothing of the difference.
  public let definedShare: Double
  /// The mean difference, with its standard error.
  public let difference: Estimate
  /// The standard deviation of differences.
  public let deviation: Double
  /// The correlation of the two strategies over contexts; `nil` where one does not vary.
  public let correlation: Double?
  /// The standard deviation that differences of independent contexts would have.
  public let unpairedDeviation: Double

  /// Takes the samples of two strategies; `nil` with fewer than two contexts where both have a
  /// value.
  ///
  /// - Parameters:
  ///   - first: The values of one strategy.
  ///   - second: Those of the other, of the same runs in the same order.
  public init?(_ first: Sample, minus second: Sample) {
    // A replicate counts where both have a value.
    let isPresent = zip(first.values, second.values).map { $0 != nil && $1 != nil }
    func kept(_ sample: Sample) -> Sample {
      Sample(
        values: zip(sample.values, isPresent).map { $1 ? $0 : nil }, contexts: sample.contexts,
        points: sample.points)
    }
    let (one, other) = (kept(first), kept(second))
    let both = Sample.combination([(one, 1), (other, -1)])
    let differences = both.contextMeans
    guard !both.hasLonePoint, let difference = Estimate(meanOf: differences),
      let error = difference.standardError,
      let ownDeviation = Statistics.standardDeviation(one.contextMeans),
      let otherDeviation = Statistics.standardDeviation(other.contextMeans)
    else { return nil }
    count = differences.count
    definedShare =
      isPresent.contains(false)
      ? Double(count) / Double(max(count, Set(first.contexts).count)) : 1
    self.difference = difference
    deviation = error * Double(count).squareRoot()
    let variances = ownDeviation * ownDeviation + otherDeviation * otherDeviation
    unpairedDeviation = variances.squareRoot()
    let product = ownDeviation * otherDeviation
    correlation =
      product > 0
      ? max(-1, min(1, (variances - deviation * deviation) / (2 * product))) : nil
  }

  /// The upper limit of the true standard deviation of differences, √((m - 1) / χ²(1 - p; m - 1))
  /// times that of the pilot with m contexts, for normal differences.
  ///
  /// - Parameter confidence: p, above 0 and below 1.
  /// - Returns: The limit.
  public func deviationLimit(_ confidence: Double) -> Double {
    let freedom = Double(count - 1)
    guard
      let quantile = try? Statistics.chiSquareQuantile(1 - confidence, degreesOfFreedom: freedom)
    else { return .infinity }
    return deviation * (freedom / quantile).squareRoot()
  }

  /// How many replicates show a difference.
  public struct Need: Equatable, Sendable {
    /// With the pilot's standard deviation; `nil` where there are no so many.
    public let replicates: Int?
    /// With the upper 95 % limit of the standard deviation.
    public let safeReplicates: Int?
    /// Without pairing: contexts of each strategy, none shared.
    public let unpairedReplicates: Int?
  }

  /// The fewest contexts with which the two-sided paired t test shows a difference, those counted in
  /// that will say nothing of it.
  ///
  /// - Parameters:
  ///   - effect: The difference, above 0.
  ///   - power: The chance to show it, below 1.
  ///   - level: The level of the test, above 0 and below 1.
  /// - Returns: The numbers.
  public func need(_ effect: Double, power: Double, level: Double) -> Need {
    func all(_ count: Int?) -> Int? {
      count.map { Int((Double($0) / definedShare).rounded(.up)) }
    }
    return Need(
      replicates: all(
        Self.fewest(effect, deviation) {
          try? Statistics.replicates(effect: $0, power: power, level: level)
        }),
      safeReplicates: all(
        Self.fewest(effect, deviationLimit(0.95)) {
          try? Statistics.replicates(effect: $0, power: power, level: level)
        }),
      unpairedReplicates: all(
        Self.fewest(effect, unpairedDeviation) {
          try? Statistics.unpairedReplicates(effect: $0, power: power, level: level)
        }))
  }

  /// The chance that a number of contexts shows a difference.
  ///
  /// - Parameters:
  ///   - effect: The difference, above 0.
  ///   - count: The number of contexts, of which some will say nothing of it.
  ///   - level: The level of the test, above 0 and below 1.
  /// - Returns: The power; `nil` where one context says nothing.
  public func power(_ effect: Double, count: Int, level: Double) -> Double? {
    let count = Int((Double(count) * definedShare).rounded(.down))
    guard count > 1 else { return nil }
    guard deviation > 0 else { return 1 }
    return try? Statistics.pairedPower(effect: effect / deviation, count: count, level: level)
  }

  private static func fewest(_ effect: Double, _ deviation: Double, _ count: (Double) -> Int??)
    -> Int?
  {
    // Without spread the same difference is seen again and again, and two see that.
    deviation > 0 ? count(effect / deviation) ?? nil : 2
  }
}
