internal import Analysis
internal import Foundation
internal import Tables

/// Strategies on metrics: means with their intervals.
enum Ambitions {
  /// The metrics that the question is about, and all of them weighed.
  static func figure(_ report: Report) -> Figure {
    let isPartial = report.comparisons.contains { comparison in
      comparison.standings.contains { ($0.mean?.count ?? 0) < report.contexts }
    }
    return figure(
      report, report.comparisons, name: "ambitions",
      title: report.isOfAmbitions ? "Strategies on the three ambitions" : "Strategies compared",
      caption: """
        Mean over \(report.contexts) simulated municipalities\
        \(report.isSeveral ? " and all design points" : "") with its 95 % interval. Strategies met the \
        same municipalities and the same luck, so a difference is more certain than two intervals side \
        by side suggest: the table has it, against \(report.versus). A name in bold is told from all others.\
        \(isPartial ? partial : "")
        """)
  }

  private static let partial = """
     Where a strategy has no value in some municipalities, because nobody took part or nothing was \
    adopted, its mean is over the others only; the table says over how many.
    """

  private static func verdict(_ pair: Comparison.Pair, _ metric: Report.Metric) -> String {
    if pair.isTooClose { return "too close to call" }
    if metric.higherIsBetter == nil { return pair.difference.value > 0 ? "more" : "less" }
    return pair.isAhead ? "better" : "worse"
  }

  /// What it costs whom.
  static func price(_ report: Report) -> Figure? {
    report.prices.isEmpty
      ? nil
      : figure(
        report, report.prices, name: "price", title: "At what price",
        caption: """
          What the public side pays, what external actors give, and what is lost on the way: means with \
          95 % intervals. \(report.prices.map { report.explained($0.response) }.joined(separator: "; ")).
          """)
  }

  private static func figure(
    _ report: Report, _ comparisons: [Comparison], name: String, title: String, caption: String
  ) -> Figure {
    var table = FigureTable(
      name,
      [
        Column("metric", .text, description: "Name of the metric."),
        Column("strategy", .text, description: "Name of the strategy."),
        Column("mean", .number, description: "Mean, the context being the unit."),
        Column("mean_low", .number, description: "Lower end of its 95 % interval."),
        Column("mean_high", .number, description: "Upper end of its 95 % interval."),
        Column("contexts", .integer, description: "Contexts that have the metric."),
        Column("versus", .text, description: "The strategy that is subtracted run by run."),
        Column("difference", .number, description: "Mean paired difference."),
        Column("ci_low", .number, description: "Lower end of its 95 % interval."),
        Column("ci_high", .number, description: "Upper end of its 95 % interval."),
        Column("p_holm", .number, description: "p value, corrected for all pairs of the metric."),
        Column("probability_best", .number, description: "Probability of being best."),
        Column("verdict", .text, description: "What that says of the difference."),
      ])
    for comparison in comparisons {
      for standing in comparison.standings {
        let mean = standing.mean
        let interval = mean?.interval(0.95)
        let pair =
          standing.strategy == report.versus
          ? nil : comparison.pair(standing.strategy, report.versus)
        let difference = pair?.difference.interval(0.95)
        table.append([
          .text(comparison.response), .text(standing.strategy), .number(mean?.value),
          .number(interval?.lowerBound), .number(interval?.upperBound), .count(mean?.count ?? 0),
          .text(pair.map { _ in report.versus }), .number(pair?.difference.value),
          .number(difference?.lowerBound), .number(difference?.upperBound),
          .probability(pair?.familyProbability), .share(standing.best?.share),
          .text(pair.map { Self.verdict($0, report.metric(comparison.response)) }),
        ])
      }
    }
    let shown = table.selecting(
      [
        "metric", "strategy", "mean", "mean_low", "mean_high", "contexts", "difference", "ci_low",
        "ci_high", "verdict", "probability_best",
      ])
    var figure = Figure(
      name: name, title: title, caption: caption,
      panels: [comparisons.map { panel($0, report) }],
      legend: report.strategies.enumerated().map { ($0, $1) }, table: table,
      encoding: [
        "facet": ["field": "metric", "type": "nominal", "sort": NSNull()],
        "columns": 1, "resolve": ["scale": ["x": "independent"]],
        "spec": [
          "layer": [
            [
              "mark": ["type": "rule", "strokeWidth": 2],
              "encoding": [
                "x": ["field": "mean_low", "type": "quantitative", "scale": ["zero": false]],
                "x2": ["field": "mean_high"],
              ],
            ],
            [
              "mark": ["type": "point", "filled": true, "size": 70],
              "encoding": [
                "x": [
                  "field": "mean", "type": "quantitative", "scale": ["zero": false],
                  "title": "mean",
                ]
              ],
            ],
          ],
          "encoding": [
            "y": ["field": "strategy", "type": "nominal", "sort": NSNull(), "title": ""],
            "color": Palette.channel("strategy", report.strategies, legend: false),
          ],
        ],
      ])
    figure.shown = shown
    return figure
  }

  private static func panel(_ comparison: Comparison, _ report: Report) -> Drawing {
    let metric = report.metric(comparison.response)
    let rows = comparison.standings
    let height = 30 + 26 * Double(rows.count) + 44
    var drawing = Drawing(
      width: Report.panelWidth, height: height,
      title: "\(metric.title): "
        + rows.map { standing in
          "\(standing.strategy) \(standing.mean.map { Wording.number($0.value) } ?? "not defined")"
        }.joined(separator: ", "))
    drawing.text(
      Lettering.fitted(metric.heading, to: Report.panelWidth, strong: true), x: 0, y: 13, "strong")
    let room = min(120, rows.map { Lettering.width($0.strategy, strong: true) }.max() ?? 0) + 8
    let values = rows.flatMap { standing -> [Double] in
      guard let mean = standing.mean else { return [] }
      return [mean.value] + (mean.interval(0.95).map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let axis = Axis(values, pixels: (room + 12, Report.panelWidth - 66))
    let bottom = height - 40
    drawing.horizontal(axis, top: 24, bottom: bottom, title: metric.scale)
    let isClear = metric.higherIsBetter != nil && comparison.leader != nil
    for (place, standing) in rows.enumerated() {
      let y = 24 + 26 * (Double(place) + 0.5)
      drawing.text(
        Lettering.fitted(standing.strategy, to: room, strong: true), x: room, y: y + 4,
        isClear && standing.strategy == comparison.best ? "strong" : "ink",
        .end)
      guard let mean = standing.mean else {
        drawing.text("not defined", x: room + 12, y: y + 4, "quiet")
        continue
      }
      if let interval = mean.interval(0.95) {
        drawing.line(
          axis(interval.lowerBound), y, axis(interval.upperBound), y,
          "s\(place % Palette.colours) stroke")
      }
      drawing.symbol(place, x: axis(mean.value), y: y, hint: "\(standing.strategy)")
      drawing.text(
        Wording.number(mean.value), x: Report.panelWidth, y: y + 4, "ink", .end)
    }
    return drawing
  }
}
