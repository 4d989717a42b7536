internal import GSL

/// A factor whose value is not known, and what is known of it.
struct UncertainFactor {
  enum Knowledge {
    case distribution(Distribution)
    /// Values that are equally likely.
    case levels([Double])
  }

  let factor: Design.Factor
  let knowledge: Knowledge
  /// Where the file says so.
  let place: ScenarioPlace

  /// Whether every value lies between two finite ones.
  var isBounded: Bool {
    switch knowledge {
    case .distribution(let distribution):
      distribution.support.lowerBound.isFinite && distribution.support.upperBound.isFinite
    case .levels: true
    }
  }

  /// The value at a coordinate from 0 to 1; of whole numbers the nearest.
  func value(at coordinate: Double) -> Double {
    switch knowledge {
    case .distribution(let distribution):
      let value = distribution.quantile(coordinate)
      guard factor.isInteger else { return value }
      // The ends of [0.5, 3.5] stand for 1 and 3.
      let support = distribution.support
      return min(
        max(value.rounded(), support.lowerBound.nextUp.rounded()),
        support.upperBound.nextDown.rounded())
    case .levels(let levels):
      return levels[min(Int(coordinate * Double(levels.count)), levels.count - 1)]
    }
  }
}
