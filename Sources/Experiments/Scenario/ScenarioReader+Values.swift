internal import Tables
internal import CoCreation

/// The entries of a mapping by their keys.
struct ScenarioFields {
  let place: ScenarioPlace
  let entries: [String: ScenarioItem.Entry]

  subscript(key: String) -> ScenarioItem.Entry? { entries[key] }
}

/// Reading values: each gives `nil` after noting what was found instead.
extension ScenarioReader {
  mutating func fault(
    _ place: ScenarioPlace, _ found: String, allowed: String, suggestion: String? = nil
  ) {
    faults.add(
      ScenarioFault(
        line: place.line, column: place.column, path: place.path, found: found, allowed: allowed,
        suggestion: suggestion, file: place.file))
  }

  mutating func wrong(_ item: ScenarioItem, allowed: String, suggestion: String? = nil) {
    if case .broken = item.content { return }
    fault(item.place, "found \(item.described)", allowed: allowed, suggestion: suggestion)
  }

  /// The entries of a mapping with any keys.
  mutating func entries(of item: ScenarioItem, expected: String) -> [ScenarioItem.Entry]? {
    guard case .mapping(let entries) = item.content else {
      wrong(item, allowed: expected)
      return nil
    }
    places[item.place.keys] = item.place
    for entry in entries { places[entry.place.keys] = entry.place }
    return entries
  }

  /// The entries of a mapping with known keys; others are faults.
  mutating func fields(
    of item: ScenarioItem, _ keys: [String], planned: [String] = [],
    elsewhere: [String: String] = [:], allowed: String? = nil, expected: String
  ) -> ScenarioFields? {
    guard let entries = entries(of: item, expected: expected) else { return nil }
    var known: [String: ScenarioItem.Entry] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        known[entry.key] = entry
      } else if planned.contains(entry.key) {
        fault(entry.place, "not available in this version", allowed: "to leave it out")
      } else {
        let suggestion = faults.isFull ? nil : nearest(entry.key, keys, elsewhere)
        fault(
          entry.place, "unknown key", allowed: allowed ?? keys.joined(separator: ", "),
          suggestion: suggestion)
      }
    }
    return ScenarioFields(place: item.place, entries: known)
  }

  private func nearest(_ key: String, _ keys: [String], _ elsewhere: [String: String]) -> String? {
    elsewhere[key] ?? nearestName(to: key, among: keys)
      ?? nearestName(to: key, among: elsewhere.keys.sorted()).flatMap { elsewhere[$0] }
  }

  mutating func required(_ key: String, in fields: ScenarioFields, _ allowed: String)
    -> ScenarioItem.Entry?
  {
    if let entry = fields[key] { return entry }
    fault(fields.place.below(key), "missing", allowed: allowed)
    return nil
  }

  mutating func number(_ item: ScenarioItem, allowed: String = "a number") -> Double? {
    if case .scalar(let text, let isPlain) = item.content,
      case .number(let number) = ScalarValue(text, isPlain: isPlain)
    {
      return number
    }
    wrong(item, allowed: allowed)
    return nil
  }

  mutating func whole(_ item: ScenarioItem, in range: ClosedRange<Int>, of what: String = "")
    -> Int?
  {
    let allowed =
      range == Int.min...Int.max
      ? "a whole number"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)\(what)"
    guard let number = number(item, allowed: allowed) else { return nil }
    // A number above 2^53 is exact as an integer only.
    let digits = if case .scalar(let text, _) = item.content { Int(text) } else { Int?.none }
    guard let value = digits ?? Int(exactly: number), range.contains(value) else {
      wrong(item, allowed: allowed)
      return nil
    }
    return value
  }

  mutating func boolean(_ item: ScenarioItem) -> Bool? {
    if case .scalar(let text, let isPlain) = item.content,
      case .boolean(let value) = ScalarValue(text, isPlain: isPlain)
    {
      return value
    }
    wrong(item, allowed: "true or false")
    return nil
  }

  /// Text, which a number or a word like `true` is only in quotes.
  mutating func text(_ item: ScenarioItem, allowed: String = "text") -> String? {
    guard case .scalar(let text, let isPlain) = item.content,
      ScalarValue(text, isPlain: isPlain) == .text, text.contains(where: { !$0.isWhitespace })
    else {
      wrong(item, allowed: allowed)
      return nil
    }
    guard !text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\t" })
    else {
      wrong(item, allowed: "text without control characters")
      return nil
    }
    return text
  }

  mutating func choice<Choice: RawRepresentable<String>>(_ item: ScenarioItem, of all: [Choice])
    -> Choice?
  {
    choice(item, of: all.map(\.rawValue)).flatMap(Choice.init(rawValue:))
  }

  mutating func choice(_ item: ScenarioItem, of names: [String], hint: String = "") -> String? {
    guard case .scalar(let text, _) = item.content, names.contains(text) else {
      let text = if case .scalar(let text, _) = item.content { text } else { "" }
      wrong(
        item, allowed: names.joined(separator: ", ") + hint,
        suggestion: nearestName(to: text, among: names))
      return nil
    }
    return text
  }

  /// The value of a register parameter, in its range.
  mutating func value(of parameter: Parameter, _ item: ScenarioItem) -> Double? {
    guard let value = number(item, allowed: parameter.allowed) else {
      unreadParameters.insert(item.place.keys)
      return nil
    }
    guard parameter.allows(value) else {
      wrong(item, allowed: parameter.allowed)
      unreadParameters.insert(item.place.keys)
      return nil
    }
    return value
  }
}
