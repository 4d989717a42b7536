/// A strategy changes course: each phase begins once for each task, when its conditions hold.
///
/// Source: pilots that widen, and processes that end, are practice; the rule is an assumption.
struct FollowCourse: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    guard task.begunPhases.count < world.course.count else { return }
    let situation = Situation(task, world, round: turn.round)
    let beginning = world.course.enumerated().filter { number, phase in
      !task.begunPhases.contains(number) && phase.begins(in: situation)
    }
    for (number, _) in beginning {
      task.begunPhases.insert(number)
      world.events.note(
        .phase, task: task.index, round: turn.round, value: Double(number + 1))
    }
    // What ends is handed back as it was, before anything else changes.
    if beginning.contains(where: \.element.endsProcess) { end(&task, &actors, &world, turn) }
    for (_, phase) in beginning where !phase.endsProcess {
      begin(phase, &task, &actors, &world, turn)
    }
  }

  private func begin(
    _ phase: StrategyPhase, _ task: inout TaskState, _ actors: inout [Actor],
    _ world: inout World, _ turn: borrowing Turn
  ) {
    let form = task.form
    var after = task.parameters
    for (lever, value) in phase.settings { after[lever] = value }
    if task.isActive, !after.form.isCocreated {
      // With nothing left to make together there is nothing to take part in.
      end(&task, &actors, &world, turn)
      task.parameters = after
      return
    }
    task.parameters = after
    if phase.settings["openness"] != nil || phase.settings["centrality"] != nil {
      task.formIsSet = true
    }
    if !task.isCocreated, after.form.isCocreated {
      task.isActive = true
      task.startRound = turn.round
      task.isToBeFramed = true
    } else if task.isActive, task.form != form {
      task.isToBeFramed = true
    }
  }

  private func end(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: borrowing Turn
  ) {
    guard task.isActive else { return }
    task.endedByStrategy = true
    task.end(.strategy, &actors, &world, round: turn.round)
  }
}
