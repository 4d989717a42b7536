internal import GSL

/// What stays after the month: maturity, fatigue, legitimacy, familiarity.
struct Learn: Phase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let learn = task.parameters.learn
    let lesson =
      learn.teaching * task.parameters.competences.errorTolerance * task.month.severity
    func matured(_ maturity: Double) -> Double {
      unitClamped(
        task.isActive
          ? maturity + learn.learning * (1 - maturity) + lesson
          : maturity - learn.forgetting * maturity)
    }
    let familiarity =
      task.parameters.deliver.familiarityBase
      + task.parameters.deliver.familiarityMaturity * world.maturity
    task.unfamiliarity *= 1 - unitClamped(familiarity)
    world.publicMaturity = matured(world.publicMaturity)
    world.externalMaturity = matured(world.externalMaturity)

    let burden = learn.fatigueLoad * (1 + world.documentation)
    for index in actors.indices {
      var actor = actors[index]
      let member = task.members[index]
      let load = member.participates ? member.load : 0
      let earned =
        learn.workLegitimacy * load
        + learn.proposalLegitimacy * Double(member.proposalsImplemented)
      actor.fatigue = unitClamped(
        actor.fatigue + burden * load - learn.fatigueRecovery * actor.fatigue)
      actor.legitimacy = unitClamped(
        actor.legitimacy + earned
          + learn.legitimacyReturn * (actor.initialLegitimacy - actor.legitimacy))
      actors[index] = actor
      task.members[index].proposalsImplemented = 0
    }
  }
}
