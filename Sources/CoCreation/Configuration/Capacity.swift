internal import GSL

/// The hours that a month's demand asks for beside those that there are.
///
/// Services that are scaled by hand easily get one of the three wrong.
public struct Capacity: Equatable, Sendable {
  /// Hours that the demand of all tasks costs at a unit's hours, as long as no design has changed them.
  public let needed: Double
  /// Hours that the budget buys.
  public let budget: Double
  /// Hours that the public actors work on average, politicians left out.
  public let staff: Double
}

extension ModelConfiguration {
  /// What a month asks for and what there is for it.
  ///
  /// ```swift
  /// let capacity = try ModelConfiguration().capacity
  /// print(capacity.needed <= capacity.budget)
  /// ```
  public var capacity: Capacity {
    Capacity(
      needed: tasks.reduce(0) { $0 + $1.parameters.world.demand * $1.parameters.world.unitHours },
      budget: parameters.world.budgetHours,
      staff: kinds.filter { $0.side == .public && $0.office != .politics }.reduce(0) {
        $0 + Double($1.count) * $1.hours.mean
      }
    )
  }
}
