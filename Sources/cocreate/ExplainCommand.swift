internal import Analysis
internal import ArgumentParser
internal import CoCreation
internal import Experiments
internal import Tables

/// Says what drives a metric over a design.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what drives a metric, and where which strategy is best.",
    discussion: """
      For a results folder with a design: which factors drive a metric under each strategy, how much \
      of a run's variance they make and how much the seed; in which part of the context a strategy is \
      best, ahead of another or fails (PRIM, and a tree of rules); and a map of the best strategy over \
      two factors. The design decides on the method: Morris' effects for trajectories, Sobol' indices \
      for a Saltelli sample, regression and rank coefficients for all.

        cocreate run scenarios/uncertain-municipality.yaml
        cocreate explain results/uncertain-municipality
        cocreate explain results/uncertain-municipality --strategy equal --versus guided
        cocreate explain results/uncertain-municipality --fails quality_realised=0.5

      Each call replaces the tables of the one before; --out keeps them apart.

      Exit status: 0 done, 1 something failed on the way, 2 the input is at fault.
      """)

  @Argument(help: "A results folder.", completion: .directory)
  var results: String

  @Option(help: "A metric of runs instead of the three ambitions'; repeatable.")
  var metric: [String] = []

  @Option(help: "A strategy; repeatable. All if not given.")
  var strategy: [String] = []

  @Option(
    help: ArgumentHelp(
      "Explain the difference from this strategy, run by run.", valueName: "strategy"))
  var versus: String?

  @Option(
    help: ArgumentHelp(
      "Find where strategies fail: where the mean of a metric is worse than a number. Repeatable.",
      valueName: "metric=number"))
  var fails: [String] = []

  @Option(
    help: ArgumentHelp(
      "The factors of the map, across and upwards; if not given, those that matter most for the "
        + "difference of the two best strategies.", valueName: "x,y"))
  var map: String?

  @Option(
    help: "The levels of a Morris design's grid; as many as a factor has values if not given.")
  var levels: Int?

  @Option(help: ArgumentHelp("Write the tables here instead.", valueName: "folder"))
  var out: String?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    let source = try FinishedResults(results)
    let design = try source.design()
    let (metrics, asked) = try checked(source, design)
    let table = try source.runs(metrics.map(\.name))
    let found = try Explanation(table, metrics, design, asked, levels: levels)
    var tables = DriverTables.encode(found.drivers, experiment: table.experiment)
    if !found.discoveries.isEmpty {
      tables += DiscoveryTables.encode(
        found.discoveries, found.trees, experiment: table.experiment)
    }
    if !found.maps.isEmpty {
      tables.append(DecisionMap.encode(found.maps, experiment: table.experiment))
    }
    let folder = try source.write(tables, replacing: Self.files, to: out)
    if !quiet {
      let report = ExplainReport(
        source.manifest, design, found, folder: folder,
        tables: tables.map(\.schema.fileName))
      try Console.print(report.text)
    }
  }

  /// What it may write.
  private static let files = [
    DriverTables.morris, DriverTables.sobol, DriverTables.second, DriverTables.regression,
    DriverTables.variance, DecisionMap.schema, DiscoveryTables.prim, DiscoveryTables.limits,
    DiscoveryTables.tree,
  ].map(\.fileName)

  private static func hint(_ text: String, _ metrics: [RunMetric]) -> String {
    let name = String(text.prefix { $0 != "=" })
    let near = nearestName(to: name, among: metrics.map(\.name))
    return near.map { $0 == name ? "" : "; did you mean \($0)?" } ?? ""
  }

  private func checked(
    _ source: FinishedResults, _ design: DesignPoints
  ) throws -> ([RunMetric], Explanation.Asked) {
    var faults: [String] = []
    let metrics = source.metrics(metric, faults: &faults)
    let areKnown = faults.isEmpty
    let known = source.manifest.strategies
    faults += strategy.compactMap { source.fault(ofStrategy: $0, option: "--strategy") }
    faults += [versus].compactMap(\.self).compactMap {
      source.fault(ofStrategy: $0, option: "--versus")
    }
    let wanted = (strategy.isEmpty ? known : known.filter(strategy.contains)).filter {
      $0 != versus
    }
    if faults.isEmpty, wanted.isEmpty, let versus {
      faults.append("--versus \(versus) is the only strategy; allowed: another than is explained")
    }
    var axes: (x: String, y: String)?
    if let map {
      let names = map.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let unknown = names.filter { !design.factors.contains($0) }
      if names.count == 2, unknown.isEmpty, names[0] != names[1] {
        axes = (names[0], names[1])
      } else {
        let hint = unknown.compactMap { nearestName(to: $0, among: design.factors) }.first
        faults.append(
          "--map is \(map)\(hint.map { "; did you mean \($0)?" } ?? ""); allowed: two different ones of "
            + design.factors.joined(separator: ", "))
      }
    }
    var limits: [String: Double] = [:]
    for text in fails where areKnown {
      if let (metric, number) = metricNumber(text, metrics) {
        if limits.updateValue(number, forKey: metric) != nil {
          faults.append("--fails \(metric) is there twice")
        }
      } else {
        faults.append(
          "--fails is \(text)\(Self.hint(text, metrics)); allowed: METRIC=NUMBER with one of "
            + metrics.map(\.name).joined(separator: ", "))
      }
    }
    if let levels, levels < 2 || !levels.isMultiple(of: 2) {
      faults.append("--levels is \(levels); allowed: an even number from 2")
    }
    guard faults.isEmpty else { throw BadFiles(description: faults.joined(separator: "\n")) }
    return (
      metrics,
      Explanation.Asked(
        strategies: wanted, axes: axes, isSeveral: known.count > 1, versus: versus, limits: limits)
    )
  }
}
