/// What was observed of a run: its months, task by task, and its end.
public struct RunObservation: Sendable {
  package let configuration: ModelConfiguration
  /// For each task, the months from 0 (the set-up) on.
  package let months: [[MonthRecord]]
  package let end: SimulationState

  /// What happened, if it was recorded.
  public var events: [Event] { end.world.events.events }

  /// The run with the months of one task alone.
  package func alone(_ index: Int) -> RunObservation {
    RunObservation(configuration: configuration, months: [months[index]], end: end)
  }

  /// What was observed of one task.
  package func task(_ index: Int) -> TaskObservation {
    TaskObservation(
      parameters: configuration.tasks[index].parameters, kinds: configuration.kinds,
      months: Array(months[index].dropFirst()), end: end.tasks[index], actors: end.actors,
      involved: end.world.involved)
  }
}

/// What was observed of one task, for the metrics.
package struct TaskObservation: Sendable {
  /// Every parameter as the run began with it.
  package let parameters: Parameters
  package let kinds: [ActorKind]
  /// The months from 1 on.
  package let months: [MonthRecord]
  package let end: TaskState
  package let actors: [Actor]
  /// Indices of public actors and of all who ever took part anywhere.
  package let involved: [Int]

  /// Whether there was a process.
  package var isCocreated: Bool { end.isCocreated }

  /// The sum of a quantity over the months.
  package func sum(_ quantity: (MonthRecord) -> Double) -> Double {
    months.reduce(0) { $0 + quantity($1) }
  }

  /// The mean of a quantity over the months in which it is defined.
  package func mean(_ quantity: (MonthRecord) -> Double?) -> Double? {
    let values = months.compactMap(quantity)
    return ratio(values.reduce(0, +), Double(values.count))
  }

  package func count(_ quantity: (MonthRecord) -> Int) -> Int {
    months.reduce(0) { $0 + quantity($1) }
  }
}

/// A ratio, or `nil` where its denominator is empty.
package func ratio(_ numerator: Double, _ denominator: Double) -> Double? {
  denominator > 0 ? numerator / denominator : nil
}
