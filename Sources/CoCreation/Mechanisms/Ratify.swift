internal import Glibc
internal import GSL

/// The line of command: what a process decides goes to a manager, and what lies far from the plan or
/// puts much at stake to politicians as well.
///
/// Whoever ratifies leaves a decision to the process by its disposition, or else judges it: by its
/// own motives and by the needs that the core task counts, by its trust in whoever leads, and by its
/// fear of what differs from the plan. Politicians decide by majority.
///
/// Source: article, competence 5, upper management must be responsive to the decision-making space
/// that is decentralised, and leadership rests on legitimacy; the numbers are assumptions.
enum Ratify {
  /// How much people differ in their disposition, in logits.
  static let spread = 1.0
}

extension TaskState {
  /// Whether the line of command ratifies a change of the design; who did.
  mutating func ratifies(
    _ change: Change, commonView: Double, _ actors: [Actor], _ world: inout World,
    _ turn: inout Turn
  ) -> (isRatified: Bool, by: [Int]) {
    if parameters.rivals.ratification == 2 { return (true, []) }
    if parameters.rivals.ratification == 1 {
      let lot = turn.draw(turn.stream(.ratify, of: self), 0) { $0.uniform() }
      return (lot < parameters.competences.responsiveness, [])
    }
    var ratifiers: [Int] = []
    if !world.managers.isEmpty {
      let lot = turn.draw(turn.stream(.manager, of: self), 0) {
        $0.integer(below: world.managers.count)
      }
      let manager = world.managers[lot]
      guard agrees(manager, to: change, commonView: commonView, actors, world, &turn) else {
        return (false, [])
      }
      ratifiers.append(manager)
    }
    guard isReferred(change, world, &turn) else { return (true, ratifiers) }
    let votes = world.politicians.filter {
      agrees($0, to: change, commonView: commonView, actors, world, &turn)
    }
    let share = Double(votes.count) / Double(world.politicians.count)
    month.referred += 1
    world.events.note(.refer, task: index, round: turn.round, actor: leader, value: share)
    return (Decide.adopts(support: share, threshold: 0.5), ratifiers + votes)
  }

  /// Whether a decision goes to politicians: 1 − exp(−referral · distance from the plan · (1 + stake)).
  private func isReferred(_ change: Change, _ world: World, _ turn: inout Turn) -> Bool {
    guard !world.politicians.isEmpty else { return false }
    let distance = landscape.distance(design ^ change.flips, plan)
    let chance = 1 - exp(-parameters.decide.referral * distance * (1 + parameters.fail.stake))
    return turn.draw(turn.stream(.referral, of: self), 0) { $0.uniform() } < chance
  }

  /// Whether a manager or politician agrees to a change.
  private func agrees(
    _ person: Int, to change: Change, commonView: Double, _ actors: [Actor], _ world: World,
    _ turn: inout Turn
  ) -> Bool {
    let (decide, actor, member) = (parameters.decide, actors[person], members[person])
    let (lot, error) = turn.draw(turn.stream(.ratify, of: self), actor.id) {
      ($0.uniform(), $0.gaussian())
    }
    if lot < disposition(of: actor) { return true }
    let changed = design ^ change.flips
    let view =
      member.perspective == 0
      ? commonView : perspectiveError(member.perspective, design: changed, &turn)
    let own = Judge(decide).opinion(
      of: change, actor, perspectiveError: view - member.perspectiveError, error: error,
      fitGain: fitGain(of: change.flips, wishes: mission))
    let heard = decide.leaderHearing * member.trust * (leader.map { actors[$0].legitimacy } ?? 0)
    let dread =
      landscape.distance(changed, plan)
      * (decide.ratificationDistance + decide.ratificationFear * world.fear)
    return own.gain + heard > dread
  }

  /// How often a person leaves a decision to the process.
  func disposition(of actor: Actor) -> Double {
    logistic(logOdds(parameters.competences.responsiveness) + Ratify.spread * actor.readiness)
  }
}
