/// Opens the month's budget and shares out people: one of each for all tasks, by the hours that
/// their demand would cost and by what politicians give priority, less the sanctions that each still
/// has to pay.
struct Fund: Phase {
  func run(_ state: inout SimulationState, _ turn: inout Turn) {
    let world = state.world
    let budget = world.parameters.world.budgetHours
    let needs = state.tasks.map { $0.demandedUnits(round: turn.round) * $0.unitCost * $0.priority }
    let total = needs.reduce(0, +)
    for (index, need) in needs.enumerated() {
      let part = need / total
      state.tasks[index].open(
        budget: budget * part, staff: world.staffHours * part, extra: world.extraHours * part)
    }
  }
}

extension TaskState {
  /// Opens the month's books with a budget in hours and with people's hours.
  mutating func open(budget: Double, staff: Double, extra: Double) {
    month = MonthRecord()
    booksAreOpen = true
    purse = Purse(money: max(0, budget - hoursOwed), staff: staff, extra: extra)
    extraUsed = 0
    hoursOwed = max(0, hoursOwed - budget)
    receive(hours: purse.money, from: .publicBudget)
  }
}
