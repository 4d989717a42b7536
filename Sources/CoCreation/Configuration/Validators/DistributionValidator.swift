internal import GSL

/// Attributes can only take values that they may have, and have a mean.
struct DistributionValidator: Validator {
  private static let largestMean = 1e6

  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    var faults: [ConfigurationFault] = []
    for kind in configuration.kinds {
      for (name, path, range) in ActorKind.attributes {
        let distribution = kind[keyPath: path]
        let support = distribution.support
        let path = ["actors", kind.name, name]
        if support.lowerBound < range.lowerBound || support.upperBound > range.upperBound {
          faults.append(
            .init(
              path: path,
              found: "\(distribution.name) with values from \(short(support.lowerBound)) "
                + "to \(short(support.upperBound))",
              allowed: "a distribution of values from \(short(range.lowerBound)) "
                + "to \(short(range.upperBound))"))
        } else if distribution.mean > Self.largestMean {
          let mean =
            distribution.mean.isFinite ? "the mean \(distribution.mean)" : "an infinite mean"
          faults.append(
            .init(
              path: path, found: "\(distribution.name) with \(mean)",
              allowed: "a distribution with a finite mean of at most \(short(Self.largestMean))"))
        }
      }
    }
    return faults
  }
}
