internal import Foundation
internal import Tables

/// How a batch finds its folder, and how the folder is completed.
extension Experiment {
  /// The outcome, if the folder is there, complete and of this very batch.
  func complete(at path: String, _ existing: Existing, _ manifest: Manifest) throws
    -> BatchOutcome?
  {
    guard existing.contains(.resume) || shard != nil && !existing.contains(.overwrite),
      FileManager.default.fileExists(atPath: path + "/" + Manifest.fileName)
    else { return nil }
    let there = try Manifest.read(folder: path)
    let differences = try manifest.differences(from: there)
    guard differences.isEmpty else {
      if existing.contains(.overwrite) { return nil }
      throw ResultsFolderError(path: path, problem: .differs(differences))
    }
    let damaged = there.damagedFiles(in: path)
    guard damaged.isEmpty else {
      if existing.contains(.overwrite) { return nil }
      throw ResultsFolderError(
        path: path,
        problem: .damaged(damaged.joined(separator: "; ") + ". --overwrite makes it again"))
    }
    return BatchOutcome(
      path: path, runs: there.made, failures: there.failures, ending: .wasComplete)
  }

  /// Whether the folder of this very shard is there and not as it was written: it is made again, and
  /// replaced when that is done.
  func isDamagedShard(_ path: String, _ manifest: Manifest) throws -> Bool {
    guard shard != nil, FileManager.default.fileExists(atPath: path) else { return false }
    guard let there = try? Manifest.read(folder: path) else { return true }
    return try manifest.differences(from: there).isEmpty
      && !there.damagedFiles(in: path).isEmpty
  }

  /// The folder to write to; `nil` if it lacks nothing but its name.
  func open(_ path: String, _ existing: Existing, _ manifest: Manifest) throws -> RunRecorder? {
    let overwriting = existing.contains(.overwrite)
    let partial = path + ".partial"
    let isThere = FileManager.default.fileExists(atPath: partial)
    if isThere, existing.contains(.resume) {
      let hasManifest = FileManager.default.fileExists(
        atPath: partial + "/" + Manifest.fileName)
      let journal = try Journal.read(in: partial)
      if journal != nil || hasManifest {
        let folder = try ResultsFolder(continuing: path, overwriting: overwriting)
        let there = try journal?.manifest ?? Manifest.read(folder: partial)
        let differences = try manifest.differences(from: there)
        guard differences.isEmpty else {
          throw ResultsFolderError(path: partial, problem: .differs(differences))
        }
        guard let journal else { return nil }
        return try RunRecorder(continuing: folder, journal, written)
      }
      // Killed before the journal's first line was whole: nothing is lost by beginning anew.
      return try begin(path, overwriting, discarding: true, manifest)
    }
    return try begin(path, overwriting, discarding: overwriting, manifest)
  }

  private func begin(
    _ path: String, _ overwriting: Bool, discarding: Bool, _ manifest: Manifest
  ) throws -> RunRecorder {
    let folder = try ResultsFolder(
      creating: path, overwriting: overwriting, discarding: discarding)
    if !scenario.design.isSingle { try folder.write(scenario.design.encode()) }
    return try RunRecorder(beginning: folder, manifest, written)
  }

  /// Gives a folder its name that lacked nothing else.
  func finishNaming(_ path: String, _ existing: Existing) throws -> BatchOutcome {
    let folder = try ResultsFolder(
      continuing: path, overwriting: existing.contains(.overwrite))
    let manifest = try Manifest.read(folder: folder.partialPath)
    try folder.removeOriginals(manifest)
    try folder.finish()
    return BatchOutcome(
      path: path, runs: manifest.made, failures: manifest.failures, ending: .finished)
  }
}

extension Manifest {
  /// The files that are not as the manifest says, each with what is wrong.
  public func damagedFiles(in folder: String) -> [String] {
    files.compactMap { record in
      guard let found = try? FileRecord(of: record.name, in: folder) else {
        return "\(record.name) cannot be read"
      }
      guard found.bytes == record.bytes else {
        return "\(record.name) has \(found.bytes) bytes, not \(record.bytes)"
      }
      return found == record ? nil : "\(record.name) has other bytes than it was written with"
    }
  }
}
