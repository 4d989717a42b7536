internal import GSL

/// What actors want of a task: the needs of those affected, and the cultures of both sides.
///
/// Preferences of single actors lie around the mean of their group; the group's mean speaks for
/// those who never come into view.
package struct Needs: Sendable {
  /// How many of a kind and stratum the task affects, and what they want on average.
  package struct Group: Sendable {
    package let kind: Int
    package let isPoor: Bool
    package var count: Int
    package let means: [Double]
  }

  /// The mean wish for each choice, how the strata depart from it, and the sides' own.
  var profile: [Double] = []
  var shifts: [Double] = []
  var cultures: [[Double]] = []
  /// Those affected, by kind and stratum.
  package internal(set) var groups: [Group] = []
  /// Sum over those affected of their wish for each choice.
  package var affectedSum: [Double] = []
  package var affectedCount = 0

  package init() {}

  /// Mean wish of those affected, choice by choice.
  package var affectedMean: [Double] { affectedSum.map { $0 / Double(max(1, affectedCount)) } }

  /// The mean wish for a choice of actors like one.
  @inline(__always)
  func mean(of choice: Int, kind: ActorKind, isPoor: Bool, isAffected: Bool) -> Double {
    let shift = isAffected && kind.hasStrata ? (isPoor ? shifts[choice] : -shifts[choice]) : 0
    let culture = cultures[kind.side == .external ? 1 : 0][choice]
    let weight = kind.cultureWeight
    return min(0.98, max(0.02, (1 - weight) * (profile[choice] + shift) + weight * culture))
  }

  /// Fit of a design with mean wishes: one minus their mean distance.
  static func fit(of design: ChoiceSet, _ wishes: [Double]) -> Double {
    var distance = 0.0
    for (choice, wish) in wishes.enumerated() {
      distance += design.contains(choice) ? 1 - wish : wish
    }
    return unitClamped(1 - distance / Double(max(1, wishes.count)))
  }

  /// Fit of a design with mean wishes, between the worst (0) and the best (1) that any design could
  /// reach.
  static func relevance(of design: ChoiceSet, _ wishes: [Double]) -> Double {
    var (value, worst, best) = (0.0, 0.0, 0.0)
    for (choice, wish) in wishes.enumerated() {
      value += design.contains(choice) ? wish : 1 - wish
      worst += min(wish, 1 - wish)
      best += max(wish, 1 - wish)
    }
    return best > worst ? unitClamped((value - worst) / (best - worst)) : 1
  }
}

extension TaskState {
  /// An actor's wish for a choice.
  @inline(__always)
  func preference(of member: Int, for choice: Int) -> Double {
    preferences[member * choices + choice]
  }

  /// Fit of a design with an actor's preferences: one minus their mean distance.
  func fit(of design: ChoiceSet, member: Int) -> Double {
    var distance = 0.0
    for choice in 0..<choices {
      let wish = preference(of: member, for: choice)
      distance += design.contains(choice) ? 1 - wish : wish
    }
    return unitClamped(1 - distance / Double(choices))
  }

  /// What changing some choices of the current design adds to the fit with some wishes.
  func fitGain(of flips: ChoiceSet, wishes: [Double]) -> Double {
    var gain = 0.0
    flips.forEach { choice in
      let wish = 2 * wishes[choice] - 1
      gain += design.contains(choice) ? -wish : wish
    }
    return gain / Double(choices)
  }

  /// What changing some choices of the current design adds to an actor's fit.
  @inline(__always)
  func fitGain(of flips: ChoiceSet, member: Int) -> Double {
    var gain = 0.0
    flips.forEach { choice in
      let wish = 2 * preference(of: member, for: choice) - 1
      gain += design.contains(choice) ? -wish : wish
    }
    return gain / Double(choices)
  }
}
