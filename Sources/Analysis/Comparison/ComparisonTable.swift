public import Tables

/// The table of comparisons: one row per design point, metric, strategy and other strategy.
public enum ComparisonTable {
  /// The columns.
  public static let schema = TableSchema(
    name: "comparison",
    columns: [
      Column("experiment", .text, description: "Name of the experiment."),
      Column(
        "point", .integer,
        description: "Design point, from 0; missing for the mean over several points."),
      Column(
        "metric", .text, description: "Name of the metric; weighted for the weighted ambitions."),
      Column("strategy", .text, description: "Name of the strategy."),
      Column("versus", .text, description: "Name of the strategy that it is compared with."),
      Column("n", .integer, description: "Runs in which both have the metric."),
      Column("contexts", .integer, description: "Contexts of those runs: the unit of intervals."),
      Column("difference", .number, description: "Mean of strategy - versus, run by run."),
      Column("se", .number, description: "Standard error of the difference, over contexts."),
      Column("ci_low", .number, description: "Lower end of the difference's 95 % interval (t)."),
      Column("ci_high", .number, description: "Upper end of the difference's 95 % interval (t)."),
      Column(
        "effect_size", .number,
        description: "Difference / sqrt((s1^2 + s2^2) / 2), with the deviations of the two over "
          + "contexts."),
      Column("correlation", .number, description: "Correlation of the two over contexts."),
      Column(
        "variance_reduction", .number,
        description: "1 - s_d^2 / (s1^2 + s2^2): what the same random numbers took out."),
      Column("p", .number, description: "Two-sided p value of the paired t test."),
      Column(
        "p_holm", .number,
        description: "p, corrected by Holm for all pairs of the metric at the point."),
      Column(
        "q", .number,
        description: "False discovery rate by Benjamini and Hochberg, over all pairs of the metric "
          + "at all points."),
      Column(
        "verdict", .text,
        description: "better, worse, or too close to call (p_holm above 0.05)."),
      Column(
        "probability_best", .number,
        description: "Share of replicates in which the strategy is best of all; ties are shared."),
      Column("probability_best_low", .number, description: "Lower end of Wilson's 95 % interval."),
      Column("probability_best_high", .number, description: "Upper end of Wilson's 95 % interval."),
      Column(
        "regret", .number,
        description: "How far the strategy's mean falls short of the best mean."),
    ])

  /// Encodes comparisons, with the header line.
  ///
  /// - Parameters:
  ///   - comparisons: The comparisons, of any points and responses.
  ///   - experiment: The experiment's name.
  /// - Returns: The rows.
  public static func encode(_ comparisons: [Comparison], experiment: String) -> RowEncoder {
    var encoder = RowEncoder(schema: schema)
    encoder.appendHeader()
    let rates = falseDiscoveryRates(comparisons)
    for (index, comparison) in comparisons.enumerated() {
      for standing in comparison.standings {
        for (place, pair) in comparison.pairs.enumerated() {
          let rate = rates[index][place]
          if pair.strategy == standing.strategy {
            append(pair, rate, standing, comparison, experiment, to: &encoder)
          } else if pair.versus == standing.strategy {
            append(pair.reversed, rate, standing, comparison, experiment, to: &encoder)
          }
        }
      }
    }
    return encoder
  }

  /// The false discovery rates of pairs: over the points of a response, or of its mean over them.
  private static func falseDiscoveryRates(_ comparisons: [Comparison]) -> [[Double]] {
    var rates = comparisons.map { Array(repeating: 1.0, count: $0.pairs.count) }
    let families = Dictionary(grouping: comparisons.indices) {
      [comparisons[$0].response, comparisons[$0].point == nil ? "mean" : "points"]
    }
    for members in families.values {
      let values = members.flatMap { comparisons[$0].pairs.map(\.probability) }
      var corrected = Multiplicity.falseDiscoveryRates(values)[...]
      for member in members {
        let count = rates[member].count
        rates[member] = Array(corrected.prefix(count))
        corrected = corrected.dropFirst(count)
      }
    }
    return rates
  }

  private static func append(
    _ pair: Comparison.Pair, _ rate: Double, _ standing: Comparison.Standing,
    _ comparison: Comparison, _ experiment: String, to encoder: inout RowEncoder
  ) {
    encoder.append(experiment)
    encoder.append(comparison.point)
    encoder.append(comparison.response)
    encoder.append(pair.strategy)
    encoder.append(pair.versus)
    encoder.append(pair.runs)
    encoder.append(pair.difference.count)
    encoder.append(pair.difference.value)
    encoder.append(pair.difference.standardError)
    let interval = pair.difference.interval(0.95)
    encoder.append(interval?.lowerBound)
    encoder.append(interval?.upperBound)
    encoder.append(pair.effectSize)
    encoder.append(pair.correlation)
    encoder.append(pair.varianceReduction)
    encoder.append(pair.probability)
    encoder.append(pair.familyProbability)
    encoder.append(rate)
    encoder.append(pair.isTooClose ? "too close to call" : pair.isAhead ? "better" : "worse")
    encoder.append(standing.best?.share)
    encoder.append(standing.best?.interval.lowerBound)
    encoder.append(standing.best?.interval.upperBound)
    encoder.append(standing.regret)
    encoder.endRow()
  }
}
