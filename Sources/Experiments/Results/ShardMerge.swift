internal import Foundation
public import Tables

/// Joins the shards of a batch to the folder that one machine would have written.
public struct ShardMerge: Sendable {
  /// The shards.
  public let shards: ShardsFolder
  /// Whether shards may come from processors whose mathematical functions differ in last bits.
  public var allowsMixedMathematics = false
  /// What is made of the tables in the end.
  public var finish = Finish()
  /// The command line, for the record.
  public var command = CommandLine.arguments

  /// Prepares to join shards.
  public init(_ shards: ShardsFolder) { self.shards = shards }

  /// Joins.
  ///
  /// - Parameters:
  ///   - path: The results folder.
  ///   - overwriting: Whether an existing results folder may be replaced.
  ///   - summarise: Adds tables made from the others, and returns what they are.
  /// - Throws: ``ShardFaults`` when a shard is missing, damaged or of another batch, before anything
  ///   is written; ``ResultsFolderError`` when the folder cannot be used.
  /// - Returns: How it ended.
  public func merge(
    into path: String, overwriting: Bool,
    summarise: ((borrowing ResultsFolder, Scenario, Manifest) throws -> [TableSchema])? = nil
  ) throws -> BatchOutcome {
    let path = ResultsFolder.standard(path)
    let parts = try checkedParts()
    var manifest = parts[0].manifest.recipe
    manifest.shard = nil
    manifest.finish = finish
    manifest.finish.summarises = summarise != nil
    manifest.program.mathematics = Set(parts.map(\.manifest.program.mathematics)).sorted()
      .joined(separator: ",")
    let failures = parts.reduce(0) { $0 + $1.manifest.failures }
    if let complete = try complete(at: path, manifest) { return complete }

    let scenario = try manifest.scenario(folder: parts[0].folder)
    // What a killed merge left has no journal, and nothing that the shards do not have.
    let hasJournal = FileManager.default.fileExists(
      atPath: path + ".partial/" + Journal.fileName)
    let folder = try ResultsFolder(
      creating: path, overwriting: overwriting, discarding: !hasJournal || overwriting)
    let partial = folder.partialPath
    var isWhole = false
    // Nothing is lost: the shards are there.
    defer { if !isWhole { try? FileManager.default.removeItem(atPath: partial) } }
    var records = try parts[0].manifest.tables.map { try Self.join($0, parts, folder.partialPath) }
    if manifest.design != nil {
      try FileManager.default.copyItem(
        atPath: parts[0].folder + "/" + Design.fileName,
        toPath: folder.partialPath(of: Design.fileName))
      records.append(try FileRecord(of: Design.fileName, in: folder.partialPath))
    }
    try writeSessions(parts, runs: manifest.runs, folder.partialPath)
    try folder.complete(
      manifest, scenario, records, made: manifest.runs - failures, failures: failures
    ) {
      try summarise?($0, scenario, manifest) ?? []
    }
    isWhole = true
    return BatchOutcome(
      path: path, runs: manifest.runs - failures, failures: failures, ending: .finished)
  }

  private struct Part {
    let folder: String
    let manifest: Manifest
  }

  /// Every shard, whole and of one batch.
  private func checkedParts() throws -> [Part] {
    let counts = try shards.counts()
    guard let count = counts.first, counts.count == 1 else {
      let found = counts.map(String.init).joined(separator: " and of ")
      throw ShardFaults(
        path: shards.path,
        faults: [counts.isEmpty ? "no shards" : "shards of \(found); remove those not wanted"])
    }
    var (parts, faults): ([Part], [String]) = ([], [])
    for shard in Shard.all(count) {
      let name = shard.description
      switch shards.status(of: shard) {
      case .missing: faults.append("shard \(name) is missing")
      case .partial(let made, let total):
        faults.append("shard \(name) has \(made) of \(total) runs")
      case .damaged(let reasons):
        faults += reasons.map { "shard \(name) is damaged: \($0)" }
      case .complete:
        let folder = shards.path(of: shard)
        let manifest = try Manifest.read(folder: folder)
        if manifest.shard != shard { faults.append("shard \(name) says it is another") }
        parts.append(Part(folder: folder, manifest: manifest))
      }
    }
    if let first = parts.first {
      var program = Manifest.Program()
      program.mathematics = first.manifest.program.mathematics
      if first.manifest.program != program {
        faults.append(
          "the shards were made by \(first.manifest.program.described), this is "
            + "\(program.described): merge with the "
            + "program that made them")
      }
      for part in parts.dropFirst() { faults += try differences(of: part, from: first) }
    }
    guard faults.isEmpty else { throw ShardFaults(path: shards.path, faults: faults) }
    return parts
  }

  private func differences(of part: Part, from first: Part) throws -> [String] {
    var manifest = part.manifest
    if allowsMixedMathematics {
      manifest.program.mathematics = first.manifest.program.mathematics
    }
    let shard = part.manifest.shard?.description ?? "?"
    return try manifest.differences(from: first.manifest, ignoring: ["shard"]).map { line in
      let hint =
        line.hasPrefix("program.mathematics")
        ? "; processors that round differently: last digits may differ. "
          + "--allow-mixed-mathematics merges all the same" : ""
      return "shard \(shard) is not like the first: \(line)\(hint)"
    }
  }

  /// The outcome, if the folder is there, complete and of this very batch.
  private func complete(at path: String, _ manifest: Manifest) throws -> BatchOutcome? {
    guard FileManager.default.fileExists(atPath: path + "/" + Manifest.fileName) else { return nil }
    let there = try Manifest.read(folder: path)
    guard try manifest.differences(from: there).isEmpty, there.damagedFiles(in: path).isEmpty
    else { return nil }
    return BatchOutcome(
      path: path, runs: there.made, failures: there.failures, ending: .wasComplete)
  }

  /// One table of all shards, which were checked, under one header line.
  private static func join(_ name: String, _ parts: [Part], _ folder: String) throws -> FileRecord {
    let file = try GrowingTable(creating: name, in: folder)
    for (index, part) in parts.enumerated() {
      var isHeader = index > 0
      var bytes = 0
      try FileRecord.blocks(of: name, in: part.folder) { block in
        bytes += block.count
        var rows = block[...]
        if isHeader {
          // A header line holds no quoted line break: names of columns are ours.
          guard let end = rows.firstIndex(of: UInt8(ascii: "\n")) else { return }
          rows = rows[rows.index(after: end)...]
          isHeader = false
        }
        try file.write(Array(rows))
      }
      guard part.manifest.files.contains(where: { $0.name == name && $0.bytes == bytes }) else {
        throw ResultsFolderError(
          path: part.folder, problem: .damaged("\(name) changed while it was read"))
      }
    }
    return try file.close()
  }

  private func writeSessions(_ parts: [Part], runs: Int, _ folder: String) throws {
    var lines: [UInt8] = []
    for part in parts {
      lines +=
        (try? Data(contentsOf: URL(filePath: part.folder + "/" + Session.fileName))) ?? Data()
    }
    lines += try Session(
      event: "merge", command: command, threads: 1, runs: runs, shard: nil
    ).line()
    try TableFile.replace(folder + "/" + Session.fileName, with: lines)
  }
}
