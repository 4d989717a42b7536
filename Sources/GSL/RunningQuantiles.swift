internal import CGSL

/// Quantiles of a stream of values, of which memory need not grow with it.
///
/// Values are kept, and quantiles are those of R's type 7, until ``stopKeeping()``. From then on GSL
/// follows them by the P² method (Jain & Chlamtac 1985), in the order of the values; near values that
/// occur often it may be off by some hundredths of the range.
@safe
public final class RunningQuantiles {
  /// The fractions, each above 0 and below 1.
  public let fractions: [Double]
  /// The values so far.
  public private(set) var count = 0
  private var kept: [Double] = []
  private var markers: [UnsafeMutablePointer<gsl_rstat_quantile_workspace>] = unsafe []
  private var isFollowing = false

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
    if isFollowing { follow(value) } else { kept.append(value) }
  }

  /// Gives the memory of the values back; quantiles are estimates from now on.
  public func stopKeeping() {
    guard !isFollowing else { return }
    for fraction in fractions {
      guard let marker = unsafe gsl_rstat_quantile_alloc(fraction) else {
        preconditionFailure("out of memory for a running quantile")
      }
      unsafe markers.append(marker)
    }
    isFollowing = true
    kept.forEach(follow)
    kept = []
  }

  private func follow(_ value: Double) {
    unsafe markers.forEach { _ = unsafe gsl_rstat_quantile_add(value, $0) }
  }

  /// The quantiles, in the order of ``fractions``; none without values.
  public var quantiles: [Double] {
    guard !isFollowing || count == 0 else {
      return unsafe markers.map { unsafe gsl_rstat_quantile_get($0) }
    }
    let sorted = kept.sorted()
    return fractions.compactMap { Statistics.quantile(sorted: sorted, $0) }
  }
}
