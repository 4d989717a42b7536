public import Tables

/// Which strategy is best over two factors of a design, whatever the others are.
///
/// A factor with few values is mapped by them, another by intervals of equal width. In a cell,
/// strategies are compared over all its points, on the same replicates; the context is the unit.
public struct DecisionMap: Equatable, Sendable {
  /// A part of a factor's range.
  public struct Interval: Equatable, Sendable {
    /// The lower end; in it, but for a single value.
    public let low: Double
    /// The upper end, in the next interval but for the last; the lower end for a single value.
    public let high: Double
  }

  /// A cell of the map that has points.
  public struct Cell: Equatable, Sendable {
    /// The place in ``DecisionMap/columns``.
    public let column: Int
    /// The place in ``DecisionMap/rows``.
    public let row: Int
    /// The design points in it.
    public let points: Int
    /// What comes out there.
    public let comparison: Comparison
  }

  /// The factor across.
  public let x: String
  /// The factor upwards.
  public let y: String
  /// The parts of ``x``, rising.
  public let columns: [Interval]
  /// The parts of ``y``, rising.
  public let rows: [Interval]
  /// The cells that have points, row by row.
  public let cells: [Cell]

  /// Factors with at most so many values are mapped by them.
  public static let mostValues = 12
  /// The intervals of other factors.
  public static let intervals = 6

  /// Draws the map; `nil` if a factor is not in the design or does not vary.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - response: What strategies are compared on.
  ///   - design: The points of the design, in the order of their numbers.
  ///   - x: The factor across.
  ///   - y: The factor upwards.
  public init?(
    _ table: RunTable, on response: Response, _ design: DesignPoints, x: String, y: String
  ) {
    guard let across = design.factors.firstIndex(of: x), x != y,
      let upwards = design.factors.firstIndex(of: y),
      let columns = Self.intervals(of: design.values.map { $0[across] }),
      let rows = Self.intervals(of: design.values.map { $0[upwards] })
    else { return nil }
    var groups: [Int: [Int]] = [:]
    for (index, point) in table.points.enumerated() where point < design.values.count {
      let column = Self.place(of: design.values[point][across], in: columns)
      let row = Self.place(of: design.values[point][upwards], in: rows)
      groups[row * columns.count + column, default: []].append(index)
    }
    self.x = x
    self.y = y
    self.columns = columns
    self.rows = rows
    cells = groups.sorted { $0.key < $1.key }.map { key, points in
      Cell(
        column: key % columns.count, row: key / columns.count, points: points.count,
        comparison: Comparison(table, on: response, over: points))
    }
  }

  private static func intervals(of values: [Double]) -> [Interval]? {
    let known = Set(values).sorted()
    guard known.count > 1, let low = known.first, let high = known.last else { return nil }
    if known.count <= mostValues { return known.map { Interval(low: $0, high: $0) } }
    let ends = (0...intervals).map { low + (high - low) * Double($0) / Double(intervals) }
    return zip(ends, ends.dropFirst()).map { Interval(low: $0, high: $1) }
  }

  private static func place(of value: Double, in intervals: [Interval]) -> Int {
    (intervals.lastIndex { $0.low <= value }) ?? 0
  }

  /// The table of the map: one row per cell.
  public static let schema = TableSchema(
    name: "decision_map",
    columns: [
      Column("experiment", .text, description: "Name of the experiment."),
      Column("metric", .text, description: "Name of the metric."),
      Column("x", .text, description: "Path of the factor across."),
      Column("x_low", .number, description: "Lower end of its part."),
      Column(
        "x_high", .number, description: "Upper end of its part; the lower for a single value."),
      Column("y", .text, description: "Path of the factor upwards."),
      Column("y_low", .number, description: "Lower end of its part."),
      Column(
        "y_high", .number, description: "Upper end of its part; the lower for a single value."),
      Column("points", .integer, description: "Design points in the cell."),
      Column("best", .text, description: "Strategy with the best mean."),
      Column("mean", .number, description: "Its mean."),
      Column("runner_up", .text, description: "Strategy with the next best mean."),
      Column("difference", .number, description: "Mean of best - runner_up, run by run."),
      Column("ci_low", .number, description: "Lower end of the difference's 95 % interval."),
      Column("ci_high", .number, description: "Upper end of the difference's 95 % interval."),
      Column(
        "too_close_to_call", .text,
        description: "Strategies that best cannot be told from (Holm, 5 %), with blanks between."),
    ])

  /// Encodes maps, with the header line.
  ///
  /// - Parameters:
  ///   - maps: The maps.
  ///   - experiment: The experiment's name.
  /// - Returns: The rows.
  public static func encode(_ maps: [DecisionMap], experiment: String) -> RowEncoder {
    var encoder = RowEncoder(schema: schema)
    encoder.appendHeader()
    for map in maps {
      for cell in map.cells {
        let comparison = cell.comparison
        let lead = comparison.lead
        encoder.append(experiment)
        encoder.append(comparison.response)
        encoder.append(map.x)
        encoder.append(map.columns[cell.column].low)
        encoder.append(map.columns[cell.column].high)
        encoder.append(map.y)
        encoder.append(map.rows[cell.row].low)
        encoder.append(map.rows[cell.row].high)
        encoder.append(cell.points)
        encoder.append(comparison.best)
        encoder.append(comparison.standings.first { $0.strategy == comparison.best }?.mean?.value)
        encoder.append(lead?.versus)
        encoder.append(lead?.difference.value)
        encoder.append(lead?.difference.interval(0.95)?.lowerBound)
        encoder.append(lead?.difference.interval(0.95)?.upperBound)
        encoder.append(comparison.rivals.joined(separator: " "))
        encoder.endRow()
      }
    }
    return encoder
  }
}
