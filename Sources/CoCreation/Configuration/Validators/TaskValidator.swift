/// One task for now: actors and budget are not yet shared between several.
struct TaskValidator: Validator {
  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    let tasks = configuration.tasks
    guard tasks.count > 1 else { return [] }
    return [
      ConfigurationFault(
        path: ["tasks"], found: "\(tasks.count) tasks",
        allowed: "one task in this version of the program")
    ]
  }
}
