internal import Analysis
internal import Foundation
internal import Tables

/// The best strategy over two factors, one map for each metric.
enum Maps {
  static func figure(_ report: Report) -> Figure? {
    guard !report.maps.isEmpty else { return nil }
    var table = FigureTable(
      "decision_map",
      [
        Column("metric", .text, description: "Name of the metric."),
        Column("x", .text, description: "Path of the factor across."),
        Column("x_low", .number, description: "Lower end of its part."),
        Column("x_high", .number, description: "Upper end of its part."),
        Column("y", .text, description: "Path of the factor upwards."),
        Column("y_low", .number, description: "Lower end of its part."),
        Column("y_high", .number, description: "Upper end of its part."),
        Column("points", .integer, description: "Design points in the cell."),
        Column("best", .text, description: "Strategy with the best mean."),
        Column("call", .text, description: "`clear`, or `too close`."),
        Column("lead", .number, description: "Mean of best - runner_up, run by run."),
        Column("runner_up", .text, description: "Strategy with the next best mean."),
      ])
    for map in report.maps {
      for cell in map.cells {
        let (column, row) = (map.columns[cell.column], map.rows[cell.row])
        table.append([
          .text(cell.comparison.response), .text(map.x), .number(column.low), .number(column.high),
          .text(map.y), .number(row.low), .number(row.high), .count(cell.points),
          .text(cell.comparison.best),
          .text(cell.comparison.leader == nil ? "too close" : "clear"),
          .number(cell.comparison.lead?.difference.value), .text(cell.comparison.lead?.versus),
        ])
      }
    }
    return Figure(
      name: "decision_map", title: "Where which strategy is best",
      caption: """
        In each cell all strategies are compared over its design points. Filled: the best one is told \
        from all others (95 % for all pairs together); outlined: too close to call; empty: no point. The \
        factors are the two that matter most for the lead with all metrics weighed.
        """,
      panels: [report.maps.map { panel($0, report) }],
      legend: report.strategies.enumerated().map { ($0, $1) }, table: table,
      encoding: ["hconcat": report.maps.map { specification($0, report) }])
  }

  private static func specification(_ map: DecisionMap, _ report: Report) -> [String: Any] {
    let name = map.cells.first?.comparison.response ?? ""
    func channel(_ field: String, _ path: String) -> [String: Any] {
      [
        "field": field, "type": "ordinal", "title": Wording.name(path) + ", from",
        "axis": ["format": ".3~g", "labelAngle": 0],
      ]
    }
    var upwards = channel("y_low", map.y)
    upwards["sort"] = "descending"
    return [
      "title": Wording.name(name),
      "transform": [["filter": ["field": "metric", "equal": name] as [String: Any]]],
      "mark": ["type": "rect", "stroke": "#888888"],
      "encoding": [
        "x": channel("x_low", map.x), "y": upwards,
        "color": Palette.channel("best", report.strategies),
        "opacity": [
          "field": "call", "type": "nominal",
          "scale": ["domain": ["clear", "too close"], "range": [1, 0.35]],
        ],
      ],
    ]
  }

  private static func panel(_ map: DecisionMap, _ report: Report) -> Drawing {
    let name = map.cells.first?.comparison.response ?? ""
    let height = 26.0
    let bottom = 48 + height * Double(map.rows.count)
    let clear = map.cells.count { $0.comparison.leader != nil }
    var drawing = Drawing(
      width: Report.panelWidth, height: bottom + 40,
      title: "Best on \(Wording.name(name)) over \(map.x) and \(map.y): clear in \(clear) of "
        + "\(map.cells.count) cells")
    let metric = report.metric(name)
    drawing.text(
      Lettering.fitted(metric.heading, to: Report.panelWidth, strong: true), x: 0, y: 13, "strong")
    drawing.text(
      Lettering.fitted("↑ " + Wording.name(map.y), to: Report.panelWidth), x: 0, y: 34, "ink")
    let labels = map.rows.map(label)
    let left = (labels.map { Lettering.width($0) }.max() ?? 0) + 8
    let width = (Report.panelWidth - left) / Double(map.columns.count)
    for (row, text) in labels.enumerated() {
      let y = bottom - height * (Double(row) + 0.5)
      drawing.text(text, x: left - 6, y: y + 4, "muted", .end)
      for column in map.columns.indices {
        let x = left + width * Double(column)
        let cell = map.cells.first { $0.column == column && $0.row == row }
        guard let cell, let best = cell.comparison.best else {
          drawing.rectangle(x: x, y: y - height / 2, width: width, height: height, "empty")
          continue
        }
        let place = report.place(of: best)
        let isClear = cell.comparison.leader != nil
        let inset = isClear ? 0.0 : 2
        drawing.rectangle(
          x: x + inset, y: y - height / 2 + inset, width: width - 2 * inset,
          height: height - 2 * inset,
          "s\(place % Palette.colours) \(isClear ? "cell" : "pale")",
          hint: isClear
            ? best
            : "too close to call: \(([best] + cell.comparison.rivals).joined(separator: ", "))")
        drawing.symbol(
          place, x: x + width / 2, y: y, radius: 4.5, style: isClear ? "on" : nil, hollow: true)
      }
    }
    var end = -Double.infinity
    for (column, interval) in map.columns.enumerated() {
      let text = label(interval)
      let half = Lettering.width(text) / 2
      let x = min(
        max(left + width * (Double(column) + 0.5), half), Report.panelWidth - half)
      guard x - half > end + 6 else { continue }
      end = x + half
      drawing.text(text, x: x, y: bottom + Lettering.height, "muted", .middle)
    }
    drawing.text(
      Lettering.fitted(Wording.name(map.x) + " →", to: Report.panelWidth - left),
      x: Report.panelWidth, y: bottom + 2 * Lettering.height + 2, "ink", .end)
    return drawing
  }

  private static func label(_ interval: DecisionMap.Interval) -> String {
    let ends = interval.low == interval.high ? [interval.low] : [interval.low, interval.high]
    return ends.map(Wording.short).joined(separator: "–")
  }
}
