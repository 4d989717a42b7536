internal import Analysis
internal import ArgumentParser
internal import CoCreation
internal import Experiments
internal import Tables

/// Compares the strategies of a results folder.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say which strategy is better, by how much, how sure, and how robustly.",
    discussion: """
      Compares every strategy with every other on the same replicates, for each of the three \
      ambitions and for a weighting of them, and writes comparison.csv. Over several design points \
      it also says how strategies do where the municipality is not known, and writes robustness.csv; \
      over plausible models in how many a strategy is ahead, and which assumptions turn it \
      (plausible.csv, plausible_turns.csv, plausible_models.csv).

        cocreate compare results/four-quadrants
        cocreate compare results/four-quadrants --weights 2,1,1
        cocreate compare results/uncertain --satisfice quality_realised=0.7

      Weights are for the metrics in their order; each metric counts in standard deviations of all \
      runs. Each call replaces the tables of the one before; --out keeps them apart.

      Exit status: 0 done, 1 something failed on the way, 2 the input is at fault.
      """)

  @Argument(help: "A results folder.", completion: .directory)
  var results: String

  @Option(help: "A metric of runs instead of the three ambitions'; repeatable.")
  var metric: [String] = []

  @Flag(help: "Every metric that has a better direction.")
  var allMetrics = false

  @Option(
    help: ArgumentHelp(
      "Weights of the metrics, from 0, with commas between; all the same if not given.",
      valueName: "a,b,c"))
  var weights: String?

  @Option(
    help: ArgumentHelp(
      "The strategy that differences are shown against; the baseline if not given.",
      valueName: "strategy"))
  var versus: String?

  @Option(help: "Only this design point.")
  var point: Int?

  @Option(
    help: ArgumentHelp(
      "What is good enough, METRIC=NUMBER; the mean of the strategy that differences are shown "
        + "against if not given. Repeatable.", valueName: "metric=number"))
  var satisfice: [String] = []

  @Option(help: ArgumentHelp("Hurwicz' weight of the best point, 0 to 1.", valueName: "alpha"))
  var hurwicz = 0.5

  @Option(help: ArgumentHelp("Write the tables here instead.", valueName: "folder"))
  var out: String?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  /// The name of what weighs the metrics.
  static let weighted = "weighted"

  func run() throws {
    let source = try FinishedResults(results)
    let (metrics, options) = try checked(source)
    let table = try source.runs(metrics.map(\.name))
    if let point, !table.points.contains(point) {
      throw BadFiles(description: "\(results): design point \(point) has no runs")
    }
    let isPlausible = source.manifest.isPlausible && point == nil
    let answer = try Answer(table, metrics, options, point: point, isPlausible: isPlausible)
    let plausible =
      isPlausible
      ? try PlausibleAnswer(table, metrics, source.design(), versus: options.versus) : nil
    var tables = [ComparisonTable.encode(answer.comparisons, experiment: table.experiment)]
    if !answer.robustness.isEmpty {
      tables.append(
        RobustnessTable.encode(
          answer.robustness, front: answer.front, experiment: table.experiment,
          points: table.points.count))
    }
    if let plausible {
      tables += PlausibleTables.encode(plausible.findings, experiment: table.experiment)
    }
    let folder = try source.write(tables, replacing: Self.files, to: out)
    if !quiet {
      let report = CompareReport(
        source.manifest, metrics, options, answer, plausible, folder: folder, results: results)
      try Console.print(report.text)
    }
  }

  /// What it may write.
  private static let files = [
    ComparisonTable.schema, RobustnessTable.schema, PlausibleTables.schema, PlausibleTables.turns,
    PlausibleTables.models,
  ].map(\.fileName)

  /// The options once they are known to fit the folder.
  struct Options {
    let weights: [Double]
    let versus: String
    let thresholds: [String: Double]
    let optimism: Double
  }

  private func checked(_ source: FinishedResults) throws -> ([RunMetric], Options) {
    var faults: [String] = []
    let metrics = source.metrics(metric, all: allMetrics, faults: &faults)
    let areKnown = faults.isEmpty
    let strategies = source.manifest.strategies
    if strategies.count < 2 { faults.append("\(results) has one strategy; allowed: two or more") }
    let versus = versus ?? source.manifest.baseline ?? strategies[0]
    if let fault = source.fault(ofStrategy: versus, option: "--versus") { faults.append(fault) }
    if let point, !(0..<source.points ~= point) {
      faults.append("--point is \(point); allowed: 0 to \(source.points - 1)")
    }
    var numbers = metrics.map { _ in 1.0 }
    if let weights, areKnown {
      let found = weights.split(separator: ",", omittingEmptySubsequences: false).map {
        Double($0) ?? .nan
      }
      if found.count == metrics.count, found.allSatisfy({ 0...1e6 ~= $0 }),
        found.contains(where: { $0 > 0 })
      {
        numbers = found
      } else {
        faults.append(
          "--weights is \(weights); allowed: \(metrics.count) numbers from 0 to 1e6, not all 0, for "
            + metrics.map(\.name).joined(separator: ","))
      }
    }
    var thresholds: [String: Double] = [:]
    for text in satisfice where areKnown {
      guard let (metric, number) = metricNumber(text, metrics) else {
        faults.append(
          "--satisfice is \(text); allowed: METRIC=NUMBER with one of "
            + metrics.map(\.name).joined(separator: ", "))
        continue
      }
      if thresholds.updateValue(number, forKey: metric) != nil {
        faults.append("--satisfice \(metric) is there twice")
      }
    }
    if !(0...1 ~= hurwicz) { faults.append("--hurwicz is \(hurwicz); allowed: 0 to 1") }
    guard faults.isEmpty else { throw BadFiles(description: faults.joined(separator: "\n")) }
    return (
      metrics,
      Options(weights: numbers, versus: versus, thresholds: thresholds, optimism: hurwicz)
    )
  }
}
