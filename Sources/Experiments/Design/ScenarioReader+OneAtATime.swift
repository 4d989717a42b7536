internal import CoCreation

/// Each factor alone.
extension ScenarioReader {
  /// The scenario's own values first, then each level of each factor with the others as they were.
  mutating func readOneAtATime(_ entry: ScenarioItem.Entry, _ scope: DesignScope) -> DesignRead? {
    guard let levels = readLevels(entry, scope) else { return nil }
    let before = faults.count
    let base = levels.map { ownValue(of: $0.factor, at: entry.place.below($0.factor.path), scope) }
    let count = levels.reduce(1) { $0 + $1.levels.count }
    guard faults.count == before, allows(points: count, factors: levels.count, at: entry.place)
    else { return nil }
    var values = base
    values.reserveCapacity(count * levels.count)
    for (column, factor) in levels.enumerated() {
      for level in factor.levels {
        let start = values.count
        values += base
        values[start + column] = level
      }
    }
    let design = Design(factors: levels.map(\.factor), values: values, count: count)
    return DesignRead(design: design) { entry.place.below("point \($0)") }
  }

  /// The value of a factor where nothing is varied.
  private mutating func ownValue(
    of factor: Design.Factor, at place: ScenarioPlace, _ scope: DesignScope
  ) -> Double {
    let context = scope.context
    switch factor.target {
    case .context(let name): return context.parameters[name]
    case .count(let kind): return Double(context.kinds[kind].count)
    case .mechanism(let ablation): return scope.ablations.contains(ablation) ? 1 : 0
    case .task(let task, let name):
      return context.allTasks[task].settings[name] ?? context.parameters[name]
    case .strategy(let strategy, let name):
      if let value = scope.strategies.first(where: { $0.name == strategy })?.settings[name] {
        return value
      }
      if context.tasks.contains(where: { $0.settings[name] != nil }) {
        fault(
          place, "found no value of its own: tasks set \(name), and the strategy does not",
          allowed: "a strategy that sets it")
      }
      return context.parameters[name]
    }
  }
}
