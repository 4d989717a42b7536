internal import Yams

/// The one place that knows the parser of YAML: from text to items with their places.
struct ScenarioDocument {
  private static let mostValues = 20_000
  private static let deepest = 16
  private static let longestKey = 128

  private var values = 0
  private let repeatedKeys: ScenarioRepeatedKeys
  private var faults: ScenarioFaultList

  /// Reads a text as one document.
  ///
  /// - Parameters:
  ///   - text: YAML.
  ///   - faults: Gets what is wrong with the text as YAML.
  /// - Returns: `nil` if nothing can be said about the content.
  static func read(_ text: String, faults: inout ScenarioFaultList) -> ScenarioItem? {
    // Some editors begin a file with a mark of its encoding.
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    if let fault = ScenarioGuard.fault(in: text) {
      faults.add(fault)
      return nil
    }
    var repeatedKeys = ScenarioRepeatedKeys()
    do {
      guard let root = try repeatedKeys.root(of: text) else {
        faults.add(
          ScenarioFault(
            line: nil, column: nil, path: "", found: "nothing but white space and comments",
            allowed: "a scenario", suggestion: nil))
        return nil
      }
      var document = ScenarioDocument(repeatedKeys, faults)
      let item = document.item(root, at: .init(line: 1, column: 1, keys: []), depth: 0)
      faults = document.faults
      return item
    } catch {
      faults.add((error as? YamlError).fault(in: text))
      return nil
    }
  }

  private init(_ repeatedKeys: ScenarioRepeatedKeys, _ faults: ScenarioFaultList) {
    self.repeatedKeys = repeatedKeys
    self.faults = faults
  }

  /// Follows aliases; the number of values is bounded, so that they cannot make a text explode.
  private mutating func item(_ node: Node, at key: ScenarioPlace, depth: Int) -> ScenarioItem {
    values += 1
    guard values <= Self.mostValues else {
      if values == Self.mostValues + 1 {
        note(key, found: "more than \(Self.mostValues) values", allowed: "a smaller scenario")
      }
      return ScenarioItem(content: .broken, place: key)
    }
    guard depth <= Self.deepest else {
      note(key, found: "values nested deeper than \(Self.deepest)", allowed: "fewer levels")
      return ScenarioItem(content: .broken, place: key)
    }
    if let tag = tag(of: node) {
      note(place(of: node, under: key), found: "the tag \(shown(tag))", allowed: "no tags")
      return ScenarioItem(content: .broken, place: key)
    }
    switch node {
    case .scalar(let scalar):
      return ScenarioItem(
        content: .scalar(scalar.string, isPlain: scalar.style == .plain),
        place: place(of: node, under: key))
    case .sequence(let sequence):
      var items: [ScenarioItem] = []
      for (index, node) in sequence.enumerated() where values <= Self.mostValues {
        let below = place(of: node, under: key.below("[\(index)]"))
        items.append(item(node, at: below, depth: depth + 1))
      }
      return ScenarioItem(content: .list(items), place: key)
    case .mapping(let mapping): return self.mapping(mapping, at: key, depth: depth)
    case .alias: return ScenarioItem(content: .broken, place: key)
    }
  }

  private mutating func mapping(_ mapping: Node.Mapping, at key: ScenarioPlace, depth: Int)
    -> ScenarioItem
  {
    var entries: [ScenarioItem.Entry] = []
    var lines: [String: Int] = [:]
    for (name, value) in mapping where values <= Self.mostValues {
      guard case .scalar(let scalar) = name, tag(of: name) == nil else {
        note(
          place(of: name, under: key), found: "a key that is not plain text", allowed: "text")
        continue
      }
      guard scalar.string.utf8.count <= Self.longestKey else {
        note(
          place(of: name, under: key), found: "the key \(shown(scalar.string))",
          allowed: "a key of at most \(Self.longestKey) characters")
        continue
      }
      let string = repeatedKeys.key(scalar.string)
      var place = place(of: name, under: key)
      place.keys = key.keys + [string]
      if let line = lines[string] {
        note(place, found: "the key again, after line \(line)", allowed: "each key once")
        continue
      }
      lines[string] = place.line
      entries.append(
        .init(key: string, place: place, value: item(value, at: place, depth: depth + 1)))
    }
    return ScenarioItem(content: .mapping(entries), place: key)
  }

  /// Where a node is; an alias stands where it is used and not where it was anchored.
  private func place(of node: Node, under key: ScenarioPlace) -> ScenarioPlace {
    guard let mark = node.mark,
      node.scalar.map({ !$0.string.isEmpty || $0.style != .plain }) ?? true
    else { return key }
    let column = repeatedKeys.column(mark.column, line: mark.line)
    guard (mark.line, column) > (key.line ?? 0, key.column ?? 0) else { return key }
    return ScenarioPlace(line: mark.line, column: column, keys: key.keys)
  }

  private func tag(of node: Node) -> String? {
    let (tag, usual): (Tag, Tag.Name) =
      switch node {
      case .scalar(let scalar): (scalar.tag, .str)
      case .sequence(let sequence): (sequence.tag, .seq)
      case .mapping(let mapping): (mapping.tag, .map)
      case .alias(let alias): (alias.tag, .implicit)
      }
    let name = tag.rawValue
    guard !name.isEmpty, name != "!", name != usual.rawValue else { return nil }
    return name.replacing("tag:yaml.org,2002:", with: "!!")
  }

  private mutating func note(_ place: ScenarioPlace, found: String, allowed: String) {
    faults.add(
      ScenarioFault(
        line: place.line, column: place.column, path: place.path, found: found, allowed: allowed,
        suggestion: nil))
  }
}
