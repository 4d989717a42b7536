/// A range that a quantity has to be in; what is not defined is in none.
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
    return !value.isNaN && value > above ?? -.infinity && value < below ?? .infinity
  }
}

/// What a strategy can look at when it chooses a form or changes course.
public struct Situation: Sendable {
  let parameters: Parameters
  let values: [String: Double]

  /// Names of states that change during a run, each as it is at the time of the choice: the month;
  /// fear; the maturity of both sides in co-creation and of operations in the task; the share of
  /// demand that was met; external participants and the mean trust of all participants, both defined
  /// only while a process lives that has worked a month.
  public static let states = [
    "month", "fear", "public_maturity", "external_maturity", "operational_maturity", "coverage",
    "external_participants", "trust",
  ]

  init(_ task: TaskState, _ world: World, round: Int) {
    parameters = task.parameters
    let hasWorked = task.isActive && !task.participants.isEmpty
    values = [
      "month": Double(round), "fear": world.fear, "public_maturity": world.publicMaturity,
      "external_maturity": world.externalMaturity,
      "operational_maturity": task.operationalMaturity, "coverage": task.coverage,
      "external_participants": hasWorked ? Double(task.externalParticipants) : .nan,
      "trust": hasWorked ? task.participantTrust : .nan,
    ]
  }

  /// The values that a quantity can have.
  static func range(of name: String, rounds: Double) -> ClosedRange<Double>? {
    switch name {
    case "month": 0...rounds
    case "external_participants": 0...Double.infinity
    case _ where states.contains(name): 0...1
    default: Parameters.parameter(name)?.range
    }
  }

  /// The quantity of a name: a state, else a parameter; not a number where it is not defined.
  subscript(_ name: String) -> Double { values[name] ?? parameters[name] }
}
