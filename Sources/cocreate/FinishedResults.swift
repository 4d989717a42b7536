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

  /// What is wrong with the names of metrics of its months.
  func faults(ofRounds asked: [String]) throws -> [String] {
    let name = ResultTable.rounds.schema.fileName
    guard !asked.isEmpty else { return [] }
    guard manifest.tables.contains(name) else {
      return ["--rounds: \(folder) was written without \(name)"]
    }
    let keys = ["experiment", "point", "strategy", "replicate", "run", "seed", "task", "round"]
    let known = try reading { try TableReader(path: folder + "/" + name).columns }
      .filter { !keys.contains($0) }
    return asked.enumerated().compactMap { place, metric in
      if asked[..<place].contains(metric) { return "--rounds \(metric) is there twice" }
      guard !known.contains(metric) else { return nil }
      let hint = nearestName(to: metric, among: known).map { "; did you mean \($0)?" } ?? ""
      return "--rounds: there is no \(metric) in \(name)\(hint); allowed: "
        + known.joined(separator: ", ")
    }
  }

  /// How metrics of its months unfold: those asked for, else of the usual ones those that it has; `nil`
  /// without months.
  func unfolding(_ asked: [String], usual: [String]) throws -> Unfolding? {
    let name = ResultTable.rounds.schema.fileName
    guard manifest.tables.contains(name) else { return nil }
    let path = folder + "/" + name
    let found = try reading {
      let columns = try TableReader(path: path).columns
      return try Unfolding(
        path: path, metrics: asked.isEmpty ? usual.filter(columns.contains) : asked,
        strategies: manifest.strategies)
    }
    // A table that was cut off at the end of a line is whole to a reader.
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? Int
    if let size, let whole = manifest.files.first(where: { $0.name == name })?.bytes, size != whole
    {
      throw BadFiles(
        description: "\(path) has \(size) bytes; allowed: \(whole), as its manifest says")
    }
    return found
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
  /// - Parameters:
  ///   - tables: The tables.
  ///   - pages: Other files.
  ///   - owned: The names of all files that the command may write; older ones of these leave the folder.
  ///   - other: The other folder.
  /// - Throws: ``BadFiles`` where that cannot be; `TableFileError` when the file system refuses.
  /// - Returns: Where they are.
  func write(
    _ tables: [RowEncoder], pages: [AddedFiles.Page] = [], replacing owned: [String],
    to other: String?
  ) throws -> String {
    let path = ResultsFolder.standard(other ?? folder)
    let own = URL(filePath: folder).resolvingSymlinksInPath().path
    guard URL(filePath: path).resolvingSymlinksInPath().path != own else {
      try AddedFiles.write(tables, pages: pages, replacing: owned, into: folder)
      return folder
    }
    let isFolder = (try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey]))?
      .isDirectory
    if isFolder == false {
      throw BadFiles(description: "--out \(path) is a file; allowed: a folder")
    }
    if FileManager.default.fileExists(atPath: path + "/" + Manifest.fileName) {
      throw BadFiles(
        description: "--out \(path) is another results folder; allowed: a folder of its own")
    }
    try AddedFiles.write(tables, pages: pages, apart: path)
    return path
  }

  /// The number of design points.
  var points: Int { manifest.design?.count ?? 1 }

  /// What is wrong with the name of a strategy; `nil` if nothing is.
  func fault(ofStrategy name: String, option: String) -> String? {
    let known = manifest.strategies
    guard !known.contains(name) else { return nil }
    let hint = nearestName(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
    return "\(option): there is no strategy \(name)\(hint); allowed: "
      + known.joined(separator: ", ")
  }

  /// The metrics asked for, or those that stand for the ambitions.
  ///
  /// - Parameters:
  ///   - asked: Names.
  ///   - all: Whether all that have a better direction are asked for.
  ///   - faults: What is wrong with the names is added here.
  /// - Returns: Those that are known.
  func metrics(_ asked: [String], all: Bool = false, faults: inout [String]) -> [RunMetric] {
    let known = Metrics.run.filter { $0.better != .none && manifest.metrics.contains($0.name) }
    if all {
      if !asked.isEmpty { faults.append("--metric beside --all-metrics; allowed: one of the two") }
      return known
    }
    let names = asked.isEmpty ? Metrics.headlines.map(\.name) : asked
    let before = faults.count
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
    if faults.count > before {
      faults.append("--metric, allowed: " + known.map(\.name).joined(separator: ", "))
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
