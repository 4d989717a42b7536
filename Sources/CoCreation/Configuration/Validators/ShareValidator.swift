/// Shares of a whole sum to at most one.
struct ShareValidator: Validator {
  private static let wholes = [
    ["free_rider_share", "triangle_share", "other_share"]
  ]

  var joined: Set<String> { Set(Self.wholes.joined()) }

  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    var faults: [ConfigurationFault] = []
    for names in Self.wholes {
      let sums = configuration.tasks.map { task in
        names.reduce(0) { $0 + task.parameters[$1] }
      }
      // A rounding error's worth of leeway: 0.1 + 0.2 + 0.7 is above one.
      if let sum = sums.first(where: { $0 > 1 + 1e-9 }) {
        faults.append(
          .init(
            path: [names[0]], found: "\(names.joined(separator: " + ")) = \(sum)",
            allowed: "a sum of at most 1"))
      }
    }
    return faults
  }
}
