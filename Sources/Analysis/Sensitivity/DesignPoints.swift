public import Tables

/// The points of a design: the value of each factor at every point.
public struct DesignPoints: Equatable, Sendable {
  /// The factors, by their paths.
  public let factors: [String]
  /// The values of each point, in the order of ``factors``.
  public let values: [[Double]]

  /// Collects points.
  public init(factors: [String], values: [[Double]]) {
    self.factors = factors
    self.values = values
  }

  /// Reads the `design.csv` of a results folder.
  ///
  /// - Parameter path: The table: a column `point` that counts from 0, and one for each factor.
  /// - Throws: ``TableReaderError`` naming file, line and column.
  public init(path: String) throws(TableReaderError) {
    var reader = try TableReader(path: path)
    let point = try reader.index(of: "point")
    let columns = reader.columns.indices.filter { $0 != point }
    var values: [[Double]] = []
    while try reader.next() {
      let number = try reader.integer(point)
      guard number == values.count else {
        throw reader.failure(
          .invalid(found: number.map(String.init) ?? "", expected: "the point \(values.count)"),
          column: point)
      }
      var row: [Double] = []
      for column in columns {
        guard let value = try reader.number(column) else {
          throw reader.failure(.invalid(found: "", expected: "a number"), column: column)
        }
        row.append(value)
      }
      values.append(row)
    }
    factors = columns.map { reader.columns[$0] }
    self.values = values
  }

  /// The kinds of sample that indices are made for.
  public enum Sampling: Equatable, Sendable {
    /// Trajectories of factors + 1 points; each step changes one factor, each factor once.
    case morris(trajectories: Int)
    /// A, A with each factor from B, B with each factor from A if there is a second order, B.
    case saltelli(base: Int, hasSecondOrder: Bool)
  }

  /// The kind of sample that the points are, seen from their values; `nil` for all others.
  public var sampling: Sampling? {
    let count = factors.count
    guard count > 0, values.count > 1 else { return nil }
    for (block, hasSecondOrder) in [(2 * count + 2, true), (count + 2, false)]
    where values.count.isMultiple(of: block) && isSaltelli(block, hasSecondOrder) {
      return .saltelli(base: values.count / block, hasSecondOrder: hasSecondOrder)
    }
    // Any two points step along a single factor: that is no sign of trajectories.
    return count > 1 && values.count.isMultiple(of: count + 1) && isMorris
      ? .morris(trajectories: values.count / (count + 1)) : nil
  }

  private func isSaltelli(_ block: Int, _ hasSecondOrder: Bool) -> Bool {
    stride(from: 0, to: values.count, by: block).allSatisfy { start in
      let (a, b) = (values[start], values[start + block - 1])
      return factors.indices.allSatisfy { factor in
        var (own, other) = (a, b)
        own[factor] = b[factor]
        other[factor] = a[factor]
        return values[start + 1 + factor] == own
          && (!hasSecondOrder || values[start + 1 + factors.count + factor] == other)
      }
    }
  }

  /// Rounding to whole numbers may hide a step, but never moves a second factor.
  private var isMorris: Bool {
    let block = factors.count + 1
    return stride(from: 0, to: values.count, by: block).allSatisfy { start in
      let steps = (1..<block).map { changed(at: start + $0) }
      let moved = steps.joined()
      return steps.allSatisfy { $0.count <= 1 } && Set(moved).count == moved.count && !moved.isEmpty
    }
  }

  /// The factors that differ from the point before.
  func changed(at point: Int) -> [Int] {
    factors.indices.filter { values[point][$0] != values[point - 1][$0] }
  }
}
