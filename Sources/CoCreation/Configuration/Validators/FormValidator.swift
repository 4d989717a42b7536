/// A strategy that chooses forms has some to choose from, and looks at what there is to see.
struct FormValidator: Validator {
  let joined: Set = ["rounds"]

  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    let (rule, rounds) = (configuration.rule, configuration.parameters.world.rounds)
    var faults: [ConfigurationFault] = []
    func fault(_ found: String, _ allowed: String) {
      faults.append(ConfigurationFault(path: [], found: found, allowed: allowed))
    }

    for form in rule.forms {
      for (name, value) in [("openness", form.openness), ("centrality", form.centrality)]
      where !(0...1).contains(value) {
        fault("\(name) \(short(value)) of a form to choose", "a number from 0 to 1")
      }
    }
    switch rule {
    case .fixed: break
    case .contingent(let rule):
      if rule.cases.last?.conditions.isEmpty != true {
        fault("no case that always holds", "a last case without conditions")
      }
      for (index, one) in rule.cases.enumerated() {
        faults += one.conditions.compactMap {
          $0.fault(in: ["choose", String(index + 1)], rounds: rounds)
        }
      }
    case .adaptive(let rule):
      if rule.forms.count < 2 || Set(rule.forms).count < rule.forms.count {
        fault("\(rule.forms.count) forms to learn about", "at least two different forms")
      }
    }
    return faults
  }
}

extension Condition {
  /// What is wrong with it, if anything: a quantity that there is not, or a range that it never is in.
  func fault(in path: [String], rounds: Double) -> ConfigurationFault? {
    let path = path + ["when", quantity]
    guard let range = Situation.range(of: quantity, rounds: rounds) else {
      return ConfigurationFault(
        path: path, found: "a condition on \(quantity)",
        allowed: "a parameter or one of \(Situation.states.joined(separator: ", "))")
    }
    let (low, high) = (above ?? -.infinity, below ?? .infinity)
    guard low >= range.upperBound || high <= range.lowerBound || low >= high else { return nil }
    let found = [above.map { "above \(short($0))" }, below.map { "below \(short($0))" }]
      .compactMap(\.self).joined(separator: " and ")
    let most = range.upperBound.isFinite ? short(range.upperBound) : "any number"
    return ConfigurationFault(
      path: path, found: "\(quantity) \(found), which it never is",
      allowed: "bounds within \(short(range.lowerBound)) to \(most)")
  }
}
