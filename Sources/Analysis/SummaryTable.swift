public import Tables

/// The table of summaries: one row per design point, strategy and metric.
public enum SummaryTable {
  /// The metric that is computed here: public cost saved against the baseline, run by run on the
  /// same random numbers.
  public static let netSaving = "net_saving"

  /// The metric that savings are differences of.
  static let publicCost = "public_cost"

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

  /// The rows that are encoded at a time.
  static let rowsOfAChunk = 4096

  /// Writes the summary of runs, with the header line.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - baseline: The strategy that savings are measured against, if any.
  ///   - file: Where to.
  /// - Throws: ``TableFileError``
  public static func write(_ table: RunTable, baseline: String?, to file: inout TableFile)
    throws(TableFileError)
  {
    var encoder = RowEncoder(schema: schema)
    encoder.appendHeader()
    try append(table, baseline: baseline, to: &encoder) { encoder throws(TableFileError) in
      try file.write(&encoder)
    }
    try file.write(&encoder)
  }

  /// Encodes the summary of runs, with the header line.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - baseline: The strategy that savings are measured against, if any.
  /// - Throws: ``TableFileError``
  /// - Returns: The rows.
  public static func encode(_ table: RunTable, baseline: String?) throws(TableFileError)
    -> RowEncoder
  {
    var encoder = RowEncoder(schema: schema)
    encoder.appendHeader()
    try append(table, baseline: baseline, to: &encoder) { _ throws(TableFileError) in }
    return encoder
  }

  /// Appends all rows; `flush` may take them out in between.
  private static func append(
    _ table: RunTable, baseline: String?, to encoder: inout RowEncoder,
    flush: (inout RowEncoder) throws(TableFileError) -> Void
  ) throws(TableFileError) {
    let summaries = try Summaries(of: table, baseline: baseline)
    let strategies = table.strategies.count
    for chunk in summaries.chunks(of: rowsOfAChunk) {
      let rows = try summaries.read(chunk)
      for (offset, group) in chunk.enumerated() where !table.groups[group].isEmpty {
        let (point, strategy) = group.quotientAndRemainder(dividingBy: strategies)
        for (slot, metric) in summaries.metrics.enumerated() {
          append(
            rows[slot][offset], metric, table.strategies[strategy], point: table.points[point],
            table.experiment, to: &encoder)
        }
      }
      try flush(&encoder)
    }
  }

  private static func append(
    _ summary: MetricSummary, _ metric: String, _ strategy: String, point: Int,
    _ experiment: String, to encoder: inout RowEncoder
  ) {
    encoder.append(experiment)
    encoder.append(point)
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
