internal import CoCreation

/// Strategies that choose the form of each task.
extension ScenarioReader {
  private static let formKeys = ["form", "openness", "centrality"]
  private static let expectedCases =
    "a list of cases, each {when: {<quantity>: {above: ..., below: ...}}, form: ...}, the last one "
    + "without `when`"
  private static let expectedForm = "{form: ...} or {openness: ..., centrality: ...}"
  private static let quantities = Situation.states + Parameters.register.map(\.name)

  mutating func readRule(_ fields: ScenarioFields) -> FormRule {
    if let entry = fields["choose"] {
      refuseClash(of: entry, with: Self.formKeys + ["adapt"], fields)
      // Half a rule would make faults of its own.
      return readCases(entry.value).map { .contingent(ContingentRule(cases: $0)) } ?? .fixed
    }
    if let entry = fields["adapt"] {
      refuseClash(of: entry, with: Self.formKeys, fields)
      return readAdaptive(entry.value).map(FormRule.adaptive) ?? .fixed
    }
    return .fixed
  }

  private mutating func readCases(_ item: ScenarioItem) -> [ContingentRule.Case]? {
    guard case .list(let items) = item.content, !items.isEmpty else {
      wrong(item, allowed: Self.expectedCases)
      return nil
    }
    let before = faults.count
    let cases = items.enumerated().compactMap { index, item -> ContingentRule.Case? in
      guard
        let fields = fields(
          of: item, ["when"] + Self.formKeys, expected: "{when: ..., form: ...}")
      else { return nil }
      let isLast = index == items.count - 1
      if isLast, let when = fields["when"] {
        fault(
          when.place, "found a condition of the last case", allowed: "a last case that always holds"
        )
      } else if !isLast, fields["when"] == nil {
        fault(
          item.place, "found a case that always holds before the last",
          allowed: "a case with `when`")
      }
      let conditions = fields["when"].map { readConditions($0.value) } ?? []
      return formPoint(fields).map { ContingentRule.Case(when: conditions, form: $0) }
    }
    return faults.count == before ? cases : nil
  }

  mutating func readConditions(_ item: ScenarioItem) -> [Condition] {
    let expected = "{<quantity>: {above: ..., below: ...}}"
    guard
      let fields = fields(
        of: item, Self.quantities, elsewhere: FormerNames.successors,
        allowed: "a parameter (cocreate params), \(Situation.states.joined(separator: ", "))",
        expected: expected)
    else { return [] }
    if fields.entries.isEmpty, !faults.hasFault(at: item.place.path) {
      fault(item.place, "no condition", allowed: expected)
    }
    return Self.quantities.filter { fields[$0] != nil }.uniqued().compactMap { quantity in
      guard let entry = fields[quantity],
        let bounds = self.fields(
          of: entry.value, ["above", "below"], expected: "{above: ..., below: ...}")
      else { return nil }
      let above = bounds["above"].flatMap { number($0.value) }
      let below = bounds["below"].flatMap { number($0.value) }
      if bounds.entries.isEmpty {
        fault(entry.value.place, "no bound", allowed: "{above: ..., below: ...}")
      } else if let above, let below, above >= below {
        fault(
          entry.value.place, "found above \(short(above)) and below \(short(below))",
          allowed: "bounds that leave something between them")
      }
      return Condition(quantity, above: above, below: below)
    }
  }

  private mutating func readAdaptive(_ item: ScenarioItem) -> AdaptiveRule? {
    guard
      let fields = fields(
        of: item, ["policy", "forms", "pooled"],
        expected: "{policy: thompson, forms: [...], pooled: false}")
    else { return nil }
    let policy =
      fields["policy"].map { choice($0.value, of: AdaptiveRule.Policy.allCases) } ?? .thompson
    let pooled = fields["pooled"].map { boolean($0.value) } ?? false
    var forms: [FormPoint] = Form.presets.map(\.point)
    if let entry = fields["forms"] {
      guard case .list(let items) = entry.value.content, items.count > 1 else {
        wrong(entry.value, allowed: "a list of at least two forms")
        return nil
      }
      forms = items.compactMap { item in
        if case .mapping = item.content {
          return self.fields(of: item, Self.formKeys, expected: Self.expectedForm)
            .flatMap { formPoint($0) }
        }
        return preset(item)
      }
      guard forms.count == items.count else { return nil }
      guard Set(forms).count == forms.count else {
        fault(entry.value.place, "found a form twice", allowed: "forms that differ")
        return nil
      }
    }
    guard let policy, let pooled else { return nil }
    return AdaptiveRule(policy: policy, forms: forms, isPooled: pooled)
  }

  /// A named corner, or any point of the two axes.
  private mutating func formPoint(_ fields: ScenarioFields) -> FormPoint? {
    if let form = fields["form"] {
      refuseClash(of: form, with: ["openness", "centrality"], fields)
      return preset(form.value)
    }
    guard fields["openness"] != nil || fields["centrality"] != nil else {
      if !faults.hasFault(at: fields.place.path) {
        fault(fields.place, "no form", allowed: Self.expectedForm)
      }
      return nil
    }
    let axes = ["openness", "centrality"].map { name -> Double? in
      guard let entry = required(name, in: fields, "a number from 0 to 1"),
        let parameter = Parameters.parameter(name)
      else { return nil }
      return value(of: parameter, entry.value)
    }
    guard let openness = axes[0], let centrality = axes[1] else { return nil }
    return FormPoint(openness: openness, centrality: centrality)
  }

  private mutating func preset(_ item: ScenarioItem) -> FormPoint? {
    let name = choice(item, of: Form.presets.map(\.name))
    return Form.presets.first { $0.name == name }?.point
  }
}

extension [String] {
  /// The elements without repetitions, in order.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
