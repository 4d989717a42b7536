/// How well a sample fits a distribution.
package struct GoodnessOfFit {
  package let sample: [Double]

  /// Takes a sample.
  package init(sample: [Double]) { self.sample = sample }

  package var mean: Double { sample.reduce(0, +) / Double(sample.count) }

  /// The central moment of an order about a known centre.
  package func moment(_ order: Int, about centre: Double) -> Double {
    let sum = sample.reduce(0) { sum, value in
      sum + (0..<order).reduce(1) { power, _ in power * (value - centre) }
    }
    return sum / Double(sample.count)
  }

  /// The distance of the sample's mean from a mean, in standard errors.
  package func meanScore(_ mean: Double, variance: Double) -> Double {
    score(self.mean - mean, variance: variance)
  }

  /// The distance of the sample's variance from a variance, in standard errors.
  ///
  /// The standard error is estimated from the sample's fourth moment.
  package func varianceScore(_ variance: Double, mean: Double) -> Double {
    let found = moment(2, about: mean)
    return score(found - variance, variance: moment(4, about: mean) - found * found)
  }

  private func score(_ difference: Double, variance: Double) -> Double {
    // Sums of 20,000 doubles are good to some twelve digits.
    abs(difference) < 1e-12 ? 0 : difference / (variance / Double(sample.count)).squareRoot()
  }

  /// The p-value of the Kolmogorov–Smirnov test, by the asymptotic series with Stephens's
  /// correction for the size of the sample.
  package func kolmogorovSmirnov(_ cumulative: (Double) -> Double) -> Double {
    let n = Double(sample.count)
    var distance = 0.0
    for (index, value) in sample.sorted().enumerated() {
      let p = cumulative(value)
      distance = max(distance, p - Double(index) / n, Double(index + 1) / n - p)
    }
    let lambda = (n.squareRoot() + 0.12 + 0.11 / n.squareRoot()) * distance
    let series = (1...100).reduce(0.0) { sum, k in
      let term = exponential(-2 * Double(k * k) * lambda * lambda)
      return k.isMultiple(of: 2) ? sum - term : sum + term
    }
    return min(1, 2 * series)
  }

  /// The p-value of the chi-square test of whole values, cells with fewer than ten expected joined.
  package func chiSquare(_ cumulative: (Double) -> Double) throws -> Double {
    let n = Double(sample.count)
    var counts: [Int: Int] = [:]
    for value in sample { counts[Int(value), default: 0] += 1 }
    let (low, high) = (counts.keys.min() ?? 0, counts.keys.max() ?? 0)
    var (statistic, cells) = (0.0, 0)
    var (found, below, used) = (0, 0.0, 0)
    for value in low...high {
      found += counts[value] ?? 0
      let upTo = cumulative(Double(value))
      let isLast = (1 - upTo) * n < 10
      let expected = n * ((isLast ? 1 : upTo) - below)
      guard expected >= 10 else { continue }
      if isLast { found = sample.count - used }
      let difference = Double(found) - expected
      statistic += difference * difference / expected
      (cells, used, below, found) = (cells + 1, used + found, upTo, 0)
      if isLast { break }
    }
    guard cells > 1 else { return sample.count == used ? 1 : 0 }
    let chiSquare = try Distribution(.gamma(shape: Double(cells - 1) / 2, scale: 2))
    return 1 - chiSquare.cumulative(statistic)
  }

  /// exp(x) for x <= 0, through the distribution function of the exponential distribution.
  private func exponential(_ x: Double) -> Double {
    guard let distribution = try? Distribution(.exponential(mu: 1)) else { return .nan }
    return 1 - distribution.cumulative(-x)
  }
}
