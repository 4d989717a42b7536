internal import GSL

/// Which strategy is best on a metric, as far as the runs can tell.
public struct Verdict: Equatable, Sendable {
  /// The strategy with the best mean.
  public let best: String
  /// Strategies that cannot be told from it, in the order of the table; empty if it is the winner.
  public let rivals: [String]

  /// Compares strategies by paired differences on the same replicates.
  ///
  /// A strategy is a rival of the best unless the confidence interval of their paired difference
  /// lies wholly above zero: Student's t over contexts, 95 % for all comparisons together by
  /// Bonferroni's correction. `nil` when no strategy has the metric.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - metric: The metric; more is better.
  public init?(_ table: RunTable, metric: String) {
    let means = table.strategies.compactMap { strategy -> (name: String, mean: Double)? in
      let means = table.sample(of: metric, under: strategy).contextMeans
      return Statistics.mean(means).map { (strategy, $0) }
    }
    // The first of equals: the order of the scenario decides, not chance.
    guard
      let best = means.reduce(
        nil as (name: String, mean: Double)?,
        { best, next in
          best.map { next.mean > $0.mean ? next : $0 } ?? next
        })
    else { return nil }
    self.best = best.name
    let others = means.filter { $0.name != best.name }
    let confidence = 1 - 0.05 / Double(max(1, others.count))
    rivals = others.map(\.name).filter { other in
      let differences = table.differences(of: metric, best.name, minus: other).contextMeans
      guard let mean = Statistics.mean(differences),
        let halfWidth = try? Statistics.halfWidth(differences, confidence: confidence)
      else { return true }
      return mean - halfWidth <= 0
    }
  }
}
