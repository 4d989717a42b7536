internal import CoCreation

/// The rules that join several values, checked for every strategy.
extension ScenarioReader {
  mutating func checkConfigurations(of scenario: Scenario) {
    // What is wrong whatever the strategy is a fault of the context.
    let shared = configurationFaults(of: scenario, Strategy(name: ""))
    var noted: [ConfigurationFault] = []
    for strategy in scenario.strategies.isEmpty ? [Strategy(name: "")] : scenario.strategies {
      if faults.isFull { return }
      for fault in configurationFaults(of: scenario, strategy) where !noted.contains(fault) {
        if shared.contains(fault) { noted.append(fault) }
        if fault.path.count == 1, Parameters.parameter(fault.path[0]) != nil {
          noteParameter(fault, strategy, isShared: shared.contains(fault))
        } else {
          noteContext(fault)
        }
      }
    }
  }

  private func configurationFaults(of scenario: Scenario, _ strategy: Strategy)
    -> [ConfigurationFault]
  {
    do {
      _ = try scenario.configuration(for: strategy)
      return []
    } catch {
      // A count below zero explains that nobody is there, and not the other way round.
      return error.faults.filter { $0.path.count > 1 } + error.faults.filter { $0.path.count <= 1 }
    }
  }

  /// A fault of the population or the tasks; not one that only follows from a fault of reading.
  private mutating func noteContext(_ configurationFault: ConfigurationFault) {
    let keys = ["context"] + configurationFault.path
    let place = ScenarioPlace(keys: keys)
    let setting = "--set \(configurationFault.path.joined(separator: "."))"
    guard !faults.hasFault(at: place.path), !faults.hasFault(at: setting) else { return }
    var known = keys
    while places[known] == nil, !known.isEmpty { known.removeLast() }
    note(configurationFault, at: keys, of: places[known])
  }

  private mutating func noteParameter(
    _ configurationFault: ConfigurationFault, _ strategy: Strategy, isShared: Bool
  ) {
    let name = configurationFault.path[0]
    let group = Parameters.parameter(name)?.group
    let inStrategy = ["strategies", strategy.name]
    let tasks = places.keys.filter { $0.starts(with: ["context", "tasks"]) && $0.count == 3 }
    let layers =
      (strategy.name.isEmpty ? [] : [inStrategy])
      + tasks.sorted { $0[2] < $1[2] } + [["context"], []]
    // A parameter that could not be read says nothing about its relation to others.
    let isFollowing = unreadParameters.contains { keys in
      layers.contains(Array(keys.dropLast()))
        && Parameters.parameter(keys.last ?? "")?.group == group
    }
    guard !isFollowing else { return }

    let related = [name] + Parameters.register.filter { $0.group == group }.map(\.name)
    for layer in isShared ? layers.filter({ $0 != inStrategy }) : layers {
      guard let key = related.first(where: { places[layer + [$0]] != nil }) else { continue }
      note(configurationFault, at: layer + [name], of: places[layer + [key]])
      return
    }
    let layer = isShared ? ["context"] : inStrategy
    note(configurationFault, at: layer + [name], of: places[layer] ?? places[[]])
  }

  private mutating func note(
    _ configurationFault: ConfigurationFault, at keys: [String], of known: ScenarioPlace?
  ) {
    let isOutside = known?.keys.first?.hasPrefix("--") ?? false
    let place = ScenarioPlace(
      line: known?.line, column: known?.column, keys: isOutside ? known?.keys ?? keys : keys)
    fault(place, "found \(configurationFault.found)", allowed: configurationFault.allowed)
  }
}
