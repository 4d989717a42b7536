import GSL
import Testing

@testable import Experiments

/// How samplers spread points over the unit cube.
@Suite("Samplers")
struct SamplerTests {
  private func cube(_ axes: Int, seed: UInt64 = 7) -> UnitCube {
    UnitCube(seed: seed, generator: .splitmix, axes: (0..<axes).map { "axis\($0)" })
  }

  private func rows(_ sampler: Sampler, _ axes: Int, seed: UInt64 = 7) -> [[Double]] {
    let values = cube(axes, seed: seed).points(sampler)
    #expect(values.count == axes * sampler.count(factors: axes))
    return stride(from: 0, to: values.count, by: axes).map { Array(values[$0..<$0 + axes]) }
  }

  static let open: [Sampler] = [
    .sobol(points: 100, isShifted: true), .sobol(points: 100, isShifted: false),
    .halton(points: 100, isShifted: true), .halton(points: 100, isShifted: false),
    .latinHypercube(points: 100), .monteCarlo(points: 100),
    .saltelli(points: 16, hasSecondOrder: true, isShifted: true),
  ]

  @Test(
    "Points are inside the cube, the same each time, and others with another seed", arguments: open)
  func inside(sampler: Sampler) {
    let points = rows(sampler, 5)
    #expect(points.allSatisfy { $0.allSatisfy { $0 > 0 && $0 < 1 } })
    #expect(points == rows(sampler, 5))
    let isRaw =
      switch sampler {
      case .sobol(_, let isShifted), .halton(_, let isShifted): !isShifted
      default: false
      }
    #expect((points == rows(sampler, 5, seed: 8)) == isRaw)
  }

  @Test(
    "2^m points of two axes are a net: one in each elementary interval", arguments: [0, 1, 5, 8])
  func net(exponent: Int) {
    let count = 1 << exponent
    for seed: UInt64 in [1, 2] {
      let points = rows(.sobol(points: count, isShifted: true), 2, seed: seed)
      for first in 0...exponent {
        let (wide, high) = (Double(1 << first), Double(1 << (exponent - first)))
        let intervals = Set(points.map { [Int($0[0] * wide), Int($0[1] * high)] })
        #expect(intervals.count == count, "\(wide) by \(high)")
      }
    }
  }

  @Test("Without a shift Sobol' and Halton are GSL's, the origin left out")
  func raw() {
    #expect(
      rows(.sobol(points: 3, isShifted: false), 2) == [[0.5, 0.5], [0.75, 0.25], [0.25, 0.75]])
    let halton = rows(.halton(points: 3, isShifted: false), 2)
    let known: [[Double]] = [[0.5, 1 / 3], [0.25, 2 / 3], [0.75, 1 / 9]]
    for (point, known) in zip(halton, known) {
      for (value, known) in zip(point, known) { #expect(abs(value - known) < 1e-15) }
    }
  }

  @Test("Halton's shift is the same for all points, modulo 1")
  func rotation() {
    let raw = rows(.halton(points: 50, isShifted: false), 3)
    let shifted = rows(.halton(points: 50, isShifted: true), 3)
    for axis in 0..<3 {
      let shifts = zip(raw, shifted).map { raw, shifted in
        let shift = shifted[axis] - raw[axis]
        return shift < 0 ? shift + 1 : shift
      }
      #expect(shifts.allSatisfy { abs($0 - shifts[0]) < 1e-14 })
    }
  }

  @Test(
    "A Latin hypercube has one point in each stratum of each axis", arguments: [1, 2, 10, 1000])
  func strata(count: Int) {
    let points = rows(.latinHypercube(points: count), 3)
    var orders: Set<[Int]> = []
    for axis in 0..<3 {
      let strata = points.map { Int($0[axis] * Double(count)) }
      #expect(strata.sorted() == Array(0..<count))
      orders.insert(strata)
    }
    if count > 2 { #expect(orders.count == 3) }
  }

  @Test("The last of a million strata keep apart")
  func manyStrata() {
    let count = 1_000_000
    let values = cube(1).points(.latinHypercube(points: count))
    #expect(Set(values.map { Int($0 * Double(count)) }).count == count)
  }

  @Test("Monte Carlo: another point or axis changes no other")
  func independence() {
    let few = rows(.monteCarlo(points: 5), 2)
    let more = rows(.monteCarlo(points: 9), 3)
    for (few, more) in zip(few, more) { #expect(few == Array(more[..<2])) }
    #expect(Set(more.flatMap(\.self)).count == 27)
    let reversed = UnitCube(seed: 7, generator: .splitmix, axes: ["axis1", "axis0"])
    #expect(Array(reversed.points(.monteCarlo(points: 1))) == few[0].reversed())
  }

  @Test("Another axis changes no other of a Latin hypercube")
  func moreAxes() {
    let (few, more) = (rows(.latinHypercube(points: 8), 2), rows(.latinHypercube(points: 8), 3))
    #expect(few == more.map { Array($0[..<2]) })
  }

  @Test("Uniform numbers have their mean and spread")
  func uniform() {
    for sampler in Self.open {
      let points = rows(sampler, 5)
      for axis in 0..<5 {
        let values = points.map { $0[axis] }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        #expect(abs(mean - 0.5) < 0.1, "\(sampler)")
        #expect(abs(variance - 1.0 / 12) < 0.03, "\(sampler)")
      }
    }
  }

  @Test(
    "A step of Morris changes one factor by half the levels; each factor once in a trajectory",
    arguments: [2, 4, 6, 10])
  func morris(levels: Int) {
    let (axes, trajectories) = (5, 40)
    let points = rows(.morris(trajectories: trajectories, levels: levels), axes)
    let delta = Double(levels) / (2 * Double(levels - 1))
    var (orders, ups): (Set<[Int]>, Int) = ([], 0)
    for trajectory in 0..<trajectories {
      let path = points[trajectory * (axes + 1)..<(trajectory + 1) * (axes + 1)]
      var changed: [Int] = []
      for (before, after) in zip(path, path.dropFirst()) {
        let axis = (0..<axes).filter { before[$0] != after[$0] }
        #expect(axis.count == 1)
        changed += axis
        #expect(abs(abs(after[axis[0]] - before[axis[0]]) - delta) < 1e-12)
        ups += after[axis[0]] > before[axis[0]] ? 1 : 0
      }
      #expect(changed.sorted() == Array(0..<axes))
      orders.insert(changed)
    }
    for value in points.joined() {
      let level = value * Double(levels - 1)
      #expect(abs(level - level.rounded()) < 1e-9 && (0...1).contains(value))
    }
    #expect(Set(points.joined()).count == levels)
    #expect(orders.count > 20)
    #expect((60...140).contains(ups))
  }

  @Test(
    "Saltelli: A, A with each column of B, B with each column of A, B", arguments: [true, false])
  func saltelli(hasSecondOrder: Bool) {
    let (axes, count) = (3, 8)
    let points = rows(
      .saltelli(points: count, hasSecondOrder: hasSecondOrder, isShifted: false), axes)
    let base = rows(.sobol(points: count, isShifted: false), 2 * axes)
    let size = hasSecondOrder ? 2 * axes + 2 : axes + 2
    for (block, base) in base.enumerated() {
      let rows = Array(points[block * size..<(block + 1) * size])
      let (a, b) = (Array(base[..<axes]), Array(base[axes...]))
      #expect(rows[0] == a)
      #expect(rows[size - 1] == b)
      for axis in 0..<axes {
        var mixed = a
        mixed[axis] = b[axis]
        #expect(rows[1 + axis] == mixed)
        guard hasSecondOrder else { continue }
        mixed = b
        mixed[axis] = a[axis]
        #expect(rows[1 + axes + axis] == mixed)
      }
    }
  }
}
