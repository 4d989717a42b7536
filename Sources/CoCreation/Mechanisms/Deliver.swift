internal import GSL
internal import Glibc

/// What the month's work delivers; the public side fills gaps while the one budget lasts, each task's
/// from its own part first, then from what others left.
struct Deliver: Phase {
  func run(_ state: inout SimulationState, round: Int, _ random: inout RandomSource) {
    let documentation = state.world.documentation
    var gaps = state.tasks.indices.map { produce(&state.tasks[$0]) }
    for index in gaps.indices {
      gaps[index] -= fill(gaps[index], of: &state.tasks[index], documentation: documentation)
    }
    if gaps.count > 1 { lend(&state.tasks, gaps: &gaps, documentation: documentation) }
    for index in state.tasks.indices { complete(&state.tasks[index], round: round, &random) }
  }

  /// Turns hours into units; returns the units of demand that are missing.
  private func produce(_ task: inout TaskState) -> Double {
    let work = task.work
    let possible = work.deliveryHours * task.jointProduct / task.unitCost
    let produced = min(work.cocreatedDemand, possible)
    // What is more than the demand needs produces nothing.
    let useful = possible > 0 ? min(1, produced / possible) : 0
    for (source, hours) in [
      (Ledger.Source.publicBudget, work.publicDelivery), (.externalTime, work.externalDelivery),
    ] {
      task.book(hours: hours * useful, from: source, to: .delivery)
      task.book(hours: hours * (1 - useful), from: source, to: .slack)
    }
    task.work.producedUnits = produced
    return max(0, work.demandedUnits - work.authorityUnits - work.optimisedUnits - produced)
  }

  /// Fills a gap from the task's budget as far as it goes; returns the units.
  private func fill(
    _ gap: Double, of task: inout TaskState, documentation: Double
  ) -> Double {
    // Who works without effort fills nothing.
    guard task.gapEffort > 0 else { return 0 }
    let cost = task.unitCost * task.gapPremium
    let hours = task.deliver(gap * cost, documentation: documentation, effort: task.gapEffort)
    let units = hours / cost
    task.work.producedUnits += units
    return units
  }

  /// Lets tasks with a gap have what others do not need, in proportion to what their gaps cost.
  private func lend(_ tasks: inout [TaskState], gaps: inout [Double], documentation: Double) {
    let wanted = tasks.indices.map { index in
      let task = tasks[index]
      // A rounding error's worth is no gap.
      let gap = gaps[index] > 1e-9 * task.work.demandedUnits ? gaps[index] : 0
      guard task.gapEffort > 0 else { return 0.0 }
      return gap * task.unitCost * task.gapPremium / ((1 - documentation) * task.gapEffort)
    }
    let (need, left) = (wanted.reduce(0, +), tasks.reduce(0) { $0 + $1.hoursLeft })
    guard need > 0, left > 0 else { return }
    let lent = min(need, left)
    for index in tasks.indices {
      let (given, got) = (tasks[index].hoursLeft * lent / left, wanted[index] * lent / need)
      tasks[index].hoursLeft = max(0, tasks[index].hoursLeft + got - given)
      tasks[index].receive(hours: got - given, from: .publicBudget)
      if got > 0 {
        gaps[index] -= fill(gaps[index], of: &tasks[index], documentation: documentation)
      }
    }
  }

  private func complete(
    _ task: inout TaskState, round: Int, _ random: inout RandomSource
  ) {
    let sigma = task.parameters.deliver.noise
    random.place(task.stream(.output, round: round), item: 0)
    // Mean one, so that noise alone produces nothing; the cap at demand can only lower the mean.
    let noise = exp(random.gaussian(sigma: sigma) - sigma * sigma / 2)
    let work = task.work
    let units = work.authorityUnits + work.optimisedUnits + work.producedUnits
    task.month.realisedQuality = task.realisedQuality
    task.month.demanded = work.demandedUnits
    task.month.delivered = min(work.demandedUnits, units * noise)
  }
}

extension TaskState {
  /// Hours that filling a gap takes, relative to planned ones.
  ///
  /// What a process that has ended leaves is no surprise any more, and costs no premium.
  var gapPremium: Double { isActive ? 1 + parameters.staff.gapPremium : 1 }

  /// Effort of those who fill a gap, per hour: the staff of the process, while it lives.
  var gapEffort: Double { isActive ? work.staffEffortShare : 1 }
}
