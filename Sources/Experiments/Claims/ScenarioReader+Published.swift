internal import CoCreation
internal import Tables

/// Published numbers, and the parameters that were chosen with them in view.
extension ScenarioReader {
  static let publishedKeys = ["value", "within", "between", "above", "below"]
  static let publishedRule =
    "{value: x, within: distance}, {value: x, between: [low, high]}, {between: [low, high]}, "
    + "{above: x} or {below: x}"
  static let calibratedRule =
    "parameters of the register, each with a sentence how it was chosen; {} if there are none"

  /// A number that was measured elsewhere, with its tolerance.
  mutating func readPublished(_ item: ScenarioItem) -> PublishedNumber? {
    let rule = Self.publishedRule
    guard let fields = fields(of: item, Self.publishedKeys, allowed: rule, expected: rule) else {
      return nil
    }
    let keys = Set(fields.entries.keys)
    let combinations: [Set<String>] = [
      ["value", "within"], ["value", "between"], ["between"], ["above"], ["below"],
    ]
    guard combinations.contains(keys) else {
      if !faults.hasFault(at: item.place.path) {
        let found = Self.publishedKeys.filter(keys.contains).joined(separator: " and ")
        fault(item.place, "found \(found.isEmpty ? "nothing" : found)", allowed: rule)
      }
      return nil
    }
    if let entry = fields["above"] { return side(entry) { .above($0) } }
    if let entry = fields["below"] { return side(entry) { .below($0) } }
    let value = fields["value"].flatMap { number($0.value) }
    if let entry = fields["within"] {
      guard let distance = notNegative(entry.value), let value else { return nil }
      return PublishedNumber(value: value, tolerance: .near(value, within: distance))
    }
    guard let entry = fields["between"], let range = readBetween(entry.value) else { return nil }
    if let value, case .between(let low, let high) = range, !(low...high).contains(value) {
      fault(
        entry.place, "found \(short(value)) outside of it",
        allowed: "a range that the published number lies in")
      return nil
    }
    return fields["value"] != nil && value == nil
      ? nil : PublishedNumber(value: value, tolerance: range)
  }

  private mutating func side(
    _ entry: ScenarioItem.Entry, _ expectation: (Double) -> Expectation
  ) -> PublishedNumber? {
    number(entry.value).map { PublishedNumber(value: nil, tolerance: expectation($0)) }
  }

  /// Where a claim's number should lie: what it expects of itself, or what was published.
  mutating func readAim(_ fields: ScenarioFields) -> (Expectation, PublishedNumber?)? {
    guard let entry = fields["published"] else {
      return required("expect", in: fields, Self.expectationRule)
        .flatMap { readExpectation($0.value) }.map { ($0, nil) }
    }
    for key in ["expect", "effect", "control", "by_construction"] {
      guard let other = fields[key] else { continue }
      fault(
        other.place, "found `\(key)` beside `published`",
        allowed: "a published number, which its tolerance judges, or an expectation")
    }
    return readPublished(entry.value).map { ($0.tolerance, $0) }
  }

  /// The parameters that a claim's number was used for; a published number must say.
  mutating func readCalibrated(_ fields: ScenarioFields) -> [CalibratedParameter]? {
    guard let entry = fields["calibrated"] else {
      guard fields["published"] != nil else { return [] }
      _ = required("calibrated", in: fields, Self.calibratedRule)
      return nil
    }
    guard let entries = entries(of: entry.value, expected: Self.calibratedRule) else { return nil }
    let names = Parameters.everything.map(\.name)
    return entries.compactMap { entry in
      guard names.contains(entry.key) else {
        fault(
          entry.place, "unknown parameter",
          allowed: "a parameter or a constant (cocreate params)",
          suggestion: nearestName(to: entry.key, among: names))
        return nil
      }
      return text(entry.value, allowed: "a sentence how it was chosen").map {
        CalibratedParameter(parameter: entry.key, how: $0)
      }
    }
  }

  /// A file is of evidence or it is not: rows of published numbers are counted as rows.
  mutating func checkPublished(_ claims: [ScenarioItem]) {
    func isPublished(_ item: ScenarioItem) -> Bool {
      guard case .mapping(let entries) = item.content else { return false }
      return entries.contains { $0.key == "published" }
    }
    guard claims.contains(where: isPublished) else { return }
    for item in claims where !isPublished(item) {
      guard case .mapping = item.content else { continue }
      fault(
        item.place.below("published"), "missing",
        allowed: "published numbers alone, in a file that has one")
    }
  }
}
