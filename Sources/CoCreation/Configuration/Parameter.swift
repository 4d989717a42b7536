/// What a parameter is for.
public enum ParameterRole: String, CaseIterable, Sendable {
  /// One of the few that a planner fills in.
  case main
  /// The rest of the model.
  case model
  /// A switch for experiments, which is off or as usual by default.
  case experiment
  /// A number that no scenario sets; a mechanism can be taken out by it.
  case constant
}

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
  /// What it is for.
  public let role: ParameterRole
  /// The values that a reasonable person may hold to be true: narrower than ``range``, the default among
  /// them; `nil` where nobody has said so.
  public let plausible: ClosedRange<Double>?
  /// Why these; empty without ``plausible``.
  public let because: String
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

  /// The plausible values in words, as `0.05 to 0.5`; `nil` where there are none.
  public var plausibleInWords: String? {
    plausible.map { "\(short($0.lowerBound)) to \(short($0.upperBound))" }
  }

  /// Whether the default is somebody's choice rather than data.
  public var isAssumed: Bool {
    ["assumption", "calibration"].contains { source.contains($0) }
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
  let role: ParameterRole
  let plausible: ClosedRange<Double>?
  let because: String
  let summary: String
  let source: String

  init(
    _ path: any WritableKeyPath<Group, Double> & Sendable, _ name: String, _ unit: String,
    _ range: ClosedRange<Double>, integer: Bool = false, neutral: Double? = nil,
    municipal: Bool = false, role: ParameterRole = .model, plausible: ClosedRange<Double>? = nil,
    _ summary: String, source: String = "assumption", because: String = ""
  ) {
    self.path = path
    self.name = name
    self.unit = unit
    self.range = range
    self.isInteger = integer
    self.neutral = neutral
    self.isMunicipal = municipal
    self.role = role
    self.plausible = plausible
    self.because = because
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
      role: role, plausible: plausible, because: because, summary: summary, source: source,
      get: { parameters in
        unsafe withUnsafeBytes(of: parameters) {
          unsafe $0.load(fromByteOffset: offset, as: Double.self)
        }
      },
      set: { $0[keyPath: path][keyPath: field] = $1 })
  }
}
