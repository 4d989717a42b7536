internal import CGSL

/// Quantiles of a stream of values in memory that does not grow with it.
///
/// While there are at most ``exact`` values they are kept, and quantiles are those of R's type 7. Beyond
/// that GSL follows them by the P² method (Jain & Chlamtac 1985), in the order of the values.
@safe
public final class RunningQuantiles {
  /// The fractions, each above 0 and below 1.
  public let fractions: [Double]
  /// The values so far.
  public private(set) var count = 0
  private var kept: [Double] = []
  private var markers: [UnsafeMutablePointer<gsl_rstat_quantile_workspace>] = unsafe []

  /// How many values are kept.
  public static let exact = 1024

  /// Starts without values.
  ///
  /// - Parameter fractions: Which quantiles, each above 0 and below 1.
  public init(_ fractions: [Double]) {
    precondition(fractions.allSatisfy { $0 > 0 && $0 < 1 })
    self.fractions = fractions
  }

  deinit { unsafe markers.forEach { unsafe gsl_rstat_quantile_free($0) } }

  /// Takes a value, which is finite.
  public func append(_ value: Double) {
    count += 1
    guard count > Self.exact else {
      kept.append(value)
      return
    }
    if !isFollowing {
      for fraction in fractions {
        guard let marker = unsafe gsl_rstat_quantile_alloc(fraction) else {
          preconditionFailure("out of memory for a running quantile")
        }
        unsafe markers.append(marker)
      }
      for value in kept { follow(value) }
      kept = []
    }
    follow(value)
  }

  private var isFollowing: Bool { count > Self.exact && kept.isEmpty }

  private func follow(_ value: Double) {
    unsafe markers.forEach { _ = unsafe gsl_rstat_quantile_add(value, $0) }
  }

  /// The quantiles, in the order of ``fractions``; none without values.
  public var quantiles: [Double] {
    guard !isFollowing else {
      return unsafe markers.map { unsafe gsl_rstat_quantile_get($0) }
    }
    let sorted = kept.sorted()
    return fractions.compactMap { Statistics.quantile(sorted: sorted, $0) }
  }
}
