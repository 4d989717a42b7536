internal import CoCreation
internal import Tables

/// The runs of a batch, stage by stage.
extension Experiment {
  /// Makes what runs are still to be made.
  ///
  /// - Parameters:
  ///   - done: The number of the last run that is made already; -1 without one.
  ///   - past: A `runs.csv` with the runs that are made already.
  ///   - interruption: Asks to end early.
  ///   - consume: Takes the rows in order.
  /// - Throws: What `consume` throws, and when `past` cannot be read.
  /// - Returns: The table of how replicates came to an end, empty without a stopping rule; `nil` if
  ///   the batch was asked to end early.
  func makeRuns(
    after done: Int, past: String?, _ interruption: Interruption, consume: (Chunk) throws -> Void
  ) throws -> RowEncoder? {
    var stopping = RowEncoder(schema: StoppingTable.schema)
    stopping.appendHeader()
    let encoder = RunEncoder(
      plan: plan, generator: scenario.generator, selection: written,
      watched: scenario.stopping?.metrics ?? [])
    let batch = Batch(encoder: encoder, threads: threads)
    let goesOn = { !interruption.isRequested }
    guard let rule = scenario.stopping else {
      let stage = RunStage(numbers).after(done)
      return try batch.run(stage, goesOn: goesOn, consume: consume) ? stopping : nil
    }

    var looks = Looks(rule, plan)
    var made: PastRuns?
    if done >= 0, let past { made = try PastRuns(past, plan, rule.metrics) }
    var replicates = 0
    for look in rule.looks where !looks.open.isEmpty {
      let stage = RunStage(plan, replicates: replicates..<look, points: looks.open).after(done)
      // What was made before an interruption is looked at again, in the same order.
      try made?.runs(before: look) { looks.add($0) }
      let isWhole = try batch.run(stage, goesOn: goesOn) { chunk in
        try consume(chunk)
        for run in chunk.watched { looks.add(run) }
      }
      guard isWhole else { return nil }
      looks.decide(at: look)
      replicates = look
    }
    for (point, decision) in looks.decisions.enumerated() {
      guard let decision else { continue }
      StoppingTable.append(decision, experiment: scenario.name, point: point, to: &stopping)
    }
    return stopping
  }
}

/// The points of a design under a stopping rule.
private struct Looks {
  private var progress: [StoppingProgress]
  private(set) var decisions: [StoppingDecision?]
  /// The points that need further replicates.
  private(set) var open: [Int]

  init(_ rule: StoppingRule, _ plan: RunPlan) {
    let point = StoppingProgress(rule, strategies: plan.arms.map(\.strategy.name))
    progress = Array(repeating: point, count: plan.points)
    decisions = Array(repeating: nil, count: plan.points)
    open = Array(0..<plan.points)
  }

  mutating func add(_ run: WatchedRun) {
    progress[run.point].add(
      strategy: run.strategy, replicate: run.replicate, values: run.values)
  }

  mutating func decide(at look: Int) {
    for point in open { decisions[point] = progress[point].decide(at: look) }
    open.removeAll { decisions[$0] != nil }
  }
}

/// The runs that a partial runs.csv has, in its order.
private struct PastRuns: ~Copyable {
  private var reader: TableReader
  private let keys: [Int]
  private let metrics: [Int]
  private let strategies: [String: Int]
  /// A run that was read and belongs to a later stage.
  private var kept: WatchedRun?

  init(_ path: String, _ plan: RunPlan, _ metrics: [String]) throws {
    let reader = try TableReader(path: path)
    let keys = try reader.indices(of: ["point", "strategy", "replicate"])
    let columns = try reader.indices(of: metrics)
    self.reader = reader
    self.keys = keys
    self.metrics = columns
    strategies = Dictionary(
      uniqueKeysWithValues: plan.arms.enumerated().map { ($1.strategy.name, $0) })
  }

  /// Goes on through the runs of replicates below a number.
  mutating func runs(before replicate: Int, _ use: (WatchedRun) -> Void) throws {
    while true {
      if kept == nil {
        guard try reader.next() else { return }
        kept = WatchedRun(
          point: try reader.integer(keys[0]) ?? 0,
          strategy: strategies[try reader.text(keys[1])] ?? 0,
          replicate: try reader.integer(keys[2]) ?? 0,
          values: try metrics.map { column throws(TableReaderError) in try reader.number(column) })
      }
      guard let run = kept, run.replicate < replicate else { return }
      use(run)
      kept = nil
    }
  }
}
