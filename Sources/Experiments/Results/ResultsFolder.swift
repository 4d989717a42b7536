internal import Foundation
public import Tables

/// A results folder in the making.
///
/// Rows go into a folder named `<path>.partial`, which gets its name when everything is in it, so
/// that a folder of the asked-for name is always complete. A run that was cut short leaves the
/// partial folder with the rows that were finished.
public struct ResultsFolder: ~Copyable {
  /// The path it will have.
  public let path: String
  /// Where its files are until it is finished.
  public let partialPath: String
  private let replaces: Bool
  private let lock: FolderLock
  private var runs: TableFile?
  private var tasks: TableFile?
  private var rounds: TableFile?
  private var actors: TableFile?
  private var events: TableFile?

  /// Checks that a folder can be made, and makes it.
  ///
  /// - Parameters:
  ///   - path: The path of the finished folder.
  ///   - tables: The tables to open.
  ///   - overwriting: Whether an existing results folder may be replaced once the new one is
  ///     complete.
  /// - Throws: ``ResultsFolderError`` or ``TableFileError``.
  public init(creating path: String, tables: Set<ResultTable>, overwriting: Bool) throws {
    let standard = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
    let path =
      standard.count > 1 && standard.hasSuffix("/") ? String(standard.dropLast()) : standard
    let partialPath = path + ".partial"
    let replaces = try Self.mayReplace(path, overwriting: overwriting)
    if try Self.mayReplace(partialPath, overwriting: overwriting) {
      _ = try FolderLock(partialPath)
      try FileManager.default.removeItem(atPath: partialPath)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: partialPath, withIntermediateDirectories: true)
    } catch {
      // Foundation does not say why; asking the system once more does.
      let reason =
        unsafe mkdir(partialPath, 0o777) == 0 ? nil : unsafe String(cString: strerror(errno))
      if let reason { throw ResultsFolderError(path: path, problem: .cannotCreate(reason)) }
    }
    let lock = try FolderLock(partialPath)
    func open(_ table: ResultTable) throws -> TableFile? {
      tables.contains(table) ? try Self.open(table, in: partialPath) : nil
    }
    let runs = try open(.runs)
    let tasks = try open(.tasks)
    let rounds = try open(.rounds)
    let actors = try open(.actors)
    let events = try open(.events)
    self.path = path
    self.partialPath = partialPath
    self.replaces = replaces
    self.lock = consume lock
    self.runs = consume runs
    self.tasks = consume tasks
    self.rounds = consume rounds
    self.actors = consume actors
    self.events = consume events
  }

  /// The path of a file while the folder is in the making.
  public func partialPath(of file: String) -> String { partialPath + "/" + file }

  mutating func write(_ chunk: Chunk) throws(TableFileError) {
    if let bytes = chunk.tables[.runs] { try runs?.write(bytes) }
    if let bytes = chunk.tables[.tasks] { try tasks?.write(bytes) }
    if let bytes = chunk.tables[.rounds] { try rounds?.write(bytes) }
    if let bytes = chunk.tables[.actors] { try actors?.write(bytes) }
    if let bytes = chunk.tables[.events] { try events?.write(bytes) }
  }

  /// Writes a table whole, synchronised to the disk.
  ///
  /// - Parameter rows: The table's rows, with the header line.
  /// - Throws: ``TableFileError``
  public func write(_ rows: RowEncoder) throws(TableFileError) {
    try write(rows.bytes, to: rows.schema.fileName)
  }

  /// Writes a file whole, synchronised to the disk.
  ///
  /// - Parameters:
  ///   - bytes: What is in the file.
  ///   - name: The name of the file.
  /// - Throws: ``TableFileError``
  public func write(_ bytes: [UInt8], to name: String) throws(TableFileError) {
    var file = try TableFile(creating: partialPath(of: name))
    try file.write(bytes)
    try file.synchronize()
    try file.close()
  }

  /// Waits until every row is on the disk; no rows can be written afterwards.
  ///
  /// - Throws: ``TableFileError``
  public mutating func closeTables() throws(TableFileError) {
    try Self.close(runs.take())
    try Self.close(rounds.take())
    try Self.close(actors.take())
    try Self.close(events.take())
  }

  /// Writes the manifest and gives the folder its name.
  ///
  /// - Parameter manifest: What made the folder.
  /// - Throws: When the file system refuses; the partial folder then stays.
  public mutating func finish(_ manifest: Manifest) throws {
    try closeTables()
    try write(manifest.json(), to: Manifest.fileName)
    try finish()
  }

  /// Gives the folder its name.
  ///
  /// - Throws: When the file system refuses; the partial folder then stays.
  public mutating func finish() throws {
    try closeTables()
    let files = FileManager.default
    if replaces {
      // The old folder is gone only when the new one is in its place.
      let old = "\(path).replaced-\(UUID().uuidString)"
      try files.moveItem(atPath: path, toPath: old)
      try files.moveItem(atPath: partialPath, toPath: path)
      try files.removeItem(atPath: old)
    } else {
      try files.moveItem(atPath: partialPath, toPath: path)
    }
  }

  private static func open(_ table: ResultTable, in folder: String) throws(TableFileError)
    -> TableFile
  {
    var file = try TableFile(creating: folder + "/" + table.schema.fileName)
    var header = RowEncoder(schema: table.schema)
    header.appendHeader()
    try file.write(&header)
    return file
  }

  private static func close(_ file: consuming TableFile?) throws(TableFileError) {
    guard var file else { return }
    try file.synchronize()
    try file.close()
  }

  /// Whether there is something that may be replaced; throws when there is something else.
  private static func mayReplace(_ path: String, overwriting: Bool) throws -> Bool {
    let files = FileManager.default
    guard let attributes = try? files.attributesOfItem(atPath: path) else { return false }
    guard attributes[.type] as? FileAttributeType == .typeDirectory else {
      throw ResultsFolderError(path: path, problem: .notAFolder)
    }
    guard overwriting else {
      throw ResultsFolderError(
        path: path, problem: path.hasSuffix(".partial") ? .interrupted : .exists)
    }
    let known = Set(
      ["summary.csv", Manifest.fileName, "verification.csv", "verification.md", "robustness.csv"]
        + ResultTable.allCases.map(\.schema.fileName))
    let content: [String]
    do {
      content = try files.contentsOfDirectory(atPath: path)
    } catch {
      throw ResultsFolderError(path: path, problem: .holdsOtherFiles(["what cannot be listed"]))
    }
    let foreign = content.filter { name in
      let type = try? files.attributesOfItem(atPath: path + "/" + name)[.type]
      return !known.contains(name) || type as? FileAttributeType != .typeRegular
    }.sorted()
    guard foreign.isEmpty else {
      throw ResultsFolderError(path: path, problem: .holdsOtherFiles(foreign))
    }
    return true
  }
}

/// Why a results folder cannot be made.
public struct ResultsFolderError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What stands in the way.
  public enum Problem: Equatable, Sendable {
    /// There is a results folder already.
    case exists
    /// There is a folder that an interrupted run left.
    case interrupted
    /// Another run is writing there.
    case inUse
    /// There is something that is no folder.
    case notAFolder
    /// There is a folder with files that no run writes.
    case holdsOtherFiles([String])
    /// The file system refused.
    case cannotCreate(String)
  }

  /// The path.
  public let path: String
  /// What stands in the way.
  public let problem: Problem

  /// The problem in a sentence, with what to do.
  public var description: String {
    switch problem {
    case .exists:
      "\(path) exists already; choose another folder with --out, or replace it with --overwrite"
    case .interrupted:
      "\(path) holds the finished rows of a run that was interrupted; "
        + "move it away, or discard it with --overwrite"
    case .inUse: "another run is writing to \(path); wait for it, or choose another with --out"
    case .notAFolder: "\(path) is not a folder; choose another with --out"
    case .holdsOtherFiles(let names):
      "\(path) holds files that no run writes (\(names.prefix(3).joined(separator: ", "))"
        + "\(names.count > 3 ? ", …" : "")); it is not replaced. Choose another folder with --out"
    case .cannotCreate(let reason): "\(path) cannot be made: \(reason)"
    }
  }
}
