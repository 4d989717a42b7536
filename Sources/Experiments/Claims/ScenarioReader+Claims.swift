internal import CoCreation
internal import Tables

/// What a scenario is said to show.
extension ScenarioReader {
  static let claimKeys = [
    "claim", "source", "metric", "observable", "task", "statistic", "round", "rounds", "observed",
    "contrast", "expect", "published", "calibrated", "effect", "control", "control_equals", "unmet",
    "by_construction",
  ]
  static let statistics = [
    "mean", "mean_of_each", "geometric_mean", "log_variance_ratio", "monthly_change",
    "root_mean_square_error",
  ]

  /// What claims may refer to.
  struct ClaimScope {
    /// The names of strategies, those with faults included.
    let strategies: [String]
    let rounds: Int
    let processes: Int
    /// The names of the tasks.
    var tasks: [String] = []
  }

  mutating func readClaims(
    _ top: ScenarioFields, rounds: Int, processes: Int, tasks: [String]
  ) -> [Claim] {
    guard let entry = top["claims"] else { return [] }
    let expected = "a list of claims, each {claim: ..., metric: ..., contrast: ..., expect: ...}"
    guard case .list(let items) = entry.value.content, !items.isEmpty else {
      wrong(entry.value, allowed: expected)
      return []
    }
    var names: [String] = []
    if case .mapping(let entries) = top["strategies"]?.value.content { names = entries.map(\.key) }
    let scope = ClaimScope(strategies: names, rounds: rounds, processes: processes, tasks: tasks)
    checkPublished(items)
    var texts: Set<String> = []
    return items.compactMap { item in
      guard let claim = readClaim(item, scope) else { return nil }
      if !texts.insert(claim.text).inserted {
        fault(item.place.below("claim"), "found the same claim twice", allowed: "each claim once")
      }
      return claim
    }
  }

  private mutating func readClaim(_ item: ScenarioItem, _ scope: ClaimScope) -> Claim? {
    let expected = "{claim: ..., metric: ..., contrast: ..., expect: ...}"
    guard let fields = fields(of: item, Self.claimKeys, expected: expected) else { return nil }
    let text = required("claim", in: fields, "a sentence").flatMap { self.text($0.value) }
    let source = required("source", in: fields, "text").flatMap { self.text($0.value) }
    let statistic = fields["statistic"].map { choice($0.value, of: Self.statistics) } ?? "mean"
    let quantity = statistic.flatMap { readQuantity(fields, $0, scope) }
    let made = statistic.flatMap { readStatistic($0, fields, quantity, scope) }
    let contrast = required("contrast", in: fields, Self.contrastRule)
      .flatMap { readContrast($0.value, scope, made) }
    let aim = readAim(fields)
    let calibrated = readCalibrated(fields)
    let effect = fields["published"] == nil ? readEffect(fields, aim?.0) : nil
    let control = fields["control"].flatMap { readContrast($0.value, scope, made) }
    let isZero = readControlEquals(fields)
    let unmet = fields["unmet"].flatMap { self.text($0.value) }
    let isByConstruction = readByConstruction(fields)
    guard let text, let source, let quantity, let made, let contrast,
      let (expectation, published) = aim,
      let calibrated
    else { return nil }
    return Claim(
      text: text, source: source, quantity: quantity, statistic: made, contrast: contrast,
      expectation: expectation, effect: effect, control: control, controlIsZero: isZero,
      unmet: unmet, isByConstruction: isByConstruction, published: published,
      calibrated: calibrated)
  }

  private mutating func readByConstruction(_ fields: ScenarioFields) -> Bool {
    guard let entry = fields["by_construction"], boolean(entry.value) == true else { return false }
    if fields["unmet"] != nil {
      fault(entry.place, "found it beside `unmet`", allowed: "one of them, or neither")
    }
    return true
  }

  static let contrastRule = "strategies and their weights, as {a: 1, b: -1}"

  mutating func readContrast(
    _ item: ScenarioItem, _ scope: ClaimScope, _ statistic: ClaimStatistic?
  ) -> Contrast? {
    guard let entries = entries(of: item, expected: Self.contrastRule) else { return nil }
    var terms: [Contrast.Term] = []
    for entry in entries {
      if !scope.strategies.isEmpty, !scope.strategies.contains(entry.key) {
        fault(
          entry.place, "unknown strategy", allowed: scope.strategies.joined(separator: ", "),
          suggestion: nearestName(to: entry.key, among: scope.strategies))
        continue
      }
      guard let weight = number(entry.value) else { continue }
      if weight == 0 {
        wrong(entry.value, allowed: "a number other than 0")
      } else {
        terms.append(.init(strategy: entry.key, weight: weight))
      }
    }
    guard terms.count == entries.count, !terms.isEmpty else {
      if entries.isEmpty { fault(item.place, "no strategy", allowed: Self.contrastRule) }
      return nil
    }
    let sum = terms.reduce(0) { $0 + $1.weight }
    if statistic == .logVarianceRatio, abs(sum) > 1e-9 {
      fault(
        item.place, "found weights with the sum \(short(sum))",
        allowed: "weights with the sum 0, for a ratio of variances")
      return nil
    }
    return Contrast(terms: terms)
  }

  private mutating func readEffect(_ fields: ScenarioFields, _ expectation: Expectation?)
    -> Double?
  {
    guard let entry = fields["effect"] else { return nil }
    guard let effect = number(entry.value, allowed: "a number above 0") else { return nil }
    guard effect > 0 else {
      wrong(entry.value, allowed: "a number above 0")
      return nil
    }
    switch expectation {
    case .above, .below, nil: return effect
    default:
      fault(entry.place, "found an effect", allowed: "one beside `above` or `below` only")
      return nil
    }
  }

  private mutating func readControlEquals(_ fields: ScenarioFields) -> Bool {
    guard let entry = fields["control_equals"] else { return false }
    if fields["control"] == nil {
      fault(entry.place, "found it without `control`", allowed: "both of them, or neither")
    }
    guard let value = number(entry.value, allowed: "0") else { return false }
    if value != 0 { wrong(entry.value, allowed: "0") }
    return true
  }
}
