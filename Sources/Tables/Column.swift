/// One column of a table: what a reader of the file must know about it.
public struct Column: Sendable, Equatable {
  /// What the fields of a column hold.
  ///
  /// The raw values are the type names of a Frictionless Table Schema, except that `text` is
  /// called `string` there.
  public enum Kind: String, Sendable, CaseIterable {
    /// Whole numbers.
    case integer
    /// Real numbers, all finite.
    case number
    /// Unicode text.
    case text = "string"
  }

  /// The name in the header line.
  public let name: String
  /// What the fields hold.
  public let kind: Kind
  /// The unit of the values; empty for text and for numbers without one.
  public let unit: String
  /// What the values mean, in a sentence.
  public let description: String

  /// Describes a column.
  ///
  /// - Parameters:
  ///   - name: The name in the header line, in snake_case.
  ///   - kind: What the fields hold.
  ///   - unit: The unit of the values; empty for text and for numbers without one.
  ///   - description: What the values mean, in a sentence.
  public init(_ name: String, _ kind: Kind, unit: String = "", description: String) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.description = description
  }
}
