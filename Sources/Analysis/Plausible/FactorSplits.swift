internal import Glibc

/// The limits at which a factor may part points: the tenths of its values, and all there are of a factor of
/// ten values or fewer, with a tenth of the points at least on each side.
struct FactorSplits {
  /// The place of the factor in the design.
  let factor: Int
  /// The limits, rising.
  let limits: [Double]
  /// The points up to each limit.
  private let below: [Int]
  /// For each point, the number of limits that its value is above.
  private let parts: [Int]

  /// - Returns: `nil` for a factor without limits.
  init?(_ factor: Int, _ values: [Double]) {
    self.factor = factor
    let sorted = values.sorted()
    let least = max(1, Int((Separation.leastMass * Double(sorted.count)).rounded(.up)))
    var ends = sorted.indices.dropFirst().filter { sorted[$0 - 1] < sorted[$0] }
    if ends.count > 9 {
      let tenths = (1...9).compactMap { tenth in
        ends.first { $0 >= sorted.count * tenth / 10 }
      }
      ends = Set(tenths).sorted()
    }
    ends = ends.filter { min($0, sorted.count - $0) >= least }
    guard !ends.isEmpty else { return nil }
    below = ends
    limits = ends.map { end in
      let (low, high) = (sorted[end - 1], sorted[end])
      // Of whole numbers the last on the lower side, which is easier to say.
      return low == low.rounded() && high == high.rounded() ? low : low + (high - low) / 2
    }
    parts = values.map { [limits] value in limits.count { $0 < value } }
  }

  /// The limit on whose two sides standardised responses differ most, with χ² less 2 ln of the number of
  /// limits.
  func best(_ responses: [Double]) -> (limit: Int, score: Double) {
    var sums = [Double](repeating: 0, count: limits.count + 1)
    for (part, response) in zip(parts, responses) { sums[part] += response }
    let all = Double(parts.count)
    var (limit, greatest, sum) = (0, -1.0, 0.0)
    for place in limits.indices {
      sum += sums[place]
      let size = Double(below[place])
      // The sum below the limit against its variance if responses have nothing to do with the factor.
      let square = sum * sum * all / (size * (all - size))
      if square > greatest { (limit, greatest) = (place, square) }
    }
    return (limit, greatest - 2 * log(Double(limits.count)))
  }
}
