internal import CoCreation

/// Every strategy at every point.
extension ScenarioReader {
  /// Notes the points at which a strategy's configuration breaks a rule that joins several values.
  ///
  /// Each value by itself was checked before, and the context without the design as well; only what
  /// the factors can break is looked at again. A fault of a phase is where the phase is, any other
  /// where the point is.
  mutating func checkPoints(of scenario: Scenario, _ points: DesignRead) {
    let names = scenario.design.factors.flatMap(\.touched)
    let rules = ModelConfiguration.rules(joining: Set(names))
    guard !rules.isEmpty else { return }
    for point in 0..<scenario.design.count {
      var noted: [ConfigurationFault] = []
      for strategy in scenario.strategies {
        let configuration = scenario.trustedConfiguration(for: strategy, at: point)
        for found in rules.flatMap({ $0.faults(configuration) }) {
          if faults.isFull { return }
          if let place = place(of: found, strategy) {
            fault(place, "found \(found.found) at point \(point)", allowed: found.allowed)
            continue
          }
          guard !noted.contains(found) else { continue }
          noted.append(found)
          fault(
            points.place(of: point, nil),
            "found \(found.found) under \(strategy.name) at point \(point)",
            allowed: found.allowed)
        }
      }
    }
  }
}
