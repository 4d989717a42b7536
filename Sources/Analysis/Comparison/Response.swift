internal import GSL
public import Tables

/// What strategies are compared on: a value of each run, and which direction is the better one.
public struct Response: Sendable {
  /// The metric's name, or that of what was made of several.
  public let name: String
  /// Whether more is better.
  public let higherIsBetter: Bool
  /// The values, by the places of runs in the table; NaN where missing.
  let column: [Double]

  /// The values of a metric.
  ///
  /// - Parameters:
  ///   - metric: One of the table's metrics; it is a programmer's error to ask for another.
  ///   - table: The runs.
  ///   - higherIsBetter: Whether more is better.
  /// - Throws: ``TableFileError``
  public init(_ metric: String, of table: RunTable, higherIsBetter: Bool = true)
    throws(TableFileError)
  {
    guard let slot = table.metrics.firstIndex(of: metric) else {
      preconditionFailure("the table was read without \(metric)")
    }
    name = metric
    self.higherIsBetter = higherIsBetter
    column = try table.column(slot)
  }

  /// A weighted sum of responses, more being better.
  ///
  /// Each is in standard deviations of all runs from the mean of all runs:
  ///
  ///     Σ w_k ± (x_k - x̄_k) / s_k / Σ w_k.
  ///
  /// A response that does not vary adds nothing. Missing where one with a weight is missing.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - terms: Responses of one table, with weights from 0, of which one is above.
  public init(_ name: String, weighing terms: [(response: Response, weight: Double)]) {
    let total = terms.reduce(0) { $0 + $1.weight }
    precondition(total > 0 && terms.allSatisfy { $0.weight >= 0 })
    self.name = name
    higherIsBetter = true
    var sum = [Double](repeating: 0, count: terms[0].response.column.count)
    for (response, weight) in terms where weight > 0 {
      let present = response.column.filter { !$0.isNaN }
      let mean = Statistics.mean(present) ?? 0
      let deviation = Statistics.standardDeviation(present) ?? 0
      let scale = deviation > 0 ? weight / total / deviation : 0
      let sign = response.higherIsBetter ? 1.0 : -1
      // NaN stays NaN: what one lacks, the sum lacks.
      for place in sum.indices { sum[place] += sign * scale * (response.column[place] - mean) }
    }
    column = sum
  }

  /// The value with more being better.
  func oriented(_ value: Double) -> Double { higherIsBetter ? value : -value }
}
