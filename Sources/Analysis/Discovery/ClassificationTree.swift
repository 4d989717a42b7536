/// A shallow tree of rules that tells classes of points apart (CART; Breiman and others 1984).
///
/// Each part is split at the value of a factor that lowers the Gini impurity most, Σ p (1 - p) over
/// classes, weighted by points; half way between two values. Splits whose two sides say the same are
/// taken back.
public struct ClassificationTree: Equatable, Sendable {
  /// A part of the factors' space with one rule.
  public struct Leaf: Equatable, Sendable {
    /// For each factor that the rule names, in the order of the factors: above the lower end, up to
    /// the upper; infinite where the rule has no end.
    public let conditions: [Condition]
    /// The class of most of its points.
    public let label: String
    /// The share of its points that are of the class.
    public let share: Double
    /// Its points.
    public let points: Int
  }

  /// What a rule says of a factor: low < value ≤ high.
  public struct Condition: Equatable, Sendable {
    /// The factor's path.
    public let factor: String
    /// The lower end; minus infinity without.
    public internal(set) var low: Double
    /// The upper end; infinity without.
    public internal(set) var high: Double
  }

  /// The parts, the lower side of each split first.
  public let leaves: [Leaf]
  /// The share of all points whose class is that of their part.
  public let accuracy: Double
  /// The share of all points that are of the class of most.
  public let guess: Double

  /// The most splits on the way to a part.
  public static let depth = 3
  /// The least share of all points in a part.
  public static let leastMass = 0.05

  /// Grows a tree; `nil` without points.
  ///
  /// - Parameters:
  ///   - design: The points.
  ///   - labels: The class of each; points without one are left out.
  public init?(_ design: DesignPoints, labels: [String?]) {
    precondition(labels.count == design.values.count)
    let names = Set(labels.compactMap(\.self)).sorted()
    let points = labels.indices.filter { labels[$0] != nil }
    guard !points.isEmpty else { return nil }
    let growth = Growth(
      design: design,
      classes: labels.map { label in label.flatMap { names.firstIndex(of: $0) } ?? 0 },
      count: names.count, least: max(1, Int((Self.leastMass * Double(points.count)).rounded(.up))))
    let root = growth.node(points, depth: Self.depth)
    leaves = root.leaves(named: names, [])
    let total = Double(points.count)
    accuracy = leaves.reduce(0) { $0 + $1.share * Double($1.points) } / total
    guess = Double(root.counts.max() ?? 0) / total
  }

  private indirect enum Node {
    case leaf(counts: [Int])
    case split(factor: String, at: Double, below: Node, above: Node, counts: [Int])

    var counts: [Int] {
      switch self {
      case .leaf(let counts), .split(_, _, _, _, let counts): counts
      }
    }

    /// The class of most, the first of equals.
    var majority: Int { counts.firstIndex(of: counts.max() ?? 0) ?? 0 }

    func leaves(named names: [String], _ conditions: [Condition]) -> [Leaf] {
      switch self {
      case .leaf(let counts):
        let points = counts.reduce(0, +)
        return [
          Leaf(
            conditions: conditions.sorted { $0.factor < $1.factor }, label: names[majority],
            share: Double(counts[majority]) / Double(points), points: points)
        ]
      case .split(let factor, let value, let below, let above, _):
        func within(_ narrow: (inout Condition) -> Void) -> [Condition] {
          var own =
            conditions.first { $0.factor == factor }
            ?? Condition(factor: factor, low: -.infinity, high: .infinity)
          narrow(&own)
          return conditions.filter { $0.factor != factor } + [own]
        }
        return below.leaves(named: names, within { $0.high = value })
          + above.leaves(named: names, within { $0.low = value })
      }
    }
  }

  private struct Growth {
    let design: DesignPoints
    let classes: [Int]
    let count: Int
    let least: Int

    func node(_ points: [Int], depth: Int) -> Node {
      let counts = counted(points)
      guard depth > 0, let (factor, value) = split(points, counts) else {
        return .leaf(counts: counts)
      }
      let below = node(points.filter { design.values[$0][factor] <= value }, depth: depth - 1)
      let above = node(points.filter { design.values[$0][factor] > value }, depth: depth - 1)
      if case .leaf = below, case .leaf = above, below.majority == above.majority {
        return .leaf(counts: counts)
      }
      return .split(
        factor: design.factors[factor], at: value, below: below, above: above, counts: counts)
    }

    private func counted(_ points: some Sequence<Int>) -> [Int] {
      points.reduce(into: [Int](repeating: 0, count: count)) { $0[classes[$1]] += 1 }
    }

    /// The factor and the value that lower the impurity most; `nil` if none does.
    private func split(_ points: [Int], _ counts: [Int]) -> (factor: Int, value: Double)? {
      var best: (factor: Int, value: Double)?
      // Σ n p (1 - p) = n - Σ k² / n: the greater the sum of the sides, the purer they are.
      var purity = Self.purity(counts, points.count) * (1 + 1e-12)
      for factor in design.factors.indices {
        let sorted = points.sorted { design.values[$0][factor] < design.values[$1][factor] }
        var (below, above) = ([Int](repeating: 0, count: count), counts)
        for place in 0..<sorted.count - 1 {
          below[classes[sorted[place]]] += 1
          above[classes[sorted[place]]] -= 1
          let value = design.values[sorted[place]][factor]
          let next = design.values[sorted[place + 1]][factor]
          let (low, high) = (place + 1, sorted.count - place - 1)
          guard value < next, min(low, high) >= least else { continue }
          let found = Self.purity(below, low) + Self.purity(above, high)
          if found > purity {
            purity = found
            let middle = value + (next - value) / 2
            // Neighbouring numbers have none between them.
            best = (factor, middle < next ? middle : value)
          }
        }
      }
      return best
    }

    private static func purity(_ counts: [Int], _ total: Int) -> Double {
      counts.reduce(0) { $0 + Double($1) * Double($1) } / Double(total)
    }
  }
}
