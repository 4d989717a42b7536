internal import Analysis

extension Prim {
  /// The chosen part in words; `nil` where it restricts nothing.
  var described: String? {
    limits.isEmpty
      ? nil
      : Wording.list(
        limits.map { limit in
          let name = Wording.name(factors[limit.factor])
          let (low, high) = (
            Wording.short(limit.values.lowerBound), Wording.short(limit.values.upperBound)
          )
          switch (limit.lowProbability, limit.highProbability) {
          case (nil, _?): return "\(name) is up to \(high)"
          case (_?, nil): return "\(name) is from \(low)"
          default: return "\(name) is \(low) to \(high)"
          }
        })
  }
}
