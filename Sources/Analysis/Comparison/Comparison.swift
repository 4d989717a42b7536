internal import GSL

/// Strategies compared with each other on the same replicates, on one response, at a design point or
/// over all.
public struct Comparison: Equatable, Sendable {
  /// What a strategy comes to.
  public struct Standing: Equatable, Sendable {
    /// The strategy.
    public let strategy: String
    /// The mean, the context being the unit; `nil` without values.
    public let mean: Estimate?
    /// The probability of being best; `nil` where the strategy has no value.
    public let best: BestShare?
    /// How far its mean falls short of the best mean, in the response's unit; `nil` without values.
    public let regret: Double?
  }

  /// A strategy against another.
  public struct Pair: Equatable, Sendable {
    /// The strategy.
    public let strategy: String
    /// The strategy that is subtracted.
    public let versus: String
    /// The runs in which both have a value.
    public let runs: Int
    /// The mean paired difference, the context being the unit.
    public let difference: Estimate
    /// The difference in standard deviations: of each strategy over contexts, pooled as
    /// √((s₁² + s₂²) / 2); `nil` without spread.
    public let effectSize: Double?
    /// The correlation of the two over contexts; `nil` where one does not vary.
    public let correlation: Double?
    /// 1 - s²_d / (s₁² + s₂²): the share of the difference's variance that the same random numbers took
    /// out; negative where they added some; `nil` without spread.
    public let varianceReduction: Double?
    /// The p value of the paired t test that there is no difference.
    public let probability: Double
    /// The same, corrected by Holm's method for all pairs of the comparison.
    public internal(set) var familyProbability = 1.0
    /// Whether the strategy is the better one where there is a difference.
    public let isAhead: Bool

    /// Whether the two cannot be told apart at 5 % for all pairs of the comparison together.
    public var isTooClose: Bool { familyProbability > 0.05 }
  }

  /// The response's name.
  public let response: String
  /// Whether more is better.
  public let higherIsBetter: Bool
  /// The number of the design point; `nil` for the mean over all.
  public let point: Int?
  /// The strategies, in the order of the table.
  public let standings: [Standing]
  /// Every strategy against every other in the order of the table, where both have values.
  public internal(set) var pairs: [Pair]

  /// Compares strategies.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - response: What they are compared on.
  ///   - point: The number of a design point; the mean over all points if not given.
  public init(_ table: RunTable, on response: Response, at point: Int? = nil) {
    self.init(table, on: response, over: table.indices(of: point), point: point)
  }

  /// Compares strategies over the points at some places.
  init(
    _ table: RunTable, on response: Response, over points: some Collection<Int>, point: Int? = nil
  ) {
    self.response = response.name
    higherIsBetter = response.higherIsBetter
    self.point = point
    let all = Array(table.strategies.indices)
    let means = all.map { Estimate(meanOf: table.sample(in: response.column, $0, over: points)) }
    let present = all.filter { means[$0] != nil }
    let shares = BestShare.shares(table, response, present, points: points)
    let best = means.compactMap { $0.map { response.oriented($0.value) } }.max() ?? 0
    standings = all.map { place in
      let index = present.firstIndex(of: place)
      return Standing(
        strategy: table.strategies[place], mean: means[place],
        best: index.flatMap { shares.isEmpty ? nil : shares[$0] },
        regret: means[place].map { best - response.oriented($0.value) })
    }
    var pairs: [Pair] = []
    for (index, first) in present.enumerated() {
      for second in present[(index + 1)...] {
        let samples = table.pairs(in: response.column, first, second, over: points)
        guard
          let pair = Pair(
            table.strategies[first], samples.0, table.strategies[second], samples.1,
            higherIsBetter: response.higherIsBetter)
        else { continue }
        pairs.append(pair)
      }
    }
    for (index, value) in Multiplicity.holm(pairs.map(\.probability)).enumerated() {
      pairs[index].familyProbability = value
    }
    self.pairs = pairs
  }

  /// A strategy against another, whichever came first in the table; `nil` where they share no runs.
  public func pair(_ strategy: String, _ versus: String) -> Pair? {
    if let pair = pairs.first(where: { $0.strategy == strategy && $0.versus == versus }) {
      return pair
    }
    return pairs.first { $0.strategy == versus && $0.versus == strategy }?.reversed
  }

  /// The strategy with the best mean, the first of equals; `nil` without values.
  public var best: String? {
    standings.first { $0.regret == 0 }?.strategy
  }

  /// The best strategy against the next best; `nil` where there is no other.
  public var lead: Pair? {
    let second = standings.filter { $0.strategy != best && $0.regret != nil }
      .min { ($0.regret ?? 0) < ($1.regret ?? 0) }
    guard let best, let second else { return nil }
    return pair(best, second.strategy)
  }

  /// The strategy that is ahead of all others beyond chance; `nil` if there is none, or no other to
  /// compare it with.
  public var leader: String? {
    standings.count { $0.mean != nil } > 1 && rivals.isEmpty ? best : nil
  }

  /// The strategies that the best is not ahead of beyond chance, on the runs that both have.
  ///
  /// Where some contexts lack the response, means are over different contexts, and the strategy with
  /// the best mean may be behind another where both have a value: then that one is a rival too.
  public var rivals: [String] {
    guard let best else { return [] }
    return standings.filter { $0.mean != nil && $0.strategy != best }.map(\.strategy)
      .filter { other in pair(best, other).map { $0.isTooClose || !$0.isAhead } ?? true }
  }
}

extension Comparison.Pair {
  /// Compares two samples of the same runs; `nil` where no run has both.
  init?(
    _ strategy: String, _ first: Sample, _ versus: String, _ second: Sample, higherIsBetter: Bool
  ) {
    let differences = Sample.combination([(first, 1), (second, -1)])
    let pilot = Pilot(first, minus: second)
    guard let difference = pilot?.difference ?? Estimate(meanOf: differences) else { return nil }
    self.strategy = strategy
    self.versus = versus
    runs = differences.present.count
    self.difference = difference
    let spread = pilot.flatMap { $0.unpairedDeviation > 0 ? $0.unpairedDeviation : nil }
    effectSize = spread.map { difference.value * 2.0.squareRoot() / $0 }
    correlation = pilot?.correlation
    varianceReduction = spread.flatMap { spread in
      pilot.map { 1 - $0.deviation * $0.deviation / (spread * spread) }
    }
    probability = Self.probability(of: difference)
    isAhead = higherIsBetter ? difference.value > 0 : difference.value < 0
  }

  /// The p value of the t test; where all differences are the same, which a t test takes for certainty
  /// however few they are, that of the sign test, 2 · 0.5ⁿ.
  static func probability(of difference: Estimate) -> Double {
    guard let error = difference.standardError else { return 1 }
    // Rounding may part what is the same.
    guard difference.value != 0, error <= 1e-9 * abs(difference.value) else {
      return difference.probability(apartFrom: 0)
    }
    return 2 * Statistics.binomialUpperTail(difference.count, of: difference.count, 0.5)
  }

  private init(reversing pair: Self) {
    strategy = pair.versus
    versus = pair.strategy
    runs = pair.runs
    difference = Estimate(
      value: -pair.difference.value, standardError: pair.difference.standardError,
      count: pair.difference.count)
    effectSize = pair.effectSize.map { -$0 }
    correlation = pair.correlation
    varianceReduction = pair.varianceReduction
    probability = pair.probability
    familyProbability = pair.familyProbability
    isAhead = !pair.isAhead && pair.difference.value != 0
  }

  /// The same with the strategies exchanged.
  public var reversed: Self { Self(reversing: self) }
}
