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
        if ["phases", "choose"].contains(fault.path.first) {
          noteCourse(fault, strategy, in: scenario)
        } else if fault.path == ["payment"] {
          notePayment(fault, strategy, in: scenario, isShared: shared.contains(fault))
        } else if fault.path.count == 1, Parameters.parameter(fault.path[0]) != nil {
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

  private mutating func noteCourse(
    _ configurationFault: ConfigurationFault, _ strategy: Strategy, in scenario: Scenario
  ) {
    guard let place = place(of: configurationFault, strategy) else { return }
    // The reader knows the length of a run; where it does not, the fault follows from another.
    let months = Int(scenario.parameters["rounds"])
    guard strategy.course.allSatisfy({ $0.from <= months }), !faults.hasFault(at: place.path)
    else { return }
    fault(place, "found \(configurationFault.found)", allowed: configurationFault.allowed)
  }

  /// The place of a fault of a phase or case, which the model counts from 1; `nil` for any other.
  func place(of configurationFault: ConfigurationFault, _ strategy: Strategy) -> ScenarioPlace? {
    let path = configurationFault.path
    guard path.count > 1, ["phases", "choose"].contains(path[0]), let number = Int(path[1])
    else { return nil }
    let keys = ["strategies", strategy.name, path[0], "[\(number - 1)]"] + path.dropFirst(2)
    var known = keys
    while places[known] == nil, !known.isEmpty { known.removeLast() }
    return ScenarioPlace(line: places[known]?.line, column: places[known]?.column, keys: keys)
  }

  /// Money without a price: a fault of whoever pays, else of whoever sets the price.
  private mutating func notePayment(
    _ configurationFault: ConfigurationFault, _ strategy: Strategy, in scenario: Scenario,
    isShared: Bool
  ) {
    let names = ["payment", "shadow_wage"]
    guard !unreadParameters.contains(where: { names.contains($0.last ?? "") }) else { return }
    func pays(_ settings: [String: Double]) -> Bool { settings["payment"] ?? 0 > 0 }
    var payers: [[String]] = []
    if !isShared {
      let own = ["strategies", strategy.name]
      if pays(strategy.settings) { payers.append(own) }
      for (index, phase) in strategy.course.enumerated() where pays(phase.settings) {
        payers.append(own + ["phases", "[\(index)]"])
      }
      payers.append(own)
    }
    let paying = scenario.tasks.enumerated().filter { pays($0.element.settings) }
    payers += paying.map { ["context", "tasks", "[\($0.offset)]"] }
    payers.append(["context"])
    let keys = payers.flatMap { payer in names.map { payer + [$0] } }
    guard let key = keys.first(where: { places[$0] != nil }) else { return }
    note(configurationFault, at: key, of: places[key])
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
