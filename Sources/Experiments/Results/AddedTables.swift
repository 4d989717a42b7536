internal import Foundation
public import Tables

/// Tables that are made from those of a finished results folder, and added to it.
public enum AddedTables {
  /// Writes tables into a results folder, in place of older ones of the same names, and names them in
  /// its data package and its manifest.
  ///
  /// A table has its name when it is whole. If the work is cut off between a table and the manifest,
  /// `cocreate status` says so, and doing it again mends it.
  ///
  /// - Parameters:
  ///   - tables: The tables, each with its header line.
  ///   - folder: The results folder.
  /// - Throws: ``ResultsFolderError`` when the folder is not finished, `TableFileError` when the file
  ///   system refuses.
  public static func write(_ tables: [RowEncoder], into folder: String) throws {
    var manifest = try Manifest.read(folder: folder)
    for table in tables {
      try TableFile.replace(folder + "/" + table.schema.fileName, with: table.bytes)
    }
    let records = try tables.map { try FileRecord(of: $0.schema.fileName, in: folder) }
    let package = try descriptor(
      adding: zip(tables, records).map {
        DataPackage.File(schema: $0.schema, bytes: $1.bytes, sha256: $1.sha256)
      }, to: folder, manifest)
    try TableFile.replace(folder + "/" + DataPackage.fileName, with: package)
    let added = records + [try FileRecord(of: DataPackage.fileName, in: folder)]
    manifest.files =
      (manifest.files.filter { file in !added.contains { $0.name == file.name } } + added)
      .sorted { $0.name < $1.name }
    try TableFile.replace(folder + "/" + Manifest.fileName, with: try manifest.json())
    try TableFile.synchronize(folder: folder)
  }

  /// The data package with further tables behind those it has.
  private static func descriptor(
    adding files: [DataPackage.File], to folder: String, _ manifest: Manifest
  ) throws -> [UInt8] {
    let path = folder + "/" + DataPackage.fileName
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
      !names.contains($0["name"] as? String ?? "")
    }
    package["resources"] = resources + (more["resources"] as? [[String: Any]] ?? [])
    let json = try JSONSerialization.data(
      withJSONObject: package, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return Array(json) + Array("\n".utf8)
  }
}
