internal import CoCreation
internal import Experiments
internal import Foundation

/// How long the processes of strategies lived, in the runs that a claim compares.
public struct Life: Equatable, Sendable {
  /// The strategies: one, or all of a side of a contrast.
  public let strategies: [String]
  /// Whether they have positive weights.
  public let isPositive: Bool
  /// Their runs.
  public let runs: Int
  /// The runs that have the metric.
  public let runsWithMetric: Int
  /// The runs compared that have a process.
  ///
  /// A run is compared if every strategy of the contrast has
  /// the metric in it; under a statistic that pairs nothing, a ratio of variances for one, if its own
  /// strategy has it.
  public let processes: Int
  /// The months in which these processes lived, in all.
  public let totalMonths: Double
  /// The processes that lived to the end, be it one that their strategy has set.
  ///
  /// Over several tasks a run may count in part.
  public let totalCompleted: Double

  /// The months in which a process lived, on average; `nil` without a process.
  public var months: Double? { ratio(totalMonths, Double(processes)) }
  /// The share of processes that lived to the end; `nil` without a process.
  public var completed: Double? { ratio(totalCompleted, Double(processes)) }

  /// The share by which months of life may differ.
  public static let leeway = 0.1

  /// The two sides of a contrast, the one with positive weights first.
  static func sides(of lives: [Life]) -> [Life] {
    [true, false].compactMap { isPositive in
      let side = lives.filter { $0.isPositive == isPositive }
      guard !side.isEmpty else { return nil }
      return Life(
        strategies: side.flatMap(\.strategies), isPositive: isPositive,
        runs: side.reduce(0) { $0 + $1.runs },
        runsWithMetric: side.reduce(0) { $0 + $1.runsWithMetric },
        processes: side.reduce(0) { $0 + $1.processes },
        totalMonths: side.reduce(0) { $0 + $1.totalMonths },
        totalCompleted: side.reduce(0) { $0 + $1.totalCompleted })
    }
  }

  /// Two strategies on different sides whose processes lived differently long, in words; `nil` if
  /// there are none.
  ///
  /// It looks at strategies and not at the sides' means: a difference of differences may have as many
  /// short lives on one side as on the other, and still compare short lives with long ones.
  static func difference(among lives: [Life]) -> String? {
    var worst: (share: Double, words: String)?
    for plus in lives where plus.isPositive {
      for minus in lives where !minus.isPositive {
        guard let first = plus.months, let second = minus.months else { continue }
        let share = ratio(min(first, second), max(first, second)) ?? 1
        guard share < 1 - leeway, share < worst?.share ?? 1 else { continue }
        worst = (
          share,
          "processes of \(plus.strategies[0]) lived \(tenths(first)) months, "
            + "of \(minus.strategies[0]) \(tenths(second))"
        )
      }
    }
    return worst?.words
  }

  /// The side in words.
  var description: String {
    let sign = isPositive ? "+" : "-"
    return "\(sign) \(strategies.joined(separator: ", ")): \(figures)"
  }

  /// Runs, months of life and who lived to the end.
  var figures: String {
    let metric = "metric in \(runsWithMetric) of \(runs) runs"
    guard let months, let completed else { return metric }
    return "\(metric), \(tenths(months)) months of life, "
      + "\(Int((100 * completed).rounded())) % to the end"
  }
}

private func tenths(_ value: Double) -> String { String(format: "%.1f", value) }

extension Quantity {
  fileprivate static let monthsAlive = Quantity.run("months_alive")
  fileprivate static let completed = Quantity.run("completed")

  /// What must be read off runs to know how long processes lived.
  static let life = [monthsAlive, completed]

  /// Whether it is taken over all months in which the process lived.
  ///
  /// A given month is not: where two strategies have it, the processes of both live in it.
  var isOverLife: Bool {
    switch self {
    case .run(let name): Metrics.run.contains { $0.name == name && $0.isOverLife }
    case .observable(let name): Observables.observable(name)?.isOverLife ?? false
    case .month, .change: false
    case .task(_, _, let quantity): quantity.isOverLife
    }
  }
}

extension ClaimStatistic {
  /// Whether it takes each strategy over its own runs, and pairs nothing.
  fileprivate var comparesEachAlone: Bool { self == .logVarianceRatio || self == .meanOfEach }
}

extension RunSamples {
  /// How long the processes of each strategy of a contrast lived.
  func lives(of claim: Claim, _ contrast: Contrast) -> [Life] {
    let has = contrast.terms.map { term in
      let columns = claim.quantities.map { values(of: $0, under: term.strategy) }
      return contexts.indices.map { run in columns.allSatisfy { $0[run] != nil } }
    }
    return zip(contrast.terms, has).map { term, own in
      let isCompared =
        claim.statistic.comparesEachAlone
        ? own : contexts.indices.map { run in has.allSatisfy { $0[run] } }
      let lived = zip(values(of: .monthsAlive, under: term.strategy), isCompared)
        .compactMap { months, isCompared in isCompared ? months : nil }
      let completed = zip(values(of: .completed, under: term.strategy), isCompared)
        .compactMap { completed, isCompared in isCompared ? completed : nil }
      return Life(
        strategies: [term.strategy], isPositive: term.weight > 0, runs: own.count,
        runsWithMetric: own.count(where: \.self), processes: lived.count,
        totalMonths: lived.reduce(0, +), totalCompleted: completed.reduce(0, +))
    }
  }
}
