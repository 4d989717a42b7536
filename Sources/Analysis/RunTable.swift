public import Tables

/// The outcomes of a results folder's `runs.csv`, by design point, strategy and replicate.
///
/// The values of metrics are kept in memory while they are few, else in a file without a name
/// beside the table, so that memory grows by some 16 bytes a run and 8 a run of the one metric at
/// hand. Rows may be missing: runs that failed, or that were not needed.
public final class RunTable {
  /// The experiment's name.
  public let experiment: String
  /// Strategies in the order that was given, then in the order of the file.
  public let strategies: [String]
  /// The numbers of the design points that have runs, rising.
  public let points: [Int]
  /// Names of the metrics that were read.
  public let metrics: [String]
  /// The number of runs.
  public let count: Int

  /// For each point, and in it for each strategy, its runs in the arrays below.
  let groups: [Range<Int>]
  private let replicates: [Int32]
  private let contexts: [Int32]
  private let values: RunValues
  /// Where the table is.
  let folder: String

  /// How many numbers stay in memory.
  static let usualLimit = 1 << 21

  /// Reads metrics from a table of runs.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - metrics: The columns to read.
  ///   - strategies: The order of strategies; others follow as they appear.
  /// - Throws: ``TableReaderError`` naming file, line and column.
  public convenience init(path: String, metrics: [String], strategies: [String] = [])
    throws(TableReaderError)
  {
    try self.init(path: path, metrics: metrics, strategies: strategies, limit: Self.usualLimit)
  }

  init(path: String, metrics: [String], strategies: [String], limit: Int)
    throws(TableReaderError)
  {
    let read = try RunReading(path: path, metrics: metrics, strategies: strategies, limit: limit)
    let sorted = RunOrder(read)
    experiment = read.experiment
    self.strategies = read.strategies
    points = sorted.points
    self.metrics = metrics
    count = sorted.places.count
    groups = sorted.groups
    replicates = sorted.ordered(read.replicates)
    contexts = sorted.ordered(read.contexts)
    folder = read.folder
    values = RunValues(read.takeValues(), places: sorted.places)
  }

  /// The fewest and the most runs that a strategy has at a design point; `nil` without runs.
  public var runsOfAPoint: ClosedRange<Int>? {
    let counts = groups.map(\.count)
    guard let least = counts.min(), let most = counts.max() else { return nil }
    return least...most
  }

  /// The values of a metric under a strategy: by design point, and there in order of replicates.
  ///
  /// - Parameters:
  ///   - metric: The name of a metric.
  ///   - strategy: The name of a strategy.
  ///   - point: The number of a design point; all of them if not given.
  /// - Throws: ``TableFileError``
  /// - Returns: The values; none for what is not in the table.
  public func sample(of metric: String, under strategy: String, at point: Int? = nil)
    throws(TableFileError) -> Sample
  {
    guard let place = strategies.firstIndex(of: strategy),
      let slot = metrics.firstIndex(of: metric)
    else { return Sample(values: []) }
    return sample(in: try values.column(slot), place, at: point)
  }

  /// Differences of a metric between two strategies on the same design points and replicates,
  /// missing where either misses it.
  ///
  /// - Parameters:
  ///   - metric: The name of a metric.
  ///   - strategy: The name of a strategy.
  ///   - other: The name of the strategy to subtract.
  ///   - point: The number of a design point; all of them if not given.
  /// - Throws: ``TableFileError``
  /// - Returns: The differences, of replicates that both have run.
  public func differences(
    of metric: String, _ strategy: String, minus other: String, at point: Int? = nil
  ) throws(TableFileError) -> Sample {
    guard let first = strategies.firstIndex(of: strategy),
      let second = strategies.firstIndex(of: other), let slot = metrics.firstIndex(of: metric)
    else { return Sample(values: []) }
    let column = try values.column(slot)
    return sample(at: point) { differences(in: column, at: $0, first, minus: second) }
  }

  /// The values of a metric under two strategies, run by run, of the replicates that both have.
  ///
  /// - Parameters:
  ///   - metric: The name of a metric.
  ///   - strategy: The name of a strategy.
  ///   - other: The name of another.
  ///   - point: The number of a design point; all of them if not given.
  /// - Throws: ``TableFileError``
  /// - Returns: The values under each.
  public func pairs(
    of metric: String, _ strategy: String, _ other: String, at point: Int? = nil
  ) throws(TableFileError) -> (Sample, Sample) {
    guard let first = strategies.firstIndex(of: strategy),
      let second = strategies.firstIndex(of: other), let slot = metrics.firstIndex(of: metric)
    else { return (Sample(values: []), Sample(values: [])) }
    return pairs(in: try values.column(slot), first, second, over: indices(of: point))
  }

  /// The values of a column under two strategies, given by their places.
  func pairs(
    in column: [Double], _ first: Int, _ second: Int, over points: some Collection<Int>
  ) -> (Sample, Sample) {
    (
      sample(over: points) { places(at: $0, first, second).map { ($0.own, column[$0.own]) } },
      sample(over: points) { places(at: $0, first, second).map { ($0.own, column[$0.other]) } }
    )
  }

  /// The values of a column under a strategy, given by its place.
  func sample(in column: [Double], _ strategy: Int, at point: Int?) -> Sample {
    sample(in: column, strategy, over: indices(of: point))
  }

  /// The same over the points at some places.
  func sample(in column: [Double], _ strategy: Int, over points: some Collection<Int>) -> Sample {
    sample(over: points) { index in
      groups[index * strategies.count + strategy].map { ($0, column[$0]) }
    }
  }

  /// The values of a column under a strategy at a point, without those that are missing.
  func values(in column: [Double], at point: Int, _ strategy: Int) -> [Double] {
    groups[point * strategies.count + strategy].map { column[$0] }.filter { !$0.isNaN }
  }

  /// The values of a metric, run by run in the order of ``groups``; NaN where missing.
  func column(_ slot: Int) throws(TableFileError) -> [Double] { try values.column(slot) }

  /// Differences of a column at a point, each with the place of its first run.
  func differences(in column: [Double], at point: Int, _ first: Int, minus second: Int) -> [(
    place: Int, value: Double
  )] {
    places(at: point, first, second).map { ($0.own, column[$0.own] - column[$0.other]) }
  }

  /// The places of runs of two strategies on the same replicates of a point.
  private func places(at point: Int, _ first: Int, _ second: Int) -> [(own: Int, other: Int)] {
    let (own, other) = (
      groups[point * strategies.count + first], groups[point * strategies.count + second]
    )
    var result: [(own: Int, other: Int)] = []
    result.reserveCapacity(own.count)
    var next = other.lowerBound
    for place in own {
      while next < other.upperBound, replicates[next] < replicates[place] { next += 1 }
      guard next < other.upperBound else { break }
      if replicates[next] == replicates[place] { result.append((place, next)) }
    }
    return result
  }

  /// The places of a design point, or of all; none for one without runs.
  func indices(of point: Int?) -> Range<Int> {
    guard let point else { return points.indices }
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle] < point { low = middle + 1 } else { high = middle }
    }
    return low < points.count && points[low] == point ? low..<low + 1 : low..<low
  }

  /// The replicate of the run at a place.
  func replicate(at place: Int) -> Int32 { replicates[place] }

  /// The context of the run at a place.
  func context(at place: Int) -> Int { Int(contexts[place]) }

  private func sample(at point: Int?, _ rows: (Int) -> [(place: Int, value: Double)]) -> Sample {
    sample(over: indices(of: point), rows)
  }

  private func sample(
    over indices: some Collection<Int>, _ rows: (Int) -> [(place: Int, value: Double)]
  ) -> Sample {
    var (values, contexts, numbers) = ([Double?](), [Int](), [Int]())
    for index in indices {
      let number = points[index]
      for (place, value) in rows(index) {
        values.append(value.isNaN ? nil : value)
        contexts.append(context(at: place))
        if indices.count > 1 { numbers.append(number) }
      }
    }
    return Sample(values: values, contexts: contexts, points: numbers)
  }
}
