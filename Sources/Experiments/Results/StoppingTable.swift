public import Tables

/// The table of how replicates came to an end: a row per design point, target and strategy.
public enum StoppingTable {
  /// The columns.
  public static let schema = TableSchema(
    name: "stopping",
    columns: [
      Column("experiment", .text, description: "Name of the experiment."),
      Column("point", .integer, description: "Design point, from 0."),
      Column(
        "target", .text,
        description: "Strategy, or contrast of strategies on the same replicates."),
      Column("metric", .text, description: "Name of the metric."),
      Column("estimate", .number, description: "Mean over the replicates that have it."),
      Column(
        "half_width", .number,
        description: "Half the width of the interval; all intervals of a point and all its looks "
          + "hold together with the rule's confidence. Missing without spread."),
      Column("wanted", .number, description: "The half width that was asked for."),
      Column("replicates", .integer, description: "Replicates made at the point."),
      Column("n", .integer, description: "Replicates that have the metric."),
      Column("looks", .integer, description: "How often was looked."),
      Column(
        "reason", .text,
        description: "precise: as narrow as asked for; at_most: no more replicates were allowed; "
          + "undefined: no run has the metric; constant: all have the same value."),
    ])

  /// Appends a point's rows.
  ///
  /// - Parameters:
  ///   - decision: How the point came to an end.
  ///   - experiment: The experiment's name.
  ///   - point: The design point.
  ///   - encoder: Rows of ``schema``.
  public static func append(
    _ decision: StoppingDecision, experiment: String, point: Int, to encoder: inout RowEncoder
  ) {
    for finding in decision.findings {
      encoder.append(experiment)
      encoder.append(point)
      encoder.append(finding.of)
      encoder.append(finding.target.metric)
      encoder.append(finding.estimate)
      encoder.append(finding.halfWidth)
      encoder.append(finding.target.halfWidth)
      encoder.append(decision.replicates)
      encoder.append(finding.count)
      encoder.append(decision.looks)
      encoder.append(finding.reason.rawValue)
      encoder.endRow()
    }
  }
}
