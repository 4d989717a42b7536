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
    guard !beginning.isEmpty else { return }
    for (number, _) in beginning {
      task.begunPhases.insert(number)
      world.events.note(
        .phase, task: task.index, round: turn.round, value: Double(number + 1))
    }
    var after = task.parameters
    for (lever, value) in beginning.flatMap(\.element.settings) { after[lever] = value }
    // What ends is handed back as it was; with nothing left to make together there is nothing to
    // take part in.
    if beginning.contains(where: \.element.endsProcess) || !after.form.isCocreated {
      end(&task, &actors, &world, turn)
    }
    change(&task, to: after, turn)
    let changesForm = beginning.contains {
      $0.element.settings["openness"] != nil || $0.element.settings["centrality"] != nil
    }
    if changesForm { task.formIsSet = true }
  }

  private func change(_ task: inout TaskState, to after: Parameters, _ turn: borrowing Turn) {
    let form = task.form
    task.parameters = after
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
