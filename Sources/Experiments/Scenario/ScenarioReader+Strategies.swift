internal import CoCreation

/// What the planner can choose.
extension ScenarioReader {
  private static let strategyKeys =
    ["form", "choose", "adapt", "mix"] + Parameters.register.map(\.name).filter { $0 != "rounds" }
  private static let elsewhere = [
    "rounds": "rounds at the top", "network": "context.network", "actors": "context.actors",
    "tasks": "context.tasks", "baseline": "baseline at the top",
  ]
  private static let mixKeys = ["authority", "optimisation", "cocreation"]

  mutating func readStrategies(_ top: ScenarioFields) -> [Strategy] {
    let expected = "a mapping of at least one strategy, each {form: ..., <parameter>: ...}"
    guard let item = required("strategies", in: top, expected)?.value,
      let entries = entries(of: item, expected: expected)
    else { return [] }
    if entries.isEmpty { fault(item.place, "no strategy", allowed: expected) }
    return entries.compactMap { entry in
      if !Self.isName(entry.key) {
        fault(entry.place, "a name of other characters", allowed: Self.nameRule)
      }
      return readStrategy(entry)
    }
  }

  private mutating func readStrategy(_ entry: ScenarioItem.Entry) -> Strategy? {
    guard
      let fields = fields(
        of: entry.value, Self.strategyKeys, elsewhere: Self.elsewhere,
        allowed: "form, choose, adapt, mix or a parameter of the register other than rounds",
        expected: "a mapping of form, choose or adapt, mix and parameters; {} to set nothing")
    else { return nil }
    var settings = settings(in: fields)
    if let form = fields["form"] { readForm(form, into: &settings, fields) }
    if let mix = fields["mix"] { readMix(mix, into: &settings, fields) }
    return Strategy(name: entry.key, settings: settings, rule: readRule(fields))
  }

  private mutating func readForm(
    _ entry: ScenarioItem.Entry, into settings: inout [String: Double], _ fields: ScenarioFields
  ) {
    refuseClash(of: entry, with: ["openness", "centrality"], fields)
    guard let name = choice(entry.value, of: Form.presets.map(\.name)),
      let preset = Strategy(form: name)
    else { return }
    settings.merge(preset.settings) { _, form in form }
  }

  private mutating func readMix(
    _ entry: ScenarioItem.Entry, into settings: inout [String: Double], _ fields: ScenarioFields
  ) {
    refuseClash(of: entry, with: ["authority_share", "optimisation_share"], fields)
    let expected = "{authority: ..., optimisation: ..., cocreation: ...} with the sum 1"
    guard let mix = self.fields(of: entry.value, Self.mixKeys, expected: expected) else { return }
    let shares = Self.mixKeys.map { key -> Double? in
      guard let item = required(key, in: mix, "a number from 0 to 1")?.value,
        let share = number(item, allowed: "a number from 0 to 1")
      else { return nil }
      guard (0...1).contains(share) else {
        wrong(item, allowed: "a number from 0 to 1")
        return nil
      }
      return share
    }
    guard let authority = shares[0], let optimisation = shares[1], let cocreation = shares[2]
    else { return }
    let sum = authority + optimisation + cocreation
    guard abs(sum - 1) <= 1e-9 else {
      fault(
        entry.place, "found \(Self.mixKeys.joined(separator: " + ")) = \(sum)",
        allowed: "shares with the sum 1")
      return
    }
    settings["authority_share"] = authority
    settings["optimisation_share"] = optimisation
  }

  mutating func refuseClash(
    of entry: ScenarioItem.Entry, with names: [String], _ fields: ScenarioFields
  ) {
    for name in names {
      guard let other = fields[name] else { continue }
      fault(
        other.place, "found `\(name)` beside `\(entry.key)`, which sets it",
        allowed: "one of them")
    }
  }
}
