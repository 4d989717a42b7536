internal import GSL

/// How points are spread over the unit cube; each coordinate becomes a value by the quantile function
/// of its factor.
enum Sampler: Equatable {
  /// A Sobol' sequence, with its bits shifted at random or as it is.
  case sobol(points: Int, isShifted: Bool)
  /// A Halton sequence, shifted at random modulo 1 or as it is.
  case halton(points: Int, isShifted: Bool)
  /// A Latin hypercube: of each factor, one value in each of as many equal cells as points.
  case latinHypercube(points: Int)
  /// Independent uniform numbers.
  case monteCarlo(points: Int)
  /// Trajectories that change one factor at a time (Morris 1991), on a grid that includes 0 and 1.
  case morris(trajectories: Int, levels: Int)
  /// Two samples A and B and, for each factor, A with its column from B, and B with its column from
  /// A (Saltelli 2002).
  case saltelli(points: Int, hasSecondOrder: Bool, isShifted: Bool)

  /// The name in a scenario.
  var name: String {
    switch self {
    case .sobol: "sobol"
    case .halton: "halton"
    case .latinHypercube: "lhs"
    case .monteCarlo: "monte_carlo"
    case .morris: "morris"
    case .saltelli: "saltelli"
    }
  }

  /// The number of points for a number of factors.
  func count(factors: Int) -> Int {
    switch self {
    case .sobol(let points, _), .halton(let points, _), .latinHypercube(let points),
      .monteCarlo(let points):
      points
    case .morris(let trajectories, _): trajectories * (factors + 1)
    case .saltelli(let points, let hasSecondOrder, _):
      points * (hasSecondOrder ? 2 * factors + 2 : factors + 2)
    }
  }

  /// The most factors that there is a sequence for.
  var mostFactors: Int {
    switch self {
    case .sobol: QuasiRandom.Sequence.sobol.mostDimensions
    case .halton: QuasiRandom.Sequence.halton.mostDimensions
    case .saltelli: QuasiRandom.Sequence.sobol.mostDimensions / 2
    case .latinHypercube, .monteCarlo, .morris: .max
    }
  }
}

/// The unit cube of an experiment: its axes are factors.
///
/// All that is random has addresses of its own, apart from those of runs; an axis is known by the
/// factor's path where that makes other axes independent of it.
struct UnitCube {
  /// The uses of random numbers; the numbers are part of addresses, never change one.
  private enum Draw: Int {
    case sobolShift = 1, haltonShift, stratum, place, monteCarlo, start, direction, order
  }

  let seed: UInt64
  let generator: Generator
  let axes: [String]

  /// The points, coordinate by coordinate; above 0 and below 1, except for Morris' grid.
  func points(_ sampler: Sampler) -> [Double] {
    switch sampler {
    case .sobol(let points, let isShifted):
      sobol(points: points, dimensions: axes.count, isShifted: isShifted)
    case .halton(let points, let isShifted): halton(points: points, isShifted: isShifted)
    case .latinHypercube(let points): latinHypercube(points: points)
    case .monteCarlo(let points): monteCarlo(points: points)
    case .morris(let trajectories, let levels): morris(trajectories, levels: levels)
    case .saltelli(let points, let hasSecondOrder, let isShifted):
      saltelli(points: points, hasSecondOrder: hasSecondOrder, isShifted: isShifted)
    }
  }

  private func stream(_ draw: Draw, _ axis: String = "") -> RandomStream {
    let design: UInt64 = 0x64_6573_6967_6e  // "design", which is no number of a context
    let key = axis.utf8.reduce(RandomSource.runKey(seed, design)) {
      RandomSource.runKey($0, UInt64($1))
    }
    return RandomSource.stream(run: key, mechanism: draw.rawValue, round: 0)
  }

  /// The middle of the cell that a number of [0, 1) lies in: neither 0 nor 1, which have no finite
  /// quantiles.
  private func centred(_ number: Double, cells: Double = 0x1p52) -> Double {
    ((number * cells).rounded(.down) + 0.5) / cells
  }

  /// The points of a Sobol' sequence.
  ///
  /// With a shift the origin comes first, so that 2^m points stay a net; each is then the middle of
  /// its cell of 2^-30. Without, the sequence starts after the origin, whose quantiles are infinite.
  private func sobol(points: Int, dimensions: Int, isShifted: Bool) -> [Double] {
    let cells = 0x1p30
    var random = RandomSource(generator)
    let stream = stream(.sobolShift)
    let shifts = (0..<dimensions).map { dimension in
      random.place(stream, item: UInt32(dimension))
      return UInt64(random.uniform() * cells)
    }
    var sequence = QuasiRandom(.sobol, dimensions: dimensions)
    var point = [Double](repeating: 0, count: dimensions)
    var values: [Double] = []
    values.reserveCapacity(points * dimensions)
    for index in 0..<points {
      if index > 0 || !isShifted { sequence.next(into: &point) }
      for (coordinate, shift) in zip(point, shifts) {
        values.append(
          isShifted ? (Double(UInt64(coordinate * cells) ^ shift) + 0.5) / cells : coordinate)
      }
    }
    return values
  }

  private func halton(points: Int, isShifted: Bool) -> [Double] {
    var random = RandomSource(generator)
    let stream = stream(.haltonShift)
    let shifts = axes.indices.map { axis in
      random.place(stream, item: UInt32(axis))
      return random.uniform()
    }
    var sequence = QuasiRandom(.halton, dimensions: axes.count)
    var point = [Double](repeating: 0, count: axes.count)
    var values: [Double] = []
    values.reserveCapacity(points * axes.count)
    for _ in 0..<points {
      sequence.next(into: &point)
      for (coordinate, shift) in zip(point, shifts) {
        let sum = coordinate + shift
        values.append(isShifted ? centred(sum >= 1 ? sum - 1 : sum) : coordinate)
      }
    }
    return values
  }

  private func latinHypercube(points: Int) -> [Double] {
    var random = RandomSource(generator)
    var values = [Double](repeating: 0, count: points * axes.count)
    for (column, axis) in axes.enumerated() {
      random.place(stream(.stratum, axis), item: 0)
      var strata = Array(0..<points)
      for last in stride(from: points - 1, to: 0, by: -1) {
        strata.swapAt(last, random.integer(below: last + 1))
      }
      let place = stream(.place, axis)
      for (point, stratum) in strata.enumerated() {
        random.place(place, item: UInt32(point))
        // So coarse that no sum is rounded into the next stratum.
        let within = centred(random.uniform(), cells: 0x1p30)
        values[point * axes.count + column] = (Double(stratum) + within) / Double(points)
      }
    }
    return values
  }

  private func monteCarlo(points: Int) -> [Double] {
    var random = RandomSource(generator)
    var values = [Double](repeating: 0, count: points * axes.count)
    for (column, axis) in axes.enumerated() {
      let stream = stream(.monteCarlo, axis)
      for point in 0..<points {
        random.place(stream, item: UInt32(point))
        values[point * axes.count + column] = centred(random.uniform())
      }
    }
    return values
  }

  /// Each trajectory starts on the lower half of the grid, or half a grid above where its step leads
  /// down, and takes its steps in a random order.
  private func morris(_ trajectories: Int, levels: Int) -> [Double] {
    var random = RandomSource(generator)
    let (starts, directions) = (
      axes.map { stream(.start, $0) }, axes.map { stream(.direction, $0) }
    )
    let orders = stream(.order)
    let step = levels / 2
    var values: [Double] = []
    values.reserveCapacity(trajectories * (axes.count + 1) * axes.count)
    func append(_ point: [Int]) {
      for level in point { values.append(Double(level) / Double(levels - 1)) }
    }
    for trajectory in 0..<trajectories {
      let item = UInt32(trajectory)
      var steps: [Int] = []
      var point = axes.indices.map { axis in
        random.place(directions[axis], item: item)
        steps.append(random.bernoulli(0.5) ? step : -step)
        random.place(starts[axis], item: item)
        return random.integer(below: step) + (steps[axis] < 0 ? step : 0)
      }
      append(point)
      random.place(orders, item: item)
      var order = Array(axes.indices)
      for last in stride(from: axes.count - 1, to: 0, by: -1) {
        order.swapAt(last, random.integer(below: last + 1))
      }
      for axis in order {
        point[axis] += steps[axis]
        append(point)
      }
    }
    return values
  }

  private func saltelli(points: Int, hasSecondOrder: Bool, isShifted: Bool) -> [Double] {
    let count = axes.count
    let base = sobol(points: points, dimensions: 2 * count, isShifted: isShifted)
    var values: [Double] = []
    values.reserveCapacity(points * count * (hasSecondOrder ? 2 * count + 2 : count + 2))
    for point in 0..<points {
      let a = base[2 * count * point..<2 * count * point + count]
      let b = base[2 * count * point + count..<2 * count * (point + 1)]
      func append(_ main: ArraySlice<Double>, _ other: ArraySlice<Double>, _ swapped: Int) {
        for (column, (own, foreign)) in zip(main, other).enumerated() {
          values.append(column == swapped ? foreign : own)
        }
      }
      values += a
      for column in 0..<count { append(a, b, column) }
      if hasSecondOrder { for column in 0..<count { append(b, a, column) } }
      values += b
    }
    return values
  }
}
