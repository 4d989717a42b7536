internal import Foundation
public import Tables

/// Files that are made from the tables of a finished results folder, and added to it.
public enum AddedFiles {
  /// A file that is no table of the data package.
  public struct Page: Sendable {
    /// Its path in the results folder, as `figures/ambitions.svg`.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]

    /// Makes a file of bytes.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Writes tables and pages into a results folder, in place of older ones of the same names, and
  /// names them in its manifest, tables also in its data package.
  ///
  /// Each has its name when it is whole. If the work is cut off before the manifest is written,
  /// `cocreate status` says so, and doing it again mends it.
  ///
  /// - Parameters:
  ///   - tables: The tables, each with its header line.
  ///   - pages: Other files.
  ///   - owned: The names of all files that the same command may write: those of an earlier call that are not
  ///     written now are taken away.
  ///   - folder: The results folder.
  /// - Throws: ``ResultsFolderError`` when the folder is not finished, `TableFileError` when the file
  ///   system refuses.
  public static func write(
    _ tables: [RowEncoder], pages: [Page] = [], replacing owned: [String], into folder: String
  ) throws {
    // Two commands at once would each drop what the other has added.
    let lock = try FolderLock(folder, isPatient: true)
    defer { withExtendedLifetime(lock) {} }
    var manifest = try Manifest.read(folder: folder)
    let pages = tables.map { Page(name: $0.schema.fileName, bytes: $0.bytes) } + pages
    try write(pages, to: folder)
    var added = try pages.map { try FileRecord(of: $0.name, in: folder) }
    let files = zip(tables, added).map {
      DataPackage.File(schema: $0.schema, bytes: $1.bytes, sha256: $1.sha256)
    }
    let stale = Set(owned).subtracting(pages.map(\.name))
    let package = try descriptor(adding: files, without: stale, to: folder, manifest)
    try TableFile.replace(folder + "/" + DataPackage.fileName, with: package)
    added.append(try FileRecord(of: DataPackage.fileName, in: folder))
    let names = Set(added.map(\.name))
    manifest.files = (manifest.files.filter { !names.union(stale).contains($0.name) } + added)
      .sorted { $0.name < $1.name }
    try TableFile.replace(folder + "/" + Manifest.fileName, with: try manifest.json())
    for name in stale { try? FileManager.default.removeItem(atPath: folder + "/" + name) }
    try TableFile.synchronize(folder: folder)
  }

  /// Writes tables and pages into a folder that is no results folder: nothing else in it is touched, for no
  /// manifest says whose it is.
  ///
  /// - Parameters:
  ///   - tables: The tables, each with its header line.
  ///   - pages: Other files.
  ///   - folder: The folder; made if it is not there.
  /// - Throws: `TableFileError` when the file system refuses.
  public static func write(
    _ tables: [RowEncoder], pages: [Page] = [], apart folder: String
  ) throws {
    try write(
      tables.map { Page(name: $0.schema.fileName, bytes: $0.bytes) } + pages, to: folder)
  }

  private static func write(_ pages: [Page], to folder: String) throws {
    for page in pages {
      let path = URL(filePath: folder + "/" + page.name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try TableFile.replace(path.path, with: page.bytes)
    }
  }

  /// The data package without some tables and with further ones behind those it has.
  private static func descriptor(
    adding files: [DataPackage.File], without stale: Set<String>, to folder: String,
    _ manifest: Manifest
  ) throws -> [UInt8] {
    let path = folder + "/" + DataPackage.fileName
    guard !files.isEmpty else { return Array(try Data(contentsOf: URL(filePath: path))) }
    func object(_ json: Data) throws -> [String: Any] {
      guard let object = try JSONSerialization.jsonObject(with: json) as? [String: Any] else {
        throw ResultsFolderError(
          path: folder, problem: .damaged("\(DataPackage.fileName) cannot be read"))
      }
      return object
    }
    var package = try object(Data(contentsOf: URL(filePath: path)))
    let more = try object(
      Data(
        DataPackage(
          experiment: manifest.scenario.name, question: manifest.scenario.question, files: files
        ).json()))
    let names = Set(files.map(\.schema.name))
    let resources = (package["resources"] as? [[String: Any]] ?? []).filter {
      !names.contains($0["name"] as? String ?? "") && !stale.contains($0["path"] as? String ?? "")
    }
    package["resources"] = resources + (more["resources"] as? [[String: Any]] ?? [])
    let json = try JSONSerialization.data(
      withJSONObject: package, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return Array(json) + Array("\n".utf8)
  }
}
