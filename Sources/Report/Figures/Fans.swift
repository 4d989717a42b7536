internal import Analysis
internal import Foundation
internal import Tables

/// How metrics unfold under each strategy: median, middle half and 90 % of the runs, month by month.
enum Fans {
  static func figure(_ unfolding: Unfolding, _ report: Report) -> Figure? {
    let fans = unfolding.fans.filter { !$0.months.isEmpty }
    guard !fans.isEmpty else { return nil }
    var table = FigureTable(
      "unfolding",
      [
        Column("metric", .text, description: "Name of the metric of months."),
        Column("strategy", .text, description: "Name of the strategy."),
        Column("round", .integer, description: "Month; 0 is the set-up."),
        Column("runs", .integer, description: "Runs that have the metric."),
      ]
        + ["q05", "q25", "q50", "q75", "q95"].map {
          Column($0, .number, description: "The \(Int($0.dropFirst()) ?? 0) % quantile over runs.")
        })
    for fan in fans {
      for month in fan.months {
        table.append(
          [.text(fan.metric), .text(fan.strategy), .count(month.round), .count(month.count)]
            + month.quantiles.map { .number($0) })
      }
    }
    let last = fans.flatMap { $0.months.map(\.round) }.max() ?? 0
    let shown = Set([0, 1, 2, 3, 4].map { max(1, last) * $0 / 4 })
    let sampled =
      unfolding.sample.map {
        "Of a month with more than \(Wording.number(Double($0))) runs, so many drawn at random stand for all. "
      } ?? ""
    var figure = Figure(
      name: "unfolding", title: "How it unfolds",
      caption: """
        Month by month over all runs: the line is the median, the dark band the middle half, the pale \
        one 90 % of the runs. A panel for each strategy, with the same scale in a row. \
        \(sampled)\
        \(Set(fans.map(\.metric)).sorted().map { report.explained($0) }.joined(separator: "; ")).
        """,
      panels: panels(fans, report, last),
      legend: report.strategies.enumerated().map { ($0, $1) }, table: table,
      encoding: [
        "facet": [
          "row": ["field": "metric", "type": "nominal"],
          "column": ["field": "strategy", "type": "nominal", "sort": NSNull()],
        ],
        "resolve": ["scale": ["y": "independent"]],
        "spec": [
          "width": 140, "height": 110,
          "layer": [
            layer("area", "q05", "q95", opacity: 0.2), layer("area", "q25", "q75", opacity: 0.4),
            layer("line", "q50", nil, opacity: 1),
          ],
        ],
      ])
    figure.shown = table.filtered { row in
      if case .count(let round) = row[2] { shown.contains(round) } else { false }
    }
    return figure
  }

  private static func layer(_ mark: String, _ y: String, _ y2: String?, opacity: Double)
    -> [String: Any]
  {
    var encoding: [String: Any] = [
      "x": ["field": "round", "type": "quantitative", "title": "month"],
      "y": [
        "field": y, "type": "quantitative", "title": "", "scale": ["zero": false],
      ],
    ]
    if let y2 { encoding["y2"] = ["field": y2] }
    return ["mark": ["type": mark, "opacity": opacity], "encoding": encoding]
  }

  private static func panels(_ fans: [Unfolding.Fan], _ report: Report, _ last: Int)
    -> [[Drawing]]
  {
    var metrics: [String] = []
    for fan in fans where !metrics.contains(fan.metric) { metrics.append(fan.metric) }
    return metrics.map { metric in
      let own = fans.filter { $0.metric == metric }
      let values = own.flatMap { $0.months.flatMap(\.quantiles) }
      return own.map { panel($0, Axis(values, pixels: (150, 46), steps: 3), report, last) }
    }
  }

  private static func panel(
    _ fan: Unfolding.Fan, _ vertical: Axis, _ report: Report, _ last: Int
  ) -> Drawing {
    let series = "s\(report.place(of: fan.strategy) % Palette.colours)"
    let median = fan.months.last.map { Wording.number($0.quantiles[2]) } ?? ""
    var drawing = Drawing(
      width: 172, height: 184,
      title: "\(Wording.name(fan.metric)) under \(fan.strategy): median \(median) in the last month"
    )
    drawing.symbol(report.place(of: fan.strategy), x: 6, y: 8, radius: 4.5)
    drawing.text(Lettering.fitted(fan.strategy, to: 154, strong: true), x: 16, y: 12, "strong")
    drawing.text(
      Lettering.fitted(report.metric(fan.metric).labelled, to: 170), x: 0, y: 27,
      "muted")
    let left = (vertical.labels.map { Lettering.width($0) }.max() ?? 0) + 6
    let step = [1, 3, 6, 12, 24, 60, 120, 240].first { last / $0 <= 4 } ?? last
    let horizontal = Axis(
      0...Double(max(1, last)), ticks: stride(from: 0, through: last, by: step).map(Double.init),
      pixels: (left, 164))
    drawing.vertical(vertical, left: left, right: 164)
    drawing.horizontal(horizontal, top: 150, bottom: 150, title: "month")
    func band(_ low: Int, _ high: Int, _ style: String) {
      let lower = fan.months.map { (horizontal(Double($0.round)), vertical($0.quantiles[low])) }
      let upper = fan.months.map { (horizontal(Double($0.round)), vertical($0.quantiles[high])) }
      drawing.polyline(upper + lower.reversed(), "\(series) \(style)", closed: true)
    }
    band(0, 4, "outer")
    band(1, 3, "inner")
    drawing.polyline(
      fan.months.map { (horizontal(Double($0.round)), vertical($0.quantiles[2])) },
      "\(series) stroke")
    return drawing
  }
}
