import Testing

@testable import Analysis

@Suite("Where strategies win or fail")
struct DiscoveryTests {
  /// Points of a grid of 20 × 20 over the unit square, and a third factor that does nothing.
  private static let design: DesignPoints = {
    let values = (0..<400).map { point -> [Double] in
      let (a, b, idle) = (point % 20, point / 20, point * 7919 % 400)
      return [Double(a) / 19, Double(b) / 19, Double(idle) / 400]
    }
    return DesignPoints(factors: ["a", "b", "idle"], values: values)
  }()

  @Test("PRIM finds the corner that was planted, and only the factors that make it")
  func corner() throws {
    let isCase = Self.design.values.map { $0[0] < 0.3 && $0[1] > 0.6 }
    let found = try #require(Prim(Self.design, isCase: isCase))
    let box = found.best
    #expect(box.coverage > 0.9)
    #expect(box.density > 0.9)
    #expect(box.restricted == [0, 1])
    #expect(0.24...0.36 ~= box.limits[0].upperBound)
    #expect(0.54...0.66 ~= box.limits[1].lowerBound)
    // Counts and shares are those of the points inside.
    let inside = Self.design.values.indices.filter { point in
      zip(Self.design.values[point], box.limits).allSatisfy { $1.contains($0) }
    }
    #expect(inside.count == box.points)
    #expect(inside.count { isCase[$0] } == box.cases)
    #expect(abs(box.mass - Double(inside.count) / 400) < 1e-12)
    #expect(abs(box.density - Double(box.cases) / Double(box.points)) < 1e-12)
    #expect(found.boxes[0].coverage == 1)
    #expect(found.boxes[0].restricted.isEmpty)
    #expect(found.limits[0].values.upperBound <= found.limits[0].range.upperBound)
    #expect(Self.design.values.contains { $0[0] == found.limits[0].values.upperBound })
    // Each cut end matters, and halves of the points find the same factors.
    try #require(found.limits.map { $0.factor } == [0, 1])
    #expect(found.limits[0].lowProbability == nil)
    #expect(try #require(found.limits[0].highProbability) < 1e-6)
    #expect(try #require(found.limits[1].lowProbability) < 1e-6)
    #expect(found.limits.allSatisfy { $0.sameCoverage > 0.9 && $0.sameDensity > 0.9 })
  }

  @Test("What was peeled too deep is pasted on again")
  func paste() throws {
    let design = DesignPoints(factors: ["a"], values: (0..<100).map { [Double($0)] })
    let found = try #require(Prim(design, isCase: (0..<100).map { (40..<60).contains($0) }))
    for (before, after) in zip(found.boxes, found.boxes.dropFirst()) {
      #expect(after.points < before.points || after.density > before.density)
    }
    #expect(found.best.limits[0].lowerBound > 36)
    #expect(found.best.limits[0].upperBound < 64)
  }

  @Test("Nothing is searched where too few points are of interest, or all are")
  func fewest() {
    let count = Self.design.values.count
    let least = Int(Prim.leastMass * Double(count))
    for cases in [0, least - 1, count - least + 1, count] {
      #expect(Prim(Self.design, isCase: (0..<count).map { $0 < cases }) == nil)
    }
    #expect(Prim(Self.design, isCase: (0..<count).map { $0 < least }) != nil)
    let small = DesignPoints(factors: ["a"], values: (0..<20).map { [Double($0)] })
    #expect(Prim(small, isCase: (0..<20).map { $0 < Prim.fewest - 1 }) == nil)
    #expect(Prim(small, isCase: (0..<20).map { $0 < Prim.fewest }) != nil)
  }

  @Test("A tree says the planted rules in words, and takes back splits that say the same")
  func tree() throws {
    let labels = Self.design.values.map {
      $0[0] <= 0.5 ? "guided" : $0[1] > 0.5 ? "equal" : "guided"
    }
    let found = try #require(ClassificationTree(Self.design, labels: labels))
    #expect(
      found.leaves.map { "\($0.rule): \($0.label)" } == [
        "a up to 0.5: guided", "a above 0.5 and b up to 0.5: guided",
        "a above 0.5 and b above 0.5: equal",
      ])
    #expect(found.leaves.map(\.points) == [200, 100, 100])
    #expect(found.accuracy == 1)
    #expect(found.guess == 0.75)
    let one = try #require(ClassificationTree(Self.design, labels: labels.map { _ in "guided" }))
    #expect(one.leaves.map(\.rule) == ["everywhere"])
    // Class of most on both sides: the split lowers impurity, but says nothing.
    let mostly = Self.design.values.indices.map {
      $0 % (Self.design.values[$0][0] < 0.5 ? 3 : 9) == 0 ? "x" : "y"
    }
    let same = try #require(ClassificationTree(Self.design, labels: mostly))
    #expect(same.leaves.map(\.rule) == ["everywhere"])
    #expect(same.leaves.map(\.label) == ["y"])
    #expect(ClassificationTree(Self.design, labels: labels.map { _ in nil }) == nil)
  }

  @Test("Where several are equally good, the point is of interest for each of them")
  func ties() throws {
    let lines = (0..<12).map { "e,\($0),a,0,1\ne,\($0),b,0,\($0 < 6 ? 1 : 0)\n" }.joined()
    let table = try runTable("experiment,point,strategy,replicate,m\n" + lines, metrics: ["m"])
    let design = DesignPoints(factors: ["x"], values: (0..<12).map { [Double($0)] })
    let means = PointMeans(table, of: try Response("m", of: table), design)
    #expect(ScenarioDiscovery(means, strategy: "a", interest: .best).cases == 12)
    let second = ScenarioDiscovery(means, strategy: "b", interest: .best)
    #expect(second.cases == 6)
    #expect(try #require(second.prim).best.density == 1)
    #expect(means.classes("b", .best).suffix(6).allSatisfy { $0 == "a" })
    #expect(!second.isRare)
  }

  @Test("A split between neighbouring numbers leaves points on both sides")
  func neighbours() throws {
    let values = (0..<20).map { [$0 < 10 ? 0.3 : (0.3).nextUp] }
    let design = DesignPoints(factors: ["a"], values: values)
    let found = try #require(
      ClassificationTree(design, labels: (0..<20).map { $0 < 10 ? "x" : "y" }))
    #expect(found.leaves.map(\.points) == [10, 10])
    #expect(found.accuracy == 1)
  }

  @Test("Points are called by the best strategy, by who is ahead, or by what fails")
  func classes() throws {
    // Point 2 has no value of b.
    let table = try runTable(
      """
      experiment,point,strategy,replicate,m
      e,0,a,0,1
      e,0,a,1,3
      e,0,b,0,1
      e,0,b,1,2
      e,1,a,0,0
      e,1,b,0,5
      e,2,a,0,4
      e,2,b,0,

      """, metrics: ["m"])
    let design = DesignPoints(factors: ["x"], values: [[0], [1], [2], [3]])
    let more = PointMeans(table, of: try Response("m", of: table), design)
    #expect(more.best == [["a"], ["b"], ["a"], []])
    #expect(more.classes("a", .ahead(of: "b")) == ["a", "b", nil, nil])
    #expect(more.classes("a", .worse(than: 2)) == ["good enough", "fails", "good enough", nil])
    let less = PointMeans(
      table, of: try Response("m", of: table, higherIsBetter: false), design)
    #expect(less.best == [["b"], ["a"], ["a"], []])
    #expect(less.classes("b", .ahead(of: "a")) == ["b", "a", nil, nil])
    #expect(less.classes("a", .worse(than: 2)) == ["good enough", "good enough", "fails", nil])
    let found = ScenarioDiscovery(more, strategy: "a", interest: .best)
    #expect(found.points == 3)
    #expect(found.cases == 2)
    #expect(found.prim == nil)
  }
}
