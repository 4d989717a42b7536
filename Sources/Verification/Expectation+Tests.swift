internal import Analysis
internal import Experiments
internal import Foundation

/// Where a number should lie, as a test and in words.
extension Expectation {
  var isAgreement: Bool { if case .agreeing = self { true } else { false } }

  /// The p value of an estimate, against the hypothesis that it lies elsewhere.
  func probability(of estimate: Estimate) -> Double? {
    switch self {
    case .above(let bound): estimate.probability(above: bound)
    case .below(let bound): estimate.probability(below: bound)
    case .near, .between: range.map(estimate.probability(within:))
    case .agreeing: nil
    }
  }

  /// Whether an estimate lies there as it stands.
  func isMet(by estimate: Estimate) -> Bool {
    switch self {
    case .above(let bound): estimate.value > bound
    case .below(let bound): estimate.value < bound
    case .near, .between: range?.contains(estimate.value) ?? false
    case .agreeing(let value, let errors):
      estimate.standardError.map { abs(estimate.value - value) <= errors * $0 } ?? false
    }
  }

  /// Whether an estimate's interval says that the truth lies elsewhere, or the estimate itself is
  /// on the wrong side.
  func isExcluded(by estimate: Estimate, confidence: Double) -> Bool {
    guard let range, let interval = estimate.interval(confidence) else {
      return !isMet(by: estimate)
    }
    return !interval.overlaps(range)
  }

  /// Whether an interval lies wholly elsewhere: on the other side of a bound, outside of a range.
  func isContradicted(by estimate: Estimate, confidence: Double) -> Bool {
    if isAgreement { return !isMet(by: estimate) }
    guard let interval = estimate.interval(confidence) else { return false }
    return switch self {
    case .above(let bound): interval.upperBound < bound
    case .below(let bound): interval.lowerBound > bound
    default: range.map { !interval.overlaps($0) } ?? false
    }
  }

  /// How far a number lies on the stated side of a bound; `nil` where there is no side to be on.
  func distance(of value: Double) -> Double? {
    switch self {
    case .above(let bound): value - bound
    case .below(let bound): bound - value
    default: nil
    }
  }

  /// Whether the whole interval of an estimate lies short of an effect.
  func isShort(of effect: Double, _ estimate: Estimate, confidence: Double) -> Bool {
    guard let interval = estimate.interval(confidence) else { return false }
    let distances = [interval.lowerBound, interval.upperBound].compactMap(distance(of:))
    return !distances.isEmpty && distances.allSatisfy { $0 < effect }
  }

  /// Whether there is a side to be on.
  var hasSide: Bool {
    switch self {
    case .above, .below: true
    default: false
    }
  }

  var range: ClosedRange<Double>? {
    switch self {
    case .near(let value, let distance): value - distance...value + distance
    case .between(let low, let high): low...high
    default: nil
    }
  }

  /// From where to where it lies, where that is known, without what rounding adds to a distance.
  var bounds: (low: Double?, high: Double?) {
    switch self {
    case .above(let bound): (bound, nil)
    case .below(let bound): (nil, bound)
    case .near, .between:
      (range.map { written($0.lowerBound) }, range.map { written($0.upperBound) })
    case .agreeing: (nil, nil)
    }
  }

  /// In words.
  var description: String {
    switch self {
    case .above(let bound): "above \(shortest(bound))"
    case .below(let bound): "below \(shortest(bound))"
    case .near(let value, within: 0): "exactly \(shortest(value))"
    case .near(let value, let distance): "\(shortest(value)) ± \(shortest(distance))"
    case .agreeing(let value, let errors):
      "\(shortest(value)) within \(shortest(errors)) standard errors"
    case .between(let low, let high): "\(shortest(low)) to \(shortest(high))"
    }
  }
}

/// A number of few digits that was computed from others of few.
private func written(_ value: Double) -> Double {
  Double(String(format: "%.12g", value)) ?? value
}

/// A number of a file as it was written there.
func shortest(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}

/// A number that was found: three decimals, or three digits where it is small or large.
func rounded(_ value: Double) -> String {
  value == 0 || (0.01..<1000).contains(abs(value))
    ? String(format: "%.3f", value) : String(format: "%.3g", value)
}
