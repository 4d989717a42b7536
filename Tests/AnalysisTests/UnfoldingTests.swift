import Foundation
import Tables
import Testing

@testable import Analysis

@Suite("How metrics unfold")
struct UnfoldingTests {
  private func unfolding(
    _ text: String, _ metrics: [String], _ strategies: [String] = [],
    limit: Int = Unfolding.usualLimit
  ) throws -> Unfolding {
    let path = FileManager.default.temporaryDirectory.appending(path: "rounds-\(UUID()).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(filePath: path))
    return try Unfolding(path: path, metrics: metrics, strategies: strategies, limit: limit)
  }

  @Test("Quantiles by strategy and month, in the order of strategies, without what is missing")
  func quantiles() throws {
    let found = try unfolding(
      """
      strategy,round,v,w
      b,0,1,
      b,1,2,
      a,0,10,1
      a,1,20,
      a,0,30,2
      a,1,60,

      """, ["w", "v"], ["a", "b"])
    #expect(found.fans.map { "\($0.metric) \($0.strategy)" } == ["w a", "w b", "v a", "v b"])
    #expect(found.fans[0].months.map(\.round) == [0])
    #expect(found.fans[0].months[0].count == 2)
    #expect(found.fans[1].months.isEmpty)
    #expect(found.fans[2].months.map { $0.quantiles[2] } == [20, 40])
    #expect(found.fans[2].months[1].quantiles == [22, 30, 40, 50, 58])
    #expect(found.fans[3].months.map { $0.quantiles[0] } == [1, 2])
  }

  @Test("Beyond a limit a sample stands for all, in memory that does not grow")
  func limit() throws {
    var rows = "strategy,round,v\n"
    for run in 0..<3000 {
      for round in 0..<3 { rows += "a,\(round),\(Double(run * 7919 % 3000 + round))\n" }
    }
    let exact = try unfolding(rows, ["v"])
    let near = try unfolding(rows, ["v"], limit: 2000)
    #expect(exact.sample == nil)
    #expect(near.sample == Unfolding.leastSample)
    for (one, other) in zip(exact.fans[0].months, near.fans[0].months) {
      #expect(one.count == other.count)
      #expect(one.quantiles != other.quantiles)
      for (value, estimate) in zip(one.quantiles, other.quantiles) {
        #expect(abs(value - estimate) < 150)
      }
    }
  }

  @Test("A faulty row is named with its line and column")
  func faults() throws {
    for (row, column) in [("a,one,2", "round"), ("a,-1,2", "round"), ("a,1,x", "v")] {
      let error = #expect(throws: TableReaderError.self) {
        try unfolding("strategy,round,v\na,0,1\n\(row)\n", ["v"])
      }
      #expect(error?.line == 3)
      #expect(error?.column == column)
    }
    let error = #expect(throws: TableReaderError.self) {
      try unfolding("strategy,round,v\na,0,1\n", ["vv"])
    }
    #expect("\(try #require(error))".contains("v"))
  }
}
