internal import GSL
internal import Glibc

/// What the month's work delivers; staff fills gaps while the one budget and the people last, each
/// task's from its own part first, then from what others left.
struct Deliver: Phase {
  func run(_ state: inout SimulationState, _ turn: inout Turn) {
    let documentation = state.tasks.map { $0.documentation(state.world) }
    var gaps = state.tasks.indices.map { produce(&state.tasks[$0]) }
    for index in gaps.indices {
      gaps[index] -= fill(
        gaps[index], of: &state.tasks[index], documentation: documentation[index])
    }
    if gaps.count > 1 { lend(&state.tasks, gaps: &gaps, documentation: documentation) }
    for index in state.tasks.indices { complete(&state.tasks[index], &turn) }
    hire(&state, gaps: gaps)
  }

  /// Turns hours into units; returns the units of demand that are missing.
  private func produce(_ task: inout TaskState) -> Double {
    let work = task.work
    if task.isActive {
      let hours = work.publicDelivery + task.jointProduct * work.externalDelivery
      let possible = hours / task.unitCost
      let produced = min(work.cocreatedDemand, possible)
      // What is more than the demand needs produces nothing.
      let useful = possible > 0 ? produced / possible : 0
      for (source, hours) in [
        (Ledger.Source.publicBudget, work.publicDelivery),
        (.externalTime, work.externalDelivery),
      ] {
        task.book(hours: hours * useful, from: source, to: .delivery)
        task.book(hours: hours * (1 - useful), from: source, to: .slack)
      }
      task.work.producedUnits = produced
    }
    return max(0, work.demandedUnits - task.work.units)
  }

  /// Fills a gap from the task's budget as far as it goes; returns the units.
  private func fill(_ gap: Double, of task: inout TaskState, documentation: Double) -> Double {
    let cost = task.unitCost
    let units = task.deliver(gap * cost, documentation: documentation) / cost
    task.work.filledUnits += units
    return units
  }

  /// Lets tasks with a gap have money and people that others do not need, in proportion to what
  /// their gaps cost; what they do not need either goes back.
  private func lend(_ tasks: inout [TaskState], gaps: inout [Double], documentation: [Double]) {
    let wanted = tasks.indices.map { index in
      // A rounding error's worth is no gap.
      let gap = gaps[index] > 1e-9 * tasks[index].work.demandedUnits ? gaps[index] : 0
      return gap * tasks[index].unitCost / (1 - documentation[index])
    }
    let need = wanted.reduce(0, +)
    guard need > 0 else { return }
    let before = tasks.map(\.purse)
    let pooled = Purse.sum(before)
    for index in tasks.indices {
      tasks[index].take(over: pooled.part(wanted[index] / need))
      guard wanted[index] > 0 else { continue }
      gaps[index] -= fill(
        gaps[index], of: &tasks[index], documentation: documentation[index])
    }
    let left = Purse.sum(tasks.map(\.purse))
    for index in tasks.indices {
      tasks[index].take(
        over: Purse(
          money: left.money * (ratio(before[index].money, pooled.money) ?? 0),
          staff: left.staff * (ratio(before[index].staff, pooled.staff) ?? 0),
          extra: left.extra * (ratio(before[index].extra, pooled.extra) ?? 0)))
    }
  }

  private func complete(_ task: inout TaskState, _ turn: inout Turn) {
    let sigma = task.parameters.deliver.noise
    // Mean one, so that noise alone produces nothing; the cap at demand can only lower the mean.
    let noise = turn.draw(turn.stream(.output, of: task), 0) {
      exp($0.gaussian(sigma: sigma) - sigma * sigma / 2)
    }
    task.month.realisedQuality = task.realisedQuality
    task.month.demanded = task.work.demandedUnits
    task.month.delivered = min(task.work.demandedUnits, task.work.units * noise)
  }

  /// Hours beyond the staff that are used, and those that are missing and could be paid, are looked
  /// for, and found after a while.
  private func hire(_ state: inout SimulationState, gaps: [Double]) {
    let premium = state.world.parameters.staff.extraPremium
    var wanted = 0.0
    for (task, gap) in zip(state.tasks, gaps) {
      let missing = max(0, gap) * task.unitCost / (1 - task.documentation(state.world))
      wanted += task.extraUsed + min(missing, task.purse.money / (1 + premium))
    }
    let rate = state.world.parameters.staff.hiringRate
    state.world.extraHours += rate * (wanted - state.world.extraHours)
  }
}
