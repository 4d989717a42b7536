internal import Analysis
internal import CoCreation
internal import Experiments
internal import Foundation
internal import Report

/// What a run prints at its end: strategies by headline metrics, who is best, where the files are.
struct RunReport {
  private let scenario: Scenario
  private let table: RunTable
  private let folder: String
  private let shown: [(heading: String, metric: String)] =
    Metrics.headlines.map { ($0.family.rawValue, $0.name) } + [("legitimacy", "legitimacy")]
  /// What stands beside every headline: whether it lives, whom it serves, what that costs.
  private let beside: [(heading: String, metric: String, format: String)] = [
    ("completed", "completed", "%.2f"), ("months", "months_alive", "%.0f"),
    ("served", "coverage", "%.2f"),
    ("cost per unit", "public_cost_per_unit", "%.0f"),
  ]

  init(_ scenario: Scenario, _ table: RunTable, folder: String) {
    self.scenario = scenario
    self.table = table
    self.folder = folder
  }

  /// What is printed.
  func text() throws -> String {
    let headings = [""] + shown.map(\.heading) + beside.map(\.heading)
    let rows = try table.strategies.map { strategy in
      [strategy]
        + (try shown.map {
          cell(MetricSummary(try table.sample(of: $0.metric, under: strategy)))
        })
        + (try beside.map { try mean(of: $0.metric, under: strategy, $0.format) })
    }
    let verdicts = try Metrics.headlines.map { headline in
      [headline.family.rawValue, try verdict(on: headline.name)]
    }
    let legend = (shown + beside.map { ($0.heading, $0.metric) })
      .map { "\($0.0): \($0.1)" }.joined(separator: ", ")
    return """

      \(scenario.question ?? scenario.name)

      \(Console.table([headings] + rows))

      \(means)
      \(legend).
      \(try along())\(try plausible())
      Best, by differences on the same random numbers (all comparisons of a line hold with 95 %):
      \(Console.table(verdicts))

      Everything is in \(folder): summary.csv for all metrics, runs.csv for every run.
      Next: who is better by how much, and how sure that is:
        cocreate compare \(folder)
        cocreate report \(folder)      # as a page with figures
      Or change what you doubt; cocreate params lists what can be changed:
        cocreate run FILE --set press_scrutiny=0.6 --out results/press
      """
  }

  /// The first headline along a design of one factor, with the processes completed beside it; empty
  /// for other designs.
  private func along() throws -> String {
    let (factors, points) = (scenario.design.factors, table.points.sorted())
    guard factors.count == 1, let factor = factors.first, (2...8).contains(points.count) else {
      return ""
    }
    let metric = Metrics.headlines[0].name
    let headings = [factor.path] + points.map { short(scenario.design.values[$0]) }
    let rows = try table.strategies.map { strategy in
      [strategy]
        + (try points.map { point in
          let value = try mean(of: metric, under: strategy, at: point, "%.3f")
          let alive = try mean(of: "completed", under: strategy, at: point, "%.2f")
          return alive == "–" ? value : "\(value) (\(alive))"
        })
    }
    return """

      \(metric) along \(factor.path); in brackets the share of processes that lived as planned:
      \(Console.table([headings] + rows))

      """
  }

  /// In how many plausible models strategies are ahead of the baseline; empty for other designs.
  private func plausible() throws -> String {
    guard scenario.design.isPlausible, table.strategies.count > 1 else { return "" }
    let versus = scenario.baseline ?? table.strategies[0]
    let names = Metrics.headlines.map(\.name)
    let responses = try Metrics.run.filter { names.contains($0.name) }.map {
      try Response($0.name, of: table, higherIsBetter: $0.better == .higher)
    }
    let others = table.strategies.filter { $0 != versus }
    let found = others.map { strategy in
      responses.map { PlausibleModels(table, on: $0, strategy, versus: versus) }
    }
    let rows = zip(others, found).map { strategy, models in
      [strategy]
        + models.map { models in
          models.map {
            "\(Wording.percent($0.share)) (\(PlausibleWording.range($0.interval)))"
              + ($0.isUnsettled ? " ?" : "")
          } ?? "–"
        }
    }
    let isUnsettled = found.joined().contains { $0?.isUnsettled ?? false }
    return """

      Ahead of \(versus) in so many of \(scenario.design.count) plausible models, with the 95 % interval:
      \(Console.table([[""] + Metrics.headlines.map(\.family.rawValue)] + rows))\
      \(isUnsettled ? "\n?: other municipalities might turn it; more replicates tell." : "")

      """
  }

  /// A mean without its interval.
  private func mean(
    of metric: String, under strategy: String, at point: Int? = nil, _ format: String
  ) throws -> String {
    let sample = try table.sample(of: metric, under: strategy, at: point)
    return MetricSummary(sample).mean.map { String(format: format, $0) } ?? "–"
  }

  private var means: String {
    let points = table.points.count
    let (contexts, processes) = (scenario.replicates.contexts, scenario.replicates.processes)
    let kind = scenario.design.isPlausible ? "plausible models" : "design points"
    let average = "Averaged over \(points) \(kind); summary.csv has each. "
    guard contexts > 1 else {
      return "\(points > 1 ? average : "")"
        + "One context of each strategy: no intervals and no verdict. A dash: not defined."
    }
    let isNested = processes > 1 || points > 1
    return """
      \(points > 1 ? average : "")Means of \(runs) of each strategy\(points > 1 ? " at each" : ""), \
      ± half the 95 % interval\(isNested ? " over contexts" : "").
      In brackets: how many runs have the metric, where not all do. A dash: none.\(stopping)
      """
  }

  /// How often each strategy was run at a point: fewer than planned where runs failed or precision
  /// was reached.
  private var runs: String {
    let replicates = scenario.replicates
    let made = table.runsOfAPoint ?? 0...0
    if made == replicates.count...replicates.count {
      return replicates.processes == 1
        ? "\(replicates.contexts) runs"
        : "\(replicates.contexts) contexts x \(replicates.processes) processes"
    }
    return made.count == 1
      ? "\(made.lowerBound) runs" : "\(made.lowerBound) to \(made.upperBound) runs"
  }

  private var stopping: String {
    scenario.stopping == nil
      ? "" : "\nstopping.csv says why there were no more replicates, and how precise results are."
  }

  private func cell(_ summary: MetricSummary) -> String {
    guard let mean = summary.mean else { return "–" }
    let value = String(format: "%.3f", mean)
    let interval =
      summary.halfWidth.map { "\(value) ± \(String(format: "%.3f", $0))" } ?? value
    return summary.count < summary.runs ? "\(interval) (\(summary.count))" : interval
  }

  private func verdict(on metric: String) throws -> String {
    guard table.strategies.count > 1 else { return "only one strategy" }
    guard scenario.replicates.contexts > 1 else { return "no verdict on one context" }
    guard let verdict = try Verdict(table, metric: metric) else { return "not defined" }
    let answer =
      verdict.rivals.isEmpty
      ? verdict.best
      : "too close to call: " + ([verdict.best] + verdict.rivals).joined(separator: ", ")
    let undefined = try table.strategies.filter { strategy in
      try table.sample(of: metric, under: strategy).present.isEmpty
    }
    return undefined.isEmpty
      ? answer : "\(answer) (not defined: \(undefined.joined(separator: ", ")))"
  }
}
