internal import Tables

/// One pass over a table of runs: keys into memory, values into scratch.
final class RunReading {
  private(set) var experiment = ""
  private(set) var strategies: [String]
  /// For each row, in the order of the file.
  private(set) var points: [Int32] = []
  private(set) var places: [Int32] = []
  private(set) var replicates: [Int32] = []
  private(set) var contexts: [Int32] = []

  private let metrics: Int
  private let path: String
  /// The folder of the table.
  let folder: String
  private var values: ScratchNumbers?
  /// The rows that are not in scratch yet, metric by metric; NaN where missing.
  private var block: [Double]

  /// The rows of a block of scratch: whole columns of it are read at a time.
  static let rowsOfABlock = 4096

  init(path: String, metrics: [String], strategies: [String], limit: Int)
    throws(TableReaderError)
  {
    self.path = path
    self.strategies = strategies
    self.metrics = metrics.count
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    folder = parts.count == 2 && parts[0].isEmpty ? "/" : parts.dropLast().joined(separator: "/")
    values = ScratchNumbers(in: folder, keeping: limit)
    block = Array(repeating: .nan, count: Self.rowsOfABlock * metrics.count)
    try read(metrics)
  }

  /// Gives away the values; once.
  func takeValues() -> ScratchNumbers {
    guard let values = values.take() else { preconditionFailure("the values were taken") }
    return values
  }

  private func read(_ metrics: [String]) throws(TableReaderError) {
    var reader = try TableReader(path: path)
    let keys = try reader.indices(of: ["experiment", "point", "strategy", "replicate", "context"])
    let columns = try reader.indices(of: metrics)
    var known: [String: Int32] = [:]
    for (place, strategy) in strategies.enumerated() { known[strategy] = Int32(place) }
    /// The last replicate of each strategy at each point.
    var last: [[Int32: Int32]] = Array(repeating: [:], count: strategies.count)
    while try reader.next() {
      let strategy = try reader.text(keys[2])
      let place = known[strategy] ?? Int32(strategies.count)
      if known[strategy] == nil {
        known[strategy] = place
        strategies.append(strategy)
        last.append([:])
      }
      if replicates.isEmpty { experiment = try reader.text(keys[0]) }
      let point = try whole(reader, keys[1])
      let replicate = try whole(reader, keys[3])
      if let before = last[Int(place)].updateValue(replicate, forKey: point), before >= replicate {
        throw reader.failure(
          .invalid(
            found: String(replicate), expected: "a replicate of \(strategy) above \(before)"),
          column: keys[3])
      }
      let row = replicates.count % Self.rowsOfABlock
      points.append(point)
      places.append(place)
      replicates.append(replicate)
      contexts.append(try whole(reader, keys[4]))
      for slot in columns.indices {
        if let value = try reader.outcome(columns[slot]) {
          block[slot * Self.rowsOfABlock + row] = value
        }
      }
      if row + 1 == Self.rowsOfABlock { try endBlock() }
    }
    if !replicates.count.isMultiple(of: Self.rowsOfABlock) { try endBlock() }
    block = []
  }

  private func endBlock() throws(TableReaderError) {
    do throws(TableFileError) {
      try values?.append(block)
    } catch {
      throw TableReaderError(path: path, line: nil, column: nil, problem: .file(error))
    }
    for index in block.indices { block[index] = .nan }
  }

  private func whole(_ reader: borrowing TableReader, _ column: Int) throws(TableReaderError)
    -> Int32
  {
    let value = try reader.integer(column)
    guard let value, let whole = Int32(exactly: value), whole >= 0 else {
      throw reader.failure(
        .invalid(
          found: value.map(String.init) ?? "", expected: "a whole number from 0 to \(Int32.max)"),
        column: column)
    }
    return whole
  }
}

/// Runs by design point and strategy, in the order of the file in each.
struct RunOrder {
  /// The numbers of the points, rising.
  let points: [Int]
  /// For each point and strategy the places of its runs.
  let groups: [Range<Int>]
  /// The place of each row of the file.
  let places: [Int32]

  init(_ read: RunReading) {
    let numbers = Set(read.points).sorted()
    var indices: [Int32: Int] = [:]
    for (index, number) in numbers.enumerated() { indices[number] = index }
    let strategies = read.strategies.count
    let cells = zip(read.points, read.places).map { point, place in
      Int32(indices[point, default: 0] * strategies + Int(place))
    }
    var counts = [Int](repeating: 0, count: numbers.count * strategies)
    for cell in cells { counts[Int(cell)] += 1 }
    var start = 0
    groups = counts.map { count in
      defer { start += count }
      return start..<start + count
    }
    var next = groups.map(\.lowerBound)
    places = cells.map { cell in
      defer { next[Int(cell)] += 1 }
      return Int32(next[Int(cell)])
    }
    points = numbers.map(Int.init)
  }

  /// What belongs to rows, by their places.
  func ordered(_ rows: [Int32]) -> [Int32] {
    var result = rows
    for (row, place) in places.enumerated() { result[Int(place)] = rows[row] }
    return result
  }
}

/// The values of runs: a column of a metric at a time.
final class RunValues {
  private let numbers: ScratchNumbers
  private let places: [Int32]
  private let metrics: Int

  init(_ numbers: consuming ScratchNumbers, places: [Int32]) {
    let rows = RunReading.rowsOfABlock
    let blocks = (places.count + rows - 1) / rows
    metrics = blocks == 0 ? 0 : numbers.count / blocks / rows
    self.numbers = numbers
    self.places = places
  }

  /// The values of a metric by places; NaN where missing.
  func column(_ slot: Int) throws(TableFileError) -> [Double] {
    let rows = RunReading.rowsOfABlock
    var column = [Double](repeating: .nan, count: places.count)
    var buffer = [Double](repeating: .nan, count: rows)
    for first in stride(from: 0, to: places.count, by: rows) {
      let start = first * metrics + slot * rows
      try numbers.read(start..<start + rows, into: &buffer)
      for row in first..<min(first + rows, places.count) {
        column[Int(places[row])] = buffer[row - first]
      }
    }
    return column
  }
}
