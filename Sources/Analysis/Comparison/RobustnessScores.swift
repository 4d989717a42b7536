internal import GSL

/// How strategies do over all design points, which are what is not known of the municipality.
///
/// A criterion makes one number of a strategy's means at the points, and ranks strategies by it. The
/// means are estimates: with few replicates the worst and the best point are partly bad and good luck.
public struct RobustnessScores: Equatable, Sendable {
  /// A rule that makes one number of a strategy's means.
  struct Criterion: Sendable {
    /// The name in tables.
    let name: String
    /// What it depends on, such as Hurwicz' α; `nil` without.
    let parameter: Double?
    /// Whether a high number is good, once more is better.
    let isGood: Bool
    /// Whether the number is in the response's unit and so turned back where less is better.
    let isOutcome: Bool
    /// The number of means and regrets, more being better; both sorted and not empty.
    let value: @Sendable (_ means: [Double], _ regrets: [Double]) -> Double?
  }

  /// A strategy's number by a criterion.
  public struct Score: Equatable, Sendable {
    /// The strategy.
    public let strategy: String
    /// The criterion's name.
    public let criterion: String
    /// What the criterion depends on.
    public let parameter: Double?
    /// The number; `nil` for a strategy without values.
    public let value: Double?
    /// The place among the strategies, from 1; equals share the better one.
    public let rank: Int?
  }

  /// The response's name.
  public let response: String
  /// The points at which all strategies that have values at all have one.
  public let points: Int
  /// The scores, criterion by criterion and in it in the order of strategies.
  public let scores: [Score]

  /// The criteria; percentiles count from the worse end.
  ///
  /// - Parameters:
  ///   - optimism: Hurwicz' α, the weight of the best point against the worst, from 0 to 1.
  ///   - threshold: What satisfices, in the response's unit; without it that criterion is left out.
  ///   - sign: -1 where less is better, else 1.
  /// - Returns: The criteria, in the order of the table.
  static func criteria(optimism: Double, threshold: Double?, sign: Double) -> [Criterion] {
    [
      .init(name: "mean", parameter: nil, isGood: true, isOutcome: true) { means, _ in
        Statistics.mean(means)
      },
      .init(name: "maximin", parameter: nil, isGood: true, isOutcome: true) { means, _ in means[0]
      },
      .init(name: "maximax", parameter: nil, isGood: true, isOutcome: true) { means, _ in
        means[means.count - 1]
      },
      .init(name: "hurwicz", parameter: optimism, isGood: true, isOutcome: true) { means, _ in
        optimism * means[means.count - 1] + (1 - optimism) * means[0]
      },
      .init(name: "minimax_regret", parameter: nil, isGood: false, isOutcome: false) {
        $1[$1.count - 1]
      },
      .init(name: "mean_regret", parameter: nil, isGood: false, isOutcome: false) {
        Statistics.mean($1)
      },
      .init(name: "best_share", parameter: nil, isGood: true, isOutcome: false) { _, regrets in
        Double(regrets.count { $0 == 0 }) / Double(regrets.count)
      },
    ]
      + [threshold].compactMap(\.self).map { threshold in
        .init(name: "satisficing", parameter: threshold, isGood: true, isOutcome: false) {
          means, _ in
          Double(means.count { $0 >= sign * threshold }) / Double(means.count)
        }
      }
      + [0.05, 0.25, 0.5, 0.75, 0.95].map { fraction in
        .init(name: "percentile", parameter: 100 * fraction, isGood: true, isOutcome: true) {
          means, _ in Statistics.quantile(sorted: means, fraction)
        }
      }
  }

  /// Scores strategies; `nil` without comparisons.
  ///
  /// - Parameters:
  ///   - comparisons: The comparisons at each design point, all on one response.
  ///   - optimism: Hurwicz' α, from 0 to 1.
  ///   - threshold: What satisfices, in the response's unit; `nil` if it is not known.
  public init?(_ comparisons: [Comparison], optimism: Double, threshold: Double?) {
    guard let first = comparisons.first else { return nil }
    response = first.response
    let sign = first.higherIsBetter ? 1.0 : -1
    let names = first.standings.map(\.strategy)
    let rows = comparisons.map { $0.standings.map { $0.mean.map { sign * $0.value } } }
    let present = names.indices.filter { place in rows.contains { $0[place] != nil } }
    let whole = rows.compactMap { row -> [Double]? in
      let values = present.compactMap { row[$0] }
      return values.count == present.count ? values : nil
    }
    points = whole.count
    guard !whole.isEmpty else {
      scores = []
      return
    }
    let means = present.indices.map { index in whole.map { $0[index] }.sorted() }
    let regrets = present.indices.map { index in
      whole.map { ($0.max() ?? 0) - $0[index] }.sorted()
    }
    var scores: [Score] = []
    for criterion in Self.criteria(optimism: optimism, threshold: threshold, sign: sign) {
      let values = present.indices.map { criterion.value(means[$0], regrets[$0]) }
      for (place, name) in names.enumerated() {
        let index = present.firstIndex(of: place)
        let value = index.flatMap { values[$0] }
        let rank = value.map { own in
          1
            + values.count { other in
              other.map { criterion.isGood ? $0 > own : $0 < own } ?? false
            }
        }
        scores.append(
          Score(
            strategy: name, criterion: criterion.name, parameter: criterion.parameter,
            value: value.map { criterion.isOutcome ? sign * $0 : $0 }, rank: rank))
      }
    }
    self.scores = scores
  }

  /// The scores by a criterion, in the order of strategies.
  public func scores(by criterion: String, _ parameter: Double? = nil) -> [Score] {
    scores.filter {
      $0.criterion == criterion && (parameter == nil || $0.parameter == parameter)
    }
  }
}
