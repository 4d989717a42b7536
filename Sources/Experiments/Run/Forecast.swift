internal import CoCreation
internal import Foundation

/// What a batch will cost, from a few of its runs.
public struct Forecast: Sendable {
  /// The runs that were tried.
  public let tried: Int
  /// Seconds that a run takes on one processor.
  public let secondsPerRun: Double
  /// Bytes that a run adds to each table.
  public let bytesPerRun: [ResultTable: Double]

  /// Bytes that a number of runs adds to all tables.
  public func bytes(runs: Int) -> Double { bytesPerRun.values.reduce(0, +) * Double(runs) }

  /// Tries runs of all strategies, spread over points and replicates, until it is known well enough.
  ///
  /// - Parameters:
  ///   - experiment: The batch.
  ///   - seconds: When to stop trying, once every strategy was tried.
  public init(_ experiment: Experiment, seconds: Double = 1) {
    let plan = experiment.plan
    let encoder = RunEncoder(
      plan: plan, generator: experiment.scenario.generator, selection: experiment.written)
    var worker = RunEncoder.Worker(encoder)
    let arms = plan.arms.count
    // The first run also fills caches: it is not counted.
    _ = encoder.encode(CollectionOfOne(0), &worker)
    let clock = ContinuousClock()
    let start = clock.now
    var tried = 0
    var bytes: [ResultTable: Int] = [:]
    while tried < arms || (tried < plan.count && clock.now - start < .seconds(seconds)) {
      // Additive recurrences (Roberts 2018) spread evenly, however many there will be.
      let replicate = Self.place(tried / arms, 0.7548776662466927, plan.replicates.count)
      let point = Self.place(tried, 0.5698402909980532, plan.points)
      let number = (replicate * plan.points + point) * arms + tried % arms
      let chunk = encoder.encode(CollectionOfOne(number), &worker)
      for (table, rows) in chunk.tables { bytes[table, default: 0] += rows.count }
      tried += 1
    }
    self.tried = tried
    secondsPerRun = (clock.now - start) / .seconds(1) / Double(tried)
    bytesPerRun = bytes.mapValues { Double($0) / Double(tried) }
  }

  private static func place(_ index: Int, _ step: Double, _ count: Int) -> Int {
    let turn = Double(index) * step
    return min(count - 1, Int((turn - turn.rounded(.down)) * Double(count)))
  }
}
