internal import Analysis
internal import ArgumentParser
internal import CoCreation
internal import Experiments
internal import Foundation
internal import Tables

/// Says how many replicates a comparison needs.
struct PowerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: "Say from a pilot how many replicates show a difference.",
    discussion: """
      Runs a pilot of the scenario, or reads one with --from, and says for each pair of strategies \
      how many replicates show a true difference with the power asked for, by the two-sided paired \
      t test. The unit is the context. Strategies are compared with the baseline; without one, \
      each with each.

      Say, with the difference that would matter to you:
        cocreate power FILE --metric relevance --difference 0.05

      Exit status: 0 done, 1 something failed on the way, 2 the input is at fault.
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: "A metric of runs; repeatable.")
  var metric: [String] = []

  @Option(
    help: ArgumentHelp(
      "The smallest difference worth finding, above 0; one for all metrics, or one for each.",
      valueName: "number"))
  var difference: [Double] = []

  @Option(help: ArgumentHelp("Compare these only: names with commas between.", valueName: "a,b"))
  var strategies: String?

  @Option(help: "The chance to find the difference if it is there.")
  var power = 0.95

  @Option(help: "The chance of each comparison to find one that is not there.")
  var alpha = 0.01

  @Flag(help: "Let alpha be that of all comparisons together (Bonferroni).")
  var family = false

  @Option(help: "Contexts of the pilot.")
  var pilot = usualPilot

  @Option(
    help: ArgumentHelp(
      "Take the runs of a finished results folder for the pilot.", valueName: "results"))
  var from: String?

  @Option(help: "With --from: the design point; all points' mean if not given.")
  var point: Int?

  @Option(help: "Threads; as many as processors may be used if not given.")
  var threads: Int?

  func validate() throws {
    var faults: [String] = []
    let names = Metrics.run.map(\.name)
    if metric.isEmpty { faults.append("--metric is missing; say what is to be compared") }
    for name in metric where !names.contains(name) {
      let hint = nearestName(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
      faults.append("--metric: there is no metric \(name) of runs\(hint)")
    }
    for name in metric.indices where metric[..<name].contains(metric[name]) {
      faults.append("--metric \(metric[name]) is there twice")
    }
    if difference.isEmpty {
      faults.append("--difference is missing; say which difference would matter")
    } else if difference.count != 1, difference.count != metric.count {
      faults.append(
        "found \(difference.count) differences; allowed: one for all metrics, or one for each of "
          + "the \(metric.count)")
    }
    for value in difference where !(value > 0 && value.isFinite) {
      faults.append("--difference is \(value); allowed: a number above 0")
    }
    if !(power > 0 && power < 1) {
      faults.append("--power is \(power); allowed: above 0 and below 1")
    } else if power <= alpha {
      faults.append("--power is \(power) and --alpha \(alpha); allowed: a power above alpha")
    }
    if !(alpha >= 1e-9 && alpha < 1) {
      faults.append("--alpha is \(alpha); allowed: from 1e-9, below 1")
    }
    if !(Self.fewestContexts...10_000).contains(pilot) {
      faults.append("--pilot is \(pilot); allowed: \(Self.fewestContexts) to 10000")
    }
    if let threads, !(1...Processors.most).contains(threads) {
      faults.append("--threads is \(threads); allowed: 1 to \(Processors.most)")
    }
    if from != nil, pilot != Self.usualPilot { faults.append("--pilot has no place beside --from") }
    if point != nil, from == nil { faults.append("--point is for --from only") }
    guard faults.isEmpty else { throw ValidationError(faults.joined(separator: "\n")) }
  }

  private static let usualPilot = 50
  /// Fewer contexts say next to nothing of a standard deviation.
  private static let fewestContexts = 10

  func run() throws {
    let scenario = try scenario.read(quiet: false)
    let pairs = try pairs(of: scenario)
    let level = family ? alpha / Double(pairs.count * metric.count) : alpha
    let (source, samples) = try samples(of: scenario)
    var report = PowerReport(
      scenario, command: self.scenario.command, source: source, power: power, level: level,
      alpha: alpha, isFamily: family)
    for (index, name) in metric.enumerated() {
      var rows: [PowerReport.Row] = []
      for pair in pairs {
        let (first, second) = try samples(name, pair)
        rows.append(.init(pair: pair, pilot: Pilot(first, minus: second)))
      }
      report.add(name, difference.count == 1 ? difference[0] : difference[index], rows)
    }
    try Console.print(report.text)
  }

  /// The pairs to compare: those asked for, else each with the baseline, else each with each.
  private func pairs(of scenario: Scenario) throws -> [PowerReport.Pair] {
    let all = scenario.strategies.map(\.name)
    guard let strategies else {
      guard all.count > 1 else {
        throw BadFiles(
          description: "\(self.scenario.scenario): one strategy; there is nothing to compare")
      }
      if let baseline = scenario.baseline {
        return all.filter { $0 != baseline }.map { .init(first: $0, second: baseline) }
      }
      return PowerReport.Pair.all(all)
    }
    let names = strategies.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let faults = names.filter { !all.contains($0) }.map { name in
      let hint = nearestName(to: name, among: all).map { "; did you mean \($0)?" } ?? ""
      return "--strategies: there is no strategy \(name)\(hint)"
    }
    guard faults.isEmpty else { throw ValidationError(faults.joined(separator: "\n")) }
    guard Set(names).count == names.count, names.count > 1 else {
      throw ValidationError("--strategies \(strategies); allowed: two or more, each once")
    }
    return PowerReport.Pair.all(names)
  }

  private typealias Samples = (String, PowerReport.Pair) throws -> (Sample, Sample)

  /// Where the pilot is from, and the values of a metric under a pair of strategies.
  private func samples(of scenario: Scenario) throws -> (source: String, Samples) {
    if let from {
      try checkResults(from, scenario)
      return try samples(from: from)
    }
    guard
      let replicates = Replicates(contexts: pilot, processes: scenario.replicates.processes)
    else {
      throw ValidationError("--pilot is \(pilot); that is more than \(Replicates.most) runs")
    }
    var options = self.scenario
    options.replicates = replicates
    let plan = try RunPlan(options.read(quiet: true))
    let runs = try RunSamples(
      plan, generator: scenario.generator, quantities: metric.map { .run($0) },
      threads: threads ?? Processors.allowed)
    return (
      "a pilot of \(pilot) contexts of \(self.scenario.scenario), seed \(scenario.seed)"
        + (plan.points == 1 ? "" : ", the mean of \(plan.points) design points"),
      { metric, pair in
        (
          Sample(
            values: runs.values(of: .run(metric), under: pair.first), contexts: runs.contexts,
            points: runs.points),
          Sample(
            values: runs.values(of: .run(metric), under: pair.second), contexts: runs.contexts,
            points: runs.points)
        )
      }
    )
  }

  /// Checks that a folder is whole and of the scenario, so that it can be its pilot.
  private func checkResults(_ folder: String, _ scenario: Scenario) throws {
    let there = try Manifest.read(folder: folder)
    guard there.made > 0, there.shard == nil else {
      throw BadFiles(
        description: "\(folder): not a whole batch; allowed: a finished results folder")
    }
    // How often and with which numbers it was run does not matter.
    let differences = try Manifest(
      scenario, plan: RunPlan(scenario), selection: TableSelection()
    ).contextDifferences(from: there)
    guard differences.isEmpty else {
      throw BadFiles(
        description: "\(folder) is of another scenario:\n"
          + differences.map { "  \($0)" }.joined(separator: "\n"))
    }
  }

  private func samples(from folder: String) throws -> (source: String, Samples) {
    let path = folder + "/" + ResultTable.runs.schema.fileName
    let table: RunTable
    do {
      table = try RunTable(path: path, metrics: metric)
    } catch {
      throw BadFiles(description: String(describing: error))
    }
    if let point, !table.points.contains(point) {
      throw BadFiles(description: "\(path): there is no design point \(point)")
    }
    let several = table.points.count > 1 && point == nil
    let source =
      "\(path)" + (point.map { ", design point \($0)" } ?? "")
      + (several ? ", the mean of \(table.points.count) design points" : "")
    return (
      source,
      { metric, pair in
        for name in [pair.first, pair.second] where !table.strategies.contains(name) {
          throw BadFiles(
            description: "\(path): there is no strategy \(name); it has "
              + table.strategies.joined(separator: ", "))
        }
        return try table.pairs(of: metric, pair.first, pair.second, at: point)
      }
    )
  }
}
