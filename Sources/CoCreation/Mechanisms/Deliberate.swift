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
  mutating func talk(
    about flips: UInt32, _ actors: [Actor], round: Int, step: Int, _ random: inout RandomSource
  ) {
    let deliberate = parameters.deliberate
    let pairs = Int((Double(participants.count) / 2 * deliberate.talk).rounded())
    guard participants.count > 1, pairs > 0, deliberate.convergence > 0 else { return }
    let stream = stream(.talk, round: round, step: step)
    var rest = flips
    while rest != 0 {
      let choice = rest.trailingZeroBitCount
      rest &= rest - 1
      random.place(stream, item: UInt32(choice))
      for _ in 0..<pairs {
        let first = random.integer(below: participants.count)
        let second = random.integer(below: participants.count - 1)
        let (a, b) = (participants[first], participants[second < first ? second : second + 1])
        meet(a, b, choice: choice, actors)
      }
    }
  }

  private mutating func meet(_ a: Int, _ b: Int, choice: Int, _ actors: [Actor]) {
    let (i, j) = (a * choices + choice, b * choices + choice)
    var (p, q) = (preferences[i], preferences[j])
    Deliberate.meet(
      &p, &q, confidence: parameters.deliberate.confidence,
      convergence: parameters.deliberate.convergence)
    change(a, to: p, at: i, choice: choice, actors)
    change(b, to: q, at: j, choice: choice, actors)
  }

  /// Sets a preference and keeps the sums that follow from it.
  private mutating func change(
    _ member: Int, to preference: Double, at index: Int, choice: Int, _ actors: [Actor]
  ) {
    let difference = preference - preferences[index]
    guard difference != 0 else { return }
    preferences[index] = preference
    let taken = design >> UInt32(choice) & 1 == 1
    members[member].fit = unitClamped(
      members[member].fit + (taken ? difference : -difference) / Double(choices))
    if members[member].isAffected { affectedNeed[choice] += difference }
  }
}
