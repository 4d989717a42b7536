internal import CoCreation

/// What the planner cannot choose: parameters, network, actors and tasks.
extension ScenarioReader {
  private static let contextKeys =
    ["network", "actors", "tasks", "without"] + Parameters.register.map(\.name)
  private static let notOfAContext = FormerNames.added(to: [
    "form": "strategies", "phases": "strategies",
  ])
  private static let taskKeys =
    ["name"] + Parameters.register.filter { !$0.isMunicipal }.map(\.name)
  private static let notOfATask = FormerNames.added(
    to: Dictionary(
      uniqueKeysWithValues: Parameters.register.filter(\.isMunicipal).map {
        ($0.name, "context.\($0.name)")
      }))

  mutating func readContext(_ top: ScenarioFields) -> ScenarioContext {
    var context = ScenarioContext()
    if let entry = top["context"],
      let fields = fields(
        of: entry.value, Self.contextKeys,
        elsewhere: Self.notOfAContext,
        allowed: "network, actors, tasks, without or a parameter (cocreate params)",
        expected: "a mapping of parameters, network, actors, tasks and without")
    {
      for parameter in Parameters.register {
        guard let entry = fields[parameter.name] else { continue }
        guard let value = value(of: parameter, entry.value) else { continue }
        context.parameters[parameter.name] = value
      }
      for (name, value) in readWithout(fields) { context.parameters[name] = value }
      if let network = fields["network"].flatMap({ choice($0.value, of: Network.allCases) }) {
        context.network = network
      }
      if let actors = fields["actors"] { context.kinds = readActors(actors.value) }
      if let tasks = fields["tasks"] { context.tasks = readTasks(tasks.value) }
    }
    if let rounds = top["rounds"], let parameter = Parameters.parameter("rounds") {
      if let value = value(of: parameter, rounds.value) { context.parameters["rounds"] = value }
      if let other = places[["context", "rounds"]] {
        fault(other, "found `rounds` here and at the top", allowed: "one of them")
      }
    }
    return context
  }

  private mutating func readTasks(_ item: ScenarioItem) -> [ScenarioTask] {
    let expected = "a list of at least one task, each {name: ..., <parameter>: ...}"
    guard case .list(let items) = item.content, !items.isEmpty else {
      wrong(item, allowed: expected)
      return []
    }
    var names: Set<String> = []
    return items.compactMap { item in
      guard
        let fields = fields(
          of: item, Self.taskKeys, elsewhere: Self.notOfATask,
          allowed: "name or a parameter that is not the municipality's",
          expected: "{name: ..., <parameter>: ...}")
      else { return nil }
      let name = required("name", in: fields, Self.nameRule).flatMap { readTaskName($0.value) }
      if let name, !names.insert(name).inserted {
        fault(
          item.place.below("name"), "found the name \(name) twice", allowed: "a name of its own")
      }
      return ScenarioTask(name: name ?? "?", settings: settings(in: fields))
    }
  }

  private mutating func readTaskName(_ item: ScenarioItem) -> String? {
    guard let name = text(item, allowed: Self.nameRule) else { return nil }
    guard Self.isName(name) else {
      wrong(item, allowed: Self.nameRule)
      return nil
    }
    return name
  }

  /// The register parameters among fields; the order of the register makes faults reproducible.
  mutating func settings(in fields: ScenarioFields) -> [String: Double] {
    var settings: [String: Double] = [:]
    for parameter in Parameters.register {
      guard let entry = fields[parameter.name] else { continue }
      settings[parameter.name] = value(of: parameter, entry.value)
    }
    return settings
  }
}
