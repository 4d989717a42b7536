internal import GSL

/// A failure destroys part of the month's output, more likely where much is new and little is
/// known.
struct Fail: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    let fail = task.parameters.fail
    let lot = turn.draw(turn.stream(.failure, of: task), 0) { $0.uniform() }
    task.failedLastMonth = lot < chance(task, world)
    if task.failedLastMonth {
      let severity = turn.draw(turn.stream(.severity, of: task), 0) {
        $0.gamma(shape: fail.severityShape, scale: 1 / fail.severityShape)
      }
      task.month.failures = 1
      task.month.severity = severity
      task.month.delivered *= 1 - min(1, fail.loss * severity)
      world.events.note(.failure, task: task.index, round: turn.round, value: severity)
    }
    task.coverage = unitClamped(task.month.delivered / task.month.demanded)
  }

  private func chance(_ task: TaskState, _ world: World) -> Double {
    let fail = task.parameters.fail
    guard fail.base > 0 else { return 0 }
    let landscape = task.parameters.landscape
    let interplay = landscape.ruggedness / (landscape.choices - 1)
    let shortfall = 1 - min(1, task.month.delivered / task.month.demanded)
    let shared = task.sharedWork
    return logistic(
      logOdds(fail.base) + fail.novelty * task.unfamiliarity
        + fail.ruggedness * (interplay - Reference.interplay) + fail.shortfall * shortfall
        - fail.maturity * (task.maturity(world) - Reference.maturity)
        + fail.slack * (task.parameters.competences.errorTolerance - Reference.tolerance)
        + fail.external * task.parameters.staff.professionalRequirement
        * shared.share * shared.externalShare)
  }

  /// Where the base rate holds as it is.
  enum Reference {
    static let interplay = 4.0 / 11
    static let maturity = 0.35
    static let tolerance = 0.5
  }
}
