internal import Glibc
internal import GSL

/// Opens the month's budget: one for all tasks, shared by the hours that their demand would cost,
/// less the sanctions that each still has to pay.
struct Fund: Phase {
  func run(_ state: inout SimulationState, round: Int, _ random: inout RandomSource) {
    let budget = state.world.parameters.world.budgetHours
    let needs = state.tasks.map { $0.demandedUnits(round: round) * $0.unitCost }
    let total = needs.reduce(0, +)
    for (index, need) in needs.enumerated() {
      state.tasks[index].open(budget: budget * (need / total))
    }
  }
}

extension TaskState {
  /// Units of welfare that are needed in a month.
  func demandedUnits(round: Int) -> Double {
    parameters.world.demand * pow(1 + parameters.world.demandGrowth, Double(round - 1))
  }

  /// Opens the month's books with a budget in hours.
  mutating func open(budget: Double) {
    month = MonthRecord()
    booksAreOpen = true
    hoursLeft = max(0, budget - hoursOwed)
    hoursOwed = max(0, hoursOwed - budget)
    receive(hours: hoursLeft, from: .publicBudget)
  }
}
