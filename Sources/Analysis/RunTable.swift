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
  /// For each strategy the context of each replicate.
  private let contexts: [[Int]]

  /// Reads metrics from a table of runs.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - metrics: The columns to read.
  /// - Throws: ``TableReaderError`` naming file, line and column.
  public init(path: String, metrics: [String]) throws(TableReaderError) {
    var reader = try TableReader(path: path)
    let keys = try reader.indices(of: ["experiment", "point", "strategy", "replicate", "context"])
    let columns = try reader.indices(of: metrics)
    var experiment = ""
    var strategies: [String] = []
    var places: [String: Int] = [:]
    var values: [[[Double?]]] = []
    var contexts: [[Int]] = []
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
        contexts.append([])
        if place == 0 { experiment = try reader.text(keys[0]) }
      }
      let expected = contexts[place].count
      guard replicate == expected else {
        throw reader.failure(
          .invalid(
            found: replicate.map(String.init) ?? "",
            expected: "replicate \(expected) of \(strategy)"),
          column: keys[3])
      }
      contexts[place].append(try reader.integer(keys[4]) ?? 0)
      for (slot, column) in columns.enumerated() {
        values[place][slot].append(try reader.number(column))
      }
    }
    self.experiment = experiment
    self.strategies = strategies
    self.metrics = metrics
    self.values = values
    self.contexts = contexts
  }

  /// The values of a metric under a strategy, in order of replicates.
  public func sample(of metric: String, under strategy: String) -> Sample {
    guard let place = strategies.firstIndex(of: strategy),
      let slot = metrics.firstIndex(of: metric)
    else { return Sample(values: [], contexts: []) }
    return Sample(values: values[place][slot], contexts: contexts[place])
  }

  /// Differences of a metric between two strategies on the same replicates, missing where either
  /// misses it.
  public func differences(of metric: String, _ strategy: String, minus other: String) -> Sample {
    let (first, second) = (
      sample(of: metric, under: strategy), sample(of: metric, under: other)
    )
    let values = zip(first.values, second.values).map { a, b -> Double? in
      guard let a, let b else { return nil }
      return a - b
    }
    return Sample(values: values, contexts: first.contexts)
  }
}

/// Values of runs, and the context that each run was made in.
///
/// Processes of one context share its task, its actors and their needs, so they are no independent
/// draws: the unit of an interval is the context.
public struct Sample: Equatable, Sendable {
  /// One value for each run, `nil` where missing.
  public let values: [Double?]
  /// The context of each run.
  public let contexts: [Int]

  /// Collects values; without contexts, each run is one of its own.
  public init(values: [Double?], contexts: [Int]? = nil) {
    self.values = values
    self.contexts = contexts ?? Array(values.indices)
  }

  /// The values that are there.
  public var present: [Double] { values.compactMap(\.self) }

  /// The mean of each context that has a value, in order of contexts.
  public var contextMeans: [Double] {
    var sums: [Int: (sum: Double, count: Int)] = [:]
    for (value, context) in zip(values, contexts) {
      guard let value else { continue }
      let (sum, count) = sums[context] ?? (0, 0)
      sums[context] = (sum + value, count + 1)
    }
    return sums.sorted { $0.key < $1.key }.map { $0.value.sum / Double($0.value.count) }
  }
}
