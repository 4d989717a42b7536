internal import GSL
public import Tables

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
  /// Bonferroni's correction. Over several design points it is about the mean of the points' means.
  /// `nil` when no strategy has the metric.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - metric: The metric; more is better.
  /// - Throws: ``TableFileError``
  public init?(_ table: RunTable, metric: String) throws(TableFileError) {
    var means: [(name: String, mean: Double)] = []
    for strategy in table.strategies {
      let sample = try table.sample(of: metric, under: strategy)
      if let mean = Statistics.mean(sample.contextMeans) { means.append((strategy, mean)) }
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
    var rivals: [String] = []
    for other in others.map(\.name) {
      let differences = try table.differences(of: metric, best.name, minus: other).contextMeans
      let halfWidth = (try? Statistics.halfWidth(differences, confidence: confidence)) ?? nil
      if let mean = Statistics.mean(differences), let halfWidth, mean - halfWidth > 0 { continue }
      rivals.append(other)
    }
    self.rivals = rivals
  }
}
