/// A thing that is wrong with a scenario, and where.
public struct ScenarioFault: Error, Equatable, Sendable {
  /// The line from 1, or `nil` where the fault is in no line of the file.
  public let line: Int?
  /// The column from 1, counted in Unicode scalars.
  public let column: Int?
  /// The keys down to the fault, joined by dots; empty for the file as a whole.
  public let path: String
  /// What was found.
  public let found: String
  /// What is allowed.
  public let allowed: String
  /// The nearest known name, if one is near.
  public let suggestion: String?
  /// The file if it is another than the scenario's: a table of points.
  public internal(set) var file: String? = nil

  /// The fault as a sentence, without its place.
  public var message: String {
    let remedy = suggestion.map { "did you mean \($0)?" } ?? "allowed: \(allowed)"
    return "\(path.isEmpty ? "" : "\(path): ")\(found); \(remedy)"
  }
}

/// Every fault of a scenario file.
public struct ScenarioFaults: Error, Equatable, Sendable, CustomStringConvertible {
  /// The name of the file.
  public let file: String
  /// The faults by line and column, those in no line last; never empty.
  public let faults: [ScenarioFault]

  /// A line for each fault, in the form that editors can jump to.
  public var description: String { faults.map(line).joined(separator: "\n") }

  /// The same with what is wrong with settings from outside told without the name of the file, for
  /// it is so in any file.
  public var lines: [String] {
    faults.map { $0.path.hasPrefix("--set ") ? $0.message : line(of: $0) }
  }

  private func line(of fault: ScenarioFault) -> String {
    let place = [fault.line, fault.column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(shown(fault.file ?? file, most: 4096))\(place): \(fault.message)"
  }
}

/// A collection of faults that stays small whatever the file holds.
struct ScenarioFaultList {
  private static let most = 200
  private var faults: [ScenarioFault] = []
  private var left = 0

  var isEmpty: Bool { faults.isEmpty }

  var count: Int { faults.count + left }

  var isFull: Bool { faults.count >= Self.most }

  mutating func add(_ fault: ScenarioFault) {
    if isFull {
      left += 1
    } else if !faults.contains(fault) {
      faults.append(fault)
    }
  }

  var sorted: [ScenarioFault] {
    let places = faults.enumerated().sorted { first, second in
      key(first.element, first.offset) < key(second.element, second.offset)
    }
    let more = ScenarioFault(
      line: nil, column: nil, path: "", found: "\(left) more faults", allowed: "none",
      suggestion: nil)
    return places.map(\.element) + (left > 0 ? [more] : [])
  }

  private func key(_ fault: ScenarioFault, _ offset: Int) -> (Int, Int, Int) {
    (fault.file == nil ? fault.line ?? .max : .max, fault.column ?? .max, offset)
  }

  /// Whether a fault is noted at a path or below, from which others would only follow.
  func hasFault(at path: String) -> Bool {
    faults.contains { $0.path == path || $0.path.hasPrefix(path + ".") }
  }
}

/// Text of a file as a message may show it: short, and without control characters.
func shown(_ text: String, most: Int = 40) -> String {
  let start = text.unicodeScalars.prefix(most)
  let safe = String(
    String.UnicodeScalarView(
      start.map { $0.properties.generalCategory.isShowable ? $0 : "\u{FFFD}" }))
  return start.endIndex == text.unicodeScalars.endIndex ? safe : safe + "…"
}

extension Unicode.GeneralCategory {
  fileprivate var isShowable: Bool {
    switch self {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
