import Analysis
import GSL
import Testing

@Suite("What drives a response")
struct SensitivityTests {
  private static let trajectories = DesignPoints(
    factors: ["a", "b"],
    values: [
      [0, 0], [2.0 / 3, 0], [2.0 / 3, 2.0 / 3],
      [1, 1.0 / 3], [1, 1], [1.0 / 3, 1],
    ])

  @Test("The kind of a sample is seen from its points")
  func sampling() {
    #expect(Self.trajectories.sampling == .morris(trajectories: 2))
    let saltelli = [[1.0, 2], [3, 2], [1, 4], [3, 4]]
    let design = DesignPoints(factors: ["a", "b"], values: saltelli)
    #expect(design.sampling == .saltelli(base: 1, hasSecondOrder: false))
    let both = DesignPoints(
      factors: ["a", "b"], values: [[1, 2], [3, 2], [1, 4], [1, 4], [3, 2], [3, 4]])
    #expect(both.sampling == .saltelli(base: 1, hasSecondOrder: true))
    let grid = DesignPoints(factors: ["a", "b"], values: [[0, 0], [1, 1], [0, 1], [1, 0]])
    #expect(grid.sampling == nil)
    // Two points always differ in the one factor there is.
    let single = DesignPoints(factors: ["a"], values: [[0], [1], [0.3], [0.8]])
    #expect(single.sampling == nil)
  }

  @Test("Of a linear response an elementary effect is its slope, and does not spread")
  func morris() throws {
    let responses = Self.trajectories.values.map { 3 * $0[0] - 2 * $0[1] }
    let found = try #require(Morris(Self.trajectories, responses: responses, levels: 4))
    for (effect, slope) in zip(found.effects, [3.0, -2]) {
      #expect(abs(effect.mu - slope) < 1e-12)
      #expect(abs(effect.muStar - abs(slope)) < 1e-12)
      #expect(effect.sigma < 1e-12)
    }
    let product = Self.trajectories.values.map { $0[0] * $0[1] }
    let bent = try #require(Morris(Self.trajectories, responses: product, levels: 4))
    #expect(abs(bent.effects[0].mu - 0.5) < 1e-12)
    #expect(bent.effects[0].sigma > 0.5)
    #expect(Sobol(Self.trajectories, responses: product) == nil)
    // One trajectory says nothing of the spread over trajectories.
    let one = DesignPoints(factors: ["a", "b"], values: Array(Self.trajectories.values[..<3]))
    let lone = try #require(Morris(one, responses: [0, 1, 3], levels: 4))
    #expect(lone.effects.allSatisfy { $0.muStarConfidence.isNaN })
    #expect(lone.levels == 4)
  }

  @Test("Of an additive response total indices are first ones, and make the whole")
  func sobol() throws {
    var sequence = QuasiRandom(.sobol, dimensions: 4)
    var point = [Double](repeating: 0, count: 4)
    var values: [[Double]] = []
    for _ in 0..<4096 {
      sequence.next(into: &point)
      let (a, b) = (Array(point[..<2]), Array(point[2...]))
      values += [a, [b[0], a[1]], [a[0], b[1]], b]
    }
    let design = DesignPoints(factors: ["a", "b"], values: values)
    // Variances of uniform numbers: 4/12 and 1/12.
    let found = try #require(Sobol(design, responses: values.map { 2 * $0[0] + $0[1] }))
    for (index, share) in [0.8, 0.2].enumerated() {
      #expect(abs(found.first[index].value - share) < 0.01)
      #expect(abs(found.total[index].value - share) < 0.01)
      #expect(0.001...0.1 ~= found.total[index].confidence)
    }
    #expect(found.second.isEmpty)
    #expect(Sobol(design, responses: values.map { _ in 1 }) == nil)
  }

  @Test("Least squares and ranks by hand")
  func regression() throws {
    let fit = try LeastSquares([[0, 1, 2, 3]], response: [1, 3, 4, 8])
    // Slope Σ(x - 1.5)(y - 4) / 5 = 11 / 5, rest 1.8 of 26.
    #expect(abs(fit.coefficients[1] - 2.2) < 1e-12)
    #expect(abs(fit.coefficients[0] - 0.7) < 1e-12)
    #expect(abs(fit.standardErrors[1] - (1.8 / 2 / 5).squareRoot()) < 1e-12)
    #expect(abs(try #require(fit.determination) - (1 - 1.8 / 26)) < 1e-12)
    #expect(Statistics.ranks([3, 1, 3, 2, 3]) == [4, 1, 4, 2, 4])
    let design = DesignPoints(factors: ["a", "same"], values: (0..<6).map { [Double($0), 1] })
    let found = try #require(
      Regression(design, responses: [0, 1, 4, 9, 16, 25]))
    #expect(found.factors == ["a"])
    #expect(abs(found.ranks[0].value - 1) < 1e-12)
    #expect(found.determination < 1)
    #expect(Regression(design, responses: [1, 1, 1, 1, 1, 1]) == nil)
    // What moves together cannot be told apart.
    let together = DesignPoints(
      factors: ["a", "b"], values: (0..<8).map { [Double($0), 3 - 2 * Double($0)] })
    #expect(Regression(together, responses: [1, 3, 2, 5, 4, 7, 6, 9]) == nil)
    #expect(try !LeastSquares([[0, 1, 2, 3], [1, 3, 5, 7]], response: [1, 3, 4, 9]).isFullRank)
    #expect(fit.isFullRank)
  }

  @Test("The variance of a run is told apart")
  func variance() throws {
    // Points only, replicates only, and both without interplay.
    let points = try #require(VarianceShares([[1, 1], [3, 3]]))
    #expect(points.parameters == 1)
    let seeds = try #require(VarianceShares([[1, 3], [1, 3], [1, 3]]))
    #expect(seeds.seed == 1)
    let both = try #require(VarianceShares([[1, 3], [5, 7]]))
    // Components (16 / 2) and (4 / 2).
    #expect(abs(both.parameters - 0.8) < 1e-12)
    #expect(abs(both.seed - 0.2) < 1e-12)
    #expect(both.chance == 0)
    // Means 1, 2.5, 3.5: a mean square of 19/12 times two replicates; what is left are ±1/2 at two points,
    // a mean square of 1/2. So 19/12 - 1/4 are of the points, and 1/4 of chance in their means.
    let some = try #require(VarianceShares([[1, 1], [2, 3], [4, 3]]))
    #expect(abs(some.chance - 0.25 / (19.0 / 12)) < 1e-12)
    #expect(VarianceShares([[1], [2]]) == nil)
    #expect(VarianceShares([[1, 1], [1, 1]]) == nil)
  }

  @Test("A decision map compares in each cell, and says where there is no lead")
  func map() throws {
    var lines = ["experiment,point,strategy,replicate,m\n"]
    for replicate in 0..<8 {
      for point in 0..<4 {
        let luck = Double((3 * replicate + point) % 4) / 10
        let lead = [1.0, -1, 0, 1][point]
        lines.append("e,\(point),a,\(replicate),\(lead + luck)\n")
        lines.append("e,\(point),b,\(replicate),\(point == 2 ? 0.15 : luck)\n")
      }
    }
    let table = try runTable(lines.joined(), metrics: ["m"])
    let design = DesignPoints(
      factors: ["x", "y", "z"], values: [[0, 0, 5], [1, 0, 5], [0, 1, 5], [1, 1, 5]])
    let response = try Response("m", of: table)
    let found = try #require(DecisionMap(table, on: response, design, x: "x", y: "y"))
    #expect(
      found.cells.map { [$0.column, $0.row, $0.points] } == [
        [0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 1],
      ])
    #expect(
      found.cells.map { $0.comparison.best }.enumerated().filter { $0.offset != 2 }.map(\.element)
        == ["a", "b", "a"])
    #expect(found.cells.map { $0.comparison.rivals.isEmpty } == [true, true, false, true])
    #expect(DecisionMap(table, on: response, design, x: "x", y: "z") == nil)
  }
}
