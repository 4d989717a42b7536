internal import Analysis

extension Prim {
  /// The chosen part in words; `nil` where it restricts nothing.
  var described: String? { words(limits) }

  /// The same of the limits that four of five random halves of the points restrict too.
  var believed: String? { words(limits.filter(\.isReproduced)) }

  private func words(_ limits: [Limit]) -> String? {
    limits.isEmpty
      ? nil
      : Wording.list(
        limits.map { limit in
          let name = Wording.name(factors[limit.factor])
          let (low, high) = (
            Wording.short(limit.values.lowerBound), Wording.short(limit.values.upperBound)
          )
          if low == high { return "\(name) is \(low)" }
          switch (limit.lowProbability, limit.highProbability) {
          case (nil, _?): return "\(name) is up to \(high)"
          case (_?, nil): return "\(name) is from \(low)"
          default: return "\(name) is \(low) to \(high)"
          }
        })
  }
}
