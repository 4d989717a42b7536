internal import CoCreation
internal import Experiments
internal import Foundation
internal import Tables

/// What a batch will take, in words.
struct PlanReport {
  private let experiment: Experiment
  private let output: OutputOptions
  private let forecast: Forecast

  init(_ experiment: Experiment, output: OutputOptions) {
    self.experiment = experiment
    self.output = output
    forecast = Forecast(experiment)
  }

  /// Seconds that a number of runs takes with all threads.
  func seconds(runs: Int, threads: Int) -> Double {
    forecast.secondsPerRun * Double(runs) / Double(threads)
  }

  var text: String {
    let (scenario, plan) = (experiment.scenario, experiment.plan)
    let runs = experiment.numbers.count
    let most = scenario.stopping == nil ? "" : "at most "
    let part = experiment.shard.map { "shard \($0.description): " } ?? ""
    var rows = [
      ["strategies", "\(plan.arms.count)"],
      [
        scenario.design.isPlausible ? "plausible models" : "points",
        "\(plan.points)" + (plan.points > 1 ? " of \(factors)" : ""),
      ],
      ["replicates", most + replicates],
      ["runs", part + most + "\(runs), of \(Int(scenario.parameters["rounds"])) months"],
      [
        "time",
        most + "\(Duration.text(seconds(runs: runs, threads: experiment.threads)))"
          + " on \(experiment.threads) threads (\(forecast.tried) runs tried, "
          + String(format: "%.3g", forecast.secondsPerRun * 1000) + " ms each)",
      ],
      ["disk", disk(runs)],
    ]
    if !output.isStream { rows.append(["folder", output.path(of: scenario, experiment.shard)]) }
    return """
      \(scenario.question ?? scenario.name)

      \(Console.table(rows))
      \(scenario.capacityInWords)\(space(runs))

      Nothing was run or written. Next: cocreate run\(cluster(runs)).
      """
  }

  /// A hint for batches that take long.
  private func cluster(_ runs: Int) -> String {
    let isLong = seconds(runs: runs, threads: experiment.threads) > 600
    guard isLong, experiment.scenario.stopping == nil, experiment.shard == nil, !output.isStream
    else { return "" }
    return ", or cocreate plan --emit slurm --shards \(min(100, runs)) for a cluster"
  }

  private var factors: String {
    let paths = experiment.scenario.design.factors.map(\.path)
    return paths.prefix(4).joined(separator: ", ") + (paths.count > 4 ? ", …" : "")
  }

  private var replicates: String {
    let replicates = experiment.scenario.replicates
    return replicates.processes == 1
      ? "\(replicates.contexts)" : "\(replicates.contexts) contexts x \(replicates.processes)"
  }

  private func disk(_ runs: Int) -> String {
    let tables = forecast.bytesPerRun.filter { $0.value > 0 }.sorted { $0.value > $1.value }
      .map { "\($0.key.schema.fileName) \(Self.size($0.value * Double(runs)))" }
    return "\(Self.size(forecast.bytes(runs: runs))) (\(tables.joined(separator: ", ")))"
      + (output.gzip ? " before it is compressed" : "")
  }

  /// A warning where the disk is too small.
  private func space(_ runs: Int) -> String {
    guard !output.isStream else { return "" }
    var folder = ResultsFolder.standard(output.path(of: experiment.scenario, experiment.shard))
    while folder != "/", !FileManager.default.fileExists(atPath: folder) {
      folder = URL(filePath: folder).deletingLastPathComponent().path(percentEncoded: false)
      folder = ResultsFolder.standard(folder)
    }
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.doubleValue,
      free < forecast.bytes(runs: runs)
    else { return "" }
    return "\n\nwarning: only \(Self.size(free)) are free in \(folder)"
  }

  private static func size(_ bytes: Double) -> String {
    switch bytes {
    case ..<1e3: "\(Int(bytes)) B"
    case ..<1e6: String(format: "%.3g kB", bytes / 1e3)
    case ..<1e9: String(format: "%.3g MB", bytes / 1e6)
    default: String(format: "%.3g GB", bytes / 1e9)
    }
  }
}

extension Scenario {
  /// The hours that a month's demand asks for beside those that there are, before anything is learnt.
  var capacityInWords: String {
    guard let capacity = try? strategies.first.map({ try configuration(for: $0).capacity }) else {
      return ""
    }
    func hours(_ number: Double) -> String { "\(Int(number.rounded())) hours" }
    return "a month's demand needs \(hours(capacity.needed)); the budget buys "
      + "\(hours(capacity.budget)), and staff works \(hours(capacity.staff))"
  }
}

extension Duration {
  /// Seconds as people say them.
  static func text(_ seconds: Double) -> String {
    switch seconds {
    case ..<10: String(format: "%.1f s", seconds)
    case ..<120: "\(Int(seconds)) s"
    case ..<7200: "\(Int(seconds / 60)) min"
    case ..<172_800: "\(Int(seconds / 3600)) h"
    default: "\(Int(min(seconds / 86_400, 1e9))) days"
    }
  }
}
