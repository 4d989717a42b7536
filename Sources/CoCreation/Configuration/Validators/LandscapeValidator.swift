/// A choice depends on other choices of its design space only.
struct LandscapeValidator: Validator {
  let joined: Set = ["choices", "ruggedness"]

  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    configuration.tasks.compactMap { task in
      let (choices, ruggedness) = (
        task.parameters.landscape.choices, task.parameters.landscape.ruggedness
      )
      guard ruggedness >= choices else { return nil }
      return ConfigurationFault(
        path: ["ruggedness"], found: "ruggedness \(short(ruggedness)) of \(short(choices)) choices",
        allowed: "a whole number below `choices`")
    }
  }
}
