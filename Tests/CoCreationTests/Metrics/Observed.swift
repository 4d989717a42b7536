import Testing

@testable import CoCreation

extension Stage {
  /// What metrics see of this state after some months.
  func observed(_ months: [MonthRecord] = []) -> TaskObservation {
    TaskObservation(
      parameters: task.parameters, kinds: world.kinds, months: months, end: task, actors: actors,
      involved: world.involved)
  }
}

extension TaskObservation {
  /// The value of the metric of a name.
  func callAsFunction(_ name: String) throws -> Double? {
    try #require(Metrics.run.first { $0.name == name }).value(self)
  }
}

/// Months by their records, numbered from 1.
func months(_ count: Int, _ write: (Int, inout MonthRecord) -> Void) -> [MonthRecord] {
  (1...count).map { round in
    var month = MonthRecord()
    month.round = round
    write(round, &month)
    return month
  }
}
