internal import CoCreation

/// Mechanisms that a context or a strategy is without.
extension ScenarioReader {
  /// The neutral values of the mechanisms that `without` lists, over other settings.
  ///
  /// A mechanism of which a parameter is set beside it is a fault.
  mutating func readWithout(_ fields: ScenarioFields) -> [String: Double] {
    guard let entry = fields["without"] else { return [:] }
    let expected = "a list of mechanisms (cocreate params --neutral), as [press, fear]"
    guard case .list(let items) = entry.value.content, !items.isEmpty else {
      wrong(entry.value, allowed: expected)
      return [:]
    }
    var settings: [String: Double] = [:]
    for item in items {
      guard let name = choice(item, of: Ablation.all.map(\.name)),
        let ablation = Ablation.named(name)
      else { continue }
      for parameter in ablation.parameters where fields[parameter] != nil {
        fault(
          item.place, "found \(name), of which `\(parameter)` is set beside it",
          allowed: "one of them")
      }
      settings.merge(ablation.settings) { $1 }
    }
    return settings
  }
}
