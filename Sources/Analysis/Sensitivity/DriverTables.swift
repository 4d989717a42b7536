public import Tables

/// The tables of what drives responses, with the column names of SALib.
public enum DriverTables {
  private static let keys = [
    Column("experiment", .text, description: "Name of the experiment."),
    Column("metric", .text, description: "Name of the metric."),
    Column("strategy", .text, description: "Name of the strategy."),
    Column(
      "versus", .text,
      description: "Name of the strategy that is subtracted run by run; missing for none."),
  ]
  private static let factor = Column("factor", .text, description: "Path of the factor.")

  /// Elementary effects.
  public static let morris = TableSchema(
    name: "morris",
    columns: keys + [
      factor,
      Column("mu", .number, description: "Mean elementary effect, for the factor's whole range."),
      Column("mu_star", .number, description: "Mean magnitude of the elementary effects."),
      Column("sigma", .number, description: "Standard deviation of the elementary effects."),
      Column(
        "mu_star_conf", .number, description: "Half the 95 % bootstrap interval of mu_star."),
    ])

  /// Sobol' indices of first order and total.
  public static let sobol = TableSchema(
    name: "sobol",
    columns: keys + [
      factor,
      Column("S1", .number, description: "First-order index: the factor by itself."),
      Column("S1_conf", .number, description: "Half the 95 % bootstrap interval of S1."),
      Column("ST", .number, description: "Total index: the factor with all it interacts in."),
      Column("ST_conf", .number, description: "Half the 95 % bootstrap interval of ST."),
    ])

  /// Sobol' indices of second order.
  public static let second = TableSchema(
    name: "sobol_second",
    columns: keys + [
      Column("factor_1", .text, description: "Path of a factor."),
      Column("factor_2", .text, description: "Path of another."),
      Column("S2", .number, description: "Second-order index: what the two do together only."),
      Column("S2_conf", .number, description: "Half the 95 % bootstrap interval of S2."),
    ])

  /// Coefficients.
  public static let regression = TableSchema(
    name: "regression",
    columns: keys + [
      factor,
      Column("SRC", .number, description: "Standardised regression coefficient."),
      Column("SRC_se", .number, description: "Its standard error."),
      Column("SRC_p", .number, description: "p value of the t test that it is 0."),
      Column("R2", .number, description: "Share of the points' variance that the model explains."),
      Column("SRRC", .number, description: "Standardised coefficient of ranks."),
      Column("SRRC_se", .number, description: "Its standard error."),
      Column("SRRC_p", .number, description: "p value of the t test that it is 0."),
      Column("R2_rank", .number, description: "Share of the ranks' variance that is explained."),
    ])

  /// Whose the variance of a run is.
  public static let variance = TableSchema(
    name: "variance",
    columns: keys + [
      Column("parameters", .number, description: "Share of a run's variance by the design point."),
      Column("seed", .number, description: "Share by the replicate, the same at all points."),
      Column("interplay", .number, description: "Share particular to a point and a replicate."),
      Column(
        "chance", .number,
        description: "Share of chance in the variance of the points' means over the replicates."),
      Column("points", .integer, description: "Design points."),
      Column("replicates", .integer, description: "Replicates that every point has."),
    ])

  /// Encodes drivers; a table without rows is left out.
  ///
  /// - Parameters:
  ///   - drivers: What was found.
  ///   - experiment: The experiment's name.
  /// - Returns: The tables, each with its header line.
  public static func encode(_ drivers: [Drivers], experiment: String) -> [RowEncoder] {
    var tables = [morris, sobol, second, regression, variance].map { RowEncoder(schema: $0) }
    let empty = tables.indices.map { index in
      tables[index].appendHeader()
      return tables[index].byteCount
    }
    for found in drivers {
      func row(_ table: Int, _ texts: [String], _ numbers: [Double], _ counts: [Int] = []) {
        tables[table].append(experiment)
        tables[table].append(found.metric)
        tables[table].append(found.strategy)
        tables[table].append(found.versus)
        for text in texts { tables[table].append(text) }
        for number in numbers { tables[table].append(number.isFinite ? number : nil) }
        for count in counts { tables[table].append(count) }
        tables[table].endRow()
      }
      for effect in found.morris?.effects ?? [] {
        row(0, [effect.factor], [effect.mu, effect.muStar, effect.sigma, effect.muStarConfidence])
      }
      if let sobol = found.sobol {
        for (index, factor) in sobol.factors.enumerated() {
          let (first, total) = (sobol.first[index], sobol.total[index])
          row(1, [factor], [first.value, first.confidence, total.value, total.confidence])
        }
        for (pair, index) in sobol.second {
          let names = [sobol.factors[pair.0], sobol.factors[pair.1]]
          row(2, names, [index.value, index.confidence])
        }
      }
      if let fit = found.regression {
        for (index, factor) in fit.factors.enumerated() {
          let (value, rank) = (fit.values[index], fit.ranks[index])
          row(
            3, [factor],
            [
              value.value, value.standardError, value.probability, fit.determination, rank.value,
              rank.standardError, rank.probability, fit.rankDetermination,
            ])
        }
      }
      if let shares = found.shares {
        row(
          4, [], [shares.parameters, shares.seed, shares.interplay, shares.chance],
          [shares.points, shares.replicates])
      }
    }
    return zip(tables, empty).filter { $0.byteCount > $1 }.map(\.0)
  }
}
