/// The core task: which needs count.
///
/// Those who hold authority on the public side set it at the start. An open process formulates it
/// anew: participants bring in what they want, by their weight in decisions, as far as hours of
/// design are worked.
///
/// Source: article, citizens are involved in the work of formulating the core task; the number is an
/// assumption.
struct FormulateTask: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    if turn.round == 0 {
      task.setCoreTask(actors)
      return
    }
    let work = task.work
    let worked = min(1, ratio(work.designHours, work.plannedDesign) ?? 0)
    let rate = task.parameters.frame.formulation * task.openness * task.codesigned * worked
    guard task.isActive, rate > 0 else { return }
    let shares = DecisionWeights(task, actors).shares
    for choice in 0..<task.choices {
      let wish = zip(task.participants, shares).reduce(0) {
        $0 + $1.1 * task.preference(of: $1.0, for: choice)
      }
      task.mission[choice] += rate * (wish - task.mission[choice])
    }
  }
}

extension TaskState {
  /// What public actors want, by their authority.
  fileprivate mutating func setCoreTask(_ actors: [Actor]) {
    let officials = actors.indices.prefix { !actors[$0].isExternal }
    let weights = officials.map { actors[$0].authority }
    let total = weights.reduce(0, +)
    mission = (0..<choices).map { choice in
      zip(officials, weights).reduce(0) {
        let share = total > 0 ? $1.1 / total : 1 / Double(officials.count)
        return $0 + share * preference(of: $1.0, for: choice)
      }
    }
  }

  /// How far some wishes are those of all affected: the share of the variation of mean wishes around
  /// indifference that they have right, at least 0.
  func likeness(of wishes: [Double]) -> Double {
    var (missed, all) = (0.0, 0.0)
    for (wish, mean) in zip(wishes, needs.affectedMean) {
      missed += (wish - mean) * (wish - mean)
      all += (mean - 0.5) * (mean - 0.5)
    }
    return ratio(missed, all).map { unitClamped(1 - $0) } ?? 1
  }
}
