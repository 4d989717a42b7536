internal import Tables
internal import CoCreation

/// Settings from outside the file, applied to the context.
extension ScenarioReader {
  mutating func apply(_ settings: [ScenarioOverrides.Setting], to context: inout ScenarioContext) {
    var keys: Set<String> = []
    for setting in settings {
      let place = ScenarioPlace(keys: ["--set \(setting.key)"])
      let item = ScenarioItem(content: .scalar(setting.value, isPlain: true), place: place)
      guard keys.insert(setting.key).inserted else {
        fault(place, "found the key twice", allowed: "each key once")
        continue
      }
      if let parameter = Parameters.parameter(setting.key) {
        places[["context", setting.key]] = place
        guard let value = value(of: parameter, item) else {
          unreadParameters.insert(["context", setting.key])
          continue
        }
        context.parameters[setting.key] = value
      } else if setting.key == "network" {
        context.network = choice(item, of: Network.allCases) ?? context.network
      } else {
        applyCount(setting, item, to: &context)
      }
    }
  }

  private mutating func applyCount(
    _ setting: ScenarioOverrides.Setting, _ item: ScenarioItem, to context: inout ScenarioContext
  ) {
    let counts = context.kinds.map { "actors.\($0.name).count" }
    guard let index = counts.firstIndex(of: setting.key) else {
      fault(
        item.place, "unknown key",
        allowed: "a parameter (cocreate params), network or actors.<kind>.count",
        suggestion: FormerNames.successors[setting.key]
          ?? nearestName(
            to: setting.key, among: Parameters.register.map(\.name) + ["network"] + counts))
      return
    }
    let actors = ["context", "actors"]
    places[actors + [context.kinds[index].name, "count"]] = item.place
    if places[actors] == nil { places[actors] = item.place }
    if let count = whole(item, in: Int.min...Int.max) { context.kinds[index].count = count }
  }
}
