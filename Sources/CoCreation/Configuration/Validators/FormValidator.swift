/// A strategy that chooses forms has some to choose from, and looks at what there is to see.
struct FormValidator: Validator {
  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    let rule = configuration.rule
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
      faults += rule.cases.flatMap(\.conditions).compactMap(\.fault)
    case .adaptive(let rule):
      if rule.forms.count < 2 || Set(rule.forms).count < rule.forms.count {
        fault("\(rule.forms.count) forms to learn about", "at least two different forms")
      }
    }
    return faults
  }
}

extension Condition {
  /// What is wrong with it, if anything.
  var fault: ConfigurationFault? {
    guard !Situation.states.contains(quantity), Parameters.parameter(quantity) == nil else {
      return nil
    }
    return ConfigurationFault(
      path: [], found: "a condition on \(quantity)",
      allowed: "a parameter or one of \(Situation.states.joined(separator: ", "))")
  }
}
