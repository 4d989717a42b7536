internal import GSL

/// External participants offer a share of their hours by what they believe others give.
///
/// Staff does its duty; the rule governs what nobody is paid for. Fischbacher & Gächter (2010)
/// estimate, in points of 20, −0.473 + 0.242 P(b) + 0.666 b over all types, with b the belief about
/// others and P the type's preferred contribution, and b' = 0.118 + 0.415 others + 0.569 b. Here free
/// riders give nothing, as their name says; the others give so much more that the mean of the panel
/// stays. People differ around the rule, lastingly and from month to month, and many give nothing.
/// Visible results raise the belief of those who trust (Ansell & Gash 2008).
struct Contribute: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    let external = Array(task.participants[task.publicParticipants...])
    guard task.isActive, !external.isEmpty else {
      task.jointProduct = 1
      return
    }
    let parameters = task.parameters.contribute
    let giving = turn.stream(.giving, of: task)
    var total = 0.0
    for index in external {
      let member = task.members[index]
      let monthly = turn.draw(giving, actors[index].id) { $0.gaussian() }
      let rule = task.parameters.rivals.contribution
      let points = task.contributions.points(
        belief: rule == 1 ? task.parameters.population.beliefMean : member.belief,
        type: actors[index].socialType,
        deviation: parameters.persistence.squareRoot() * member.generosity
          + (1 - parameters.persistence).squareRoot() * monthly,
        isReciprocal: rule == 2)
      task.members[index].contribution = points / 20
      total += points
    }
    task.month.contribution = total / Double(external.count)

    let (size, mean) = (
      Int(parameters.teamSize), PowerMean(exponent: parameters.productionExponent)
    )
    let teams = turn.stream(.teams, of: task)
    var order = external.map { index in
      (lot: turn.draw(teams, actors[index].id) { $0.bits() }, index: index)
    }
    order.sort { ($0.lot, $0.index) < ($1.lot, $1.index) }
    var joint = 0.0
    for start in stride(from: 0, to: order.count, by: size) {
      let team = order[start..<min(start + size, order.count)].map(\.index)
      let given = team.map { task.members[$0].contribution }
      // What a team makes of it: the power mean, times their number.
      joint += mean.of(given) * Double(team.count)
      observe(team, given, mean, round: turn.round, &task)
    }
    task.jointProduct =
      total > 0 && parameters.productionExponent != 1 ? joint / (total / 20) : 1
  }

  private func observe(
    _ team: [Int], _ given: [Double], _ mean: PowerMean, round: Int, _ task: inout TaskState
  ) {
    // Nobody to look at: the belief stays.
    guard team.count > 1 else { return }
    let seen = task.visibleCoverage(round: round) * (task.failedLastMonth ? 0.5 : 1)
    let reinforcement = task.parameters.contribute.reinforcement
    for (place, index) in team.enumerated() {
      let (belief, trust) = (task.members[index].belief, task.members[index].trust)
      let others = mean.of(given.enumerated().lazy.filter { $0.offset != place }.map(\.element))
      let visible = seen * (0.5 + 0.5 * min(1, 2 * others))
      task.members[index].belief = min(
        20,
        max(
          0,
          0.118 + 0.415 * 20 * others + 0.569 * belief
            + reinforcement * trust * visible * (20 - belief)))
    }
  }
}
