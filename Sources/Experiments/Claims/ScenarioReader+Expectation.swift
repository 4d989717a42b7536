internal import CoCreation

extension ScenarioReader {
  static let expectationKeys = ["above", "below", "equals", "within", "errors", "between"]
  static let expectationRule =
    "{above: x}, {below: x}, {equals: x, within: distance}, {equals: x, errors: number} or "
    + "{between: [low, high]}"

  /// Where a number should lie.
  mutating func readExpectation(_ item: ScenarioItem) -> Expectation? {
    let rule = Self.expectationRule
    guard let fields = fields(of: item, Self.expectationKeys, allowed: rule, expected: rule) else {
      return nil
    }
    let keys = Set(fields.entries.keys)
    let combinations: [Set<String>] = [
      ["above"], ["below"], ["between"], ["equals", "within"], ["equals", "errors"],
    ]
    guard combinations.contains(keys) else {
      if !faults.hasFault(at: item.place.path) {
        fault(item.place, "found \(Self.listed(keys))", allowed: rule)
      }
      return nil
    }
    if let entry = fields["between"] { return readBetween(entry.value) }
    if let entry = fields["above"] { return number(entry.value).map { .above($0) } }
    if let entry = fields["below"] { return number(entry.value).map { .below($0) } }
    let value = fields["equals"].flatMap { number($0.value) }
    let within = fields["within"].flatMap { notNegative($0.value) }
    let errors = fields["errors"].flatMap { notNegative($0.value) }
    guard let value else { return nil }
    return within.map { .near(value, within: $0) } ?? errors.map { .agreeing(value, errors: $0) }
  }

  private static func listed(_ keys: Set<String>) -> String {
    keys.isEmpty ? "nothing" : expectationKeys.filter(keys.contains).joined(separator: " and ")
  }

  mutating func notNegative(_ item: ScenarioItem) -> Double? {
    guard let value = number(item, allowed: "a number from 0") else { return nil }
    guard value >= 0 else {
      wrong(item, allowed: "a number from 0")
      return nil
    }
    return value
  }

  mutating func readBetween(_ item: ScenarioItem) -> Expectation? {
    guard case .list(let items) = item.content, items.count == 2 else {
      wrong(item, allowed: "two numbers, as [0.1, 0.2]")
      return nil
    }
    let ends = items.map { number($0) }
    guard let low = ends[0], let high = ends[1] else { return nil }
    guard low < high else {
      fault(item.place, "found \(short(low)) and \(short(high))", allowed: "the lower one first")
      return nil
    }
    return .between(low, high)
  }
}
