internal import CoCreation

/// What a scenario says of replicates.
struct ReadReplicates {
  /// How often each strategy is run, at most.
  var most = Replicates.usual
  var stopping: StoppingRule?
}

extension ScenarioReader {
  private static let untilRule =
    "{metric: ..., half_width: ..., at_most: ...} or {targets: [...], at_most: ...}"
  private static let targetKeys = ["metric", "contrast", "half_width"]
  private static let untilKeys = ["confidence", "at_least", "at_most"]
  private static let range = 1...Replicates.most

  mutating func readReplicates(_ fields: ScenarioFields, _ overrides: ScenarioOverrides)
    -> ReadReplicates
  {
    let read = fields["replicates"].flatMap { replicates($0.value, among: fields) }
    return overrides.replicates.map { ReadReplicates(most: $0) } ?? read ?? ReadReplicates()
  }

  private mutating func replicates(_ item: ScenarioItem, among top: ScenarioFields)
    -> ReadReplicates?
  {
    guard case .mapping(let entries) = item.content else {
      guard case .scalar = item.content else {
        wrong(item, allowed: "a whole number, {contexts: ..., processes: ...} or {until: ...}")
        return nil
      }
      return whole(item, in: Self.range).flatMap { Replicates(contexts: $0) }
        .map { ReadReplicates(most: $0) }
    }
    if entries.contains(where: { $0.key == "until" }) { return until(item, among: top) }
    return contextsAndProcesses(item).map { ReadReplicates(most: $0) }
  }

  private mutating func contextsAndProcesses(_ item: ScenarioItem) -> Replicates? {
    let keys = ["contexts", "processes"]
    let rule = "{contexts: ..., processes: ...} or {until: ...}"
    guard
      let fields = fields(of: item, keys, allowed: "\(keys[0]), \(keys[1]), until", expected: rule)
    else { return nil }
    if fields.entries.isEmpty, faults.hasFault(at: item.place.path) { return nil }
    let numbers = keys.map { key in
      required(key, in: fields, "a whole number from 1 to \(Replicates.most)")
        .flatMap { whole($0.value, in: Self.range) }
    }
    guard let contexts = numbers[0], let processes = numbers[1] else { return nil }
    guard let replicates = Replicates(contexts: contexts, processes: processes) else {
      fault(
        item.place, "found \(contexts) x \(processes) replicates",
        allowed: "at most \(Replicates.most) in all")
      return nil
    }
    return replicates
  }

  private mutating func until(_ item: ScenarioItem, among top: ScenarioFields) -> ReadReplicates? {
    guard
      let entry = fields(
        of: item, ["until"], allowed: "until alone: its replicates are contexts of one process",
        expected: Self.untilRule)?["until"],
      let fields = fields(
        of: entry.value, ["targets"] + Self.targetKeys + Self.untilKeys, expected: Self.untilRule)
    else { return nil }
    let targets = readTargets(fields, of: entry.value, among: top)
    let confidence = readConfidence(fields)
    let most = required("at_most", in: fields, "a whole number from 2 to \(Replicates.most)")
      .flatMap { whole($0.value, in: StoppingRule.fewest...Replicates.most) }
    let least = fields["at_least"].map {
      whole($0.value, in: StoppingRule.fewest...Replicates.most)
    }
    guard let most, let atLeast = least ?? StoppingRule.usualAtLeast else { return nil }
    guard atLeast <= most else {
      let place = (fields["at_least"] ?? fields["at_most"])?.place ?? entry.place
      fault(
        place, "found at_least \(atLeast) and at_most \(most)",
        allowed: "at_least up to at_most; it is \(StoppingRule.usualAtLeast) by default")
      return nil
    }
    guard let targets, let confidence, let replicates = Replicates(contexts: most) else {
      return nil
    }
    return ReadReplicates(
      most: replicates,
      stopping: StoppingRule(
        targets: targets, confidence: confidence, atLeast: atLeast, atMost: most))
  }

  private mutating func readConfidence(_ fields: ScenarioFields) -> Double? {
    guard let item = fields["confidence"]?.value else { return StoppingRule.usualConfidence }
    // Below, an interval says nothing; above, alpha's share of a look would round to nothing.
    let rule = "a number from 0.5 to 0.999999"
    guard let confidence = number(item, allowed: rule) else { return nil }
    guard (0.5...0.999999).contains(confidence) else {
      wrong(item, allowed: rule)
      return nil
    }
    return confidence
  }

  /// The targets of the long form, or the one of the short form; `nil` if one has a fault.
  private mutating func readTargets(
    _ fields: ScenarioFields, of item: ScenarioItem, among top: ScenarioFields
  ) -> [StoppingRule.Target]? {
    var names: [String] = []
    if case .mapping(let entries) = top["strategies"]?.value.content { names = entries.map(\.key) }
    let scope = ClaimScope(strategies: names, rounds: 0, processes: 1)
    guard let entry = fields["targets"] else {
      return readTarget(fields, scope).map { [$0] }
    }
    for key in Self.targetKeys {
      guard let other = fields[key] else { continue }
      fault(other.place, "found it beside `targets`", allowed: "one of them")
    }
    let expected = "a list of targets, each {metric: ..., half_width: ...}"
    guard case .list(let items) = entry.value.content, !items.isEmpty else {
      wrong(entry.value, allowed: expected)
      return nil
    }
    let targets = items.compactMap { item -> StoppingRule.Target? in
      guard
        let fields = self.fields(
          of: item, Self.targetKeys, expected: "{metric: ..., half_width: ...}")
      else { return nil }
      return readTarget(fields, scope)
    }
    for (index, target) in targets.enumerated() where targets.count == items.count {
      let isRepeated = targets[..<index].contains {
        $0.metric == target.metric && $0.contrast == target.contrast
      }
      if isRepeated {
        fault(items[index].place, "found the same target twice", allowed: "each target once")
      }
    }
    return targets.count == items.count ? targets : nil
  }

  private mutating func readTarget(_ fields: ScenarioFields, _ scope: ClaimScope)
    -> StoppingRule.Target?
  {
    let metric = required("metric", in: fields, "the name of a metric")
      .flatMap { readMetric($0.value, isOfMonths: false) }
    let contrast = fields["contrast"].map { readContrast($0.value, scope, nil) }
    let rule = "a number above 0"
    let halfWidth = required("half_width", in: fields, rule)
      .flatMap { entry -> Double? in
        guard let number = number(entry.value, allowed: rule) else { return nil }
        if number <= 0 { wrong(entry.value, allowed: rule) }
        return number > 0 ? number : nil
      }
    if let contrast, contrast == nil { return nil }
    guard let metric, let halfWidth else { return nil }
    return StoppingRule.Target(
      metric: metric, contrast: contrast ?? nil, halfWidth: halfWidth)
  }
}
