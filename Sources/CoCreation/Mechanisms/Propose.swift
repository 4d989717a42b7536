internal import GSL

/// A change of the design that a participant puts forward.
struct Proposal {
  let proposer: Int
  /// The choices it changes, one bit each; never empty.
  let flips: UInt32
}

extension TaskState {
  /// The choices that an actor thinks of changing, drawn from the placed source.
  ///
  /// It goes through the choices in its own order from a random start, skips those that are closed,
  /// and stops at one it does not understand or when its boldness runs out. Empty if it stops at
  /// once.
  func idea(
    of member: Int, among open: UInt32, boldness: Double, _ random: inout RandomSource
  ) -> UInt32 {
    let (understands, order) = (members[member].understands, members[member].searchOrder)
    var position = random.integer(below: choices)
    var flips: UInt32 = 0
    for _ in 0..<choices {
      let choice = UInt32(order >> UInt64(4 * position) & 15)
      position = position + 1 == choices ? 0 : position + 1
      guard open >> choice & 1 == 1 else { continue }
      guard understands >> choice & 1 == 1 else { break }
      flips |= 1 << choice
      guard random.uniform() < boldness else { break }
    }
    return flips
  }

  /// The best of a few ideas of a proposer, or `nil` if it finds none of them good.
  func bestIdea(
    of member: Int, _ actors: [Actor], judge: Judge, boldness: Double, round: Int, step: Int,
    _ random: inout RandomSource
  ) -> Proposal? {
    let ideas = Int(parameters.propose.ideas)
    var best: (flips: UInt32, gain: Double) = (0, 0)
    for attempt in 0..<ideas {
      random.place(stream(.idea, round: round, step: step * 16 + attempt), item: actors[member].id)
      let flips = idea(of: member, among: openChoices, boldness: boldness, &random)
      let error = random.gaussian()
      guard flips != 0 else { continue }
      let change = Change(flips: flips, of: self, commonError: 0)
      let view = perspectiveError(
        members[member].perspective, design: design ^ flips, &random)
      let gain = judge.opinion(
        of: change, member, actors[member], self, error: error, perspectiveError: view
      ).gain
      if gain > best.gain { best = (flips, gain) }
    }
    return best.flips == 0 ? nil : Proposal(proposer: member, flips: best.flips)
  }
}
