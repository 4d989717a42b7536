internal import Glibc
internal import GSL

/// Participants offer a share of their hours by what they believe others give.
///
/// Fischbacher & Gächter (2010): contribution = −0.473 + 0.242 P(b) + 0.666 b in whole points of
/// 20, with P the type's preferred contribution; belief b' = 0.118 + 0.415 others + 0.569 b.
/// Visible results raise the belief of those who trust (Ansell & Gash 2008).
struct Contribute: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    guard task.isActive, !task.participants.isEmpty else { return }
    var total = 0.0
    for index in task.participants {
      let contribution = Self.contribution(
        belief: task.members[index].belief, type: actors[index].socialType)
      task.members[index].contribution = contribution / 20
      total += contribution
    }
    task.month.contribution = total / Double(task.participants.count)

    let parameters = task.parameters.contribute
    let size = Int(parameters.teamSize)
    let stream = task.stream(.teams, round: round)
    var order = task.participants.map { index in
      random.place(stream, item: actors[index].id)
      return (lot: random.bits(), index: index)
    }
    order.sort { ($0.lot, $0.index) < ($1.lot, $1.index) }
    var joint = 0.0
    for start in stride(from: 0, to: order.count, by: size) {
      let team = order[start..<min(start + size, order.count)]
      joint += jointProduct(of: team, task, parameters)
      observe(team: team, round: round, &task, parameters)
    }
    task.jointProduct =
      total > 0 && parameters.productionExponent != 1 ? joint / (total / 20) : 1
  }

  /// What an actor gives, in whole points of 20.
  static func contribution(belief: Double, type: SocialType) -> Double {
    let preferred = type.preferredContribution(others: belief)
    return min(20, max(0, (-0.473 + 0.242 * preferred + 0.666 * belief).rounded()))
  }

  /// What a team makes of its members' contributions: their generalised mean, times their number.
  private func jointProduct(
    of team: ArraySlice<(lot: UInt64, index: Int)>, _ task: TaskState,
    _ parameters: ContributeParameters
  ) -> Double {
    let mean = GeneralisedMean(exponent: parameters.productionExponent)
    let sum = team.reduce(0) { $0 + mean.term(task.members[$1.index].contribution) }
    return mean.value(sum, count: team.count) * Double(team.count)
  }

  private func observe(
    team: ArraySlice<(lot: UInt64, index: Int)>, round: Int, _ task: inout TaskState,
    _ parameters: ContributeParameters
  ) {
    // Nobody to look at: the belief stays.
    guard team.count > 1 else { return }
    let mean = GeneralisedMean(exponent: parameters.productionExponent)
    for (_, index) in team {
      var member = task.members[index]
      // Summed anew for each: a sum less one's own term loses digits at strong exponents.
      let sum = team.reduce(0) {
        $1.index == index ? $0 : $0 + mean.term(task.members[$1.index].contribution)
      }
      let others = mean.value(sum, count: team.count - 1)
      let visible =
        task.visibleCoverage(round: round) * (task.failedLastMonth ? 0.5 : 1)
        * (0.5 + 0.5 * min(1, 2 * others))
      member.belief = min(
        20,
        max(
          0,
          0.118 + 0.415 * 20 * others + 0.569 * member.belief
            + parameters.reinforcement * member.trust * visible * (20 - member.belief)))
      task.members[index] = member
    }
  }
}

/// The generalised mean of contributions: additive at exponent 1, towards the weakest link below,
/// towards the best shot above (Hirshleifer 1983).
struct GeneralisedMean {
  let exponent: Double

  /// What a contribution adds to the sum; below 0 a floor keeps it finite.
  @inline(__always)
  func term(_ contribution: Double) -> Double {
    if exponent == 1 { return contribution }
    if abs(exponent) < 1e-6 { return log(max(0.01, contribution)) }
    return pow(exponent < 0 ? max(0.01, contribution) : contribution, exponent)
  }

  @inline(__always)
  func value(_ sum: Double, count: Int) -> Double {
    let mean = sum / Double(count)
    if exponent == 1 { return unitClamped(mean) }
    if abs(exponent) < 1e-6 { return unitClamped(exp(mean)) }
    return unitClamped(pow(max(0, mean), 1 / exponent))
  }
}
