/// A change of course: when a strategy does something else with a task's process.
///
/// A phase begins once for each task, in the first month in which all its conditions hold; what a
/// later phase of the list sets wins. "Design together for a year, then deliver with staff" is
///
/// ```swift
/// StrategyPhase(from: 13, settings: ["codelivery_share": 0])
/// ```
public struct StrategyPhase: Equatable, Sendable {
  /// The parameters that a phase may change: the form, the shares, and what is offered to those who
  /// take part.
  public static let levers = [
    "openness", "centrality", "codesign_share", "codelivery_share", "facilitation_hours",
    "support_hours", "recognition_hours", "payment", "invitation_hours", "lottery",
    "onboarding_limit",
  ]

  /// The first month in which it may begin.
  public var from: Int
  /// What must hold as well; it begins in month ``from`` if there is nothing.
  public var conditions: [Condition]
  /// The levers that it sets.
  public var settings: [String: Double]
  /// Whether it ends the process, for good.
  public var endsProcess: Bool

  /// Creates a phase.
  public init(
    from: Int = 1, when conditions: [Condition] = [], settings: [String: Double] = [:],
    endsProcess: Bool = false
  ) {
    self.from = from
    self.conditions = conditions
    self.settings = settings
    self.endsProcess = endsProcess
  }

  /// Whether its month is set from the start.
  var isDated: Bool { conditions.allSatisfy { $0.quantity == "month" } }

  var setsShares: Bool {
    settings["codesign_share"] != nil || settings["codelivery_share"] != nil
  }

  func begins(in situation: Situation) -> Bool {
    situation["month"] >= Double(from) && conditions.allSatisfy { $0.holds(in: situation) }
  }
}
