internal import GSL

/// Draws whom the task concerns among the kinds that it may concern; at least one actor.
struct ConcernCitizens: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let share = task.parameters.population.affectedShare
    let stream = task.contextStream(.affected)
    task.members = [Member](repeating: Member(), count: actors.count)
    var first: (index: Int, lot: Double)?
    for index in actors.indices where world.kinds[actors[index].kind].isAffected {
      random.place(stream, item: actors[index].id)
      let lot = random.uniform()
      task.members[index].isAffected = lot < share
      if lot < first?.lot ?? .infinity { first = (index, lot) }
    }
    if let first { task.members[first.index].isAffected = true }
  }
}
