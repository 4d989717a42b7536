import CoCreation
import Experiments
import Foundation
import Testing

/// A folder of one test for results folders, removed at the end of its life.
final class ResultsPlace: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "results-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  /// The names in a folder below, sorted; of the place itself if none is given.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }
}

/// A scenario that runs in a moment.
enum Village {
  static let strategies = ["guided", "empowering", "in-house"]

  static func scenario(
    replicates: String = "4", tasks: String? = nil, design: String? = nil,
    overrides: ScenarioOverrides = ScenarioOverrides()
  ) throws -> Scenario {
    let tasks = tasks.map { "\n  tasks: \($0)" } ?? ""
    let design = design.map { "\ndesign: \($0)" } ?? ""
    return try Scenario(
      text: """
        format: 1
        name: village
        question: Which form suits a village?
        rounds: 3
        replicates: \(replicates)
        seed: 42
        context:
          failure_base: 0.4\(tasks)
          actors: {professional: {count: 4}, citizen: {count: 10}}\(design)
        strategies:
          guided: {form: guided}
          empowering: {form: empowering}
          in-house: {codesign_share: 0, codelivery_share: 0}
        baseline: in-house
        """, name: "village.yaml", overrides: overrides)
  }

  static func manifest(_ scenario: Scenario, tables: Set<ResultTable> = []) throws -> Manifest {
    Manifest(scenario, plan: try RunPlan(scenario), selection: TableSelection(tables))
  }
}
