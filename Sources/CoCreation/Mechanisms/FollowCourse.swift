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
      let phases = beginning.map(\.element)
      let ends = phases.filter(\.endsProcess)
      let causes = ends.isEmpty ? phases.filter(\.setsShares) : ends
      end(&task, isPlanned: causes.allSatisfy(\.isDated), &actors, &world, turn)
    }
    change(&task, to: after, &world, turn)
    let changesForm = beginning.contains {
      $0.element.settings["openness"] != nil || $0.element.settings["centrality"] != nil
    }
    if changesForm { task.formIsSet = true }
  }

  private func change(
    _ task: inout TaskState, to after: Parameters, _ world: inout World, _ turn: borrowing Turn
  ) {
    let form = task.form
    if task.isActive {
      shift(&task, to: after.form.codelivered, &world)
    }
    task.parameters = after
    // What was paid last month counts as far as it is still offered.
    task.received = task.received.upTo(Offer(promisedBy: after, share: 1))
    if !task.isCocreated, after.form.isCocreated {
      task.isActive = true
      task.startRound = turn.round
      task.isToBeFramed = true
    } else if task.isActive, task.form != form {
      task.isToBeFramed = true
    }
  }

  /// What the process delivers no more is handed back, and disappoints as an end does, in proportion;
  /// what it delivers again is handed back no more.
  private func shift(
    _ task: inout TaskState, to share: Double, _ world: inout World
  ) {
    let before = task.codelivered
    if share < before {
      task.handOver(1 - share / before, &world)
    } else if let handover = task.handover, handover.share > 0 {
      task.handover = handover.part(max(0, 1 - (share - before) / handover.share))
    }
  }

  private func end(
    _ task: inout TaskState, isPlanned: Bool, _ actors: inout [Actor], _ world: inout World,
    _ turn: borrowing Turn
  ) {
    guard task.isActive else { return }
    task.endedAsPlanned = isPlanned
    task.end(.strategy, &actors, &world, round: turn.round)
  }
}
