internal import GSL

/// A number estimated from independent contexts, with its standard error.
public struct Estimate: Equatable, Sendable {
  /// The estimate.
  public let value: Double
  /// Its standard error; `nil` where one context says nothing of it.
  public let standardError: Double?
  /// The number of independent values.
  public let count: Int

  /// Makes an estimate of known parts.
  public init(value: Double, standardError: Double?, count: Int) {
    self.value = value
    self.standardError = standardError
    self.count = count
  }

  /// The mean of a sample, the context being the unit; `nil` without values.
  ///
  /// Without a standard error where some design point has a single context: how far it spreads there
  /// is not known.
  public init?(meanOf sample: Sample) {
    guard let estimate = Estimate(meanOf: sample.contextMeans) else { return nil }
    self.init(
      value: estimate.value,
      standardError: sample.hasLonePoint ? nil : estimate.standardError, count: estimate.count)
  }

  /// The mean of independent values; `nil` without any.
  public init?(meanOf values: [Double]) {
    guard let mean = Statistics.mean(values) else { return nil }
    // Equal values have no spread; GSL's mean of them can be off by a rounding.
    if let first = values.first, values.count > 1, values.allSatisfy({ $0 == first }) {
      self.init(value: first, standardError: 0, count: values.count)
      return
    }
    self.init(
      value: mean,
      standardError: Statistics.standardDeviation(values).map {
        $0 / Double(values.count).squareRoot()
      }, count: values.count)
  }

  /// A function of sums over contexts, with the standard error of the jackknife: each context is
  /// left out once, se² = (n - 1)/n Σ (θᵢ - θ̄)² (Efron & Tibshirani 1993, chapter 11).
  ///
  /// `nil` where the function has no value, be it with one context left out.
  ///
  /// - Parameters:
  ///   - terms: What each context adds to each sum.
  ///   - statistic: The function.
  public init?(jackknife terms: [[Double]], _ statistic: ([Double]) -> Double?) {
    guard let first = terms.first else { return nil }
    var totals = [Double](repeating: 0, count: first.count)
    for term in terms { for index in totals.indices { totals[index] += term[index] } }
    guard let value = statistic(totals) else { return nil }
    guard terms.count > 1 else {
      self.init(value: value, standardError: nil, count: 1)
      return
    }
    var without: [Double] = []
    for term in terms {
      guard let value = statistic(zip(totals, term).map { $0 - $1 }) else { return nil }
      without.append(value)
    }
    let count = Double(terms.count)
    let mean = without.reduce(0, +) / count
    let squares = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.init(
      value: value, standardError: ((count - 1) / count * squares).squareRoot(),
      count: terms.count)
  }

  /// Degrees of freedom of the standard error.
  public var degreesOfFreedom: Double { Double(max(1, count - 1)) }

  /// The two-sided confidence interval by Student's t; `nil` without a standard error.
  ///
  /// - Parameter confidence: Above 0 and below 1.
  /// - Returns: The interval.
  public func interval(_ confidence: Double) -> ClosedRange<Double>? {
    guard let standardError,
      let t = try? Statistics.studentQuantile(
        (1 + confidence) / 2, degreesOfFreedom: degreesOfFreedom)
    else { return nil }
    return value - t * standardError...value + t * standardError
  }
}
