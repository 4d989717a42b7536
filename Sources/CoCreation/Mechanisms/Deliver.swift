internal import Glibc
internal import GSL

/// What the month's work delivers; the public side fills gaps while the budget lasts.
struct Deliver: Phase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let work = task.work
    let produced = min(work.cocreatedDemand, work.deliveryHours / task.unitCost)
    // What is more than the demand needs produces nothing.
    let useful =
      work.deliveryHours > 0 ? min(1, produced * task.unitCost / work.deliveryHours) : 0
    for (source, hours) in [
      (Ledger.Source.publicBudget, work.publicDelivery), (.externalTime, work.externalDelivery),
    ] {
      task.book(hours: hours * useful, from: source, to: .delivery)
      task.book(hours: hours * (1 - useful), from: source, to: .slack)
    }
    let gap = work.cocreatedDemand - produced
    task.backlogHours = gap * task.unitCost
    // What a process that has ended leaves is no surprise any more, and costs no premium.
    let premium = task.isActive ? 1 + task.parameters.staff.gapPremium : 1
    let hours = task.deliver(task.backlogHours * premium, documentation: world.documentation)
    let filled = hours / premium / task.unitCost

    let sigma = task.parameters.deliver.noise
    random.place(task.stream(.output, round: round), item: 0)
    // Mean one, so that noise alone produces nothing; the cap at demand can only lower the mean.
    let noise = exp(random.gaussian(sigma: sigma) - sigma * sigma / 2)
    let units = work.authorityUnits + work.optimisedUnits + produced + filled
    task.month.realisedQuality = task.realisedQuality
    task.month.demanded = work.demandedUnits
    task.month.delivered = min(work.demandedUnits, units * noise)
  }
}

/// A failure destroys part of the month's output, more likely where much is new and little is
/// known.
struct Fail: Phase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let fail = task.parameters.fail
    random.place(task.stream(.failure, round: round), item: 0)
    task.failedLastMonth = random.uniform() < chance(task, world)
    if task.failedLastMonth {
      random.place(task.stream(.severity, round: round), item: 0)
      let severity = random.gamma(shape: fail.severityShape, scale: fail.severityScale)
      task.month.failures = 1
      task.month.severity = severity
      task.month.delivered *= 1 - min(1, fail.loss * severity)
      world.events.note(.failure, task: task.index, round: round, value: severity)
    }
    let coverage = task.month.delivered / task.month.demanded
    task.coverage = unitClamped(coverage)
  }

  private func chance(_ task: TaskState, _ world: World) -> Double {
    let fail = task.parameters.fail
    guard fail.base > 0 else { return 0 }
    let landscape = task.parameters.landscape
    let interplay = landscape.ruggedness / (landscape.choices - 1)
    let shortfall = 1 - min(1, task.month.delivered / task.month.demanded)
    return logistic(
      logOdds(fail.base) + fail.novelty * task.unfamiliarity
        + fail.ruggedness * (interplay - Reference.interplay) + fail.shortfall * shortfall
        - fail.maturity * (world.maturity - Reference.maturity)
        - fail.documentation * (world.documentation - Join.Reference.documentation)
        + fail.slack * (task.parameters.competences.errorTolerance - Reference.tolerance)
        + fail.external * task.parameters.staff.professionalRequirement
        * task.parameters.form.cocreationShare * task.work.externalShare)
  }

  /// Where the base rate holds as it is.
  enum Reference {
    static let interplay = 4.0 / 11
    static let maturity = 0.35
    static let tolerance = 0.5
  }
}
