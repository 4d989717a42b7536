import Analysis
import Testing

@Suite("Verdict")
struct VerdictTests {
  private func verdict(_ strategies: KeyValuePairs<String, [Double?]>) throws -> Verdict {
    try #require(try Verdict(try runTable(strategies), metric: "m"))
  }

  @Test("A clear winner has no rivals, wherever it stands")
  func winner() throws {
    let first = try verdict(["a": [11, 12.5, 13, 14], "b": [1, 2, 3, 4]])
    #expect(first.best == "a")
    #expect(first.rivals.isEmpty)
    let last = try verdict(["b": [1, 2, 3, 4], "c": [0, 2, 0, 2], "a": [11, 12.5, 13, 14]])
    #expect(last.best == "a")
    #expect(last.rivals.isEmpty)
  }

  @Test("Pairing on the same replicates tells apart what single intervals cannot")
  func pairing() throws {
    let verdict = try verdict(["a": [0.125, 100, -100, 50.25], "b": [0, 99.75, -100.25, 50]])
    #expect(verdict.best == "a")
    #expect(verdict.rivals.isEmpty)
  }

  @Test("What cannot be told from the best is a rival, in the order of the table")
  func rivals() throws {
    let verdict = try verdict([
      "d": [4, 3, 2, 1], "low": [-9, -8, -9, -8], "a": [1, 2, 3, 4.5], "b": [3, 1, 4, 2],
    ])
    #expect(verdict.best == "a")
    #expect(verdict.rivals == ["d", "b"])
  }

  @Test("Of equals the first is best and the other its rival")
  func ties() throws {
    let verdict = try verdict(["b": [1, 2, 3], "a": [1, 2, 3], "low": [-9, -7, -6]])
    #expect(verdict.best == "b")
    #expect(verdict.rivals == ["a"])
  }

  @Test("The same difference in every replicate decides, if there are two")
  func sameDifference() throws {
    #expect(try verdict(["a": [2, 5], "b": [1, 4]]).rivals.isEmpty)
    #expect(try verdict(["a": [2], "b": [1]]).rivals == ["b"])
  }

  @Test("Only replicates count where both have the metric")
  func missing() throws {
    // On the pairs that there are, the two are equal.
    let few = try verdict(["a": [1, 2, 90], "b": [1, 2, nil]])
    #expect(few.best == "a")
    #expect(few.rivals == ["b"])
    let apart = try verdict(["a": [5, nil, 7], "b": [nil, 1, nil]])
    #expect(apart.best == "a")
    #expect(apart.rivals == ["b"])
  }

  @Test("A strategy without the metric is neither best nor rival")
  func withoutMetric() throws {
    let verdict = try verdict(["none": [nil, nil], "a": [-1, -2]])
    #expect(verdict.best == "a")
    #expect(verdict.rivals.isEmpty)
    #expect(try Verdict(try runTable(["a": [nil], "b": [nil]]), metric: "m") == nil)
    #expect(try Verdict(try runTable(["a": [1]]), metric: "other") == nil)
  }

  @Test("A single strategy is best")
  func single() throws {
    let verdict = try verdict(["a": [1, 2]])
    #expect(verdict.best == "a")
    #expect(verdict.rivals.isEmpty)
  }

  // The mean difference is 1.344. Half the width of its interval is 1.100 at 95 %, 1.322 at
  // 1 - 0.05/2 and 1.455 at 1 - 0.05/3 (SciPy's `t.ppf`).
  @Test("With more comparisons each must be surer", arguments: [1, 2, 3])
  func bonferroni(comparisons: Int) throws {
    let differences: [Double?] = [2, 0, 2.5, 0.75, -0.5, 3.5, 1.5, 1]
    let zero: [Double?] = Array(repeating: 0, count: 8)
    let low: [Double?] = [-90, -91, -90, -91, -90, -91, -90, -91]
    let verdict =
      switch comparisons {
      case 1: try verdict(["a": differences, "b": zero])
      case 2: try verdict(["a": differences, "b": zero, "c": low])
      default: try verdict(["a": differences, "b": zero, "c": low, "d": low])
      }
    #expect(verdict.best == "a")
    #expect(verdict.rivals == (comparisons < 3 ? [] : ["b"]))
  }
}
