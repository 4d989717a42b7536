/// What is refused before the text is given to the parser of YAML.
///
/// The parser compares keys by their whole content. Aliases inside of keys could make a short text
/// grow without bound there; anywhere else an alias costs nothing until it is followed. The scan
/// does not tell quoted text from other text, so that it errs towards refusing.
struct ScenarioGuard {
  private static let deepest = 64
  private static let mostExplicitKeys = 200

  private let bytes: [UInt8]
  private var line = 1
  private var column = 0
  private var depth = 0
  private var explicitKeys = 0
  private var firstAlias: ScenarioPlace?
  private var firstCostlyKey: ScenarioPlace?

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The first thing that makes a text unfit for parsing.
  static func fault(in text: String) -> ScenarioFault? {
    var scan = ScenarioGuard(text)
    return scan.run()
  }

  private var place: ScenarioPlace { .init(line: line, column: column, keys: []) }

  private mutating func run() -> ScenarioFault? {
    for (index, byte) in bytes.enumerated() {
      // Continuation bytes of UTF-8 are no columns of their own.
      if byte & 0xC0 != 0x80 { column += 1 }
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        column = 0
      case 0...8, 11, 12, 14...31, 127:
        return fault(
          place, found: "a control character (\(byte))", allowed: "text")
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > Self.deepest {
          return fault(
            place, found: "brackets nested deeper than \(Self.deepest)",
            allowed: "a scenario, which needs fewer than 10")
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
        if isFollowedByColon(index + 1) { note(\.firstCostlyKey) }
      case UInt8(ascii: "*"): noteAlias(at: index)
      case UInt8(ascii: "?") where mayBeIndicator(at: index):
        explicitKeys += 1
        note(\.firstCostlyKey)
      default: break
      }
    }
    if let firstAlias, let firstCostlyKey {
      return fault(
        max(firstAlias, firstCostlyKey), found: "aliases beside keys that are not plain text",
        allowed: "aliases as values only, and text as keys")
    }
    if let firstCostlyKey, explicitKeys > Self.mostExplicitKeys {
      return fault(
        firstCostlyKey, found: "\(explicitKeys) keys that are not plain text",
        allowed: "text as keys")
    }
    return nil
  }

  private mutating func noteAlias(at index: Int) {
    let name = bytes[(index + 1)...].prefix { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard !name.isEmpty else { return }
    note(\.firstAlias)
    if isFollowedByColon(name.endIndex) { note(\.firstCostlyKey) }
  }

  private func isFollowedByColon(_ start: Int) -> Bool {
    bytes[start...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      == UInt8(ascii: ":")
  }

  private func mayBeIndicator(at index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return before >= 0x80 || " \t\r\n[{,".utf8.contains(before)
  }

  private mutating func note(_ path: WritableKeyPath<ScenarioGuard, ScenarioPlace?>) {
    if self[keyPath: path] == nil { self[keyPath: path] = place }
  }

  private func max(_ first: ScenarioPlace, _ second: ScenarioPlace) -> ScenarioPlace {
    (first.line ?? 0, first.column ?? 0) < (second.line ?? 0, second.column ?? 0) ? second : first
  }

  private func max(_ first: Int, _ second: Int) -> Int { first < second ? second : first }

  private func fault(_ place: ScenarioPlace, found: String, allowed: String) -> ScenarioFault {
    ScenarioFault(
      line: place.line, column: place.column, path: "", found: found, allowed: allowed,
      suggestion: nil)
  }
}
