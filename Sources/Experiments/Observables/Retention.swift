internal import CoCreation

extension Observable {
  /// How many stay for a year.
  static let retention = Observable(
    "retention_12_months", "1", isOverLife: true, events: true,
    "Share of external participants who stay for twelve months after they joined (Kaplan-Meier). "
      + "The end of the run and the end of the process censor: who could not go on did not leave. "
      + "Missing where nobody stays in view for so long."
  ) { run, _ in
    Spell.all(of: run).survival(months: 12)
  }
}

/// The time from joining to leaving, of one participant of one task.
struct Spell: Equatable {
  /// The times it was asked whether to stay, the last one included.
  let months: Int
  /// Whether it left when it was last asked; else it went out of view.
  let hasLeft: Bool

  /// Those of all external participants, in the order in which they ended.
  static func all(of run: RunObservation) -> [Spell] {
    var open: [[Int]: Int] = [:]
    var spells: [Spell] = []
    func goOutOfView(_ task: Int, _ round: Int) {
      let keys = open.keys.filter { $0[0] == task }.sorted { $0[1] < $1[1] }
      for key in keys {
        guard let joined = open.removeValue(forKey: key) else { continue }
        spells.append(Spell(months: round - joined, hasLeft: false))
      }
    }
    for event in run.events {
      switch (event.kind, event.actor) {
      case (.join, let actor?) where run.end.actors[actor].isExternal:
        open[[event.task, actor]] = event.round
      case (.leave, let actor?):
        guard let joined = open.removeValue(forKey: [event.task, actor]) else { continue }
        spells.append(Spell(months: event.round - joined, hasLeft: true))
      case (.close, _): goOutOfView(event.task, event.round)
      default: break
      }
    }
    for task in run.end.tasks.indices { goOutOfView(task, run.months[task].count - 1) }
    return spells
  }
}

extension [Spell] {
  /// The share that stays for some months, by the product of the shares that stay each time they
  /// are asked (Kaplan & Meier 1958); `nil` where nobody is left in view.
  func survival(months: Int) -> Double? {
    var share = 1.0
    for month in 1...months {
      let asked = filter { $0.months >= month }
      let left = asked.count { $0.months == month && $0.hasLeft }
      guard let leaving = ratio(Double(left), Double(asked.count)) else { return nil }
      share *= 1 - leaving
      // Nobody is left to be asked.
      if share == 0 { return 0 }
    }
    return share
  }
}
