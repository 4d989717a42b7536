/// Chooses the form by what the task and the municipality are like: the first case that holds.
///
/// With conditions on states that change, such as maturity, the choice changes at a review: a
/// phased strategy.
///
/// Source: the article, competence 3 (field, maturity, purpose).
public struct ContingentRule: Equatable, Sendable {
  /// A form and when it fits.
  public struct Case: Equatable, Sendable {
    /// All must hold; the case always holds if there are none.
    public var conditions: [Condition]
    /// The form that fits.
    public var form: FormPoint

    /// Creates a case.
    public init(when conditions: [Condition] = [], form: FormPoint) {
      self.conditions = conditions
      self.form = form
    }
  }

  /// A range that a quantity has to be in.
  public struct Condition: Equatable, Sendable {
    /// A parameter of the register or one of ``Situation/states``.
    public var quantity: String
    /// The values above this hold, if any.
    public var above: Double?
    /// The values below this hold, if any.
    public var below: Double?

    /// Creates a condition.
    public init(_ quantity: String, above: Double? = nil, below: Double? = nil) {
      self.quantity = quantity
      self.above = above
      self.below = below
    }

    func holds(in situation: Situation) -> Bool {
      let value = situation[quantity]
      return value > above ?? -.infinity && value < below ?? .infinity
    }
  }

  /// The cases in order of precedence; the last one without conditions.
  public var cases: [Case]

  /// Creates a rule.
  public init(cases: [Case]) { self.cases = cases }

  var forms: [FormPoint] {
    cases.reduce(into: []) { if !$0.contains($1.form) { $0.append($1.form) } }
  }

  func choose(in situation: Situation) -> FormPoint? {
    cases.first { $0.conditions.allSatisfy { $0.holds(in: situation) } }?.form
  }
}

/// What a contingent strategy can look at.
public struct Situation: Sendable {
  let parameters: Parameters
  let values: [String: Double]

  /// Names of states that change during a run, each as it is at the time of the choice: the month,
  /// fear, the maturity of both sides, and of the task the share of demand that was met.
  public static let states = ["month", "fear", "public_maturity", "external_maturity", "coverage"]

  init(_ task: TaskState, _ world: World, round: Int) {
    parameters = task.parameters
    values = [
      "month": Double(round), "fear": world.fear, "public_maturity": world.publicMaturity,
      "external_maturity": world.externalMaturity, "coverage": task.coverage,
    ]
  }

  /// The quantity of a name: a state, else a parameter of the register.
  subscript(_ name: String) -> Double { values[name] ?? parameters[name] }
}
