internal import GSL

/// Draws whom the task concerns among the kinds that it may concern; at least one actor.
struct ConcernCitizens: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    let share = task.parameters.population.affectedShare
    let stream = task.contextStream(.affected)
    task.members = [Member](repeating: Member(), count: actors.count)
    var first: (index: Int, lot: Double)?
    for (kind, indices) in zip(world.kinds, world.population.indices) where kind.isAffected {
      for index in indices {
        if share == 1 {
          task.members[index].isAffected = true
          continue
        }
        let lot = turn.draw(stream, actors[index].id) { $0.uniform() }
        task.members[index].isAffected = lot < share
        if lot < first?.lot ?? .infinity { first = (index, lot) }
      }
    }
    if let first { task.members[first.index].isAffected = true }
  }
}
