internal import CoCreation

extension Observable {
  /// How much those give who take part.
  static let hoursPerParticipant = Observable(
    "hours_per_participant", "hours/month", isOverLife: true,
    "External hours that were used, for each month in which an external actor took part; missing "
      + "without any, or where external hours have no shadow wage to be told by."
  ) { run, _ in
    var (hours, months) = (0.0, 0.0)
    for (task, records) in zip(run.configuration.tasks, run.months) {
      let wage = task.parameters["shadow_wage"]
      guard wage > 0 else { return nil }
      hours += records.reduce(0) { $0 + $1.ledger.externalValue } / wage
      months += records.reduce(0) { $0 + Double($1.externalParticipants) }
    }
    return ratio(hours, months)
  }
}
