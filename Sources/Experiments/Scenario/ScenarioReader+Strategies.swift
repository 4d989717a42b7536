internal import CoCreation

/// What the planner can choose.
extension ScenarioReader {
  private static let strategyKeys =
    ["form", "choose", "adapt", "phases", "size", "without"]
    + Parameters.register.map(\.name).filter { $0 != "rounds" }
  static let largestSize = 100
  private static let elsewhere = FormerNames.added(to: [
    "rounds": "rounds at the top", "network": "context.network", "actors": "context.actors",
    "tasks": "context.tasks", "baseline": "baseline at the top",
  ])

  mutating func readStrategies(_ top: ScenarioFields, months: Int) -> [Strategy] {
    let expected = "a mapping of at least one strategy, each {form: ..., <parameter>: ...}"
    guard let item = required("strategies", in: top, expected)?.value,
      let entries = entries(of: item, expected: expected)
    else { return [] }
    if entries.isEmpty { fault(item.place, "no strategy", allowed: expected) }
    return entries.compactMap { entry in
      if !Self.isName(entry.key) {
        fault(entry.place, "a name of other characters", allowed: Self.nameRule)
      }
      return readStrategy(entry, months: months)
    }
  }

  private mutating func readStrategy(_ entry: ScenarioItem.Entry, months: Int) -> Strategy? {
    guard
      let fields = fields(
        of: entry.value, Self.strategyKeys + ["mix"], elsewhere: Self.elsewhere,
        allowed: "form, choose, adapt, phases, size, without or a parameter (cocreate params) "
          + "other than rounds",
        expected:
          "a mapping of form, choose or adapt, phases, size, without and parameters; {} to set "
          + "nothing")
    else { return nil }
    var settings = settings(in: fields)
    settings.merge(readWithout(fields)) { $1 }
    if let form = fields["form"] { readForm(form, into: &settings, fields) }
    if let mix = fields["mix"] {
      fault(
        mix.place, "found `mix`",
        allowed: "`codesign_share` and `codelivery_share` (both 0 is in-house); what rules decide "
          + "is the task's `authority_share`")
    }
    return Strategy(
      name: entry.key, settings: settings, rule: readRule(fields),
      course: readCourse(fields, months: months),
      size: fields["size"].flatMap { whole($0.value, in: 1...Self.largestSize) } ?? 1)
  }

  mutating func readForm(
    _ entry: ScenarioItem.Entry, into settings: inout [String: Double], _ fields: ScenarioFields
  ) {
    refuseClash(of: entry, with: ["openness", "centrality"], fields)
    guard
      let name = choice(
        entry.value, of: Form.presets.map(\.name),
        hint: " (in-house is no form: codesign_share: 0 and codelivery_share: 0)"),
      let preset = Strategy(form: name)
    else { return }
    settings.merge(preset.settings) { _, form in form }
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
