internal import GSL

/// Values of runs, and the context that each run was made in.
///
/// Processes of one context share its task, its actors and their needs, so they are no independent
/// draws, and neither are design points, which share their contexts: the unit of an interval is the
/// context.
public struct Sample: Equatable, Sendable {
  /// One value for each run, `nil` where missing.
  public let values: [Double?]
  /// The context of each run.
  public let contexts: [Int]
  /// The design point of each run; empty where all are of one.
  public let points: [Int]

  /// Collects values; without contexts, each run is one of its own, without points all are of one.
  public init(values: [Double?], contexts: [Int]? = nil, points: [Int] = []) {
    self.values = values
    self.contexts = contexts ?? Array(values.indices)
    self.points = points
  }

  /// The values that are there.
  public var present: [Double] { values.compactMap(\.self) }

  /// The mean of each context that has a value, in order of contexts; over several design points,
  /// what each context adds to the mean of the points' means.
  ///
  /// With points p = 1…P, of which n_p of all C contexts have a value, and y_pc the mean of a
  /// context at a point, a context's part is
  ///
  ///     z_c = ȳ + 1/P Σ_p f_p C/n_p (y_pc - ȳ_p),  ȳ_p = 1/n_p Σ_c y_pc,  ȳ = 1/P Σ_p ȳ_p,
  ///     f_p = √(n_p (C - 1) / (C (n_p - 1))).
  ///
  /// Their mean is ȳ, in which points weigh the same however many runs each has. Where every
  /// context has every point, z_c is the mean of y_pc over points.
  public var contextMeans: [Double] { meansByContext.map(\.mean) }

  /// The same with the contexts.
  var meansByContext: [(context: Int, mean: Double)] {
    guard let first = points.first, points.contains(where: { $0 != first }) else {
      return Self.means(values, contexts, in: values.indices)
    }
    let means = cells.map { Self.means(values, contexts, in: $0) }.filter { !$0.isEmpty }
    let all = Self.contexts(of: means)
    let centres = means.compactMap { Statistics.mean($0.map(\.mean)) }
    guard let centre = Statistics.mean(centres) else { return [] }
    var parts = [Double](repeating: centre, count: all.count)
    for (cell, mean) in zip(means, centres) {
      let weight =
        Double(all.count) / Double(cell.count) / Double(means.count)
        * Self.freedom(of: cell.count, in: all.count)
      // Both rise: each context is found from where the last was.
      var place = 0
      for (context, value) in cell {
        while all[place] < context { place += 1 }
        parts[place] += weight * (value - mean)
      }
    }
    return zip(all, parts).map { ($0, $1) }
  }

  /// What widens the deviations of a point's values from their own mean.
  ///
  /// √(n (C - 1) / (C (n - 1))): those of n values spread less than those of C. It is 1 where n = C.
  private static func freedom(of count: Int, in all: Int) -> Double {
    count < 2 ? 1 : (Double(count * (all - 1)) / Double(all * (count - 1))).squareRoot()
  }

  /// Whether some design point has a single context, whose spread is not known, while others have more.
  var hasLonePoint: Bool {
    guard let first = points.first, points.contains(where: { $0 != first }) else { return false }
    let counts = cells.map { Self.means(values, contexts, in: $0).count }
    return counts.contains(1) && Set(contexts).count > 1
  }

  /// The places of each design point's runs, points rising.
  private var cells: [[Int]] {
    var cells: [Int: [Int]] = [:]
    var start = 0
    while start < points.count {
      let point = points[start]
      let end = points[start...].firstIndex { $0 != point } ?? points.count
      cells[point, default: []] += start..<end
      start = end
    }
    return cells.sorted { $0.key < $1.key }.map(\.value)
  }

  /// All contexts of cells, rising.
  private static func contexts(of means: [[(context: Int, mean: Double)]]) -> [Int] {
    let first = (means.first ?? []).map(\.context)
    // As a rule every point has the same contexts.
    if means.allSatisfy({ cell in
      cell.count == first.count && zip(cell, first).allSatisfy { $0.context == $1 }
    }) {
      return first
    }
    return Set(means.joined().map(\.context)).sorted()
  }

  /// The mean of each context that has a value.
  private static func means(
    _ values: [Double?], _ contexts: [Int], in places: some Collection<Int>
  ) -> [(context: Int, mean: Double)] {
    var means: [(context: Int, mean: Double)] = []
    var (sum, count) = (0.0, 0)
    var isSorted = true
    means.reserveCapacity(places.count)
    for place in places {
      guard let value = values[place] else { continue }
      let context = contexts[place]
      if let last = means.last, last.context == context {
        sum += value
        count += 1
        means[means.count - 1].mean = sum / Double(count)
      } else {
        if let last = means.last, last.context > context { isSorted = false }
        (sum, count) = (value, 1)
        means.append((context, value))
      }
    }
    return isSorted ? means : unsortedMeans(values, contexts, in: places)
  }

  private static func unsortedMeans(
    _ values: [Double?], _ contexts: [Int], in places: some Collection<Int>
  ) -> [(context: Int, mean: Double)] {
    var sums: [Int: (sum: Double, count: Int)] = [:]
    for place in places {
      guard let value = values[place] else { continue }
      sums[contexts[place], default: (0, 0)].sum += value
      sums[contexts[place], default: (0, 0)].count += 1
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sum / Double($0.value.count)) }
  }
}
