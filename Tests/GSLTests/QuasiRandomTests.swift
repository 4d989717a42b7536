import GSL
import Testing

/// Sequences against SciPy 1.17 and against what makes them quasi-random.
@Suite struct QuasiRandomTests {
  private func points(_ sequence: QuasiRandom.Sequence, _ dimensions: Int, _ count: Int)
    -> [[Double]]
  {
    var generator = QuasiRandom(sequence, dimensions: dimensions)
    var point = [Double](repeating: 0, count: dimensions)
    return (0..<count).map { _ in
      generator.next(into: &point)
      return point
    }
  }

  @Test("Two dimensions of Sobol' are scipy.stats.qmc's; further ones have other directions")
  func sobol() {
    #expect(
      points(.sobol, 2, 8) == [
        [0.5, 0.5], [0.75, 0.25], [0.25, 0.75], [0.375, 0.375], [0.875, 0.875], [0.625, 0.125],
        [0.125, 0.625], [0.1875, 0.3125],
      ])
  }

  @Test("Halton is scipy.stats.qmc's")
  func halton() {
    let known = [
      [0.5, 0.3333333333333333, 0.2, 0.14285714285714285],
      [0.25, 0.6666666666666666, 0.4, 0.2857142857142857],
      [0.75, 0.1111111111111111, 0.6000000000000001, 0.42857142857142855],
      [0.125, 0.4444444444444444, 0.8, 0.5714285714285714],
      [0.625, 0.7777777777777777, 0.04, 0.7142857142857142],
      [0.375, 0.2222222222222222, 0.24000000000000002, 0.8571428571428571],
    ]
    for (point, known) in zip(points(.halton, 4, 6), known) {
      for (coordinate, known) in zip(point, known) { #expect(abs(coordinate - known) < 1e-15) }
    }
  }

  @Test(
    "Each sequence has its most dimensions, all of them inside the cube",
    arguments: QuasiRandom.Sequence.allCases)
  func most(sequence: QuasiRandom.Sequence) {
    for point in points(sequence, sequence.mostDimensions, 300) {
      #expect(point.allSatisfy { $0 > 0 && $0 < 1 })
    }
  }

  @Test("With the origin, 2^m points of Sobol' have one in each interval of length 2^-m")
  func intervals() {
    let count = 1 << 9
    let all = [[Double](repeating: 0, count: 40)] + points(.sobol, 40, count - 1)
    for dimension in 0..<40 {
      let cells = Set(all.map { Int($0[dimension] * Double(count)) })
      #expect(cells.count == count)
    }
  }
}
