internal import Analysis
internal import Foundation
internal import Tables

/// Each ambition against each other: means of strategies, the undominated ones filled.
enum TradeOffs {
  static func figure(_ report: Report) -> Figure? {
    let comparisons = report.ofMetrics
    guard let front = report.front, comparisons.count > 1 else { return nil }
    var table = FigureTable(
      "trade_off",
      [
        Column("strategy", .text, description: "Name of the strategy."),
        Column(
          "undominated", .integer,
          description:
            "1 if no other strategy's means are as good on every metric and better on one."),
        Column(
          "probability", .number,
          description: "How often it is undominated in samples of contexts drawn with replacement."),
      ]
        + comparisons.flatMap { comparison in
          let name = comparison.response
          return [
            Column(name, .number, description: "Mean of \(name)."),
            Column("\(name)_low", .number, description: "Lower end of its 95 % interval."),
            Column("\(name)_high", .number, description: "Upper end of its 95 % interval."),
          ]
        })
    for member in front.members {
      let means = comparisons.map { report.mean(of: member.strategy, in: $0) }
      table.append(
        [
          .text(member.strategy), .count(member.isUndominated ? 1 : 0),
          .share(report.contexts > 1 ? member.probability : nil),
        ]
          + means.flatMap { mean -> [FigureTable.Cell] in
            let interval = mean?.interval(0.95)
            return [
              .number(mean?.value), .number(interval?.lowerBound), .number(interval?.upperBound),
            ]
          })
    }
    let free = front.members.filter(\.isUndominated).map(\.strategy)
    let without =
      front.without.isEmpty
      ? "" : "; some metric is not defined for \(Wording.list(front.without)), so it has no place"
    let pairs = comparisons.indices.flatMap { first in
      comparisons.indices.filter { $0 > first }.map { (comparisons[first], comparisons[$0]) }
    }
    return Figure(
      name: "trade_off", title: "What is traded for what",
      caption: """
        Means with 95 % intervals, two metrics at a time. Filled: undominated, no other strategy is as \
        good on all of \(Wording.list(comparisons.map { report.metric($0.response).title })) and better \
        on one (\(Wording.list(free)))\(without). The table says how often a strategy is undominated when \
        municipalities are drawn anew.
        """,
      panels: [pairs.map { panel($0, $1, front, report) }],
      legend: report.strategies.enumerated().map { ($0, $1) }, table: table,
      encoding: ["hconcat": pairs.map { specification($0.response, $1.response, report) }])
  }

  /// Means with their intervals; dominated ones are hollow.
  private static func specification(_ x: String, _ y: String, _ report: Report) -> [String: Any] {
    func channel(_ field: String, _ title: String) -> [String: Any] {
      [
        "field": field, "type": "quantitative", "scale": ["zero": false], "title": title,
      ]
    }
    let (across, upwards) = (Wording.name(x), Wording.name(y))
    let shape: [String: Any] = [
      "field": "strategy", "type": "nominal", "scale": ["domain": report.strategies],
    ]
    func points(_ free: Int, _ filled: Bool) -> [String: Any] {
      [
        "transform": [["filter": "datum.undominated == \(free)"]],
        "mark": ["type": "point", "size": 90, "strokeWidth": 2, "filled": filled],
        "encoding": ["x": channel(x, across), "y": channel(y, upwards), "shape": shape],
      ]
    }
    return [
      "encoding": ["color": Palette.channel("strategy", report.strategies)],
      "layer": [
        [
          "mark": "rule",
          "encoding": [
            "x": channel("\(x)_low", across), "x2": ["field": "\(x)_high"],
            "y": channel(y, upwards),
          ],
        ],
        [
          "mark": "rule",
          "encoding": [
            "x": channel(x, across), "y": channel("\(y)_low", upwards),
            "y2": ["field": "\(y)_high"],
          ],
        ], points(1, true), points(0, false),
      ],
    ]
  }

  private static func panel(
    _ x: Comparison, _ y: Comparison, _ front: ParetoFront, _ report: Report
  ) -> Drawing {
    let (first, second) = (report.metric(x.response), report.metric(y.response))
    let members = front.members.compactMap { member -> (ParetoFront.Member, Estimate, Estimate)? in
      guard let across = report.mean(of: member.strategy, in: x),
        let upwards = report.mean(of: member.strategy, in: y)
      else { return nil }
      return (member, across, upwards)
    }
    var drawing = Drawing(
      width: Report.panelWidth, height: 320,
      title: "\(second.title) against \(first.title): "
        + members.map { member, across, upwards in
          "\(member.strategy) \(Wording.number(across.value)), \(Wording.number(upwards.value))"
        }.joined(separator: "; "))
    func ends(_ estimate: Estimate) -> [Double] {
      [estimate.value]
        + (estimate.interval(0.95).map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let vertical = Axis(members.flatMap { ends($0.2) }, pixels: (272, 30))
    let left = (vertical.labels.map { Lettering.width($0) }.max() ?? 0) + 8
    let right = Report.panelWidth - 16
    let horizontal = Axis(members.flatMap { ends($0.1) }, pixels: (left, right))
    drawing.text(
      Lettering.fitted("↑ " + second.heading, to: Report.panelWidth, strong: true), x: 0, y: 13,
      "strong")
    drawing.vertical(vertical, left: left, right: right)
    drawing.horizontal(
      horizontal, top: 30, bottom: 272,
      title: Lettering.fitted(first.heading + " →", to: Report.panelWidth - 20))
    var places = Places(within: .init(left: left + 2, top: 26, right: right + 14, bottom: 271))
    for (member, across, upwards) in members {
      let series = "s\(report.place(of: member.strategy) % Palette.colours) stroke"
      if let interval = across.interval(0.95) {
        drawing.line(
          horizontal(interval.lowerBound), vertical(upwards.value),
          horizontal(interval.upperBound), vertical(upwards.value), series)
        places.take(
          from: (horizontal(interval.lowerBound), vertical(upwards.value)),
          to: (horizontal(interval.upperBound), vertical(upwards.value)))
      }
      if let interval = upwards.interval(0.95) {
        drawing.line(
          horizontal(across.value), vertical(interval.lowerBound), horizontal(across.value),
          vertical(interval.upperBound), series)
        places.take(
          from: (horizontal(across.value), vertical(interval.lowerBound)),
          to: (horizontal(across.value), vertical(interval.upperBound)))
      }
      places.take(x: horizontal(across.value), y: vertical(upwards.value), radius: 7)
    }
    for (member, across, upwards) in members {
      let (markX, markY) = (horizontal(across.value), vertical(upwards.value))
      drawing.symbol(
        report.place(of: member.strategy), x: markX, y: markY, radius: 5.5,
        hollow: !member.isUndominated, hint: member.strategy)
      let name = Lettering.fitted(member.strategy, to: 150)
      if let spot = places.label([name], x: markX, y: markY, radius: 7) {
        drawing.text(name, x: spot.x, y: spot.y, "ink")
      }
    }
    return drawing
  }
}
