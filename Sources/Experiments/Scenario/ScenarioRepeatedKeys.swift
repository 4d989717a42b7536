internal import Yams

/// Goes on where the parser of YAML stops: at the first mapping that has a key twice.
///
/// The key is renamed in the text and the text parsed again, so that the keys that are there twice
/// are found together with all other faults. Places are given as in the text before.
struct ScenarioRepeatedKeys {
  /// Of the characters that Unicode leaves to private use.
  private static let mark = "\u{E000}"
  private static let most = 20

  private struct Renaming {
    let name: String
    let key: String
    let line: Int
    let column: Int
  }

  private var renamings: [Renaming] = []

  /// Parses a text, with some keys renamed if need be.
  mutating func root(of text: String) throws -> Node? {
    var text = text
    while true {
      do {
        // Without rules: whether a scalar is a number is decided by the key it belongs to.
        return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first,
          let renamed = rename(key, line: context.mark.line, column: context.mark.column, in: text)
        else { throw error }
        text = renamed
      }
    }
  }

  /// The key as it is in the file.
  func key(_ name: String) -> String { renamings.first { $0.name == name }?.key ?? name }

  /// The column in the file of a place in the text with renamed keys.
  func column(_ column: Int, line: Int) -> Int {
    renamings.reversed().reduce(column) { column, renaming in
      renaming.line == line && renaming.column < column
        ? column - (renaming.name.unicodeScalars.count - renaming.key.unicodeScalars.count) : column
    }
  }

  private mutating func rename(_ key: String, line: Int, column: Int, in text: String) -> String? {
    guard renamings.count < Self.most, !key.isEmpty, !key.hasPrefix(Self.mark) else { return nil }
    var scalars = text.unicodeScalars
    var place = scalars.startIndex
    for _ in 1..<line {
      guard let end = scalars[place...].firstIndex(of: "\n") else { return nil }
      place = scalars.index(after: end)
    }
    let offset = column - 1
    guard var start = scalars.index(place, offsetBy: offset, limitedBy: scalars.endIndex),
      start < scalars.endIndex
    else { return nil }
    if scalars[start] == "\"" || scalars[start] == "'" { start = scalars.index(after: start) }
    // Not literally there with an anchor before it, or escaped.
    guard scalars[start...].starts(with: key.unicodeScalars) else { return nil }
    let prefix = "\(Self.mark)\(renamings.count)"
    scalars.insert(contentsOf: prefix.unicodeScalars, at: start)
    renamings.append(.init(name: prefix + key, key: key, line: line, column: column))
    return String(scalars)
  }
}
