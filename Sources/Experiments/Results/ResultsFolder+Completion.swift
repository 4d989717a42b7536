internal import Foundation
internal import Tables

extension ResultsFolder {
  /// Writes what is made from the tables, the manifest last, and gives the folder its name.
  ///
  /// - Parameters:
  ///   - manifest: What was to be made.
  ///   - records: The tables that are written and closed.
  ///   - failures: The runs that failed.
  ///   - compresses: Whether tables are compressed.
  ///   - summarise: Adds tables made from the others; not asked for a shard.
  consuming func complete(
    _ manifest: Manifest, _ records: [FileRecord], failures: Int, _ compresses: Bool,
    _ summarise: (borrowing ResultsFolder) throws -> Void
  ) throws {
    var manifest = manifest
    manifest.failures = failures
    var records = records
    if manifest.shard == nil { try summarise(self) }
    let files = FileManager.default
    let known = Set(records.map(\.name))
    let others = try files.contentsOfDirectory(atPath: partialPath)
      .filter { $0.hasSuffix(".csv") && !known.contains($0) }
    for name in others { records.append(try FileRecord(of: name, in: partialPath)) }
    manifest.files = records.sorted { $0.name < $1.name }
    try write(manifest.json(), to: Manifest.fileName)
    try TableFile.synchronize(folder: partialPath)
    // From here on the folder lacks nothing but its name.
    try? files.removeItem(atPath: partialPath(of: Journal.fileName))
    try finish()
  }
}
