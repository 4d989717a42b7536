internal import Tables

/// The summaries of every design point, strategy and metric.
///
/// They are made metric by metric, because one metric's values fit in memory, and read back point
/// by point, as the table has them.
final class Summaries {
  /// The metrics, with net savings behind where there is a baseline.
  let metrics: [String]
  private static let numbersOfAWrite = 1 << 16
  private let groups: Int
  private var numbers: ScratchNumbers
  private var waiting: [Double] = []

  init(of table: RunTable, baseline: String?) throws(TableFileError) {
    let strategies = table.strategies
    let base = baseline.flatMap { strategies.firstIndex(of: $0) }
    let cost = base == nil ? nil : table.metrics.firstIndex(of: SummaryTable.publicCost)
    metrics = table.metrics + (cost == nil ? [] : [SummaryTable.netSaving])
    groups = table.groups.count
    numbers = ScratchNumbers(in: table.folder, keeping: RunTable.usualLimit)
    var student = StudentQuantiles()
    for slot in table.metrics.indices {
      let column = try table.column(slot)
      for group in table.groups.indices {
        let rows = table.groups[group].lazy.map { (place: $0, value: column[$0]) }
        try append(table.summary(of: rows, &student))
      }
    }
    if let base, let cost {
      let column = try table.column(cost)
      for group in table.groups.indices {
        let (point, strategy) = group.quotientAndRemainder(dividingBy: strategies.count)
        let rows = table.differences(in: column, at: point, base, minus: strategy)
        try append(table.summary(of: rows, &student))
      }
    }
    try flush()
  }

  private func append(_ summary: MetricSummary) throws(TableFileError) {
    waiting += summary.numbers
    if waiting.count >= Self.numbersOfAWrite { try flush() }
  }

  private func flush() throws(TableFileError) {
    try numbers.append(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Groups of a point and a strategy, so many rows of the table at a time.
  func chunks(of rows: Int) -> [Range<Int>] {
    let size = max(1, rows / max(1, metrics.count))
    return stride(from: 0, to: groups, by: size).map { $0..<min(groups, $0 + size) }
  }

  /// The summaries of some groups, metric by metric.
  func read(_ chunk: Range<Int>) throws(TableFileError) -> [[MetricSummary]] {
    let width = MetricSummary.numbersOfASummary
    var buffer = [Double](repeating: .nan, count: chunk.count * width)
    var result: [[MetricSummary]] = []
    for slot in metrics.indices {
      let start = (slot * groups + chunk.lowerBound) * width
      try numbers.read(start..<start + chunk.count * width, into: &buffer)
      result.append(
        (0..<chunk.count).map { MetricSummary(numbers: buffer[$0 * width..<($0 + 1) * width]) })
    }
    return result
  }
}

extension RunTable {
  /// The summary of runs of one design point and strategy.
  func summary(
    of rows: some Sequence<(place: Int, value: Double)>, _ student: inout StudentQuantiles
  ) -> MetricSummary {
    var (runs, present, contexts) = (0, [Double](), [Int]())
    var isNested = false
    for (place, value) in rows {
      runs += 1
      if value.isNaN { continue }
      let context = context(at: place)
      if let last = contexts.last, last >= context { isNested = true }
      present.append(value)
      contexts.append(context)
    }
    // With one process a context, values are the contexts' means.
    let means = isNested ? Sample(values: present, contexts: contexts).contextMeans : present
    return MetricSummary(runs: runs, present: present, means: means, &student)
  }
}
