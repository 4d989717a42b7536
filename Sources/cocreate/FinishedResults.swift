internal import Analysis
internal import CoCreation
internal import Experiments
internal import Foundation
internal import Tables

/// A results folder that is whole, as an analysis reads it.
struct FinishedResults {
  let folder: String
  let manifest: Manifest

  init(_ folder: String) throws {
    let path = ResultsFolder.standard(Self.folder(of: folder))
    if ShardsFolder(at: path) != nil {
      throw BadFiles(
        description: "\(folder) is a folder of shards; join them first: cocreate merge \(folder)")
    }
    if !FileManager.default.fileExists(atPath: path + "/" + Manifest.fileName),
      let hint = Self.hint(folder)
    {
      throw BadFiles(description: "\(folder) is no results folder: \(hint)")
    }
    let manifest = try Manifest.read(folder: path)
    guard manifest.made > 0, manifest.shard == nil else {
      throw BadFiles(
        description: "\(folder): not a whole batch; allowed: a finished results folder")
    }
    self.folder = path
    self.manifest = manifest
  }

  /// The folder of a file of results, as of its report; else what was given.
  private static func folder(of path: String) -> String {
    let parent = URL(filePath: path).deletingLastPathComponent().path
    let isFolder = (try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey]))?
      .isDirectory
    guard isFolder == false,
      FileManager.default.fileExists(atPath: parent + "/" + Manifest.fileName)
    else { return path }
    return parent
  }

  /// What may be meant by a path that is no results folder.
  private static func hint(_ path: String) -> String? {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      return "it is a scenario; run it first: cocreate run \(path)"
    }
    let inside = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      .map { path + "/" + $0 }
      .filter { FileManager.default.fileExists(atPath: $0 + "/" + Manifest.fileName) }
    return inside.isEmpty ? nil : "there are some in it: \(inside.joined(separator: ", "))"
  }

  /// The runs with some metrics.
  func runs(_ metrics: [String]) throws -> RunTable {
    let name = ResultTable.runs.schema.fileName
    let table = try reading {
      try RunTable(path: folder + "/" + name, metrics: metrics, strategies: manifest.strategies)
    }
    // A table that was cut off at the end of a line is whole to a reader.
    let whole = manifest.made
    guard table.count == whole, whole > 0 else {
      throw BadFiles(
        description:
          "\(folder)/\(name) has \(table.count) runs; allowed: \(whole), as its manifest says")
    }
    return table
  }

  /// How metrics of its months unfold: those asked for, else of the usual ones those that it has; `nil`
  /// without months.
  func unfolding(_ asked: [String], usual: [String]) throws -> Unfolding? {
    let name = ResultTable.rounds.schema.fileName
    guard manifest.tables.contains(name) else {
      guard asked.isEmpty else {
        throw BadFiles(description: "--rounds: \(folder) was written without \(name)")
      }
      return nil
    }
    return try reading {
      let path = folder + "/" + name
      let columns = try TableReader(path: path).columns
      return try Unfolding(
        path: path, metrics: asked.isEmpty ? usual.filter(columns.contains) : asked,
        strategies: manifest.strategies)
    }
  }

  /// The points of its design.
  func design() throws -> DesignPoints {
    guard manifest.design != nil else {
      throw BadFiles(
        description: """
          \(folder) has one design point: nothing varies that could be explained.
          Say in the scenario what is not known, and draw points of it:
            uncertain: {press_scrutiny: {uniform: [0.05, 0.5]}, stake: {uniform: [0, 1]}}
            design: {saltelli: 64}
          """)
    }
    return try reading { try DesignPoints(path: folder + "/design.csv") }
  }

  /// Reads, with what is wrong with a table as bad input.
  func reading<Value>(_ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch let error as TableReaderError {
      throw BadFiles(description: String(describing: error))
    }
  }

  /// Writes tables and pages into the folder, or apart from it into another.
  ///
  /// - Returns: Where they are.
  func write(_ tables: [RowEncoder], pages: [AddedFiles.Page] = [], to other: String?) throws
    -> String
  {
    guard let other else {
      try AddedFiles.write(tables, pages: pages, into: folder)
      return folder
    }
    let path = ResultsFolder.standard(other)
    let own = URL(filePath: folder).resolvingSymlinksInPath().path
    guard URL(filePath: path).resolvingSymlinksInPath().path != own else {
      try AddedFiles.write(tables, pages: pages, into: folder)
      return folder
    }
    if FileManager.default.fileExists(atPath: path + "/" + Manifest.fileName) {
      throw BadFiles(
        description: "--out \(other) is another results folder; allowed: a folder of its own")
    }
    try AddedFiles.write(tables, pages: pages, apart: path)
    return path
  }

  /// The metrics asked for, or those that stand for the ambitions, with every fault of them.
  func metrics(_ asked: [String], all: Bool) throws -> [RunMetric] {
    let known = Metrics.run.filter { $0.better != .none && manifest.metrics.contains($0.name) }
    if all { return known }
    let names = asked.isEmpty ? Metrics.headlines.map(\.name) : asked
    var faults: [String] = []
    for (index, name) in names.enumerated() {
      if names[..<index].contains(name) {
        faults.append("--metric \(name) is there twice")
      } else if let metric = Metrics.run.first(where: { $0.name == name }) {
        if !manifest.metrics.contains(name) {
          faults.append(
            "\(folder) was written without the metric \(name) (--columns); take others: --metric")
        } else if metric.better == .none {
          faults.append("--metric \(name): neither more nor less of it is better")
        }
      } else {
        let hint = nearestName(to: name, among: known.map(\.name))
        faults.append(
          "--metric: there is no metric \(name) of runs"
            + (hint.map { "; did you mean \($0)?" } ?? ""))
      }
    }
    guard faults.isEmpty else {
      throw BadFiles(
        description: faults.joined(separator: "\n") + "\nallowed: "
          + known.map(\.name).joined(separator: ", "))
    }
    return names.compactMap { name in known.first { $0.name == name } }
  }
}

/// A number for a metric, METRIC=NUMBER; `nil` where the text is none, or of no metric asked for.
func metricNumber(_ text: String, _ metrics: [RunMetric]) -> (metric: String, number: Double)? {
  let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2, let number = Double(parts[1]), number.isFinite,
    let metric = metrics.first(where: { $0.name == parts[0] })
  else { return nil }
  return (metric.name, number)
}
