/// What staff produces without a process.
///
/// That is what duties decide, what is not co-created, and what a process hands back. It comes
/// first, for it is not the process's to neglect.
///
/// Source: article (authority and optimisation side by side with co-creation); learning curve Wright
/// 1936; handing back an assumption.
struct ProduceInHouse: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    let (form, documentation) = (task.parameters.form, task.documentation(world))
    var work = Workload()
    work.demandedUnits = task.demandedUnits(round: turn.round)
    work.cocreatedDemand = task.codelivered * work.demandedUnits

    let shared = task.codelivered + (task.handover?.share ?? 0)
    let authority = form.authorityShare * work.demandedUnits
    let inHouse = max(0, 1 - form.authorityShare - shared) * work.demandedUnits
    let hours =
      authority * task.unitCost * (1 + task.parameters.deliver.authorityPremium)
      + inHouse * task.inHouseCost
    let funded = hours > 0 ? task.deliver(hours, documentation: documentation) / hours : 0
    work.authorityUnits = authority * funded
    work.inHouseUnits = inHouse * funded
    task.inHouseUnits += work.inHouseUnits
    task.work = work
    if task.handover != nil { handBack(&task, documentation: documentation) }
  }

  /// Staff takes over: at first at the pace of the process less a loss, with the hours on top that
  /// working together took.
  private func handBack(_ task: inout TaskState, documentation: Double) {
    guard var handover = task.handover else { return }
    // The last month may be part of one, where others were paid in part.
    let owed = handover.hours * min(1, handover.monthsLeft)
    let paid = task.spend(owed, on: .handover)
    let demand = handover.share * task.work.demandedUnits
    let hours = min(demand, handover.units) * task.unitCost
    let worked = task.deliver(hours, documentation: documentation)
    // Part of the work is lost on the way.
    task.work.handedUnits = worked / task.unitCost * (1 - task.parameters.join.handoverLoss)
    handover.monthsLeft -= ratio(paid, handover.hours) ?? min(1, handover.monthsLeft)
    task.handover = handover
  }
}
