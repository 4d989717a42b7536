internal import CoCreation
internal import Foundation

extension ParamsCommand {
  /// Parameters for programs: every entry with the same keys.
  static func json(_ parameters: [Parameter]) throws -> String {
    struct Entry: Encodable {
      let name, mechanism, role, unit, summary, source: String
      let minimum, maximum, defaultValue: Double
      let neutral: Double?
      let plausible: [Double]?
      let because: String?
      let integer: Bool
      enum CodingKeys: String, CodingKey {
        case name, mechanism, role, unit, summary, source, minimum, maximum, neutral, plausible
        case because, integer
        case defaultValue = "default"
      }

      func encode(to encoder: any Encoder) throws {
        var entry = encoder.container(keyedBy: CodingKeys.self)
        try entry.encode(name, forKey: .name)
        try entry.encode(mechanism, forKey: .mechanism)
        try entry.encode(role, forKey: .role)
        try entry.encode(unit, forKey: .unit)
        try entry.encode(summary, forKey: .summary)
        try entry.encode(source, forKey: .source)
        try entry.encode(minimum, forKey: .minimum)
        try entry.encode(maximum, forKey: .maximum)
        try entry.encode(integer, forKey: .integer)
        try entry.encode(defaultValue, forKey: .defaultValue)
        // null, not left out: every entry has the same keys.
        try entry.encode(neutral, forKey: .neutral)
        try entry.encode(plausible, forKey: .plausible)
        try entry.encode(because, forKey: .because)
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let entries = parameters.map { parameter in
      Entry(
        name: parameter.name, mechanism: parameter.group, role: parameter.role.rawValue,
        unit: parameter.unit,
        summary: parameter.summary, source: parameter.source,
        minimum: parameter.range.lowerBound, maximum: parameter.range.upperBound,
        defaultValue: parameter.defaultValue, neutral: parameter.neutral,
        plausible: parameter.plausible.map { [$0.lowerBound, $0.upperBound] },
        because: parameter.plausible.map { _ in parameter.because },
        integer: parameter.isInteger)
    }
    return String(decoding: try encoder.encode(entries), as: UTF8.self)
  }
}
