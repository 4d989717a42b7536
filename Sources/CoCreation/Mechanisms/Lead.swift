internal import Glibc
internal import GSL

/// One leader a month, drawn by authority and legitimacy among all who take part.
struct Lead: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    guard task.isActive, !task.participants.isEmpty else {
      task.leader = nil
      return
    }
    let shares = DecisionWeights(task, actors).shares
    var draw = turn.draw(turn.stream(.lead, of: task), 0) { $0.uniform() }
    var leader = task.participants[task.participants.count - 1]
    for (slot, share) in shares.enumerated() {
      draw -= share
      if draw < 0 {
        leader = task.participants[slot]
        break
      }
    }
    if leader != task.leader {
      world.events.note(.lead, task: task.index, round: turn.round, actor: leader)
    }
    task.leader = leader
    task.month.leaderIsExternal = actors[leader].isExternal
    task.month.leaderEntropy = Self.relativeEntropy(shares)
  }

  /// Shannon entropy of shares relative to that of equal shares; `nil` for a single one.
  static func relativeEntropy(_ shares: [Double]) -> Double? {
    guard shares.count > 1 else { return nil }
    let entropy = shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
    return unitClamped(entropy / log(Double(shares.count)))
  }
}
