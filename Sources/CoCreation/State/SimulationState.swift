/// The state of a municipality: its actors, its world and its tasks.
package struct SimulationState: Sendable {
  package var actors: [Actor]
  package var world: World
  package var tasks: [TaskState]

  package init(actors: [Actor], world: World, tasks: [TaskState]) {
    self.actors = actors
    self.world = world
    self.tasks = tasks
  }

  /// The state before the set-up: the actors are there, the tasks are still empty.
  package init(
    _ configuration: ModelConfiguration, key: RunKey, recordingEvents: Bool = false,
    _ turn: inout Turn
  ) {
    var world = World(configuration, key: key, recordingEvents: recordingEvents)
    let actors = world.population.makeActors(&turn)
    world.staffHours = actors.reduce(0) { $1.isExternal || $1.isElected ? $0 : $0 + $1.hours }
    world.involved = actors.indices.filter { actors[$0].isInvolved }
    (self.world, self.actors) = (world, actors)
    tasks = configuration.tasks.enumerated().map { index, task in
      TaskState(parameters: task.parameters, index: index, key: key)
    }
  }

  /// The mean of a quantity over tasks.
  func mean(_ quantity: (TaskState) -> Double) -> Double {
    tasks.reduce(0) { $0 + quantity($1) } / Double(tasks.count)
  }
}
