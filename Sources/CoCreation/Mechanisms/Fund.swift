internal import GSL

/// Opens the month's budget, less the sanctions that are still to be paid.
struct Fund: Phase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let budget = world.parameters.world.budgetHours
    task.month = MonthRecord()
    task.booksAreOpen = true
    task.hoursLeft = max(0, budget - task.hoursOwed)
    task.hoursOwed = max(0, task.hoursOwed - budget)
    task.receive(hours: task.hoursLeft, from: .publicBudget)
  }
}
