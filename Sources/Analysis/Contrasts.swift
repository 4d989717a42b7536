internal import GSL
internal import Glibc

/// Contrasts of samples that were made on the same replicates.
extension Sample {
  /// The weighted sum of samples, run by run; missing where one of them misses it.
  public static func combination(_ terms: [(sample: Sample, weight: Double)]) -> Sample {
    guard let first = terms.first?.sample else { return Sample(values: [], contexts: []) }
    let values = first.values.indices.map { run -> Double? in
      var (sum, size) = (0.0, 0.0)
      for (sample, weight) in terms {
        guard sample.values.indices.contains(run), let value = sample.values[run] else {
          return nil
        }
        sum += weight * value
        size += abs(weight * value)
      }
      // What rounding leaves of terms that cancel is nothing.
      return abs(sum) < 1e-14 * size ? 0 : sum
    }
    return Sample(values: values, contexts: first.contexts, points: first.points)
  }

  /// The values that are there, context by context.
  var byContext: [Int: [Double]] {
    var groups: [Int: [Double]] = [:]
    for (value, context) in zip(values, contexts) {
      if let value { groups[context, default: []].append(value) }
    }
    return groups
  }

  /// The values that are there, context by context and in it by design point.
  fileprivate var byContextAndPoint: [Int: [Int: [Double]]] {
    var groups: [Int: [Int: [Double]]] = [:]
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      let point = points.isEmpty ? 0 : points[index]
      groups[contexts[index], default: [:]][point, default: []].append(value)
    }
    return groups
  }
}

extension Estimate {
  /// The weighted sum of samples' own means, each over the runs that have a value.
  ///
  /// The standard error is the jackknife's over contexts. `nil` where one has no value, be it with one context left out.
  ///
  /// - Parameter terms: Samples of the same contexts, and their weights.
  public init?(meansOf terms: [(sample: Sample, weight: Double)]) {
    let groups = terms.map(\.sample.byContext)
    let contexts = Set(terms.flatMap(\.sample.contexts)).sorted()
    let sums = contexts.map { context in
      groups.flatMap { group -> [Double] in
        let values = group[context] ?? []
        return [values.reduce(0, +), Double(values.count)]
      }
    }
    self.init(jackknife: sums) { totals in
      var sum = 0.0
      for (index, term) in terms.enumerated() {
        guard totals[2 * index + 1] > 0.5 else { return nil }
        sum += term.weight * totals[2 * index] / totals[2 * index + 1]
      }
      return sum
    }
  }

  /// The product of geometric means, each to the power of its weight.
  ///
  /// It is the exponential of the mean of the weighted sum of logarithms. Its standard error is that mean's, times the estimate (the
  /// delta method). Runs with a number that is not above 0 are left out.
  ///
  /// - Parameter terms: Samples of the same replicates, and their weights.
  public init?(geometricMeanOf terms: [(sample: Sample, weight: Double)]) {
    let logarithms = terms.map { term in
      (
        sample: Sample(
          values: term.sample.values.map { $0.flatMap { $0 > 0 ? log($0) : nil } },
          contexts: term.sample.contexts, points: term.sample.points), weight: term.weight
      )
    }
    guard let mean = Estimate(meanOf: Sample.combination(logarithms)) else { return nil }
    self.init(
      value: exp(mean.value), standardError: mean.standardError.map { $0 * exp(mean.value) },
      count: mean.count)
  }

  /// The weighted sum of the logarithms of variances over processes within contexts.
  ///
  /// Each variance is pooled over contexts, and in them over design points,
  /// Σ (x - x̄)² / Σ (n - 1); the standard error is the jackknife's over contexts. Variances that are all 0 are equal: their ratio is 1. `nil` where only some are,
  /// or where one has no degrees of freedom.
  ///
  /// - Parameter terms: Samples of the same contexts, and their weights.
  public init?(logVarianceOf terms: [(sample: Sample, weight: Double)]) {
    let groups = terms.map(\.sample.byContextAndPoint)
    let contexts = Set(terms.flatMap(\.sample.contexts)).sorted()
    let sums = contexts.map { context in
      groups.flatMap { group -> [Double] in
        var (squares, freedom) = (0.0, 0.0)
        for (_, values) in (group[context] ?? [:]).sorted(by: { $0.key < $1.key }) {
          guard let mean = Statistics.mean(values) else { continue }
          squares += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
          freedom += Double(values.count - 1)
        }
        return [squares, freedom]
      }
    }
    self.init(jackknife: sums) { totals in
      // What is left of sums that cancel is no variance.
      let isNothing = terms.indices.map { totals[2 * $0] < 1e-12 }
      if isNothing.allSatisfy(\.self) { return 0 }
      var sum = 0.0
      for (index, term) in terms.enumerated() {
        let (squares, freedom) = (totals[2 * index], totals[2 * index + 1])
        guard !isNothing[index], freedom > 0 else { return nil }
        sum += term.weight * log(squares / freedom)
      }
      return sum
    }
  }

  /// The root mean square of the distances of samples' means from what was observed elsewhere.
  ///
  /// The standard error is the jackknife's.
  ///
  /// - Parameters:
  ///   - samples: Samples of the same contexts.
  ///   - observed: A value for each sample.
  public init?(distanceOf samples: [Sample], from observed: [Double]) {
    let contexts = Set(samples.flatMap(\.contexts)).sorted()
    let groups = samples.map(\.byContext)
    let sums = contexts.map { context in
      groups.flatMap { group -> [Double] in
        let mean = Statistics.mean(group[context] ?? [])
        return [mean ?? 0, mean == nil ? 0 : 1]
      }
    }
    self.init(jackknife: sums) { totals in
      var squares = 0.0
      for (index, value) in observed.enumerated() {
        guard totals[2 * index + 1] > 0 else { return nil }
        let distance = totals[2 * index] / totals[2 * index + 1] - value
        squares += distance * distance
      }
      return (squares / Double(observed.count)).squareRoot()
    }
  }
}
