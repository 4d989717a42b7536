/// A place in a scenario file, or an override outside it.
struct ScenarioPlace: Equatable {
  var line: Int?
  var column: Int?
  /// The keys from the top down.
  var keys: [String]
  /// The file if it is another than the scenario's.
  var file: String?

  var path: String {
    keys.reduce("") { path, key in
      path.isEmpty || key.hasPrefix("[")
        ? path + shown(key, most: 140) : "\(path).\(shown(key, most: 140))"
    }
  }

  func below(_ key: String) -> ScenarioPlace {
    ScenarioPlace(line: line, column: column, keys: keys + [key], file: file)
  }
}

/// A value of a scenario file and where it is.
struct ScenarioItem {
  enum Content {
    case scalar(String, isPlain: Bool)
    case list([ScenarioItem])
    case mapping([Entry])
    /// A value whose fault is already noted.
    case broken
  }

  struct Entry {
    let key: String
    /// The place of the key.
    let place: ScenarioPlace
    let value: ScenarioItem
  }

  let content: Content
  /// The place of a scalar; of the key that a list or mapping belongs to.
  let place: ScenarioPlace

  /// What a person sees there, for messages.
  var described: String {
    switch content {
    case .list: "a list"
    case .mapping: "a mapping"
    case .broken: "nothing readable"
    case .scalar(let text, let isPlain):
      switch ScalarValue(text, isPlain: isPlain) {
      case .nothing: "nothing"
      case .boolean, .number, .notFinite: shown(text)
      case .text: "the text \"\(shown(text))\"" + Self.pointHint(text)
      }
    }
  }

  /// What to say of a number with a decimal comma, as in much of Europe.
  private static func pointHint(_ text: String) -> String {
    let point = text.replacing(",", with: ".", maxReplacements: 1)
    return point != text && Double(point) != nil ? " (decimals have a point: \(point))" : ""
  }
}

/// What a scalar stands for: the core schema of YAML 1.2, without its rarer spellings.
enum ScalarValue: Equatable {
  case nothing
  case boolean(Bool)
  case number(Double)
  /// NaN, an infinity, or a number too large.
  case notFinite
  case text

  init(_ text: String, isPlain: Bool) {
    guard isPlain else {
      self = .text
      return
    }
    switch text {
    case "", "~", "null", "Null", "NULL": self = .nothing
    case "true": self = .boolean(true)
    case "false": self = .boolean(false)
    default:
      if Self.isNumber(text), let number = Double(text) {
        self = number.isFinite ? .number(number) : .notFinite
      } else {
        self = Self.wordsForNotFinite.contains(text.lowercased()) ? .notFinite : .text
      }
    }
  }

  private static let wordsForNotFinite: Set<String> = [
    ".nan", "nan", ".inf", "+.inf", "-.inf", "inf", "+inf", "-inf", "infinity", "-infinity",
  ]

  /// Decimal notation; no leading zeros, which are octal to some readers, no hexadecimal, no `_`.
  private static func isNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 400 else { return false }
    var rest = text.utf8[...]
    func take(_ isWanted: (UInt8) -> Bool) -> Int {
      let count = rest.prefix(while: isWanted).count
      rest = rest.dropFirst(count)
      return count
    }
    func skip(_ characters: String) -> Bool {
      guard let first = rest.first, characters.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }

    _ = skip("+-")
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = take(isDigit)
    guard whole <= 1 || !startsWithZero else { return false }
    let decimals = skip(".") ? take(isDigit) : 0
    guard whole + decimals > 0 else { return false }
    if skip("eE") {
      _ = skip("+-")
      guard take(isDigit) > 0 else { return false }
    }
    return rest.isEmpty
  }
}
