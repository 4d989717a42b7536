internal import Analysis
internal import Mustache
internal import Tables

/// A report as a page that needs nothing else: no script, no network, no other file.
public struct Page {
  /// The page, in UTF-8.
  public let bytes: [UInt8]

  /// Writes the page.
  ///
  /// - Parameters:
  ///   - report: What it tells.
  ///   - figures: Its figures.
  ///   - generator: What made it, as `cocreate 0.2.0`.
  public init(_ report: Report, figures: [Figure], generator: String) {
    let tables = Self.tables(report)
    let parts =
      figures.map { ["id": $0.name.identifier, "title": $0.title] }
      + tables.map { ["id": $0.id, "title": $0.title] }
    let context: [String: Any] = [
      "generator": generator, "name": report.name, "question": report.question,
      "answer": report.answer, "notes": report.notes, "style": Template.style,
      "parts": parts + [["id": "scenario", "title": "The scenario file"]],
      "figures": figures.map { Self.context($0, report) },
      "tables": tables.map {
        [
          "id": $0.id, "title": $0.title, "caption": $0.caption,
          "table": [$0.table.context($0.title)],
        ] as [String: Any]
      },
      "hasMissing": !report.missing.isEmpty, "missing": report.missing, "scenario": report.scenario,
    ]
    bytes = Array(Self.render(context).utf8)
  }

  private static func render(_ context: [String: Any]) -> String {
    do {
      let library = MustacheLibrary(templates: [
        "page": try MustacheTemplate(string: Template.page),
        "table": try MustacheTemplate(string: Template.table),
      ])
      return library.render(context, withTemplate: "page") ?? ""
    } catch {
      preconditionFailure("the template of the report: \(error)")
    }
  }

  private static func context(_ figure: Figure, _ report: Report) -> [String: Any] {
    [
      "id": figure.name.identifier, "file": figure.name, "title": figure.title,
      "caption": figure.caption, "rows": figure.panels.map { ["panels": $0.map(\.markup)] },
      "hasLegend": !figure.legend.isEmpty,
      "legend": figure.legend.map { place, name in
        var drawing = Drawing(width: 14, height: 14, title: "")
        drawing.symbol(place, x: 7, y: 7)
        return [
          "name": name,
          "symbol": drawing.markup.replacing(
            "role=\"img\" aria-label=\"\"", with: "aria-hidden=\"true\""),
        ]
      },
      "table": [(figure.shown ?? figure.table).context(figure.title)],
    ]
  }

  typealias Part = (id: String, title: String, caption: String, table: FigureTable)

  /// The tables without a figure.
  private static func tables(_ report: Report) -> [Part] {
    [
      plausible(report), robustness(report), discovery(report), words(report), assumptions(report),
      provenance(report),
    ]
    .compactMap(\.self)
  }

  private static func robustness(_ report: Report) -> Part? {
    guard report.isSeveral else { return nil }
    let rules: [(name: String, parameter: Double?, heading: String)] = [
      ("maximin", nil, "worst point"), ("minimax_regret", nil, "largest regret"),
      ("satisficing", nil, "good enough at"), ("best_share", nil, "best at"),
    ]
    var table = FigureTable(
      "robustness",
      [
        Column("metric", .text, description: "Name of the metric."),
        Column("strategy", .text, description: "Name of the strategy."),
      ] + rules.map { Column($0.heading, .text, description: "") })
    for scores in report.robustness {
      let columns = rules.map { scores.scores(by: $0.name, $0.parameter) }
      for (place, strategy) in report.strategies.enumerated() {
        let cells = zip(rules, columns).map { rule, column -> FigureTable.Cell in
          guard place < column.count, let value = column[place].value else { return .text(nil) }
          let isShare = ["satisficing", "best_share"].contains(rule.name)
          return .text(
            (isShare ? Wording.percent(value) : Wording.number(value))
              + (column[place].rank == 1 && column.contains { $0.rank ?? 2 > 1 } ? " *" : ""))
        }
        table.append([.text(Wording.name(scores.response)), .text(strategy)] + cells)
      }
    }
    return (
      "robustness", "If the municipality is not known",
      "Over \(report.robustness.first?.points ?? 0) design points. A star marks the best by each rule: "
        + "the best worst point (maximin), the least largest regret, good enough (as good as the mean of "
        + "\(report.versus)) at most points, best at most points. All by the means at the points, where the "
        + "same municipalities stand again: with few of them the same luck makes a strategy best at all "
        + "points. Whether it is clearly best, the map says.", table
    )
  }

  private static func discovery(_ report: Report) -> Part? {
    guard !report.discoveries.isEmpty else { return nil }
    var table = FigureTable(
      "discovery",
      ["metric", "strategy", "best at", "where that is dense", "coverage", "density"].map {
        Column($0, .text, description: "")
      })
    for discovery in report.discoveries {
      let prim = discovery.prim
      let part =
        prim.map { $0.believed ?? "no part that random halves of the points confirm" }
        ?? (discovery.isRare
          ? "too few points to tell"
          : discovery.cases == discovery.points ? "everywhere" : "nearly everywhere")
      table.append([
        .text(Wording.name(discovery.metric)), .text(discovery.strategy),
        .text("\(discovery.cases) of \(discovery.points) points"),
        .text(part),
        .text(prim.map { Wording.percent($0.best.coverage) }),
        .text(prim.map { Wording.percent($0.best.density) }),
      ])
    }
    return (
      "discovery", "In which part of the context each is best",
      "Found by PRIM, with the limits that four of five random halves of the points confirm. Coverage: share of the points where it is best that lie in the part; density: "
        + "share of the part's points where it is best. By the means at the points: whether it is clearly "
        + "best there, the map says.", table
    )
  }

  private static func words(_ report: Report) -> Part? {
    let shown = Set((report.unfolding?.fans ?? []).map(\.metric))
    let months = report.months.filter { shown.contains($0.name) }
    var facts: [Report.Fact] = []
    for metric in report.metrics + report.priceMetrics + months
    where !facts.contains(where: { $0.name == metric.title }) {
      facts.append(
        Report.Fact(
          metric.title, metric.ambition.isEmpty ? "–" : metric.ambition, note: metric.summary))
    }
    facts += report.terms
    return self.facts(
      facts, id: "words", title: "What the words mean",
      caption: "The metrics of this report, and the terms in it.",
      headings: ["word", "ambition", "meaning"])
  }

  private static func assumptions(_ report: Report) -> Part? {
    facts(
      report.assumptions, id: "assumptions", title: "What was assumed",
      caption:
        "What is left uncertain, parameters that differ from their defaults, and what stays as it is. "
        + "All that the scenario sets stands in its file at the end.",
      headings: ["what", "value", "source or meaning"])
  }

  private static func provenance(_ report: Report) -> Part? {
    facts(
      report.provenance, id: "provenance", title: "Where these numbers come from",
      caption: "What it takes to make the same numbers again.", headings: ["what", "value", ""])
  }

  private static func facts(
    _ facts: [Report.Fact], id: String, title: String, caption: String, headings: [String]
  ) -> Part? {
    let hasNotes = facts.contains { !$0.note.isEmpty }
    var table = FigureTable(
      id, headings.prefix(hasNotes ? 3 : 2).map { Column($0, .text, description: "") })
    for fact in facts {
      table.append(
        [.text(fact.name), .text(fact.value)] + (hasNotes ? [.text(fact.note)] : []))
    }
    return facts.isEmpty ? nil : (id, title, caption, table)
  }
}

extension FigureTable {
  /// The heading of a column: shorter and plainer than its name in the CSV.
  private static func heading(_ name: String) -> String {
    let plain = [
      "mean_low": "95 % from", "mean_high": "to", "ci_low": "95 % from", "ci_high": "to",
      "contexts": "municipalities", "p_holm": "p", "probability_best": "best in", "versus": "minus",
      "round": "month",
      "q05": "5 %", "q25": "25 %", "q50": "median", "q75": "75 %", "q95": "95 %",
      "probability": "how often", "x_low": "from", "x_high": "to", "y_low": "from", "y_high": "to",
    ]
    if let heading = plain[name] { return heading }
    for (ending, heading) in [("_low", "95 % from"), ("_high", "to")] where name.hasSuffix(ending) {
      return heading
    }
    return Wording.name(name)
  }

  /// The table as the template has it.
  fileprivate func context(_ title: String) -> [String: Any] {
    [
      "title": "\(title): \(rows.count) rows",
      "columns": schema.columns.map { column in
        var context = [
          "name": Self.heading(column.name), "kind": column.kind == .text ? "text" : "number",
        ]
        if !column.description.isEmpty { context["hint"] = column.description }
        return context
      },
      "rows": rows.map { row in
        [
          "cells": zip(schema.columns, row).map { column, cell in
            let shown = column.name == "metric" ? Wording.name(cell.shown) : cell.shown
            let kind = !cell.isText ? "number" : shown.count > 40 ? "text long" : "text"
            return ["value": shown, "kind": kind]
          }
        ]
      },
    ]
  }
}

extension String {
  /// The name as an identifier of a page.
  fileprivate var identifier: String { replacing("_", with: "-") }
}
