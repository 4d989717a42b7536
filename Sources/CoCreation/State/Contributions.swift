internal import Glibc

/// What people give, around the rule and cut at nothing and at all they have.
///
/// A contribution is a normal deviate around a latent value, cut to 0…20. The latent value is the one
/// at which the expected contribution is what the rule says, so that spread moves no mean.
package struct Contributions: Sendable {
  private let spread: Double
  /// Expected contributions at latent values in equal steps.
  private var expected: [Double] = []
  private static let steps = 96

  package init(spread: Double) {
    self.spread = spread
    guard spread > 0 else { return }
    expected = (0...Self.steps).map { Self.cutMean(latent($0), spread) }
  }

  private func latent(_ step: Int) -> Double { latent(Double(step)) }

  /// From four standard deviations below nothing to as many above all.
  private func latent(_ step: Double) -> Double {
    -4 * spread + (20 + 8 * spread) * step / Double(Self.steps)
  }

  /// Expectation of a normal deviate that is cut to 0…20.
  private static func cutMean(_ mean: Double, _ deviation: Double) -> Double {
    func above(_ cut: Double) -> Double {
      // Expectation of what is beyond the cut: (μ − c) Φ(z) + σ φ(z), z = (μ − c) / σ.
      let z = (mean - cut) / deviation
      return (mean - cut) * 0.5 * erfc(-z / 2.0.squareRoot())
        + deviation * exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    }
    return above(0) - above(20)
  }

  /// What the rule says that somebody gives, in points of 20.
  package static func rule(belief: Double, type: SocialType, isReciprocal: Bool = false) -> Double {
    if isReciprocal { return min(20, max(0, belief)) }
    guard type != .freeRider else { return 0 }
    // 108 of the panel's 140 are no free riders, and give what all 140 give by the estimate.
    let shared = 140.0 / 108 * (-0.473 + 0.666 * belief)
    return min(20, max(0, shared + 0.242 * type.preferredContribution(others: belief)))
  }

  /// What somebody gives, in whole points of 20.
  ///
  /// - Parameters:
  ///   - belief: What it believes that others give, in points of 20.
  ///   - type: How it depends on that.
  ///   - deviation: How far it is from the rule, in standard deviations.
  ///   - isReciprocal: Whether everybody gives what it believes that others give.
  /// - Returns: A whole number from 0 to 20.
  package func points(
    belief: Double, type: SocialType, deviation: Double, isReciprocal: Bool = false
  ) -> Double {
    let mean = Self.rule(belief: belief, type: type, isReciprocal: isReciprocal)
    guard mean > 0 else { return 0 }
    guard spread > 0, mean < 20 else { return mean.rounded() }
    var (low, high) = (0, Self.steps)
    while high - low > 1 {
      let middle = (low + high) / 2
      if expected[middle] <= mean { low = middle } else { high = middle }
    }
    let gap = expected[high] - expected[low]
    let part = gap > 0 ? (mean - expected[low]) / gap : 0
    let value = latent(Double(low) + part) + spread * deviation
    return min(20, max(0, value.rounded()))
  }
}

/// The power mean of contributions: additive at exponent 1, towards the weakest link below, towards
/// the best shot above (Hirshleifer 1983).
///
/// It rises with its exponent throughout. At 0 it is the geometric mean; there and below it is 0 as
/// soon as anybody gives nothing.
package struct PowerMean {
  package let exponent: Double

  package init(exponent: Double) { self.exponent = exponent }

  @inline(__always)
  package func of(_ contributions: some Sequence<Double>) -> Double {
    var (sum, count) = (0.0, 0.0)
    for contribution in contributions {
      count += 1
      if exponent == 1 {
        sum += contribution
      } else if abs(exponent) < 1e-6 {
        guard contribution > 0 else { return 0 }
        sum += log(contribution)
      } else {
        guard contribution > 0 || exponent > 0 else { return 0 }
        sum += pow(contribution, exponent)
      }
    }
    guard count > 0 else { return 0 }
    if exponent == 1 { return unitClamped(sum / count) }
    if abs(exponent) < 1e-6 { return unitClamped(exp(sum / count)) }
    return unitClamped(pow(sum / count, 1 / exponent))
  }
}
