internal import Analysis
internal import Foundation
internal import Tables

/// What drives each metric under each strategy.
enum DriversFigure {
  /// The factors of a panel.
  private static let most = 8

  static func figure(_ report: Report) -> Figure? {
    guard report.drivers.contains(where: { !$0.ranking.isEmpty }) else { return nil }
    var table = FigureTable(
      "drivers",
      [
        Column("metric", .text, description: "Name of the metric."),
        Column("strategy", .text, description: "Name of the strategy."),
        Column("factor", .text, description: "Path of the factor."),
        Column(
          "measure", .text,
          description: "`ST`: total Sobol' index; `mu_star`: mean magnitude of elementary effects; "
            + "`|SRRC|`: magnitude of the standardised coefficient of ranks."),
        Column("value", .number, description: "The measure."),
        Column(
          "chance", .number,
          description: "Share of chance in the variance of the points' means over the replicates."),
        Column(
          "R2", .number,
          description:
            "Share of the ranks' variance that the coefficients explain; only with these."),
      ])
    let rankings = Drivers.rankings(report.drivers)
    for (drivers, ranking) in zip(report.drivers, rankings) {
      for (factor, measure, value) in ranking {
        table.append([
          .text(drivers.metric), .text(drivers.strategy), .text(factor), .text(measure),
          .number(value), .share(drivers.shares?.chance),
          .number(measure == "|SRRC|" ? drivers.regression?.rankDetermination : nil),
        ])
      }
    }
    let measure = rankings.compactMap { $0.first?.measure }.first ?? ""
    let what =
      switch measure {
      case "ST": "the share of the variance over the design that it makes with all it interacts in"
      case "mu_star": "how far the metric moves, on average, over the factor's range"
      default: "the standardised coefficient of ranks, without its sign"
      }
    func range(_ values: [Double], _ text: (Double) -> String) -> String? {
      guard let least = values.min(), let most = values.max() else { return nil }
      return text(least) == text(most) ? text(least) : "\(text(least)) to \(text(most))"
    }
    let shares = report.drivers.compactMap(\.shares)
    let parameters = range(shares.map(\.parameters), Wording.percent)
    let seeds = range(shares.map(\.seed), Wording.percent).flatMap { seeds in
      parameters.map { parameters in
        " Of the variance of a single run these factors make \(parameters), the municipality and its luck "
          + "whatever the factors \(seeds); the rest is chance that is particular to a run."
      }
    }
    let chance = range(shares.map(\.chance), Wording.percent).map {
      " Chance, left by too few replicates, makes \($0) of the differences between points' means: where it is "
        + "high, what drives them cannot be told."
    }
    let fits = report.drivers.compactMap { $0.regression?.rankDetermination }
    let fit =
      measure != "|SRRC|"
      ? nil
      : range(fits) { Wording.number($0, digits: 2) }.map {
        " The coefficients explain a share (R²) of \($0) of the ranks' variance between points: where it is "
          + "low, much is curved or left to chance."
      }
    return Figure(
      name: "drivers", title: "What drives it",
      caption: """
        How much each uncertain factor matters under each strategy (\(measure)): \(what). Further \
        to the right matters more.\(fit ?? "")\(chance ?? "")\(seeds ?? "")
        """,
      panels: [report.ofMetrics.compactMap { panel($0.response, measure, report) }],
      legend: report.strategies.enumerated().map { ($0, $1) }, table: table,
      encoding: [
        "facet": ["field": "metric", "type": "nominal", "sort": NSNull()], "columns": 1,
        "resolve": ["scale": ["x": "independent"]],
        "spec": [
          "mark": ["type": "point", "filled": true, "size": 60],
          "encoding": [
            "x": ["field": "value", "type": "quantitative", "title": measure],
            "y": [
              "field": "factor", "type": "nominal",
              "sort": ["field": "value", "op": "max", "order": "descending"],
            ],
            "color": Palette.channel("strategy", report.strategies),
            "shape": [
              "field": "strategy", "type": "nominal", "scale": ["domain": report.strategies],
            ],
          ],
        ],
      ])
  }

  private static func panel(_ metric: String, _ measure: String, _ report: Report) -> Drawing? {
    let own = zip(report.drivers, Drivers.rankings(report.drivers)).filter { $0.0.metric == metric }
    var greatest: [String: Double] = [:]
    for (factor, _, value) in own.flatMap(\.1) {
      greatest[factor] = max(value, greatest[factor] ?? 0)
    }
    let factors = greatest.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(
      \.key)
    guard !factors.isEmpty else { return nil }
    let bottom = 26 + 26 * Double(factors.count)
    var drawing = Drawing(
      width: Report.panelWidth, height: bottom + 40,
      title: "What drives \(Wording.name(metric)), most first: \(factors.joined(separator: ", "))")
    drawing.text(
      Lettering.fitted(report.metric(metric).heading, to: Report.panelWidth, strong: true), x: 0,
      y: 13, "strong")
    let room = min(150, factors.map { Lettering.width(Wording.name($0)) }.max() ?? 0)
    let axis = Axis([0] + greatest.values, pixels: (room + 14, Report.panelWidth - 10))
    drawing.horizontal(axis, top: 22, bottom: bottom, title: measure)
    for (place, factor) in factors.enumerated() {
      let y = 24 + 26 * (Double(place) + 0.5)
      drawing.text(
        Lettering.fitted(Wording.name(factor), to: room), x: room + 4, y: y + 4, "ink", .end)
      for (drivers, ranking) in own {
        guard let value = ranking.first(where: { $0.factor == factor })?.value else {
          continue
        }
        drawing.symbol(
          report.place(of: drivers.strategy), x: axis(value), y: y, radius: 5, hollow: true,
          hint: "\(drivers.strategy): \(Wording.number(value, digits: 2))")
      }
    }
    return drawing
  }
}
