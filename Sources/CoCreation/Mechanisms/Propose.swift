internal import GSL

/// A change of the design that a participant puts forward.
struct Proposal {
  let proposer: Int
  /// The choices it changes; never empty.
  let flips: ChoiceSet
}

extension TaskState {
  /// The choices that an actor thinks of changing, drawn from the placed source.
  ///
  /// It goes through the choices in its own order from a random start, skips those that are closed,
  /// and stops at one it does not understand or when its boldness runs out. Empty if it stops at
  /// once.
  func idea(
    of member: Int, among open: ChoiceSet, boldness: Double, _ random: inout RandomSource
  ) -> ChoiceSet {
    let (understands, order) = (members[member].understands, members[member].searchOrder)
    var position = random.integer(below: choices)
    var flips = ChoiceSet()
    for _ in 0..<choices {
      let choice = Int(order >> UInt64(4 * position) & 15)
      position = position + 1 == choices ? 0 : position + 1
      guard open.contains(choice) else { continue }
      guard understands.contains(choice) else { break }
      flips.insert(choice)
      guard random.uniform() < boldness else { break }
    }
    return flips
  }

  /// The best of a few ideas of a proposer, or `nil` if it finds none of them good.
  func bestIdea(
    of member: Int, _ actors: [Actor], judge: Judge, boldness: Double,
    _ turn: inout Turn
  ) -> Proposal? {
    let ideas = Int(parameters.propose.ideas)
    var best: (flips: ChoiceSet, gain: Double) = (ChoiceSet(), 0)
    for attempt in 0..<ideas {
      let stream = turn.stream(.idea, of: self, attempt: attempt)
      let (flips, error) = turn.draw(stream, actors[member].id) { random in
        (idea(of: member, among: openChoices, boldness: boldness, &random), random.gaussian())
      }
      guard !flips.isEmpty else { continue }
      let change = Change(flips: flips, of: self, commonError: 0)
      let view = perspectiveError(members[member].perspective, design: design ^ flips, &turn)
      let gain = judge.opinion(
        of: change, member, actors[member], self, error: error, perspectiveError: view
      ).gain
      if gain > best.gain { best = (flips, gain) }
    }
    return best.flips.isEmpty ? nil : Proposal(proposer: member, flips: best.flips)
  }
}
