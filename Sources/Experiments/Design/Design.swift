public import CoCreation

/// Where an experiment is made: what is varied, and the value of each factor at every point.
///
/// A scenario without a design has ``single``: one point without factors, the context as it stands.
public struct Design: Equatable, Sendable {
  /// Something that a design varies.
  public struct Factor: Equatable, Sendable {
    /// What a factor sets.
    public enum Target: Equatable, Sendable {
      /// A parameter of the context.
      case context(parameter: String)
      /// The number of actors of a kind, by its place in the scenario's kinds.
      case count(kind: Int)
      /// A parameter of a task, by its place in the scenario's tasks.
      case task(Int, parameter: String)
      /// A parameter of a strategy, by its name.
      case strategy(String, parameter: String)
      /// Whether a mechanism is taken out of the model: 0 or 1.
      case mechanism(Ablation)
    }

    /// The name in scenarios and in the header of tables, as `strategies.guided.openness`.
    public let path: String
    /// What it sets.
    public let target: Target
    /// The register's entry of the parameter; `nil` for a number of actors and for a mechanism.
    public let parameter: Parameter?

    init(path: String, target: Target) {
      self.path = path
      self.target = target
      parameter =
        switch target {
        case .context(let name), .task(_, let name), .strategy(_, let name):
          Parameters.parameter(name)
        case .count, .mechanism: nil
        }
    }

    /// A mechanism that is in at 0 and out at 1.
    init(without ablation: Ablation) {
      self.init(path: Self.mechanismPrefix + ablation.name, target: .mechanism(ablation))
    }

    static let mechanismPrefix = "without."

    private static let mostActors = 1 << 24

    /// The parameters it may change; "actors" for a number of actors.
    var touched: [String] {
      switch target {
      case .context(let name), .task(_, let name), .strategy(_, let name): [name]
      case .count: ["actors"]
      case .mechanism(let ablation): ablation.parameters
      }
    }

    /// Whether the factor has whole numbers only.
    public var isInteger: Bool { parameter?.isInteger ?? true }

    /// Whether a value is allowed, by itself.
    public func allows(_ value: Double) -> Bool {
      if case .mechanism = target { return value == 0 || value == 1 }
      return parameter?.allows(value)
        ?? (value == value.rounded() && (0...Double(Self.mostActors)).contains(value))
    }

    /// The allowed values in words.
    public var allowed: String {
      if case .mechanism = target { return "0 (the mechanism is in) or 1 (it is out)" }
      return parameter?.allowed ?? "a whole number from 0 to \(Self.mostActors)"
    }

    /// Factors are equal if they have the same path and set the same.
    public static func == (first: Factor, second: Factor) -> Bool {
      first.path == second.path && first.target == second.target
    }
  }

  /// The most points a design may have.
  public static let mostPoints = 1_000_000
  /// The most numbers, points times factors, a design may have.
  public static let mostValues = 20_000_000

  /// What is varied; no path twice.
  public let factors: [Factor]
  /// The values, point by point, each in the order of ``factors``; all finite.
  public internal(set) var values: [Double]
  /// The number of points, at least 1.
  public let count: Int
  /// Whether its points are plausible models: all that is assumed, drawn from what is plausible.
  public let isPlausible: Bool

  /// The design of a scenario that varies nothing.
  public static let single = Design(factors: [], values: [], count: 1)

  /// Whether nothing is varied.
  public var isSingle: Bool { factors.isEmpty && count == 1 }

  init(factors: [Factor], values: [Double], count: Int, isPlausible: Bool = false) {
    precondition(count >= 1 && values.count == count * factors.count)
    self.factors = factors
    // Negative zero does not survive a table.
    self.values = values.map { $0 + 0 }
    self.count = count
    self.isPlausible = isPlausible
  }

  /// The values at a point, in the order of ``factors``.
  ///
  /// - Parameter point: From 0 to below ``count``.
  /// - Returns: As many values as there are factors.
  public func values(of point: Int) -> ArraySlice<Double> {
    values[point * factors.count..<(point + 1) * factors.count]
  }
}
