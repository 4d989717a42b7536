internal import Analysis
internal import Foundation
internal import Tables

/// Strategies on the two axes of the typology: who is central, and how open the outcome is.
enum AxesMap {
  static func figure(_ report: Report) -> Figure? {
    let comparisons = report.ofMetrics
    let known = report.axes.filter { $0.openness != nil && $0.centrality != nil }
    guard !known.isEmpty else { return nil }
    var table = FigureTable(
      "axes",
      [
        Column("strategy", .text, description: "Name of the strategy."),
        Column("centrality", .number, description: "Mean centrality of external actors, 0 to 1."),
        Column("openness", .number, description: "Mean openness of the outcome, 0 to 1."),
      ] + comparisons.map { Column($0.response, .number, description: "Mean of \($0.response).") })
    for place in report.axes {
      table.append(
        [.text(place.strategy), .number(place.centrality), .number(place.openness)]
          + comparisons.map { .number(report.mean(of: place.strategy, in: $0)?.value) })
    }
    let without = report.axes.filter { $0.openness == nil || $0.centrality == nil }.map(\.strategy)
    let names = comparisons.map { report.metric($0.response).title }
    return Figure(
      name: "axes", title: "On the two axes of co-creation",
      caption: """
        Where the strategies are between a defined and an open outcome, and between public and external \
        actors in the centre, as the mean over months and runs. At each: \(Wording.list(names)).\
        \(without.isEmpty ? "" : " Without co-creation, so without a place: \(Wording.list(without)).")
        """,
      panels: [[panel(known, report)]],
      legend: known.map { (report.place(of: $0.strategy), $0.strategy) },
      table: table,
      encoding: [
        "mark": ["type": "point", "filled": true, "size": 120],
        "encoding": [
          "x": [
            "field": "centrality", "type": "quantitative", "scale": ["domain": [0, 1]],
            "title": "public actors central → external actors central",
          ],
          "y": [
            "field": "openness", "type": "quantitative", "scale": ["domain": [0, 1]],
            "title": "outcome defined → open",
          ],
          "color": Palette.channel("strategy", report.strategies),
          "shape": [
            "field": "strategy", "type": "nominal", "scale": ["domain": report.strategies],
          ],
          "tooltip": (["strategy"] + comparisons.map(\.response)).map { ["field": $0] },
        ],
      ])
  }

  private static func panel(_ known: [Report.Place], _ report: Report) -> Drawing {
    let comparisons = report.ofMetrics
    var drawing = Drawing(
      width: Report.panelWidth, height: 372,
      title: "The two axes: "
        + known.map {
          "\($0.strategy) at centrality \(Wording.number($0.centrality ?? 0, digits: 2)), openness "
            + Wording.number($0.openness ?? 0, digits: 2)
        }.joined(separator: "; "))
    let (left, top, right, bottom) = (22.0, 8.0, Report.panelWidth - 2, 336.0)
    let across = Axis(0...1, ticks: [], pixels: (left, right))
    let upwards = Axis(0...1, ticks: [], pixels: (bottom, top))
    drawing.rectangle(x: left, y: top, width: right - left, height: bottom - top, "field")
    drawing.line(across(0.5), top, across(0.5), bottom, "axis")
    drawing.line(left, upwards(0.5), right, upwards(0.5), "axis")
    drawing.text("outcome defined", x: 14, y: bottom, "muted", .start, turned: true)
    drawing.text("outcome open", x: 14, y: top, "muted", .end, turned: true)
    drawing.text("public actors central", x: left, y: bottom + 18, "muted")
    drawing.text("external actors central", x: right, y: bottom + 18, "muted", .end)
    var places = Places(
      within: .init(left: left + 4, top: top + 4, right: right - 4, bottom: bottom - 4))
    places.take(from: (across(0.5), top), to: (across(0.5), bottom))
    places.take(from: (left, upwards(0.5)), to: (right, upwards(0.5)))
    let corners: [(String, Double, Double, Drawing.Anchor)] = [
      ("guided", left + 6, bottom - 7, .start), ("empowering", right - 6, bottom - 7, .end),
      ("equal", left + 6, top + 16, .start), ("facilitating", right - 6, top + 16, .end),
    ]
    for (name, x, y, anchor) in corners {
      drawing.text(name, x: x, y: y, "quiet", anchor)
      let width = Lettering.width(name)
      let start = anchor == .start ? x : x - width
      places.take(.init(left: start, top: y - 12, right: start + width, bottom: y + 4))
    }
    var marks: [(strategy: String, x: Double, y: Double)] = []
    for place in known {
      var x = across(place.centrality ?? 0)
      var y = upwards(place.openness ?? 0)
      let own = (x, y)
      // Strategies at the same place stand side by side, in rings that stay in their quarter.
      var turn = 0
      while marks.contains(where: { abs($0.x - x) < 15 && abs($0.y - y) < 15 }), turn < 80 {
        turn += 1
        (x, y) = Self.beside(own, turn, middle: (across(0.5), upwards(0.5)))
        x = min(max(x, left + 8), right - 8)
        y = min(max(y, top + 8), bottom - 8)
      }
      marks.append((place.strategy, x, y))
      places.take(x: x, y: y, radius: 8)
    }
    for mark in marks {
      let numbers = comparisons.map {
        report.mean(of: mark.strategy, in: $0).map { Wording.number($0.value, digits: 2) } ?? "–"
      }.joined(separator: " · ")
      drawing.symbol(
        report.place(of: mark.strategy), x: mark.x, y: mark.y, radius: 6.5, hint: mark.strategy)
      let name = Lettering.fitted(mark.strategy, to: 120, strong: true)
      if let spot = places.label(
        [name, numbers], x: mark.x, y: mark.y, radius: 8, strong: true)
      {
        drawing.text(name, x: spot.x, y: spot.y, "strong")
        drawing.text(numbers, x: spot.x, y: spot.y + Lettering.height, "ink")
      }
    }
    return drawing
  }

  /// A place about another, further out with every turn, on the same side of the middle lines.
  private static func beside(
    _ own: (Double, Double), _ turn: Int, middle: (Double, Double)
  ) -> (Double, Double) {
    let ring = Double((turn - 1) / 8 + 1) * 16
    let angle = Double((turn - 1) % 8) * .pi / 4
    func kept(_ value: Double, _ own: Double, _ middle: Double) -> Double {
      own < middle ? min(value, middle - 9) : own > middle ? max(value, middle + 9) : value
    }
    return (
      kept(own.0 + ring * cos(angle), own.0, middle.0),
      kept(own.1 + ring * sin(angle), own.1, middle.1)
    )
  }
}
