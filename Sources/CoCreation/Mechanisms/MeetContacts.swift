/// Builds the contact network.
struct MeetContacts: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    task.contacts = Contacts(
      world.network, actors: actors.count, task.parameters.population,
      task.contextStream(.contacts))
  }
}
