internal import GSL

/// Talk about a choice by bounded confidence: pairs whose preferences are close move closer.
///
/// Source: Deffuant et al. 2000.
package enum Deliberate {
  /// One conversation: both move by `convergence` of their difference if it is below the bound.
  @inline(__always)
  package static func meet(
    _ a: inout Double, _ b: inout Double, confidence: Double, convergence: Double
  ) {
    let difference = b - a
    guard abs(difference) < confidence else { return }
    a += convergence * difference
    b -= convergence * difference
  }
}

extension TaskState {
  /// Lets random pairs of participants talk about each choice that a proposal changes.
  mutating func talk(about flips: ChoiceSet, _ turn: inout Turn) {
    let deliberate = parameters.deliberate
    let count = participants.count
    let pairs = Int((Double(count) / 2 * deliberate.talk).rounded())
    guard count > 1, pairs > 0, deliberate.convergence > 0 else { return }
    let stream = turn.stream(.talk, of: self)
    flips.forEach { choice in
      turn.draw(stream, UInt32(choice)) { random in
        for _ in 0..<pairs {
          let first = random.integer(below: count)
          let second = random.integer(below: count - 1)
          let (a, b) = (participants[first], participants[second < first ? second : second + 1])
          meet(a, b, choice: choice)
        }
      }
    }
  }

  private mutating func meet(_ a: Int, _ b: Int, choice: Int) {
    var (p, q) = (preference(of: a, for: choice), preference(of: b, for: choice))
    Deliberate.meet(
      &p, &q, confidence: parameters.deliberate.confidence,
      convergence: parameters.deliberate.convergence)
    change(a, to: p, choice: choice)
    change(b, to: q, choice: choice)
  }

  /// Sets a preference and keeps the sums that follow from it.
  private mutating func change(_ member: Int, to preference: Double, choice: Int) {
    let index = member * choices + choice
    let difference = preference - preferences[index]
    guard difference != 0 else { return }
    preferences[index] = preference
    members[member].fit = unitClamped(
      members[member].fit
        + (design.contains(choice) ? difference : -difference) / Double(choices))
    if members[member].isAffected { needs.affectedSum[choice] += difference }
  }
}
