import Analysis
import Testing

@Suite("Robustness over design points")
struct RobustnessTests {
  /// A table with a value of each strategy at each point, the same in two replicates.
  private func table(_ strategies: KeyValuePairs<String, [Double]>) throws -> RunTable {
    var lines = ["experiment,point,strategy,replicate,m\n"]
    for replicate in 0..<2 {
      for point in 0..<strategies[0].value.count {
        for (strategy, values) in strategies {
          lines.append("e,\(point),\(strategy),\(replicate),\(values[point])\n")
        }
      }
    }
    return try runTable(lines.joined(), metrics: ["m"])
  }

  private func scores(
    _ strategies: KeyValuePairs<String, [Double]>, higherIsBetter: Bool = true
  ) throws -> RobustnessScores {
    let table = try table(strategies)
    let response = try Response("m", of: table, higherIsBetter: higherIsBetter)
    let single = table.points.map { Comparison(table, on: response, at: $0) }
    return try #require(RobustnessScores(single, optimism: 0.25, threshold: 4))
  }

  @Test("Without a threshold nothing satisfices, and the other rules stay")
  func unknownThreshold() throws {
    let table = try table(["bold": [9, 0, 5], "safe": [4, 3, 4]])
    let response = try Response("m", of: table)
    let single = table.points.map { Comparison(table, on: response, at: $0) }
    let found = try #require(RobustnessScores(single, optimism: 0.5, threshold: nil))
    #expect(found.scores(by: "satisficing").isEmpty)
    #expect(found.scores(by: "maximin").map(\.value) == [0, 3])
  }

  @Test("Each rule by hand")
  func rules() throws {
    let found = try scores(["bold": [9, 0, 5], "safe": [4, 3, 4]])
    func values(_ criterion: String, _ parameter: Double? = nil) -> [Double?] {
      found.scores(by: criterion, parameter).map(\.value)
    }
    func ranks(_ criterion: String) -> [Int?] { found.scores(by: criterion).map(\.rank) }
    #expect(found.points == 3)
    #expect(values("maximin") == [0, 3])
    #expect(ranks("maximin") == [2, 1])
    #expect(values("maximax") == [9, 4])
    #expect(values("hurwicz") == [2.25, 3.25])
    #expect(values("minimax_regret") == [3, 5])
    #expect(ranks("minimax_regret") == [1, 2])
    #expect(values("mean_regret") == [1, 2])
    #expect(values("satisficing") == [2.0 / 3, 2.0 / 3])
    #expect(ranks("satisficing") == [1, 1])
    #expect(values("best_share") == [2.0 / 3, 1.0 / 3])
    #expect(values("percentile", 25) == [2.5, 3.5])
  }

  @Test("Where less is better, the worst is the most, in the metric's unit")
  func lessIsBetter() throws {
    let found = try scores(["bold": [9, 0, 5], "safe": [4, 3, 4]], higherIsBetter: false)
    func values(_ criterion: String, _ parameter: Double? = nil) -> [Double?] {
      found.scores(by: criterion, parameter).map(\.value)
    }
    #expect(values("maximin") == [9, 4])
    #expect(found.scores(by: "maximin").map(\.rank) == [2, 1])
    #expect(values("minimax_regret") == [5, 3])
    #expect(values("satisficing") == [1.0 / 3, 1])
    #expect(values("percentile", 5) == [8.6, 4])
  }

  @Test("Only points count that all strategies have, and a strategy without values has no score")
  func missing() throws {
    let text = """
      experiment,point,strategy,replicate,m
      e,0,a,0,1
      e,0,b,0,2
      e,0,c,0,
      e,1,a,0,5
      e,1,b,0,
      e,1,c,0,

      """
    let table = try runTable(text, metrics: ["m"])
    let response = try Response("m", of: table)
    let single = table.points.map { Comparison(table, on: response, at: $0) }
    let found = try #require(RobustnessScores(single, optimism: 0.5, threshold: 0))
    #expect(found.points == 1)
    #expect(found.scores(by: "mean").map(\.value) == [1, 2, nil])
    #expect(found.scores(by: "mean").map(\.rank) == [2, 1, nil])
  }
}

@Suite("Pareto front")
struct ParetoFrontTests {
  @Test("A row is undominated unless another is as good everywhere and better somewhere")
  func undominated() {
    let rows = [[1, 5], [2, 4], [2, 4], [1, 4], [0, 9], [.nan, 9]]
    #expect(ParetoFront.undominated(rows) == [true, true, true, false, true, false])
  }

  @Test("What is dominated by more than chance has no probability, what is level has some")
  func probability() throws {
    var lines = ["experiment,point,strategy,replicate,m,n\n"]
    for replicate in 0..<60 {
      let luck = Double((replicate * 37) % 60) / 60 - 0.5
      lines.append("e,0,best,\(replicate),2,2\n")
      lines.append("e,0,worse,\(replicate),1,\(1 + luck)\n")
      lines.append("e,0,level,\(replicate),\(2 + luck),2\n")
      lines.append("e,0,empty,\(replicate),,3\n")
    }
    let table = try runTable(lines.joined(), metrics: ["m", "n"])
    let responses = try ["m", "n"].map { try Response($0, of: table) }
    let front = ParetoFront(table, responses)
    #expect(front.members.map(\.strategy) == ["best", "worse", "level"])
    let probabilities = front.members.map(\.probability)
    #expect(probabilities[1] == 0)
    #expect(!front.members[1].isUndominated)
    // Which of the two is ahead on m hangs on which contexts are drawn.
    #expect(0.3...0.7 ~= probabilities[2])
    #expect(0.3...0.7 ~= probabilities[0])
    #expect(ParetoFront(table, responses) == front)
    // A strategy that lacks a metric has no place, and that is told.
    #expect(front.without == ["empty"])
  }
}
