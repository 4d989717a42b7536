internal import Analysis
internal import ArgumentParser
internal import CoCreation
internal import Experiments
internal import Foundation
internal import GSL
internal import Report
internal import Tables

/// Writes a report of a results folder.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page that tells the answer, how sure it is, and what it rests on.",
    discussion: """
      Writes report.html into a results folder, a page that needs no script, no network and no other \
      file, and beside it for each figure figures/NAME.csv, NAME.svg and NAME.vl.json (Vega-Lite). It \
      tells what compare and explain find, in pictures and plain words.

        cocreate report results/four-quadrants
        cocreate report results/four-quadrants --rounds trust --rounds coverage

      As PDF: scripts/report/pdf results/four-quadrants/report.html

      Exit status: 0 done, 1 something failed on the way, 2 the input is at fault.
      """)

  @Argument(help: "A results folder.", completion: .directory)
  var results: String

  @Option(help: "A metric of runs instead of the three ambitions'; repeatable.")
  var metric: [String] = []

  @Option(
    help: ArgumentHelp(
      "A metric of rounds.csv for the fans; repeatable. Value, realised quality and voice if not "
        + "given.", valueName: "metric"))
  var rounds: [String] = []

  @Option(
    help: ArgumentHelp(
      "The strategy that differences are shown against; the baseline if not given.",
      valueName: "strategy"))
  var versus: String?

  @Option(help: ArgumentHelp("Write the report here instead.", valueName: "folder"))
  var out: String?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  /// Where a strategy is on the two axes.
  private static let axes = ["mean_openness", "mean_centrality"]
  /// What it costs the public side and external actors, and what is lost on the way.
  private static let price = [
    "public_cost", "external_value", "value_per_euro", "public_cost_per_unit", "coverage",
    "transaction_share", "completed", "burnout", "stories",
  ]
  /// Of these, that which one pays and another gets.
  private static let twoSided = "external_value"
  /// Of these, that which counts what external actors give as a cost.
  private static let allCosts = "value_per_euro"
  /// What stands for the ambitions month by month.
  private static let usualRounds = ["value", "quality_realised", "voice"]

  func run() throws {
    let source = try FinishedResults(results)
    let (metrics, versus) = try checked(source)
    let rounds = try source.unfolding(rounds, usual: Self.usualRounds)
    let axes = Self.axes.filter(source.manifest.metrics.contains)
    var names = metrics.map(\.name)
    let price = Self.price.filter {
      source.manifest.metrics.contains($0) && !names.contains($0)
    }
    names += (axes + price).filter { !names.contains($0) }
    let table = try source.runs(names)
    let isPlausible = source.manifest.isPlausible
    let answer = try CompareCommand.Answer(
      table, metrics,
      CompareCommand.Options(
        weights: metrics.map { _ in 1 }, versus: versus, thresholds: [:], optimism: 0.5),
      point: nil, isPlausible: isPlausible)
    let design = source.manifest.design == nil ? nil : try source.design()
    let plausible = try design.flatMap { design in
      isPlausible ? try PlausibleAnswer(table, metrics, design, versus: versus) : nil
    }
    // What drives plausible models is told with them.
    let explanation = try (isPlausible ? nil : design).map { design in
      // The same factors for every map, so that these can be compared.
      let responses = try metrics.map {
        try Response($0.name, of: table, higherIsBetter: $0.better == .higher)
      }
      let whole = Response(CompareCommand.weighted, weighing: responses.map { ($0, 1) })
      let axes = Explanation.axes(Comparison(table, on: whole), table, whole, design)
      return try Explanation(
        table, metrics, design,
        Explanation.Asked(
          strategies: source.manifest.strategies, axes: axes,
          isSeveral: source.manifest.strategies.count > 1, versus: nil, limits: [:]), levels: nil)
    }
    let manifest = source.manifest
    let priceMetrics = price.compactMap { name in Metrics.run.first { $0.name == name } }
    let prices = try priceMetrics.map { metric in
      let response = try Response(
        metric.name, of: table, higherIsBetter: metric.better == .higher)
      // As the answer: at the one point, or the mean over all of them.
      return Comparison(
        table, on: response, at: table.points.count > 1 ? nil : table.points[0])
    }
    let report = Report(
      name: manifest.scenario.name,
      question: manifest.scenario.question ?? manifest.scenario.name,
      strategies: manifest.strategies, versus: versus, metrics: metrics.map(Self.described),
      comparisons: answer.overall, priceMetrics: priceMetrics.map(Self.described), prices: prices,
      allCosts: price.contains(Self.allCosts) ? Self.allCosts : nil,
      front: answer.front, plausible: plausible?.findings ?? [], robustness: answer.robustness,
      months: Self.months, unfolding: rounds, axes: axes.count == 2 ? try Self.places(table) : [],
      maps: explanation?.maps ?? [], drivers: explanation?.drivers ?? [],
      discoveries: explanation?.discoveries ?? [],
      assumptions: Provenance.assumptions(manifest, design),
      provenance: Provenance.facts(manifest), scenario: manifest.scenario.text,
      missing: missing(source))
    let figures = report.figures
    let page = Page(
      report, figures: figures, generator: "cocreate \(manifest.program.version)")
    let pages =
      [AddedFiles.Page(name: "report.html", bytes: page.bytes)]
      + figures.flatMap { figure in
        [("csv", figure.csv), ("svg", figure.svg), ("vl.json", figure.specification)].map {
          AddedFiles.Page(name: "figures/\(figure.name).\($0)", bytes: $1)
        }
      }
    let folder = try source.write([], pages: pages, replacing: Self.files, to: out)
    if !quiet {
      try Console.print(
        """

        \(report.question)

        \(report.answer)

        \(folder)/report.html: open it in a browser. \(figures.count) figures as svg, csv and Vega-Lite
        in \(folder)/figures. As PDF: scripts/report/pdf \(folder)/report.html
        """)
    }
  }

  /// The metrics of months.
  private static var months: [Report.Metric] {
    ResultTable.rounds.schema.columns.map {
      Report.Metric(
        name: $0.name, ambition: "", unit: $0.unit.isEmpty ? "1" : $0.unit, higherIsBetter: nil,
        summary: $0.description)
    }
  }

  /// What it may write.
  private static var files: [String] {
    ["report.html"]
      + Report.figureNames.flatMap { name in
        ["csv", "svg", "vl.json"].map { "figures/\(name).\($0)" }
      }
  }

  private func checked(_ source: FinishedResults) throws -> ([RunMetric], versus: String) {
    var faults: [String] = []
    let metrics = source.metrics(metric, faults: &faults)
    let versus = versus ?? source.manifest.baseline ?? source.manifest.strategies[0]
    if let fault = source.fault(ofStrategy: versus, option: "--versus") { faults.append(fault) }
    faults += try source.faults(ofRounds: rounds)
    guard faults.isEmpty else { throw BadFiles(description: faults.joined(separator: "\n")) }
    return (metrics, versus)
  }

  private static func described(_ metric: RunMetric) -> Report.Metric {
    Report.Metric(
      name: metric.name,
      ambition: Metrics.headlines.contains { $0.name == metric.name } ? metric.family.rawValue : "",
      unit: metric.unit,
      higherIsBetter: metric.name == twoSided ? nil : metric.better == .higher,
      summary: metric.summary)
  }

  private static func places(_ table: RunTable) throws -> [Report.Place] {
    try table.strategies.map { strategy in
      let means = try axes.map {
        Statistics.mean(try table.sample(of: $0, under: strategy).present)
      }
      return Report.Place(strategy: strategy, openness: means[0], centrality: means[1])
    }
  }

  private func missing(_ source: FinishedResults) -> [String] {
    var lines: [String] = []
    if source.manifest.design == nil {
      lines.append(
        "What drives the result, and where which strategy is best: the scenario has one design point. Say "
          + "in it what is not known (uncertain:) and draw points (design:).")
    }
    if !source.manifest.tables.contains(ResultTable.rounds.schema.fileName) {
      lines.append("How it unfolds: the batch was run without rounds.csv (--no-rounds).")
    }
    if source.manifest.strategies.count < 2 {
      lines.append("Which strategy is better: the scenario has one strategy.")
    }
    let left = (Self.axes + Self.price).filter { !source.manifest.metrics.contains($0) }
    if !left.isEmpty {
      lines.append(
        "\(Wording.list(left.map(Wording.name))): the batch was run without (--columns).")
    }
    if source.manifest.failures > 0 {
      lines.append("\(source.manifest.failures) runs failed and are left out (failures.csv).")
    }
    return lines
  }
}
