import Testing

@testable import CoCreation

/// What must hold of every run, whatever its configuration.
struct Soundness {
  private var faults: [String] = []

  /// Makes a run, checks it phase by phase and as a whole, and records what is wrong as one issue.
  ///
  /// - Returns: What was observed, or `nil` if something is wrong.
  @discardableResult
  static func check(_ configuration: ModelConfiguration, key: RunKey, _ name: String)
    -> RunObservation?
  {
    var soundness = Soundness()
    let run = soundness.walk(configuration, key: key)
    if let run {
      soundness.checkMetrics(run)
      soundness.checkMonths(run)
      soundness.checkLedger(run)
    }
    guard let first = soundness.faults.first else { return run }
    Issue.record("\(first) (\(soundness.faults.count) faults) in \(name)")
    return nil
  }

  private mutating func walk(_ configuration: ModelConfiguration, key: RunKey) -> RunObservation? {
    var broken: String?
    var before = 0.0
    let follow: PropertyRun.Follower = { phase, state, round in
      if phase is Fund { before = state.world.staffHours + state.world.extraHours }
      let found =
        state.brokenInvariant() ?? state.brokenParticipation(after: phase, round: round)
        ?? state.brokenTime(after: phase, people: before) ?? state.brokenWork(after: phase)
      broken = found.map { "\($0) after \(type(of: phase)) of month \(round)" }
      return broken == nil
    }
    let run = PropertyRun.walk(configuration, key: key, after: follow)
    if let broken { faults.append(broken) }
    return run
  }

  /// Metrics without a unit that are no shares.
  private static let unbounded: Set<String> = [
    "leverage", "value_per_public_euro", "value_per_euro", "value_deviation", "severity",
    "authority_influence", "legitimacy_influence",
  ]

  private mutating func checkMetrics(_ run: RunObservation) {
    for metric in Metrics.run {
      check(metric.value(over: run.observations), metric.name, unit: metric.unit, "the run")
      for (index, observed) in run.observations.enumerated() {
        check(metric.value(observed), metric.name, unit: metric.unit, "task \(index)")
      }
    }
    for (number, month) in run.months.joined().enumerated() {
      for metric in Metrics.month {
        check(metric.value(month), metric.name, unit: metric.unit, "record \(number)")
      }
    }
  }

  private mutating func check(_ value: Double?, _ metric: String, unit: String, _ place: String) {
    guard let value else { return }
    let isShare = ["1", "1/month"].contains(unit) && !Self.unbounded.contains(metric)
    if !value.isFinite || isShare && !(-1e-9...1 + 1e-9).contains(value) {
      faults.append("\(metric) of \(place) is \(value)")
    }
  }

  private mutating func checkMonths(_ run: RunObservation) {
    for (number, month) in run.months.flatMap({ $0.enumerated() }) where number > 0 {
      if month.isActive && min(month.publicParticipants, month.externalParticipants) < 1 {
        faults.append("a side is missing in month \(number)")
      }
      if month.round != number || !(0...month.demanded).contains(month.delivered) {
        faults.append("month \(number) delivers \(month.delivered) of \(month.demanded)")
      }
      if !(month.implemented <= month.adopted && month.adopted <= month.proposals) {
        faults.append("more is implemented than adopted or proposed in month \(number)")
      }
    }
    for months in run.months {
      // What has ended never begins again.
      let lives = months.dropFirst().map(\.isActive)
      if zip(lives, lives.dropFirst()).count(where: { !$0 && $1 }) + (lives.first == true ? 1 : 0)
        > 1
      {
        faults.append("a process begins twice")
      }
    }
  }

  private mutating func checkLedger(_ run: RunObservation) {
    for (task, months) in zip(run.end.tasks, run.months) {
      let sum = months.reduce(into: Ledger()) { $0 += $1.ledger }
      for (number, month) in months.enumerated() where !(month.ledger.imbalance < 1e-9) {
        faults.append("month \(number) is out of balance by \(month.ledger.imbalance)")
      }
      if !(task.ledger.imbalance < 1e-9) {
        faults.append("the ledger is out of balance by \(task.ledger.imbalance)")
      }
      for source in Ledger.Source.allCases {
        for use in Ledger.Use.allCases {
          let (total, months) = (task.ledger[source, use], sum[source, use])
          if total < -1e-6 || abs(total - months) > 1e-9 * max(1, abs(total)) {
            faults.append("\(source) to \(use) is \(total), in months \(months)")
          }
        }
      }
    }
    checkBudget(run)
  }

  /// All tasks together spend no more than the one budget, month by month and over the run.
  private mutating func checkBudget(_ run: RunObservation) {
    let world = run.configuration.parameters.world
    let budget = world.budgetHours * world.publicWage
    for number in run.months[0].indices {
      let spent = run.months.reduce(0) { $0 + $1[number].ledger.spent(.publicBudget) }
      if spent > budget * (1 + 1e-9) {
        faults.append("more than the budget is spent in month \(number)")
      }
    }
    // Sanctions that the budget could not pay are paid by later budgets, or still owed.
    let owed = run.end.tasks.reduce(0) { $0 + $1.hoursOwed }
    let all = budget * Double(run.monthsRun.count) + owed * world.publicWage
    let cost = run.end.tasks.reduce(0) { $0 + $1.ledger.publicCost }
    if cost > all * (1 + 1e-9) { faults.append("public cost is \(cost) of \(all)") }
  }
}
