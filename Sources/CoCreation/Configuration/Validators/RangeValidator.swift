/// Every parameter is in its range.
struct RangeValidator: Validator {
  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    var faults: [ConfigurationFault] = []
    for parameter in Parameters.everything {
      let values = [configuration.parameters] + configuration.tasks.map(\.parameters)
      if let bad = values.map(parameter.get).first(where: { !parameter.allows($0) }) {
        faults.append(
          .init(path: [parameter.name], found: short(bad), allowed: parameter.allowed))
      }
    }
    return faults
  }
}
