import Analysis
import GSL
import Tables
import Testing

@Suite("Comparison")
struct ComparisonTests {
  private static let a = [1, 2.5, 3, 4.75, 6, 5.5]
  private static let b = [0.5, 2, 3.5, 3, 4, 4.5]
  private static let c = [2, 1, 0.5, 3, 2.5, 2]

  private func compare(_ strategies: KeyValuePairs<String, [Double?]>, higherIsBetter: Bool = true)
    throws -> Comparison
  {
    let table = try runTable(strategies)
    return Comparison(table, on: try Response("m", of: table, higherIsBetter: higherIsBetter))
  }

  private func isClose(_ found: Double?, _ expected: Double) -> Bool {
    found.map { abs($0 - expected) < 1e-12 } ?? false
  }

  @Test("Differences, intervals, p values and corrections are those of SciPy and statsmodels")
  func reference() throws {
    let found = try compare(["a": Self.a, "b": Self.b, "c": Self.c])
    #expect(
      found.pairs.map { [$0.strategy, $0.versus] } == [["a", "b"], ["a", "c"], ["b", "c"]])
    // scipy.stats.ttest_rel with its interval; effect size, correlation and variances by NumPy.
    let expected: [[Double]] = [
      [
        0.875, 0.375, 0.06693300214386128, -0.08896818836361797, 1.838968188363618,
        0.5093547755032055, 0.8912171317356952, 0.8570420049417579, 0.13386600428772255,
      ],
      [
        1.9583333333333333, 0.6843995746475722, 0.035348952415217, 0.1990282184270642,
        3.7176384482396023, 1.2875021219177343, 0.5031543373919274, 0.3926159387663215,
        0.10604685724565101,
      ],
      [
        1.0833333333333333, 0.6759766596891083, 0.1699208586989165, -0.6543199893775986,
        2.820986656044265, 0.883311991240288, 0.09786710717838158, 0.08864265927977855,
        0.1699208586989165,
      ],
    ]
    for (pair, numbers) in zip(found.pairs, expected) {
      let interval = try #require(pair.difference.interval(0.95))
      let own = [
        pair.difference.value, pair.difference.standardError, pair.probability,
        interval.lowerBound, interval.upperBound, pair.effectSize, pair.correlation,
        pair.varianceReduction, pair.familyProbability,
      ]
      for (own, number) in zip(own, numbers) { #expect(isClose(own, number), "\(pair)") }
      #expect(pair.runs == 6)
      #expect(pair.isTooClose)
    }
    #expect(found.best == "a")
    #expect(found.rivals == ["b", "c"])
    // multipletests(method="fdr_bh")
    let rates = Multiplicity.falseDiscoveryRates([0.01, 0.04, 0.03, 0.005, 0.8, 0.04])
    for (rate, expected) in zip(rates, [0.03, 0.048, 0.048, 0.03, 0.8, 0.048]) {
      #expect(isClose(rate, expected))
    }
  }

  @Test("A pair turned round has the same facts with the other sign")
  func reversed() throws {
    let found = try compare(["a": Self.a, "c": Self.c])
    let pair = try #require(found.pair("a", "c"))
    let back = try #require(found.pair("c", "a"))
    #expect(back.difference.value == -pair.difference.value)
    #expect(back.effectSize == pair.effectSize.map { -$0 })
    #expect(back.probability == pair.probability)
    #expect(pair.isAhead)
    #expect(!back.isAhead)
    #expect(back.reversed == pair)
  }

  @Test("Best is the least where less is better, and regret is what it falls short")
  func direction() throws {
    let found = try compare(
      ["a": [1, 2, 3], "b": [4, 5.5, 6], "none": [nil]], higherIsBetter: false)
    #expect(found.best == "a")
    #expect(found.rivals.isEmpty)
    try #require(found.standings.count == 3)
    #expect(found.standings[0].regret == 0)
    #expect(isClose(found.standings[1].regret, 15.5 / 3 - 2))
    #expect(found.standings[2].regret == nil)
    #expect(found.pair("a", "b")?.isAhead == true)
    #expect(found.standings[2].mean == nil)
  }

  @Test("Being best counts replicates that all have, shares ties, and has Wilson's interval")
  func bestShares() throws {
    let found = try compare([
      "a": [3, 1, 2, nil, 5, 9], "b": [1, 1, 3, 4, 4, nil],
    ])
    // Of four replicates a wins two and b one; one is a tie.
    #expect(found.standings.map { $0.best?.share } == [0.625, 0.375])
    // statsmodels proportion_confint(method="wilson")
    for (share, count, low, high) in [
      (0.0, 10, 0.0, 0.27753279986288926), (0.3, 10, 0.10779126740630104, 0.6032218525388546),
      (1, 10, 0.7224672001371106, 1), (0.925, 400, 0.8949522937386957, 0.9469622560771523),
    ] {
      let interval = try Statistics.wilsonInterval(share, of: count)
      #expect(isClose(interval.lowerBound, low))
      #expect(isClose(interval.upperBound, high))
    }
    let single = try #require(found.standings[0].best)
    #expect(single.interval == (try Statistics.wilsonInterval(0.625, of: 4)))
  }

  @Test("Processes of a context count as one")
  func contexts() throws {
    let table = try runTable(
      """
      experiment,point,strategy,replicate,context,m
      e,0,a,0,0,1
      e,0,b,0,0,0
      e,0,a,1,0,3
      e,0,b,1,0,0
      e,0,a,2,1,4
      e,0,b,2,1,1
      e,0,a,3,1,6
      e,0,b,3,1,9

      """, metrics: ["m"])
    let found = Comparison(table, on: try Response("m", of: table))
    let pair = try #require(found.pair("a", "b"))
    #expect(pair.runs == 4)
    #expect(pair.difference.count == 2)
    // Means of contexts: 2 and 0.
    #expect(pair.difference.value == 1)
    #expect(pair.difference.standardError == 1)
    #expect(found.standings.map { $0.best?.share } == [0.75, 0.25])
    #expect(found.standings[0].best?.interval == (try Statistics.wilsonInterval(0.75, of: 2)))
  }

  @Test("Weights are of standard deviations over all runs, and what one lacks the sum lacks")
  func weighing() throws {
    let table = try runTable(
      """
      experiment,point,strategy,replicate,m,cost
      e,0,a,0,1,10
      e,0,b,0,3,30
      e,0,a,1,2,
      e,0,b,1,6,20

      """, metrics: ["m", "cost"])
    let m = try Response("m", of: table)
    let cost = try Response("cost", of: table, higherIsBetter: false)
    let sum = Response("weighted", weighing: [(m, 3), (cost, 1)])
    let found = Comparison(table, on: sum)
    // Means 3 and 20, deviations √(14/3) and 10.
    let deviation = (14.0 / 3).squareRoot()
    let a = 0.75 * (1 - 3) / deviation - 0.25 * (10 - 20) / 10
    let b = [(3.0, 30.0), (6, 20)].map { 0.75 * ($0 - 3) / deviation - 0.25 * ($1 - 20) / 10 }
    #expect(isClose(found.standings[0].mean?.value, a))
    #expect(isClose(found.standings[1].mean?.value, (b[0] + b[1]) / 2))
    #expect(isClose(found.pair("a", "b")?.difference.value, a - b[0]))
  }

  @Test("The table has every pair both ways, with rates over the points of a metric")
  func table() throws {
    let table = try runTable(
      """
      experiment,point,strategy,replicate,m
      e,0,a,0,1
      e,0,b,0,0
      e,4,a,0,4
      e,4,b,0,9
      e,0,a,1,2
      e,0,b,1,0.5
      e,4,a,1,5
      e,4,b,1,8

      """, metrics: ["m"])
    let response = try Response("m", of: table)
    let comparisons = [nil, 0, 4].map { Comparison(table, on: response, at: $0) }
    let text = String(
      decoding: ComparisonTable.encode(comparisons, experiment: "e").bytes, as: UTF8.self)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count == 7)
    let rate = try #require(rows[0].firstIndex(of: "q"))
    let p = try #require(rows[0].firstIndex(of: "p"))
    #expect(
      rows.dropFirst().map { Array($0[1...4]) } == [
        ["", "m", "a", "b"], ["", "m", "b", "a"], ["0", "m", "a", "b"], ["0", "m", "b", "a"],
        ["4", "m", "a", "b"], ["4", "m", "b", "a"],
      ])
    let values = try [3, 5].map { try #require(Double(rows[$0][p])) }
    let rates = try [3, 5].map { try #require(Double(rows[$0][rate])) }
    #expect(rates == Multiplicity.falseDiscoveryRates(values))
    #expect(rows[1][rate] == rows[1][p])
  }

  @Test("Who is behind where both have a value does not lead, whatever the means say")
  func selected() throws {
    // a has a value in the good contexts only, and is behind b there.
    var lines = "experiment,point,strategy,replicate,m\n"
    for replicate in 0..<20 {
      let (luck, isGood) = (Double(replicate * 7 % 5) / 100, replicate >= 10)
      lines += "e,0,a,\(replicate),\(isGood ? "\(1.9 + luck)" : "")\n"
      lines += "e,0,b,\(replicate),\((isGood ? 2.0 : 1.0) + Double(replicate * 3 % 5) / 100)\n"
    }
    let table = try runTable(lines, metrics: ["m"])
    let found = Comparison(table, on: try Response("m", of: table))
    #expect(found.best == "a")
    #expect(try #require(found.lead).isAhead == false)
    #expect(try #require(found.lead).isTooClose == false)
    #expect(found.rivals == ["b"])
    #expect(found.leader == nil)
  }

  @Test("Who alone has a value leads nobody")
  func alone() throws {
    var lines = "experiment,point,strategy,replicate,m\n"
    for replicate in 0..<9 { lines += "e,0,a,\(replicate),\(replicate)\ne,0,b,\(replicate),\n" }
    let table = try runTable(lines, metrics: ["m"])
    let found = Comparison(table, on: try Response("m", of: table))
    #expect(found.best == "a")
    #expect(found.leader == nil)
  }

  @Test(
    "Equal differences in a few contexts are no certainty", arguments: [(2, 0.5), (10, 2 / 1024.0)])
  func equal(count: Int, expected: Double) throws {
    var lines = "experiment,point,strategy,replicate,m\n"
    for replicate in 0..<count { lines += "e,0,a,\(replicate),1\ne,0,b,\(replicate),0\n" }
    let table = try runTable(lines, metrics: ["m"])
    let pair = try #require(Comparison(table, on: try Response("m", of: table)).pair("a", "b"))
    #expect(abs(pair.probability - expected) < 1e-12)
    #expect(pair.isTooClose == (count == 2))
  }

  @Test("Where points have few of the contexts, 95 % intervals hold the truth in 95 % of cases")
  func coverage() throws {
    var random = RandomSource()
    random.place(RandomSource.stream(run: RandomSource.runKey(5), mechanism: 0, round: 0), item: 0)
    let (points, contexts, few) = (8, 20, 3)
    var held = 0
    for _ in 0..<2000 {
      var (values, own, numbers) = ([Double?](), [Int](), [Int]())
      for point in 0..<points {
        var chosen = Array(0..<contexts)
        for place in 0..<few {
          chosen.swapAt(place, place + random.integer(below: contexts - place))
        }
        for context in 0..<contexts {
          numbers.append(point)
          own.append(context)
          let value = random.gaussian()
          values.append(chosen[..<few].contains(context) ? value : nil)
        }
      }
      let estimate = try #require(
        Estimate(meanOf: Sample(values: values, contexts: own, points: numbers)))
      if try #require(estimate.interval(0.95)).contains(0) { held += 1 }
    }
    #expect(0.935...0.97 ~= Double(held) / 2000)
    let lone = Sample(
      values: [1, 2, 3, nil], contexts: [0, 1, 0, 1], points: [0, 0, 1, 1])
    #expect(try #require(Estimate(meanOf: lone)).standardError == nil)
  }
}
