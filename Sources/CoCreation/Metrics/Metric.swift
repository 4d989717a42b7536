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
  package let value: @Sendable (TaskObservation) -> Double?

  init(
    _ name: String, _ family: MetricFamily, _ unit: String, _ better: MetricDirection,
    _ summary: String, _ value: @escaping @Sendable (TaskObservation) -> Double?
  ) {
    self.name = name
    self.family = family
    self.unit = unit
    self.better = better
    self.summary = summary
    self.value = value
  }
}

/// The lists of metrics; their order is the order of columns.
public enum Metrics {
  /// Metrics over a run.
  public static let run: [RunMetric] =
    moreForLessMetrics + qualityMetrics + democracyMetrics + legitimacyMetrics + resilienceMetrics

  /// The metric that stands for each ambition where one number is asked for.
  public static let headlines: [(family: MetricFamily, name: String)] = [
    (.moreForLess, "value_per_public_euro"), (.quality, "quality_realised"),
    (.democracy, "external_influence"),
  ]
}
