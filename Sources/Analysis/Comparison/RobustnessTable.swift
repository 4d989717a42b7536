public import Tables

/// The table of robustness: one row per metric, criterion and strategy.
public enum RobustnessTable {
  /// The columns.
  public static let schema = TableSchema(
    name: "robustness",
    columns: [
      Column("experiment", .text, description: "Name of the experiment."),
      Column(
        "metric", .text,
        description: "Name of the metric; weighted for the weighted ambitions, pareto for what is "
          + "undominated on them."),
      Column("strategy", .text, description: "Name of the strategy."),
      Column(
        "criterion", .text,
        description: "mean, maximin (worst point), maximax (best point), hurwicz (parameter best + "
          + "(1 - parameter) worst), minimax_regret (largest regret), mean_regret, satisficing "
          + "(share of points that reach the parameter), best_share (share of points where best), "
          + "percentile (from the worse end); of pareto undominated (1 or 0, by means), "
          + "undominated_share (of points), undominated_probability (bootstrap over contexts)."),
      Column("parameter", .number, description: "What the criterion depends on."),
      Column(
        "value", .number, description: "The strategy's number, in the metric's unit or a share."),
      Column("rank", .integer, description: "Place among the strategies, 1 the best."),
      Column("points", .integer, description: "Design points."),
    ])

  /// Encodes scores, with the header line.
  ///
  /// - Parameters:
  ///   - scores: The scores of each response.
  ///   - front: What is undominated; `nil` if nothing is traded off.
  ///   - experiment: The experiment's name.
  ///   - points: The number of design points.
  /// - Returns: The rows.
  public static func encode(
    _ scores: [RobustnessScores], front: ParetoFront?, experiment: String, points: Int
  ) -> RowEncoder {
    var encoder = RowEncoder(schema: schema)
    encoder.appendHeader()
    func append(
      _ metric: String, _ strategy: String, _ criterion: String, _ parameter: Double?,
      _ value: Double?, rank: Int?, points: Int
    ) {
      encoder.append(experiment)
      encoder.append(metric)
      encoder.append(strategy)
      encoder.append(criterion)
      encoder.append(parameter)
      encoder.append(value)
      encoder.append(rank)
      encoder.append(points)
      encoder.endRow()
    }
    for robustness in scores {
      for score in robustness.scores {
        append(
          robustness.response, score.strategy, score.criterion, score.parameter, score.value,
          rank: score.rank, points: robustness.points)
      }
    }
    for member in front?.members ?? [] {
      let values = [
        ("undominated", member.isUndominated ? 1 : 0),
        ("undominated_share", member.shareOfPoints),
        ("undominated_probability", member.probability),
      ]
      for (criterion, value) in values {
        append("pareto", member.strategy, criterion, nil, value, rank: nil, points: points)
      }
    }
    return encoder
  }
}
