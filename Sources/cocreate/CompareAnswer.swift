internal import Analysis
internal import CoCreation

extension CompareCommand {
  /// What is found.
  struct Answer {
    /// On each metric, then weighted: at the one point, or the mean over all of them.
    let overall: [Comparison]
    /// All of them, at every point and over all.
    let comparisons: [Comparison]
    /// Over several points, for each metric and weighted.
    let robustness: [RobustnessScores]
    let front: ParetoFront?
    /// What is good enough of each metric and weighted; `nil` where that is the mean of a strategy without.
    let thresholds: [Double?]

    /// Of plausible models, which are counted elsewhere, it has the mean over all alone.
    init(
      _ table: RunTable, _ metrics: [RunMetric], _ options: Options, point: Int?,
      isPlausible: Bool = false
    ) throws {
      var responses = try metrics.map { metric in
        try Response(metric.name, of: table, higherIsBetter: metric.better == .higher)
      }
      front =
        responses.count > 1 && point == nil && !isPlausible ? ParetoFront(table, responses) : nil
      if responses.count > 1 {
        responses.append(
          Response(CompareCommand.weighted, weighing: Array(zip(responses, options.weights))))
      }
      let isSeveral = table.points.count > 1 && point == nil
      overall = responses.map {
        Comparison(table, on: $0, at: point ?? (isSeveral ? nil : table.points[0]))
      }
      guard isSeveral, !isPlausible else {
        (comparisons, robustness, thresholds) = (overall, [], [])
        return
      }
      var (comparisons, robustness, thresholds) = (overall, [RobustnessScores](), [Double?]())
      for (response, overall) in zip(responses, overall) {
        let single = table.points.map { Comparison(table, on: response, at: $0) }
        let usual = overall.standings.first { $0.strategy == options.versus }?.mean?.value
        let threshold = options.thresholds[response.name] ?? usual
        comparisons += single
        thresholds.append(threshold)
        if let scores = RobustnessScores(single, optimism: options.optimism, threshold: threshold) {
          robustness.append(scores)
        }
      }
      (self.comparisons, self.robustness, self.thresholds) = (comparisons, robustness, thresholds)
    }
  }
}
