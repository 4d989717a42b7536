import Foundation
import Tables
import Testing

@testable import Analysis

/// Batches of several design points, with rows missing, in memory and beyond it.
@Suite("Batches")
struct BatchTableTests {
  struct Row {
    let point: Int
    let strategy: String
    let replicate: Int
    let values: [Double?]
  }

  static let metrics = ["m", "public_cost", "rare"]

  /// Replicates outermost; failed runs leave holes, and some points end early.
  static func rows(points: [Int], replicates: Int) -> [Row] {
    var rows: [Row] = []
    var state: UInt64 = 17
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / 65536
    }
    for replicate in 0..<replicates {
      for point in points {
        for strategy in ["a", "b", "c"] {
          let values = [next(), 1000 * next(), next() < 25 ? next() : nil]
          let isMissing = next() < 3 || (point == points.last && replicate > replicates / 2)
          if isMissing, replicate > 0 { continue }
          rows.append(Row(point: point, strategy: strategy, replicate: replicate, values: values))
        }
      }
    }
    return rows
  }

  static func text(_ rows: [Row], processes: Int = 1) -> String {
    let header = "experiment,point,strategy,replicate,run,context,m,public_cost,rare\n"
    return header
      + rows.enumerated().map { run, row in
        let values = row.values.map { $0.map { "\($0)" } ?? "" }.joined(separator: ",")
        return "e,\(row.point),\(row.strategy),\(row.replicate),\(run),"
          + "\(row.replicate / processes),\(values)\n"
      }.joined()
  }

  /// Reads a table that keeps so many numbers in memory.
  private func withTable<Result>(
    _ text: String, limit: Int, strategies: [String] = [], _ body: (RunTable) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "runs.csv")
    try Data(text.utf8).write(to: file)
    let table = try RunTable(
      path: file.path, metrics: Self.metrics, strategies: strategies, limit: limit)
    // Scratch has no name.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["runs.csv"])
    return try body(table)
  }

  private func summary(_ table: RunTable, baseline: String? = "a") throws -> String {
    String(decoding: try SummaryTable.encode(table, baseline: baseline).bytes, as: UTF8.self)
  }

  @Test("Every point and strategy has the summary of its own rows", arguments: [1, 5])
  func summaries(processes: Int) throws {
    let rows = Self.rows(points: [0, 3, 4], replicates: 60)
    let lines = try withTable(Self.text(rows, processes: processes), limit: 1 << 20) {
      #expect($0.points == [0, 3, 4])
      #expect($0.count == rows.count)
      return try summary($0).split(separator: "\n").map(String.init)
    }
    var expected = [String(lines[0])]
    for point in [0, 3, 4] {
      for strategy in ["a", "b", "c"] {
        let own = rows.filter { $0.point == point && $0.strategy == strategy }
        let base = rows.filter { $0.point == point && $0.strategy == "a" }
        var samples = Self.metrics.indices.map { metric in
          Sample(
            values: own.map { $0.values[metric] }, contexts: own.map { $0.replicate / processes })
        }
        let pairs = base.compactMap { row in
          own.first { $0.replicate == row.replicate }.map { (row, $0) }
        }
        samples.append(
          Sample(
            values: pairs.map { ($0.values[1] ?? 0) - ($1.values[1] ?? 0) },
            contexts: pairs.map { $0.0.replicate / processes }))
        for (name, sample) in zip(Self.metrics + ["net_saving"], samples) {
          expected.append(line(MetricSummary(sample), "e,\(point),\(strategy),\(name)"))
        }
      }
    }
    #expect(lines == expected)
  }

  private func line(_ summary: MetricSummary, _ start: String) -> String {
    let ends = [-1.0, 1].map { sign in
      summary.mean.flatMap { mean in summary.halfWidth.map { mean + sign * $0 } }
    }
    let numbers =
      [summary.mean, summary.standardDeviation, summary.standardError] + ends + summary.quantiles
    let schema = TableSchema(
      name: "x", columns: numbers.indices.map { Column("c\($0)", .number, description: "x") })
    var encoder = RowEncoder(schema: schema)
    for number in numbers { encoder.append(number) }
    encoder.endRow()
    let text = String(decoding: encoder.bytes.dropLast(), as: UTF8.self)
    return "\(start),\(summary.runs),\(summary.count),\(summary.contexts),\(text)"
  }

  @Test("Memory and files give the same bytes, whole or in chunks, beyond a block of rows")
  func scratch() throws {
    let rows = Self.rows(points: [0, 1, 2, 5], replicates: 900)
    #expect(rows.count > 2 * RunReading.rowsOfABlock)
    let text = Self.text(rows)
    let inMemory = try withTable(text, limit: 1 << 24) { try summary($0) }
    let inFile = try withTable(text, limit: 0) { table in
      let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
      defer { try? FileManager.default.removeItem(at: path) }
      var file = try TableFile(creating: path.path)
      try SummaryTable.write(table, baseline: "a", to: &file)
      try file.close()
      #expect(try String(contentsOf: path, encoding: .utf8) == inMemory)
      return try summary(table)
    }
    #expect(inFile == inMemory)
  }

  @Test("The order of strategies is the one given, whatever the file begins with")
  func order() throws {
    let rows = Self.rows(points: [0], replicates: 3)
    try withTable(Self.text(rows), limit: 0, strategies: ["c", "none", "a"]) { table in
      #expect(table.strategies == ["c", "none", "a", "b"])
      let names = try summary(table).split(separator: "\n").dropFirst().map {
        $0.split(separator: ",")[2]
      }
      #expect(names == ["c", "a", "b"].flatMap { Array(repeating: Substring($0), count: 4) })
    }
  }

  @Test("Points weigh the same, whatever the number of their replicates")
  func weights() throws {
    let text = """
      experiment,point,strategy,replicate,context,m,public_cost,rare
      e,0,a,0,0,1,1,
      e,1,a,0,0,10,1,
      e,0,a,1,1,3,1,
      e,1,a,1,1,14,1,
      e,1,a,2,2,12,1,
      e,1,a,3,3,12,1,

      """
    try withTable(text, limit: 0) { table in
      #expect(table.runsOfAPoint == 2...4)
      let sample = try table.sample(of: "m", under: "a")
      // Means 2 and 12; of four contexts, the first point has two, whose spread counts √(2·3 / 4·1).
      let wide = 1.5.squareRoot()
      let expected: [Double] = [7 - wide - 1, 7 + wide + 1, 7, 7]
      #expect(zip(sample.contextMeans, expected).allSatisfy { abs($0 - $1) < 1e-12 })
      #expect(sample.contextMeans.count == 4)
      #expect(abs(try #require(MetricSummary(sample).mean) - 7) < 1e-12)
      let second: [Double] = [10, 14, 12, 12]
      #expect(try table.sample(of: "m", under: "a", at: 1).contextMeans == second)
      #expect(try table.sample(of: "m", under: "a", at: 9).values.isEmpty)
    }
  }

  @Test("In a whole table a context's part is its mean over points")
  func whole() {
    let sample = Sample(
      values: [1, 2, 6, 5, 7, 9], contexts: [0, 1, 2, 0, 1, 2], points: [4, 4, 4, 8, 8, 8])
    let means = sample.contextMeans
    for (mean, expected) in zip(means, [3, 4.5, 7.5]) { #expect(abs(mean - expected) < 1e-14) }
    #expect(means.count == 3)
  }

  @Test("Points that differ do not hide which strategy is better in each of them")
  func verdict() throws {
    var lines = ["experiment,point,strategy,replicate,context,m,public_cost,rare"]
    for replicate in 0..<4 {
      for (point, level) in [0.0, 500, -300].enumerated() {
        let noise = Double(replicate * replicate) * 10
        lines.append("e,\(point),a,\(replicate),\(replicate),\(level + noise),0,")
        let better = level + noise + 1 + 0.1 * Double((replicate + point) % 2)
        lines.append("e,\(point),b,\(replicate),\(replicate),\(better),0,")
      }
    }
    try withTable(lines.joined(separator: "\n") + "\n", limit: 0) { table in
      let verdict = try #require(try Verdict(table, metric: "m"))
      #expect(verdict.best == "b")
      #expect(verdict.rivals.isEmpty)
    }
  }
}
