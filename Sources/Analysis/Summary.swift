internal import GSL
public import Tables

/// What a sample of runs says of one metric.
public struct MetricSummary: Equatable, Sendable {
  /// Runs, and how many of them have the metric.
  public let runs: Int
  /// The runs that have the metric: the denominator of the mean.
  public let count: Int
  /// The contexts that have it: the number of independent values.
  public let contexts: Int
  /// The mean of the contexts' means; of all runs where a context has one process.
  public let mean: Double?
  /// The standard deviation over runs, with denominator count - 1.
  public let standardDeviation: Double?
  /// The standard error of the mean, from the contexts' means.
  public let standardError: Double?
  /// Half the width of the 95 % confidence interval of the mean, by Student's t over contexts.
  public let halfWidth: Double?
  /// The 5 %, 50 % and 95 % quantiles, interpolated (type 7).
  public let quantiles: [Double?]

  /// Summarises values.
  public init(_ sample: Sample) {
    let present = sample.present
    let means = sample.contextMeans
    let sorted = present.sorted()
    runs = sample.values.count
    count = present.count
    contexts = means.count
    mean = Statistics.mean(means)
    standardDeviation = Statistics.standardDeviation(present)
    standardError = Statistics.standardDeviation(means).map {
      $0 / Double(means.count).squareRoot()
    }
    // A confidence of 0.95 is in the range of the t quantile: no error can occur.
    halfWidth = (try? Statistics.halfWidth(means)) ?? nil
    quantiles = [0.05, 0.5, 0.95].map { Statistics.quantile(sorted: sorted, $0) }
  }
}

/// The table of summaries: one row per design point, strategy and metric.
public enum SummaryTable {
  /// The metric that is computed here: public cost saved against the baseline, run by run on the
  /// same random numbers.
  public static let netSaving = "net_saving"

  /// The columns.
  public static let schema = TableSchema(
    name: "summary",
    columns: [
      Column("experiment", .text, description: "Name of the experiment."),
      Column("point", .integer, description: "Design point, from 0."),
      Column("strategy", .text, description: "Name of the strategy."),
      Column(
        "metric", .text,
        description: "Name of the metric; net_saving is the baseline's public_cost minus the "
          + "strategy's on the same replicates."),
      Column("runs", .integer, description: "Runs."),
      Column("n", .integer, description: "Runs that have the metric."),
      Column("contexts", .integer, description: "Contexts that have it: the mean's denominator."),
      Column(
        "mean", .number,
        description: "Mean of the contexts' means; the mean of n where a context has one process."),
      Column("sd", .number, description: "Standard deviation over runs, denominator n - 1."),
      Column(
        "se", .number,
        description: "Standard error of the mean: the contexts' means' standard deviation, "
          + "denominator contexts - 1, / sqrt(contexts)."),
      Column(
        "ci_low", .number,
        description:
          "Lower end of the 95 % interval of the mean (t, contexts - 1 degrees of freedom)."
      ),
      Column(
        "ci_high", .number,
        description:
          "Upper end of the 95 % interval of the mean (t, contexts - 1 degrees of freedom)."
      ),
      Column("q05", .number, description: "5 % quantile, type 7."),
      Column("median", .number, description: "Median."),
      Column("q95", .number, description: "95 % quantile, type 7."),
    ])

  /// Encodes the summary of runs, with the header line.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - baseline: The strategy that savings are measured against, if any.
  /// - Returns: The rows.
  public static func encode(_ table: RunTable, baseline: String?) -> RowEncoder {
    var encoder = RowEncoder(schema: schema)
    encoder.appendHeader()
    for strategy in table.strategies {
      for metric in table.metrics {
        append(
          MetricSummary(table.sample(of: metric, under: strategy)), metric, strategy, table,
          to: &encoder)
      }
      if let baseline, table.metrics.contains("public_cost") {
        let savings = table.differences(of: "public_cost", baseline, minus: strategy)
        append(MetricSummary(savings), netSaving, strategy, table, to: &encoder)
      }
    }
    return encoder
  }

  private static func append(
    _ summary: MetricSummary, _ metric: String, _ strategy: String, _ table: RunTable,
    to encoder: inout RowEncoder
  ) {
    encoder.append(table.experiment)
    encoder.append(0)
    encoder.append(strategy)
    encoder.append(metric)
    encoder.append(summary.runs)
    encoder.append(summary.count)
    encoder.append(summary.contexts)
    encoder.append(summary.mean)
    encoder.append(summary.standardDeviation)
    encoder.append(summary.standardError)
    for sign in [-1.0, 1] {
      if let mean = summary.mean, let halfWidth = summary.halfWidth {
        encoder.append(mean + sign * halfWidth)
      } else {
        encoder.appendMissing()
      }
    }
    for quantile in summary.quantiles { encoder.append(quantile) }
    encoder.endRow()
  }
}
