/// What a metric speaks of: one of the three ambitions, or what stands beside them.
public enum MetricFamily: String, CaseIterable, Sendable {
  /// More welfare for less public money.
  case moreForLess = "more for less"
  /// Better quality of welfare.
  case quality
  /// A more direct voice for citizens.
  case democracy
  /// Acceptance by what goes in, how it is done and what comes out.
  case legitimacy
  /// Whether the process lasts.
  case resilience
  /// Which form was in use, and how far the purpose was attained.
  case strategy
}

/// Which direction of a metric is the better one.
public enum MetricDirection: String, Sendable {
  /// More is better.
  case higher
  /// Less is better.
  case lower
  /// Neither, or it depends.
  case none
}

/// A number observed of a whole run; a pure function of what was observed.
public struct RunMetric: Sendable {
  /// The column's name.
  public let name: String
  /// The ambition it speaks of.
  public let family: MetricFamily
  /// The unit, "1" where it has none.
  public let unit: String
  /// Which direction is better.
  public let better: MetricDirection
  /// What it is, with its formula, and when it is missing.
  public let summary: String
  /// Whether it is taken over the months in which the process lived, over those who took part in
  /// them or over what they decided.
  ///
  /// It then says nothing of the months after the end, so that processes that lived differently
  /// long are not to be compared by it.
  public let isOverLife: Bool
  /// How a run's tasks make one number.
  package let across: Across
  package let value: @Sendable (TaskObservation) -> Double?

  /// How the values of several tasks make one.
  package enum Across: Sendable {
    case sum
    /// The mean over tasks where it is defined, by a weight.
    case mean(@Sendable (TaskObservation) -> Double)

    /// The mean by units demanded.
    static let byDemand = mean { $0.sum(\.demanded) }
  }

  init(
    _ name: String, _ family: MetricFamily, _ unit: String, _ better: MetricDirection,
    across: Across = .byDemand, isOverLife: Bool = false, _ summary: String,
    _ value: @escaping @Sendable (TaskObservation) -> Double?
  ) {
    self.name = name
    self.family = family
    self.unit = unit
    self.better = better
    self.summary = summary
    self.isOverLife = isOverLife
    self.across = across
    self.value = value
  }

  /// The value over all tasks of a run; for a single task its own.
  package func value(over tasks: [TaskObservation]) -> Double? {
    let values = tasks.map(value)
    guard tasks.count > 1 else { return values.first ?? nil }
    switch across {
    case .sum:
      let defined = values.compactMap(\.self)
      return defined.isEmpty ? nil : defined.reduce(0, +)
    case .mean(let weight):
      var (sum, weights) = (0.0, 0.0)
      let defined = values.compactMap(\.self)
      guard let least = defined.min(), let most = defined.max() else { return nil }
      for (task, value) in zip(tasks, values) {
        guard let value else { continue }
        let weight = weight(task)
        sum += weight * value
        weights += weight
      }
      // Rounding leads out of the range of what is averaged.
      return ratio(sum, weights).map { min(most, max(least, $0)) }
    }
  }
}

/// The lists of metrics; their order is the order of columns.
public enum Metrics {
  /// Metrics over a run.
  public static let run: [RunMetric] =
    moreForLessMetrics + qualityMetrics + democracyMetrics + legitimacyMetrics + resilienceMetrics
    + strategyMetrics

  /// The metric that stands for each ambition where one number is asked for.
  public static let headlines: [(family: MetricFamily, name: String)] = [
    (.moreForLess, "value_per_public_euro"), (.quality, "quality_realised"),
    (.democracy, "democracy"),
  ]
}
