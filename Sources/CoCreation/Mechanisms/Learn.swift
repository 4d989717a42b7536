internal import GSL

/// What stays after the month: familiarity with the design, maturity, fatigue, legitimacy.
struct Learn: Phase {
  func run(_ state: inout SimulationState, round: Int, _ random: inout RandomSource) {
    let maturity = state.world.maturity
    for index in state.tasks.indices {
      let familiarity = state.tasks[index].parameters.deliver.familiarity * maturity
      state.tasks[index].unfamiliarity *= 1 - familiarity
    }
    mature(&state)
    rest(&state)
  }

  /// Both sides learn by doing and from failures, and forget where they do nothing: each by the
  /// mean over the tasks that are, or were, co-created; over all if none is.
  private func mature(_ state: inout SimulationState) {
    let cocreated = state.tasks.filter { $0.parameters.form.cocreationShare > 0 }
    let tasks = cocreated.isEmpty ? state.tasks : cocreated
    func mean(_ quantity: (TaskState) -> Double) -> Double {
      tasks.reduce(0) { $0 + quantity($1) } / Double(tasks.count)
    }
    let practice = mean { $0.isActive ? $0.parameters.learn.learning : 0 }
    let neglect = mean { $0.isActive ? 0 : $0.parameters.learn.forgetting }
    let lesson = mean { task in
      task.isActive
        ? task.parameters.learn.teaching * (1 - task.intolerance) * task.month.severity : 0
    }
    func matured(_ maturity: Double) -> Double {
      unitClamped(maturity + practice * (1 - maturity) - neglect * maturity + lesson)
    }
    state.world.publicMaturity = matured(state.world.publicMaturity)
    state.world.externalMaturity = matured(state.world.externalMaturity)
  }

  /// Work tires and earns legitimacy, each by the share of all one's hours that it takes.
  private func rest(_ state: inout SimulationState) {
    let learn = state.world.parameters.learn
    let burden = learn.fatigueLoad * (1 + state.world.documentation)
    for index in state.actors.indices {
      var actor = state.actors[index]
      let load = state.tasks.reduce(0) { sum, task in
        let member = task.members[index]
        return member.participates ? sum + member.load : sum
      }
      let share = actor.shareOfTime * load
      actor.fatigue = unitClamped(
        actor.fatigue + burden * share - learn.fatigueRecovery * actor.fatigue)
      actor.legitimacy = unitClamped(
        actor.legitimacy + learn.workLegitimacy * share
          + learn.legitimacyReturn * (actor.initialLegitimacy - actor.legitimacy))
      state.actors[index] = actor
    }
  }
}
