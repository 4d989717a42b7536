internal import CoCreation
internal import GSL

extension ScenarioReader {
  private static let expectedDistribution =
    "a number, or a distribution such as {gamma: {shape: 2, scale: 4}} or {gamma: [2, 4]}"

  /// A number or a family with its parameters, by name or in GSL's order.
  mutating func distribution(_ item: ScenarioItem) -> Distribution? {
    switch item.content {
    case .mapping: break
    case .scalar: return number(item, allowed: Self.expectedDistribution).map { .constant($0) }
    default:
      wrong(item, allowed: Self.expectedDistribution)
      return nil
    }
    let families = Distribution.parameterNames.keys.sorted()
    guard let fields = fields(of: item, families, expected: Self.expectedDistribution) else {
      return nil
    }
    guard let (family, entry) = fields.entries.first, fields.entries.count == 1,
      let names = Distribution.parameterNames[family]
    else {
      if !faults.hasFault(at: item.place.path) {
        fault(
          item.place, "found \(fields.entries.count) distributions", allowed: "one distribution")
      }
      return nil
    }
    guard let values = parameters(names, entry.value) else { return nil }
    do {
      return try Distribution(name: family, values: values)
    } catch {
      let place = places[entry.place.keys + [error.parameter]] ?? entry.value.place
      fault(
        .init(
          line: place.line, column: place.column, keys: entry.place.keys + [error.parameter]),
        "found \(short(error.found))", allowed: error.allowed)
      return nil
    }
  }

  private mutating func parameters(_ names: [String], _ item: ScenarioItem) -> [Double]? {
    let expected =
      "{\(names.map { "\($0): ..." }.joined(separator: ", "))} or [\(names.joined(separator: ", "))]"
    var values: [Double?] = []
    switch item.content {
    case .list(let items):
      guard items.count == names.count else {
        fault(item.place, "found a list of \(items.count)", allowed: expected)
        return nil
      }
      values = items.map { number($0) }
    case .mapping:
      guard let fields = fields(of: item, names, expected: expected) else { return nil }
      values = names.map { name in
        required(name, in: fields, "a number").flatMap { number($0.value) }
      }
    default:
      wrong(item, allowed: expected)
      return nil
    }
    let numbers = values.compactMap { $0 }
    return numbers.count == names.count ? numbers : nil
  }
}
