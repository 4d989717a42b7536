public import Tables

/// The tables of an answer over plausible models.
public enum PlausibleTables {
  /// What is found of a strategy on a metric.
  public typealias Finding = (models: PlausibleModels, turns: [Separation])

  private static let keys = [
    Column("experiment", .text, description: "Name of the experiment."),
    Column("metric", .text, description: "Name of the metric."),
    Column("strategy", .text, description: "Name of the strategy."),
    Column("versus", .text, description: "Name of the strategy that it is compared with."),
  ]

  /// One row per metric and strategy.
  public static let schema = TableSchema(
    name: "plausible",
    columns: keys + [
      Column("models", .integer, description: "Plausible models in which both have the metric."),
      Column("ahead", .integer, description: "Models in which the strategy is ahead."),
      Column("behind", .integer, description: "Models in which it is behind."),
      Column(
        "clearly_ahead", .integer,
        description: "Models in which it is ahead and the model's 95 % interval excludes 0."),
      Column(
        "clearly_behind", .integer,
        description: "Models in which it is behind and the model's 95 % interval excludes 0."),
      Column("share", .number, description: "Share of the models in which it is ahead."),
      Column(
        "ci_low", .number,
        description: "Lower end of the share's 95 % interval, the models being the trials (Wilson)."
      ),
      Column("ci_high", .number, description: "Upper end of the share's 95 % interval."),
      Column(
        "luck", .number,
        description: "Share of the variance of the models' differences that is the luck of so few "
          + "replicates."),
      Column(
        "share_without_luck", .number,
        description:
          "Share of models in which it is ahead once their differences are drawn together "
          + "by that luck."),
      Column(
        "without_luck_low", .number,
        description: "The same with their mean at the worse end of its 95 % interval over contexts."
      ),
      Column("without_luck_high", .number, description: "The same at the better end."),
      Column("q05", .number, description: "5 % quantile of strategy - versus over models."),
      Column("median", .number, description: "Median of strategy - versus over models."),
      Column("q95", .number, description: "95 % quantile of strategy - versus over models."),
    ])

  /// One row per metric, strategy and factor that turns it.
  public static let turns = TableSchema(
    name: "plausible_turns",
    columns: keys + [
      Column("factor", .text, description: "Path of the factor, as in design.csv."),
      Column("limit", .number, description: "Value that parts the models."),
      Column("models_below", .integer, description: "Models with a value up to the limit."),
      Column("ahead_below", .integer, description: "Of these, those in which it is ahead."),
      Column("models_above", .integer, description: "Models with a value above the limit."),
      Column("ahead_above", .integer, description: "Of these, those in which it is ahead."),
      Column(
        "p", .number,
        description: "Chance that any factor parts the differences as well where none matters "
          + "(permutations)."),
    ])

  /// One row per metric, strategy and model.
  public static let models = TableSchema(
    name: "plausible_models",
    columns: keys + [
      Column("point", .integer, description: "Design point, the model; joins with design.csv."),
      Column("contexts", .integer, description: "Contexts in which both have the metric."),
      Column("difference", .number, description: "Mean of strategy - versus, run by run."),
      Column("ci_low", .number, description: "Lower end of the difference's 95 % interval (t)."),
      Column("ci_high", .number, description: "Upper end of the difference's 95 % interval (t)."),
    ])

  /// Encodes findings, each table with its header line.
  ///
  /// - Parameters:
  ///   - findings: What is found of each strategy on each metric.
  ///   - experiment: The experiment's name.
  /// - Returns: The rows of ``schema``, ``turns`` and ``models``.
  public static func encode(_ findings: [Finding], experiment: String) -> [RowEncoder] {
    var (rows, turned, single) = (
      RowEncoder(schema: schema), RowEncoder(schema: turns), RowEncoder(schema: models)
    )
    rows.appendHeader()
    turned.appendHeader()
    single.appendHeader()
    for (models, turns) in findings {
      func begin(_ encoder: inout RowEncoder) {
        for key in [experiment, models.metric, models.strategy, models.versus] {
          encoder.append(key)
        }
      }
      begin(&rows)
      let clear = models.hasIntervals ? [models.clearlyAhead, models.clearlyBehind] : [nil, nil]
      for count in [models.models.count, models.ahead, models.behind] + clear {
        rows.append(count)
      }
      let (low, high) = (models.interval.lowerBound, models.interval.upperBound)
      for number in [models.share, low, high] { rows.append(number) }
      rows.append(models.luck)
      rows.append(models.shareWithoutLuck)
      rows.append(models.intervalWithoutLuck?.lowerBound)
      rows.append(models.intervalWithoutLuck?.upperBound)
      for number in models.quantiles { rows.append(number) }
      rows.endRow()
      for turn in turns {
        begin(&turned)
        turned.append(turn.factor)
        turned.append(turn.limit)
        for side in [turn.below, turn.above] {
          turned.append(side.points)
          turned.append(side.cases)
        }
        turned.append(turn.probability)
        turned.endRow()
      }
      for model in models.models {
        begin(&single)
        single.append(model.point)
        single.append(model.difference.count)
        single.append(model.difference.value)
        let interval = model.difference.interval(0.95)
        single.append(interval?.lowerBound)
        single.append(interval?.upperBound)
        single.endRow()
      }
    }
    return [rows, turned, single]
  }
}
