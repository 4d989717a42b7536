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
    let follow: PropertyRun.Follower = { phase, state, round in
      let found = state.brokenInvariant() ?? Self.missingSide(phase, state, round: round)
      broken = found.map { "\($0) after \(type(of: phase)) of month \(round)" }
      return broken == nil
    }
    let run = PropertyRun.walk(configuration, key: key, after: follow)
    if let broken { faults.append(broken) }
    return run
  }

  /// From joining on both sides take part in a process that lives.
  private static func missingSide(_ phase: any Phase, _ state: SimulationState, round: Int)
    -> String?
  {
    let task = state.tasks[0]
    guard task.isActive, round > 1 || round == 1 && !(phase is Fund) else { return nil }
    if task.publicParticipants == 0 { return "no public actor takes part" }
    return task.externalParticipants == 0 ? "no external actor takes part" : nil
  }

  /// Metrics without a unit that are no shares.
  private static let unbounded: Set<String> = [
    "leverage", "value_per_public_euro", "value_per_euro", "value_deviation", "severity",
  ]

  private mutating func checkMetrics(_ run: RunObservation) {
    let observed = run.task(0)
    for metric in Metrics.run {
      check(metric.value(observed), metric.name, unit: metric.unit, "the run")
    }
    for (number, month) in run.months[0].enumerated() {
      for metric in Metrics.month {
        check(metric.value(month), metric.name, unit: metric.unit, "month \(number)")
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
    for (number, month) in run.months[0].enumerated() where number > 0 {
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
  }

  private mutating func checkLedger(_ run: RunObservation) {
    let task = run.end.tasks[0]
    let world = task.parameters.world
    let budget = world.budgetHours * world.publicWage
    var sum = Ledger()
    for (number, month) in run.months[0].enumerated() {
      sum += month.ledger
      if month.ledger.imbalance >= 1e-9 {
        faults.append("month \(number) is out of balance by \(month.ledger.imbalance)")
      }
      if month.ledger.spent(.publicBudget) > budget * (1 + 1e-9) {
        faults.append("more than the budget is spent in month \(number)")
      }
    }
    if task.ledger.imbalance >= 1e-9 {
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
    // Sanctions that the budget could not pay are paid by later budgets, or still owed.
    let all = budget * Double(run.monthsRun.count) + task.hoursOwed * world.publicWage
    if task.ledger.publicCost > all * (1 + 1e-9) {
      faults.append("public cost is \(task.ledger.publicCost) of \(all)")
    }
  }
}
