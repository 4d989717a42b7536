internal import Foundation
public import Tables

/// A results folder in the making.
///
/// Files go into a folder named `<path>.partial`, which gets its name when everything is in it, so
/// that a folder of the asked-for name is always complete. Work that was cut short leaves the
/// partial folder with what was finished.
public struct ResultsFolder: ~Copyable {
  /// The path it will have.
  public let path: String
  /// Where its files are until it is finished.
  public let partialPath: String
  private let replaces: Bool
  private let lock: FolderLock

  /// Checks that a folder can be made, and makes it.
  ///
  /// - Parameters:
  ///   - path: The path of the finished folder.
  ///   - overwriting: Whether an existing results folder may be replaced once the new one is
  ///     complete.
  ///   - discarding: Whether what an interrupted run left is discarded; as `overwriting` if `nil`.
  /// - Throws: ``ResultsFolderError``, or what the file system throws.
  public init(creating path: String, overwriting: Bool, discarding: Bool? = nil) throws {
    let path = Self.standard(path)
    let partialPath = path + ".partial"
    let replaces = try Self.mayReplace(path, overwriting: overwriting)
    if try Self.mayReplace(partialPath, overwriting: discarding ?? overwriting) {
      // Nobody else may begin to write there until it is gone.
      let lock = try FolderLock(partialPath)
      try FileManager.default.removeItem(atPath: partialPath)
      _ = consume lock
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
    try Self.synchronizeParent(of: path)
    self.path = path
    self.partialPath = partialPath
    self.replaces = replaces
    self.lock = consume lock
  }

  private static func synchronizeParent(of path: String) throws(TableFileError) {
    let parent = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    try TableFile.synchronize(folder: parent)
  }

  /// Goes on with a partial folder that is there.
  ///
  /// - Parameters:
  ///   - path: The path of the finished folder.
  ///   - overwriting: Whether an existing results folder may be replaced once the new one is
  ///     complete.
  /// - Throws: ``ResultsFolderError``
  public init(continuing path: String, overwriting: Bool) throws {
    let path = Self.standard(path)
    let partialPath = path + ".partial"
    let replaces = try Self.mayReplace(path, overwriting: overwriting)
    _ = try Self.mayReplace(partialPath, overwriting: true)
    let lock = try FolderLock(partialPath)
    self.path = path
    self.partialPath = partialPath
    self.replaces = replaces
    self.lock = consume lock
  }

  /// A path without a slash at its end and without detours.
  public static func standard(_ path: String) -> String {
    let standard = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
    return standard.count > 1 && standard.hasSuffix("/") ? String(standard.dropLast()) : standard
  }

  /// The path of a file while the folder is in the making.
  public func partialPath(of file: String) -> String { partialPath + "/" + file }

  /// Writes a table whole, synchronised to the disk.
  ///
  /// - Parameter rows: The table's rows, with the header line.
  /// - Throws: ``TableFileError``
  public func write(_ rows: RowEncoder) throws(TableFileError) {
    try write(rows.bytes, to: rows.schema.fileName)
  }

  /// Writes a file whole, synchronised to the disk, in place of one that may be there.
  ///
  /// - Parameters:
  ///   - bytes: What is in the file.
  ///   - name: The name of the file.
  /// - Throws: ``TableFileError``
  public func write(_ bytes: [UInt8], to name: String) throws(TableFileError) {
    try TableFile.replace(partialPath(of: name), with: bytes)
  }

  /// Gives the folder its name, durably.
  ///
  /// - Throws: When the file system refuses; the partial folder then stays.
  public consuming func finish() throws {
    let files = FileManager.default
    try TableFile.synchronize(folder: partialPath)
    if replaces {
      // The old folder is gone only when the new one is in its place.
      let old = "\(path).replaced-\(UUID().uuidString)"
      try files.moveItem(atPath: path, toPath: old)
      do {
        try files.moveItem(atPath: partialPath, toPath: path)
      } catch {
        try files.moveItem(atPath: old, toPath: path)
        throw error
      }
      try files.removeItem(atPath: old)
    } else {
      try files.moveItem(atPath: partialPath, toPath: path)
    }
    try Self.synchronizeParent(of: path)
  }

  /// How far an interrupted batch is; `nil` for a folder that is none.
  ///
  /// - Parameter path: The path of the finished folder, or of the partial one.
  /// - Throws: When the journal cannot be read.
  /// - Returns: The runs made, and how many there are at most.
  public static func progress(of path: String) throws -> (made: Int, total: Int)? {
    let partial = path.hasSuffix(".partial") ? path : path + ".partial"
    if let journal = try Journal.read(in: partial) {
      let total = journal.manifest.shard?.slice(of: journal.manifest.runs).count
      return (
        journal.checkpoint.map { $0.runs + $0.failures } ?? 0, total ?? journal.manifest.runs
      )
    }
    // All is there but the name.
    guard FileManager.default.fileExists(atPath: partial + "/" + Manifest.fileName) else {
      return nil
    }
    let manifest = try Manifest.read(folder: partial)
    return (manifest.made + manifest.failures, manifest.made + manifest.failures)
  }

  /// The names of the files that a results folder may hold.
  static let fileNames: Set<String> = Set(
    [
      "summary.csv", "design.csv", "stopping.csv", "table.csv", Manifest.fileName,
      "datapackage.json",
      Session.fileName, Journal.fileName, "verification.csv", "verification.md", "robustness.csv",
    ] + ResultTable.allCases.map(\.schema.fileName))

  /// The name of a file before it was compressed, or was being compressed.
  private static func original(of name: String) -> String {
    let name = name.hasSuffix(".partial") ? name.dropLast(8) : name[...]
    return String(name.hasSuffix(GzipFile.ending) ? name.dropLast(GzipFile.ending.count) : name)
  }

  /// The folder that a file below a results folder is in, or its name.
  private static func firstPart(of name: String) -> String {
    String(name.prefix { $0 != "/" })
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
    let content: [String]
    do {
      content = try files.contentsOfDirectory(atPath: path)
    } catch {
      throw ResultsFolderError(path: path, problem: .holdsOtherFiles(["what cannot be listed"]))
    }
    let added = Set(
      ((try? Manifest.read(folder: path))?.files ?? []).map { firstPart(of: $0.name) })
    let foreign = content.filter { name in
      let type = try? files.attributesOfItem(atPath: path + "/" + name)[.type]
      return !added.contains(name)
        && (!fileNames.contains(original(of: name))
          || type as? FileAttributeType != .typeRegular)
    }.sorted()
    guard foreign.isEmpty else {
      throw ResultsFolderError(path: path, problem: .holdsOtherFiles(foreign))
    }
    return true
  }
}
