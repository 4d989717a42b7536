/// What is the municipality's is the same for all tasks.
struct TaskValidator: Validator {
  private static let most = 10_000

  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    let tasks = configuration.tasks
    var faults: [ConfigurationFault] = []
    if tasks.count > Self.most {
      faults.append(
        ConfigurationFault(
          path: ["tasks"], found: "\(tasks.count) tasks", allowed: "at most \(Self.most)"))
    }
    for parameter in Parameters.everything where parameter.isMunicipal {
      let whole = parameter.get(configuration.parameters)
      let odd = tasks.first { parameter.get($0.parameters) != whole && !whole.isNaN }
      guard let odd else { continue }
      faults.append(
        ConfigurationFault(
          path: [parameter.name],
          found: "\(short(parameter.get(odd.parameters))) for the task \(odd.name)",
          allowed: "the municipality's value, \(short(whole)): set it in the context"))
    }
    return faults
  }
}
