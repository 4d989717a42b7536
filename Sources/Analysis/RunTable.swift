public import Tables

/// The outcomes of a results folder's `runs.csv`, strategy by strategy and replicate by replicate.
public struct RunTable: Sendable {
  /// The experiment's name.
  public let experiment: String
  /// Strategies in the order of the file.
  public let strategies: [String]
  /// Names of the metrics that were read.
  public let metrics: [String]
  /// For each strategy and metric the values in order of replicates; `nil` where missing.
  private let values: [[[Double?]]]

  /// Reads metrics from a table of runs.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - metrics: The columns to read.
  /// - Throws: ``TableReaderError`` naming file, line and column.
  public init(path: String, metrics: [String]) throws(TableReaderError) {
    var reader = try TableReader(path: path)
    let keys = try reader.indices(of: ["experiment", "point", "strategy", "replicate"])
    let columns = try reader.indices(of: metrics)
    var experiment = ""
    var strategies: [String] = []
    var places: [String: Int] = [:]
    var values: [[[Double?]]] = []
    while try reader.next() {
      let strategy = try reader.text(keys[2])
      let replicate = try reader.integer(keys[3])
      let place: Int
      if let known = places[strategy] {
        place = known
      } else {
        place = strategies.count
        places[strategy] = place
        strategies.append(strategy)
        values.append(Array(repeating: [], count: metrics.count))
        if place == 0 { experiment = try reader.text(keys[0]) }
      }
      let expected = values[place].first?.count ?? 0
      guard replicate == expected else {
        throw reader.failure(
          .invalid(
            found: replicate.map(String.init) ?? "",
            expected: "replicate \(expected) of \(strategy)"),
          column: keys[3])
      }
      for (slot, column) in columns.enumerated() {
        values[place][slot].append(try reader.number(column))
      }
    }
    self.experiment = experiment
    self.strategies = strategies
    self.metrics = metrics
    self.values = values
  }

  /// The values of a metric under a strategy, in order of replicates.
  public func values(of metric: String, under strategy: String) -> [Double?] {
    guard let place = strategies.firstIndex(of: strategy),
      let slot = metrics.firstIndex(of: metric)
    else { return [] }
    return values[place][slot]
  }

  /// Differences of a metric between two strategies on the same replicates, where both have it.
  public func differences(of metric: String, _ strategy: String, minus other: String) -> [Double] {
    zip(values(of: metric, under: strategy), values(of: metric, under: other))
      .compactMap { a, b in
        guard let a, let b else { return nil }
        return a - b
      }
  }
}
