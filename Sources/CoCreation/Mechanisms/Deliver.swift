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
