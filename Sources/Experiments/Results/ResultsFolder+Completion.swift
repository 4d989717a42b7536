internal import Foundation
internal import Tables

extension ResultsFolder {
  /// Writes what is made from the tables, the manifest last, and gives the folder its name.
  ///
  /// - Parameters:
  ///   - manifest: What was to be made.
  ///   - scenario: Its scenario.
  ///   - records: The tables that are written and closed.
  ///   - made: The runs that have rows.
  ///   - failures: The runs that failed.
  ///   - summarise: Adds tables made from the others; not asked for a shard.
  /// - Throws: When the file system refuses; the partial folder then stays, and can be completed.
  consuming func complete(
    _ manifest: Manifest, _ scenario: Scenario, _ records: [FileRecord], made: Int,
    failures: Int,
    _ summarise: (borrowing ResultsFolder) throws -> [TableSchema]
  ) throws {
    var manifest = manifest
    (manifest.made, manifest.failures) = (made, failures)
    let isShard = manifest.shard != nil
    var schemas = ResultTable.allCases.filter(manifest.selection.tables.contains)
      .map(manifest.selection.schema)
    if !isShard { schemas += try summarise(self) }
    if scenario.stopping != nil { schemas.append(StoppingTable.schema) }
    if !scenario.design.isSingle { schemas.append(scenario.design.schema) }
    var files = try schemas.map { schema in
      try records.first { $0.name == schema.fileName }
        ?? FileRecord(of: schema.fileName, in: partialPath)
    }
    if manifest.finish.writesBehaviorSpaceTable {
      try BehaviorSpaceTable(scenario, manifest.metrics).write(in: self)
      files.append(try FileRecord(of: BehaviorSpaceTable.fileName, in: partialPath))
    }
    if manifest.finish.compresses {
      files = try files.map { file in
        try GzipFile.compress(path: partialPath(of: file.name))
        return try FileRecord(of: file.name + GzipFile.ending, in: partialPath)
      }
    }
    if !isShard {
      try write(dataPackage(manifest, schemas, files), to: DataPackage.fileName)
      files.append(try FileRecord(of: DataPackage.fileName, in: partialPath))
    }
    manifest.files = files.sorted { $0.name < $1.name }
    try write(manifest.json(), to: Manifest.fileName)
    try TableFile.synchronize(folder: partialPath)
    // From here on the folder lacks nothing but its name.
    let journal = partialPath(of: Journal.fileName)
    if FileManager.default.fileExists(atPath: journal) {
      try FileManager.default.removeItem(atPath: journal)
      try TableFile.synchronize(folder: partialPath)
    }
    try removeOriginals(manifest)
    try finish()
  }

  private func dataPackage(_ manifest: Manifest, _ schemas: [TableSchema], _ files: [FileRecord])
    throws -> [UInt8]
  {
    let tables = zip(schemas, files).map { schema, file in
      DataPackage.File(
        schema: schema, bytes: file.bytes, sha256: file.sha256,
        isCompressed: file.name.hasSuffix(GzipFile.ending))
    }
    return try DataPackage(
      experiment: manifest.scenario.name, question: manifest.scenario.question, files: tables
    ).json()
  }

  /// Removes the tables of which there is a compressed copy that the manifest names.
  func removeOriginals(_ manifest: Manifest) throws {
    for file in manifest.files where file.name.hasSuffix(GzipFile.ending) {
      let original = partialPath(of: String(file.name.dropLast(GzipFile.ending.count)))
      guard FileManager.default.fileExists(atPath: original) else { continue }
      try FileManager.default.removeItem(atPath: original)
    }
  }
}
