/// A value of a JSON Schema.
indirect enum SchemaNode: Equatable, Sendable {
  case text(String)
  case whole(Int)
  case number(Double)
  case boolean(Bool)
  case list([SchemaNode])
  case object([String: SchemaNode])

  /// The same schema with a description.
  func described(_ description: String) -> SchemaNode {
    guard case .object(var members) = self else { return self }
    members["description"] = .text(description)
    return .object(members)
  }
}

extension SchemaNode: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let value): try container.encode(value)
    case .whole(let value): try container.encode(value)
    case .number(let value):
      if let whole = Int(exactly: value) {
        try container.encode(whole)
      } else {
        try container.encode(value)
      }
    case .boolean(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

extension SchemaNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }

  init(integerLiteral value: Int) { self = .whole(value) }

  init(booleanLiteral value: Bool) { self = .boolean(value) }

  init(arrayLiteral elements: SchemaNode...) { self = .list(elements) }

  init(dictionaryLiteral elements: (String, SchemaNode)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
}
