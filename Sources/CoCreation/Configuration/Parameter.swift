/// An entry of the one register of parameters.
///
/// Validation, defaults, the JSON Schema, `cocreate params` and the codebook are made from it.
public struct Parameter: Sendable {
  /// The name in a scenario, on the command line and in a table's header.
  public let name: String
  /// The mechanism it belongs to.
  public let group: String
  /// The unit, "1" where it has none.
  public let unit: String
  /// The allowed values.
  public let range: ClosedRange<Double>
  /// Whether only whole numbers are allowed.
  public let isInteger: Bool
  /// The value where a scenario is silent.
  public let defaultValue: Double
  /// The value that takes the parameter's effect out of the model; `nil` for a plain quantity.
  public let neutral: Double?
  /// Whether it is the municipality's, so that all tasks have the same value.
  public let isMunicipal: Bool
  /// One sentence on what it does.
  public let summary: String
  /// Where the default comes from: a paper, a statistic, a sentence of the article, "assumption".
  public let source: String

  package let get: @Sendable (Parameters) -> Double
  package let set: @Sendable (inout Parameters, Double) -> Void

  /// Whether a value is allowed.
  public func allows(_ value: Double) -> Bool {
    range.contains(value) && (!isInteger || value == value.rounded())
  }

  /// The allowed values in words.
  public var allowed: String {
    "\(isInteger ? "a whole number" : "a number") from \(short(range.lowerBound)) "
      + "to \(short(range.upperBound))"
  }
}

/// A number without a superfluous ".0".
package func short(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15
    ? String(Int(value))
    : value.isInfinite ? (value < 0 ? "minus infinity" : "infinity") : String(value)
}

/// The parameters of one mechanism.
protocol ParameterGroup: Sendable, Equatable {
  init()
  static var definitions: [Definition<Self>] { get }
}

/// What a group says of one of its fields; the default is the field's own.
struct Definition<Group: ParameterGroup>: Sendable {
  let path: any WritableKeyPath<Group, Double> & Sendable
  let name: String
  let unit: String
  let range: ClosedRange<Double>
  let isInteger: Bool
  let neutral: Double?
  let isMunicipal: Bool
  let summary: String
  let source: String

  init(
    _ path: any WritableKeyPath<Group, Double> & Sendable, _ name: String, _ unit: String,
    _ range: ClosedRange<Double>, integer: Bool = false, neutral: Double? = nil,
    municipal: Bool = false, _ summary: String, source: String = "assumption"
  ) {
    self.path = path
    self.name = name
    self.unit = unit
    self.range = range
    self.isInteger = integer
    self.neutral = neutral
    self.isMunicipal = municipal
    self.summary = summary
    self.source = source
  }

  func entry(in path: any WritableKeyPath<Parameters, Group> & Sendable, group: String) -> Parameter
  {
    let field = self.path
    // Reading a row's hundred values through key paths took longer than writing them.
    guard let offset = MemoryLayout<Parameters>.offset(of: path.appending(path: field)) else {
      preconditionFailure("\(name) is no stored number")
    }
    return Parameter(
      name: name, group: group, unit: unit, range: range, isInteger: isInteger,
      defaultValue: Group()[keyPath: field], neutral: neutral, isMunicipal: isMunicipal,
      summary: summary, source: source,
      get: { parameters in
        unsafe withUnsafeBytes(of: parameters) {
          unsafe $0.load(fromByteOffset: offset, as: Double.self)
        }
      },
      set: { $0[keyPath: path][keyPath: field] = $1 })
  }
}
