/// Inequality of a distribution.
package enum Inequality {
  /// The Gini coefficient, corrected for small samples by n/(n − 1).
  ///
  /// G = Σ (2i − n − 1) xᵢ / (n Σ x) over values in ascending order.
  ///
  /// - Parameter values: Values from 0.
  /// - Returns: 0 when all are equal, 1 when one has everything; `nil` with fewer than two values
  ///   or when they sum to 0.
  package static func gini(_ values: [Double]) -> Double? {
    let total = values.reduce(0, +)
    guard values.count > 1, total > 0 else { return nil }
    let count = Double(values.count)
    var weighted = 0.0
    for (index, value) in values.sorted().enumerated() {
      weighted += (2 * Double(index + 1) - count - 1) * value
    }
    return min(1, max(0, weighted / (count * total) * count / (count - 1)))
  }
}
