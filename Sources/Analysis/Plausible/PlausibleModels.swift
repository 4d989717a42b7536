internal import GSL

/// In how many plausible models a strategy is ahead of another.
///
/// A model is a design point: values of all that is assumed. In each, strategies meet the same
/// municipalities; the mean of their paired differences says which is ahead there.
///
/// ```swift
/// let response = try Response("relevance", of: table)
/// let answer = PlausibleModels(table, on: response, "guided", versus: "in-house")
/// ```
public struct PlausibleModels: Equatable, Sendable {
  /// What is found in one model.
  public struct Model: Equatable, Sendable {
    /// The number of the design point.
    public let point: Int
    /// The mean paired difference, the context being the unit.
    public let difference: Estimate
    /// Whether the difference is on the better side.
    public let isAhead: Bool
    /// Whether the 95 % interval excludes no difference; by the sign test where all differences are
    /// the same.
    public let isClear: Bool
  }

  /// The response's name.
  public let metric: String
  /// The strategy.
  public let strategy: String
  /// The strategy that is subtracted.
  public let versus: String
  /// Whether more is better.
  public let higherIsBetter: Bool
  /// The models in which both have a value in some run, by their points.
  public let models: [Model]
  /// The models in which the strategy is ahead.
  public let ahead: Int
  /// Those in which it is behind; in what is left there is no difference at all.
  public let behind: Int
  /// Those in which it is clearly ahead.
  public let clearlyAhead: Int
  /// Those in which it is clearly behind.
  public let clearlyBehind: Int
  /// Wilson's 95 % interval of the share of models in which it is ahead; the models are the trials.
  public let interval: ClosedRange<Double>
  /// The 5 %, 50 % and 95 % quantiles of the mean difference over models.
  public let quantiles: [Double]

  /// Of the variance of the models' differences, the share that so few replicates leave to luck (see
  /// ``VarianceShares/chance``); `nil` with one replicate or one model.
  public let luck: Double?

  /// The share of models in which it would be ahead without that luck; `nil` where it is not known.
  ///
  /// The differences are drawn together around their mean until they spread as much as the models
  /// themselves do, by √(1 - luck) (Louis 1984).
  public let shareWithoutLuck: Double?
  /// The same with the mean at the ends of its 95 % interval over contexts, which all models share.
  public let intervalWithoutLuck: ClosedRange<Double>?

  /// Whether other municipalities might turn what holds in most models: ``intervalWithoutLuck`` has a
  /// half in it.
  public var isUnsettled: Bool { intervalWithoutLuck?.contains(0.5) ?? false }

  /// The share of models in which it is ahead.
  public var share: Double { Double(ahead) / Double(models.count) }

  /// Whether some model has contexts enough for an interval.
  public var hasIntervals: Bool { models.contains { $0.difference.standardError != nil } }

  /// Counts models; `nil` where the two share no runs with a value.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - response: What the two are compared on.
  ///   - strategy: The name of a strategy.
  ///   - versus: The name of the strategy to subtract.
  public init?(
    _ table: RunTable, on response: Response, _ strategy: String, versus: String
  ) {
    guard let first = table.strategies.firstIndex(of: strategy),
      let second = table.strategies.firstIndex(of: versus)
    else { return nil }
    let samples = table.points.indices.map { index in
      let differences = table.differences(in: response.column, at: index, first, minus: second)
      return Sample(
        values: differences.map { $0.value.isNaN ? nil : $0.value },
        contexts: differences.map { table.context(at: $0.place) },
        points: differences.map { _ in table.points[index] })
    }
    let models = zip(table.points, samples).compactMap { point, sample -> Model? in
      guard let difference = Estimate(meanOf: sample) else { return nil }
      return Model(
        point: point, difference: difference,
        isAhead: response.oriented(difference.value) > 0,
        isClear: Comparison.Pair.probability(of: difference) <= 0.05)
    }
    let ahead = models.count(where: \.isAhead)
    guard !models.isEmpty,
      let interval = try? Statistics.wilsonInterval(
        Double(ahead) / Double(models.count), of: models.count)
    else { return nil }
    metric = response.name
    higherIsBetter = response.higherIsBetter
    self.strategy = strategy
    self.versus = versus
    self.models = models
    self.ahead = ahead
    self.interval = interval
    let others = models.filter { !$0.isAhead && $0.difference.value != 0 }
    behind = others.count
    clearlyAhead = models.count { $0.isAhead && $0.isClear }
    clearlyBehind = others.count(where: \.isClear)
    let sorted = models.map(\.difference.value).sorted()
    let values = PointValues(
      table, response, (table.points.last ?? 0) + 1, strategy, versus)
    let luck = VarianceShares(values.shared)?.chance
    let mean = Estimate(
      meanOf: Sample(
        values: samples.flatMap(\.values), contexts: samples.flatMap(\.contexts),
        points: samples.flatMap(\.points)))
    func share(around centre: Double) -> Double? {
      guard let luck, let mean else { return nil }
      let better = models.count { model in
        response.oriented(centre + (1 - luck).squareRoot() * (model.difference.value - mean.value))
          > 0
      }
      return Double(better) / Double(models.count)
    }
    self.luck = luck
    shareWithoutLuck = mean.flatMap { share(around: $0.value) }
    let ends = mean?.interval(0.95).map { [$0.lowerBound, $0.upperBound].compactMap(share) } ?? []
    intervalWithoutLuck = ends.min().flatMap { low in ends.max().map { low...$0 } }
    quantiles = [0.05, 0.5, 0.95].compactMap { Statistics.quantile(sorted: sorted, $0) }
  }

  /// The factors that separate the models in which it is ahead from the others beyond chance.
  ///
  /// - Parameter design: The points, in the order of their numbers.
  /// - Returns: At most three, the strongest first; see ``Separation``.
  public func turns(_ design: DesignPoints) -> [Separation] {
    let known = models.filter { $0.point < design.values.count }
    return Separation.found(
      DesignPoints(factors: design.factors, values: known.map { design.values[$0.point] }),
      responses: known.map(\.difference.value), isCase: known.map(\.isAhead))
  }
}
