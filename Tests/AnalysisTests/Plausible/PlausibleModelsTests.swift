import Testing

@testable import Analysis

@Suite("In how many plausible models a strategy is ahead")
struct PlausibleModelsTests {
  /// Differences of a from b, by model and replicate; b has 10 everywhere.
  private static let differences: [[Double?]] = [
    [1, 2, 3],  // ahead, clearly not: t = 2 / 0.577 = 3.46 < 4.30
    [5, 5.1, 4.9],  // clearly ahead
    [-1, 2, -3],  // behind
    [-4, -4.2, -3.8],  // clearly behind
    [1, -1, 0],  // neither
    [2, nil, 2],  // ahead in what both have; all the same, which two runs do not make sure
    [nil, nil, nil],  // no model
  ]

  private func table(_ differences: [[Double?]], contexts: (Int) -> Int = { $0 }) throws -> RunTable
  {
    var text = "experiment,point,strategy,replicate,context,m\n"
    for (point, row) in differences.enumerated() {
      for (strategy, base) in [("a", nil), ("b", 10.0)] {
        for (replicate, difference) in row.enumerated() {
          let value = base ?? difference.map { 10 + $0 }
          text +=
            "e,\(point),\(strategy),\(replicate),\(contexts(replicate)),"
            + "\(value.map { "\($0)" } ?? "")\n"
        }
      }
    }
    return try runTable(text, metrics: ["m"])
  }

  private func found(_ table: RunTable, higher: Bool = true) throws -> PlausibleModels {
    let response = try Response("m", of: table, higherIsBetter: higher)
    return try #require(PlausibleModels(table, on: response, "a", versus: "b"))
  }

  @Test("Models are counted by their mean paired difference, and clear ones by its interval")
  func counts() throws {
    let found = try found(table(Self.differences))
    #expect(found.models.map(\.point) == [0, 1, 2, 3, 4, 5])
    #expect((found.ahead, found.behind) == (3, 2))
    #expect((found.clearlyAhead, found.clearlyBehind) == (1, 1))
    #expect(found.share == 0.5)
    // Wilson's interval of 3 of 6.
    #expect(abs(found.interval.lowerBound - 0.18761) < 1e-5)
    #expect(abs(found.interval.upperBound - 0.81239) < 1e-5)
    // Means 2, 5, -2/3, -4, 0, 2: quantiles of type 7.
    let known = [-4 + 0.25 * (4 - 2.0 / 3), 1, 2 + 0.75 * 3]
    for (quantile, known) in zip(found.quantiles, known) { #expect(abs(quantile - known) < 1e-9) }
  }

  @Test("Where less is better, ahead is below")
  func direction() throws {
    let found = try found(table(Self.differences), higher: false)
    #expect((found.ahead, found.behind) == (2, 3))
    #expect((found.clearlyAhead, found.clearlyBehind) == (1, 1))
    #expect(found.quantiles[1] == 1)
  }

  @Test("The context is the unit: processes of one context say no more than one")
  func contexts() throws {
    let rows: [[Double?]] = [[5, 5.1, 4.9, 5]]
    #expect(try found(table(rows)).clearlyAhead == 1)
    let lone = try found(table(rows) { _ in 0 })
    #expect((lone.ahead, lone.clearlyAhead) == (1, 0))
    #expect(!lone.hasIntervals && lone.luck == nil && lone.shareWithoutLuck == nil)
  }

  @Test("Differences that are all the same are clear by the sign test only")
  func signs() throws {
    let few = try found(table([[2, 2, 2, 2, 2]]))
    #expect((few.ahead, few.clearlyAhead) == (1, 0))
    #expect(try found(table([[2, 2, 2, 2, 2, 2]])).clearlyAhead == 1)
  }

  @Test("Strategies that share no run with a value, or are not there, have no answer")
  func nothing() throws {
    let table = try table([[nil, nil]])
    let response = try Response("m", of: table)
    #expect(PlausibleModels(table, on: response, "a", versus: "b") == nil)
    #expect(PlausibleModels(table, on: response, "a", versus: "c") == nil)
  }

  /// Model p has the effect p - 9.5, replicates add luck that sums to nothing over a model.
  @Test("Luck is the share of the spread that replicates make, and what is left without it")
  func luck() throws {
    let rows = (0..<20).map { model -> [Double?] in
      let luck = model.isMultiple(of: 2) ? 3.0 : -3
      return [Double(model) - 12.5 + luck, Double(model) - 12.5 - luck]
    }
    let found = try found(table(rows))
    // Between models: variance 35 of 0…19; rest: (2 · 3²) · 20 / 19, half of it in a mean of two.
    let luck = (2 * 9.0 * 20 / 19) / 2 / 35
    #expect(abs(try #require(found.luck) - luck) < 1e-9)
    // Mean -3, drawn together by a sixth: models from 13 on are ahead, without luck from 14 on.
    #expect(found.ahead == 7)
    let scale = (1 - luck).squareRoot()
    let expected = (0..<20).count { -3 + scale * (Double($0) - 9.5) > 0 }
    #expect(found.shareWithoutLuck == Double(expected) / 20 && expected == 6)
    // Both replicates have the mean -3: it is sure, and so is the share.
    #expect(found.intervalWithoutLuck == 0.3...0.3)
    // Another replicate is better by 2 in all models: mean -2 ± 12.7, so from none to all.
    let better = try self.found(table(rows.map { [$0[0], $0[1].map { $0 + 2 }] }))
    #expect(better.shareWithoutLuck == 0.4 && better.intervalWithoutLuck == 0...1)
    #expect(better.isUnsettled && !found.isUnsettled)
  }
}
