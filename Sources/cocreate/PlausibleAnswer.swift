internal import Analysis
internal import CoCreation
internal import Report

/// The answer over plausible models, of a results folder whose design they are.
struct PlausibleAnswer {
  let versus: String
  let count: Int
  let factors: Int
  /// By metric, then by strategy.
  let findings: [PlausibleTables.Finding]

  init(_ table: RunTable, _ metrics: [RunMetric], _ design: DesignPoints, versus: String) throws {
    self.versus = versus
    count = design.values.count
    factors = design.factors.count
    findings = try metrics.flatMap { metric in
      let response = try Response(
        metric.name, of: table, higherIsBetter: metric.better == .higher)
      return table.strategies.filter { $0 != versus }.compactMap { strategy in
        PlausibleModels(table, on: response, strategy, versus: versus).map {
          ($0, $0.turns(design))
        }
      }
    }
  }

  /// The section that `compare` prints.
  var text: String {
    var metrics: [String] = []
    for (models, _) in findings where !metrics.contains(models.metric) {
      metrics.append(models.metric)
    }
    let sections = metrics.map { metric in
      ([metric]
        + findings.filter { $0.models.metric == metric }.flatMap { models, turns in
          ["  \(PlausibleWording.sentence(models))"]
            + ([PlausibleWording.spread(models)] + PlausibleWording.turned(models, turns))
            .map { "    \($0)" }
        }).joined(separator: "\n")
    }
    let models = count == 1 ? "1 plausible model" : "\(count) plausible models"
    let vary = factors == 1 ? "1 assumption varies" : "\(factors) assumptions vary"
    let notes = PlausibleWording.notes(findings.map(\.models))
    return (["Over \(models), in which \(vary):"] + sections + [notes])
      .joined(separator: "\n\n")
  }
}
