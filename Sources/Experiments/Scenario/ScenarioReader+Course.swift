internal import CoCreation

/// What a strategy changes on the way.
extension ScenarioReader {
  private static let phaseKeys = ["from", "when", "end", "form"] + StrategyPhase.levers
  private static let expectedPhases =
    "a list of phases, each {from: <month>, <lever>: ...} or {from: <month>, end: true}, with "
    + "`when: {<quantity>: {above: ..., below: ...}}` beside `from` or instead of it"
  private static let phaseElsewhere = FormerNames.added(
    to: [
      "month": "from", "rounds": "rounds at the top", "choose": "choose of the strategy itself",
      "adapt": "adapt of the strategy itself",
    ].merging(
      Parameters.register.map(\.name).filter { !StrategyPhase.levers.contains($0) }
        .map { ($0, "\($0) of the strategy itself, for the whole run") }
    ) { own, _ in own })

  /// The phases of a strategy.
  ///
  /// One with faults stands in the list without effect, so that the others keep their numbers.
  mutating func readCourse(_ fields: ScenarioFields, months: Int) -> [StrategyPhase] {
    guard let entry = fields["phases"] else { return [] }
    guard case .list(let items) = entry.value.content else {
      wrong(entry.value, allowed: Self.expectedPhases)
      return []
    }
    if items.isEmpty { fault(entry.place, "no phase", allowed: Self.expectedPhases) }
    return items.map { item in
      readPhase(item, months: months) ?? StrategyPhase(settings: ["openness": 0])
    }
  }

  /// The months in which a phase may begin; all that a run can have if its length was not readable.
  func months(of context: ScenarioContext) -> Int {
    let isUnread = [["rounds"], ["context", "rounds"]].contains(where: unreadParameters.contains)
    guard !isUnread else { return ScenarioSchema.longestRun }
    return Int(context.parameters["rounds"])
  }

  private mutating func readPhase(_ item: ScenarioItem, months: Int) -> StrategyPhase? {
    let before = faults.count
    guard
      let fields = fields(
        of: item, Self.phaseKeys, elsewhere: Self.phaseElsewhere,
        expected: "{from: <month>, <lever>: ...} or {from: <month>, end: true}")
    else { return nil }
    if fields["from"] == nil, fields["when"] == nil, faults.count == before {
      fault(
        item.place, "found neither `from` nor `when`",
        allowed: "`from: <month>`, `when: {<quantity>: {above: ..., below: ...}}` or both")
    }
    let from = fields["from"].flatMap {
      whole($0.value, in: 1...max(1, months), of: ", the months of a run")
    }
    let conditions = fields["when"].map { readConditions($0.value) } ?? []
    let ends = fields["end"].map { readEnd($0, beside: fields) } ?? false
    var settings = settings(in: fields)
    if let form = fields["form"] { readForm(form, into: &settings, fields) }
    if Self.phaseKeys.dropFirst(2).allSatisfy({ fields[$0] == nil }), faults.count == before {
      fault(
        item.place, "found a phase that changes nothing",
        allowed: "`end: true`, form, \(StrategyPhase.levers.joined(separator: ", "))")
    }
    guard faults.count == before else { return nil }
    return StrategyPhase(
      from: from ?? 1, when: conditions, settings: settings, endsProcess: ends)
  }

  private mutating func readEnd(_ entry: ScenarioItem.Entry, beside fields: ScenarioFields) -> Bool
  {
    guard case .scalar(let text, let isPlain) = entry.value.content,
      ScalarValue(text, isPlain: isPlain) == .boolean(true)
    else {
      wrong(entry.value, allowed: "true, or no `end`")
      return false
    }
    if let other = (["form"] + StrategyPhase.levers).first(where: { fields[$0] != nil }) {
      fault(entry.place, "found `end` beside `\(other)`", allowed: "one of them")
    }
    return true
  }
}
