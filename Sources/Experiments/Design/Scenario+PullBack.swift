internal import CoCreation

/// Points of plausible models that break a rule joining several values.
extension Scenario {
  /// Pulls impossible points back to the context.
  ///
  /// Where a rule is broken under some strategy, as `ruggedness` below `choices`, all values in some
  /// columns that the rule joins go back together, a tenth of the way at a time, to what they are
  /// without the design; whole numbers to the nearest. They stop at the first step at which the rule
  /// holds. So a point depends on nothing but its own values of what the rule joins.
  ///
  /// - Parameter columns: Factors of the context that may be pulled.
  mutating func pullBack(_ columns: [Int]) {
    guard !columns.isEmpty else { return }
    let rules = ModelConfiguration.rules(
      joining: Set(columns.flatMap { design.factors[$0].touched }))
    for (joined, faults) in rules {
      let joins = columns.filter { !joined.isDisjoint(with: design.factors[$0].touched) }
      for point in 0..<design.count where isBroken(faults, at: point) {
        let start = point * design.factors.count
        let drawn = joins.map { design.values[start + $0] }
        for tenth in 1...10 {
          for (column, value) in zip(joins, drawn) {
            design.values[start + column] = pulled(value, design.factors[column], tenth)
          }
          if !isBroken(faults, at: point) { break }
        }
      }
    }
  }

  private func isBroken(
    _ faults: (ModelConfiguration) -> [ConfigurationFault], at point: Int
  ) -> Bool {
    strategies.contains { !faults(trustedConfiguration(for: $0, at: point)).isEmpty }
  }

  private func pulled(_ value: Double, _ factor: Design.Factor, _ tenth: Int) -> Double {
    let own = factor.parameter?.get(parameters) ?? value
    let between = own + (value - own) * Double(10 - tenth) / 10
    return factor.isInteger ? between.rounded() : between
  }
}
