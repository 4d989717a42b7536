internal import GSL
public import Tables

/// How metrics unfold over the months, read row by row from a `rounds.csv` of any size.
///
/// Quantiles are exact while the numbers fit into memory; beyond that they are those of a random sample of
/// the runs (`RunningQuantiles`).
public struct Unfolding: Equatable, Sendable {
  /// A month of a strategy.
  public struct Month: Equatable, Sendable {
    /// The month; 0 is the set-up.
    public let round: Int
    /// The rows that have the metric.
    public let count: Int
    /// The ``fractions`` of these.
    public let quantiles: [Double]
  }

  /// A metric under a strategy.
  public struct Fan: Equatable, Sendable {
    /// The metric.
    public let metric: String
    /// The strategy.
    public let strategy: String
    /// The months in which some run has it, rising.
    public let months: [Month]
  }

  /// The fans by metric, then by strategy.
  public let fans: [Fan]
  /// The size of the sample that quantiles of a month with more rows are of; `nil` if none was drawn.
  public let sample: Int?

  /// The quantiles that are found.
  public static let fractions = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// Reads metrics of months.
  ///
  /// - Parameters:
  ///   - path: The table.
  ///   - metrics: The columns to read.
  ///   - strategies: The order of strategies; others follow as they appear.
  /// - Throws: ``TableReaderError`` naming file, line and column.
  public init(path: String, metrics: [String], strategies: [String] = [])
    throws(TableReaderError)
  {
    try self.init(path: path, metrics: metrics, strategies: strategies, limit: Self.usualLimit)
  }

  init(path: String, metrics: [String], strategies: [String], limit: Int)
    throws(TableReaderError)
  {
    var (kept, size) = (0, Int.max)
    var reader = try TableReader(path: path)
    let (strategy, round) = (try reader.index(of: "strategy"), try reader.index(of: "round"))
    let columns = try reader.indices(of: metrics)
    var names = strategies
    var cells: [[[RunningQuantiles]]] = names.map { _ in metrics.map { _ in [] } }
    var (own, bytes): (Int, ArraySlice<UInt8>) = (-1, [])
    while try reader.next() {
      // Rows of a run lie together: the name is looked up once for all of them.
      if own < 0 || reader.bytes(strategy) != bytes {
        let name = try reader.text(strategy)
        bytes = ArraySlice(Array(reader.bytes(strategy)))
        if let place = names.firstIndex(of: name) {
          own = place
        } else {
          own = names.count
          names.append(name)
          cells.append(metrics.map { _ in [] })
        }
      }
      guard let month = try reader.integer(round), 0...Self.lastMonth ~= month else {
        throw reader.failure(
          .invalid(
            found: String(decoding: reader.bytes(round), as: UTF8.self),
            expected: "a month from 0 to \(Self.lastMonth)"), column: round)
      }
      for (metric, column) in columns.enumerated() {
        guard let value = try reader.outcome(column) else { continue }
        while cells[own][metric].count <= month {
          let cell = RunningQuantiles(Self.fractions)
          if size < .max { cell.sample(size) }
          cells[own][metric].append(cell)
        }
        cells[own][metric][month].append(value)
        kept += 1
        guard kept == limit else { continue }
        // Rows of a run lie together, so that the months are known by now.
        let months = cells.joined().map(\.count).max() ?? 1
        size = max(Self.leastSample, limit / (cells.count * metrics.count * months))
        for cell in cells.joined().joined() { cell.sample(size) }
      }
    }
    sample = size < .max ? size : nil
    fans = metrics.indices.flatMap { metric in
      names.indices.map { place in
        Fan(
          metric: metrics[metric], strategy: names[place],
          months: cells[place][metric].enumerated().compactMap { round, cell in
            cell.count > 0
              ? Month(round: round, count: cell.count, quantiles: cell.quantiles) : nil
          })
      }
    }
  }

  /// How many numbers stay in memory, some 130 MB of them.
  static let usualLimit = 1 << 23

  /// With so many the median is that of all but for some 1.6 % of the ranks (one standard error).
  static let leastSample = 1000

  /// A table with more would fill the memory.
  private static let lastMonth = 100_000
}
