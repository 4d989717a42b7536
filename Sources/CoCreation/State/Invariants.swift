/// States that no phase may leave; checked after each phase in debug builds, of those involved.
extension SimulationState {
  /// Names the first state that is out of its range, or returns `nil`.
  package func brokenInvariant() -> String? {
    func unit(_ name: String, _ value: Double) -> String? {
      (0...1).contains(value) ? nil : "\(name) is \(value)"
    }

    if let broken = unit("fear", world.fear) ?? unit("public maturity", world.publicMaturity)
      ?? unit("external maturity", world.externalMaturity)
    {
      return broken
    }
    for index in world.involved {
      let actor = actors[index]
      let motives = actor.saving + actor.quality + actor.need
      if let broken = unit("legitimacy", actor.legitimacy) ?? unit("fatigue", actor.fatigue)
        ?? unit("authority", actor.authority) ?? unit("knowledge", actor.knowledge)
      {
        return "actor \(index): \(broken)"
      }
      if !(abs(motives - 1) <= 1e-9) { return "actor \(index): motives sum to \(motives)" }
      if !(actor.hours.isFinite && actor.hours >= 0) {
        return "actor \(index): hours are \(actor.hours)"
      }
    }
    for task in tasks {
      if let broken = task.brokenInvariant(involved: world.involved) {
        return "task \(task.index): \(broken)"
      }
    }
    return nil
  }
}

extension TaskState {
  func brokenInvariant(involved: [Int]) -> String? {
    func unit(_ name: String, _ value: Double) -> String? {
      (0...1).contains(value) ? nil : "\(name) is \(value)"
    }

    if let broken = unit("coverage", coverage) ?? unit("unfamiliarity", unfamiliarity)
      ?? unit("openness", openness) ?? unit("centrality", centrality)
      ?? unit("operational maturity", operationalMaturity) ?? unit("carried out", carriedOut)
      ?? unit("exposure", exposure)
    {
      return broken
    }
    for (name, value) in [
      ("money left", purse.money), ("staff left", purse.staff), ("extra hours left", purse.extra),
      ("hours owed", hoursOwed), ("in-house units", inHouseUnits),
    ] where !(value.isFinite && value >= 0) {
      return "\(name) is \(value)"
    }
    if design.bits >> UInt32(choices) != 0 || plan.bits >> UInt32(choices) != 0 {
      return "a design has more than \(choices) choices"
    }
    for index in involved where index < members.count {
      let member = members[index]
      guard member.acquaintance == .full else { continue }
      for choice in 0..<choices where !(0...1).contains(preference(of: index, for: choice)) {
        return "a preference is \(preference(of: index, for: choice))"
      }
      if let broken = unit("trust", member.trust) ?? unit("voice", member.voice)
        ?? unit("contribution", member.contribution) ?? unit("load", member.load)
        ?? unit("fit", member.fit) ?? unit("believed openness", member.believedOpenness)
        ?? unit("believed centrality", member.believedCentrality)
        ?? unit("belief", member.belief / 20)
      {
        return "member \(index): \(broken)"
      }
      if !(member.aspiration.isFinite && member.credit.isFinite && member.credit >= 0) {
        return "member \(index): aspiration is \(member.aspiration), credit \(member.credit)"
      }
    }
    if !booksAreOpen && !(ledger.imbalance <= 1e-9) {
      return "the ledger is out of balance by \(ledger.imbalance)"
    }
    if participants.contains(where: { !members[$0].participates }) {
      return "a participant does not take part"
    }
    return nil
  }
}
