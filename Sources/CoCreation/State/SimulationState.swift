package import GSL

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
    _ random: inout RandomSource
  ) {
    actors = makePopulation(configuration, key: key, &random)
    world = World(configuration, recordingEvents: recordingEvents)
    tasks = configuration.tasks.enumerated().map { index, task in
      TaskState(parameters: task.parameters, index: index, key: key)
    }
  }

  /// The mean of a quantity over tasks.
  func mean(_ quantity: (TaskState) -> Double) -> Double {
    tasks.reduce(0) { $0 + quantity($1) } / Double(tasks.count)
  }
}
