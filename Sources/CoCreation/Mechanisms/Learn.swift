/// What stays after the month: familiarity with the design, maturity, fatigue, legitimacy.
struct Learn: Phase {
  func run(_ state: inout SimulationState, _ turn: inout Turn) {
    for index in state.tasks.indices {
      let handover = state.tasks[index].handover
      if handover?.monthsLeft ?? 1 < 1e-9 { state.tasks[index].handover = nil }
      // While a design is handed over nobody grows more familiar with it.
      if handover == nil || state.tasks[index].isActive {
        let familiarity =
          state.tasks[index].parameters.deliver.familiarity
          * state.tasks[index].maturity(state.world)
        state.tasks[index].unfamiliarity *= 1 - familiarity
      }
    }
    for index in state.tasks.indices { operate(&state.tasks[index]) }
    mature(&state)
    rest(&state)
  }

  /// Staff learns the task by producing it and from failures, and loses with those who go and with
  /// what others do.
  private func operate(_ task: inout TaskState) {
    let learn = task.parameters.learn
    let (own, maturity) = (1 - task.codelivered, task.operationalMaturity)
    task.operationalMaturity = unitClamped(
      maturity + learn.learning * own * (1 - maturity) - learn.forgetting * (1 - own) * maturity
        - learn.turnoverLoss * learn.staffTurnover * maturity + lesson(of: task))
  }

  /// What a failure teaches where errors are tolerated.
  private func lesson(of task: TaskState) -> Double {
    task.parameters.learn.teaching * (1 - task.intolerance) * task.month.severity
  }

  /// Both sides learn to co-create by doing and from failures, forget where they do nothing, and
  /// lose with those who leave: each by the mean over the tasks that are, or were, co-created; over
  /// all if none is.
  private func mature(_ state: inout SimulationState) {
    let cocreated = state.tasks.indices.filter { state.tasks[$0].isCocreated }
    let indices = cocreated.isEmpty ? Array(state.tasks.indices) : cocreated
    let tasks = state.tasks
    func mean(_ quantity: (TaskState) -> Double) -> Double {
      indices.reduce(0) { $0 + quantity(tasks[$1]) } / Double(indices.count)
    }
    let practice = mean { $0.isActive ? $0.parameters.learn.learning : 0 }
    let neglect = mean { $0.isActive ? 0 : $0.parameters.learn.forgetting }
    let lessons = mean { $0.isActive ? lesson(of: $0) : 0 }
    func matured(_ maturity: Double, losing: (TaskState) -> Double) -> Double {
      let loss = mean { $0.parameters.learn.turnoverLoss * losing($0) }
      return unitClamped(
        maturity + practice * (1 - maturity) - (neglect + loss) * maturity + lessons)
    }
    state.world.publicMaturity = matured(state.world.publicMaturity) { $0.month.publicLoss }
    state.world.externalMaturity = matured(state.world.externalMaturity) { $0.month.externalLoss }
  }

  /// Work tires and earns legitimacy, each by the share of all one's hours that it takes.
  private func rest(_ state: inout SimulationState) {
    let learn = state.world.parameters.learn
    let burdens = state.tasks.map { learn.fatigueLoad * (1 + $0.documentation(state.world)) }
    for index in state.world.involved {
      var actor = state.actors[index]
      var (share, burden) = (0.0, 0.0)
      for (task, weight) in zip(state.tasks, burdens) where task.members[index].participates {
        let load = actor.shareOfTime * task.members[index].load
        share += load
        burden += weight * load
      }
      actor.fatigue = unitClamped(
        actor.fatigue + burden - learn.fatigueRecovery * actor.fatigue)
      actor.legitimacy = unitClamped(
        actor.legitimacy + learn.workLegitimacy * share
          + learn.legitimacyReturn * (actor.initialLegitimacy - actor.legitimacy))
      actor.disappointment *= 1 - state.world.parameters.trust.returnRate
      state.actors[index] = actor
    }
  }
}
