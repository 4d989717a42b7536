/// Phases begin within the run and before the process is ended, and change what a phase may change.
struct CourseValidator: Validator {
  let joined: Set = ["rounds"]

  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    let rounds = Int(configuration.parameters.world.rounds)
    var faults: [ConfigurationFault] = []
    for (index, phase) in configuration.course.enumerated() {
      func fault(_ key: String?, _ found: String, _ allowed: String) {
        faults.append(
          ConfigurationFault(
            path: ["phases", String(index + 1)] + (key.map { [$0] } ?? []), found: found,
            allowed: allowed))
      }
      if !(1...max(1, rounds)).contains(phase.from) {
        fault("from", "month \(phase.from)", "a month from 1 to \(rounds), the length of a run")
      }
      if let end = configuration.course.certainEnd,
        phase.from > end || phase.from == end && index != configuration.course.firstCertainEnd
      {
        fault(
          phase.from == 1 ? nil : "from",
          "month \(phase.from), when the process has ended in month \(end)",
          "a month before the end; what has ended does not begin again")
      }
      if phase.endsProcess, !configuration.mayCocreate {
        fault("end", "the end of a process that never begins", "a share above 0 before it")
      }
      if phase.endsProcess, !phase.settings.isEmpty {
        fault("end", "an end beside \(phase.settings.keys.sorted()[0])", "one of them")
      }
      if !phase.endsProcess, phase.settings.isEmpty {
        fault(nil, "a phase that changes nothing", "a lever to change, or `end: true`")
      }
      for (name, value) in phase.settings.sorted(by: { $0.key < $1.key }) {
        guard StrategyPhase.levers.contains(name), let parameter = Parameters.parameter(name)
        else {
          fault(name, name, "one of \(StrategyPhase.levers.joined(separator: ", "))")
          continue
        }
        if !parameter.allows(value) { fault(name, short(value), parameter.allowed) }
      }
      faults += phase.conditions.compactMap {
        $0.fault(in: ["phases", String(index + 1)], rounds: Double(rounds))
      }
    }
    return faults
  }
}

extension [StrategyPhase] {
  /// The month in which a phase without further conditions ends the process, if one does.
  package var certainEnd: Int? { firstCertainEnd.map { self[$0].from } }

  /// The place of the phase that ends the process then.
  var firstCertainEnd: Int? {
    indices.filter { self[$0].endsProcess && self[$0].conditions.isEmpty }
      .min { self[$0].from < self[$1].from }
  }
}

extension ModelConfiguration {
  /// Whether any task has a process at some time.
  fileprivate var mayCocreate: Bool {
    let shares = ["codesign_share", "codelivery_share"]
    return tasks.contains { task in
      task.parameters.form.authorityShare < 1
        && (task.parameters.form.isCocreated
          || course.contains { phase in shares.contains { phase.settings[$0] ?? 0 > 0 } })
    }
  }
}
