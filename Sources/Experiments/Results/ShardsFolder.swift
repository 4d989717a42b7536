internal import Foundation

/// The folder beside a results folder that holds its shards.
public struct ShardsFolder: Equatable, Sendable {
  /// Its path.
  public let path: String
  static let ending = ".shards"

  /// The folder of a results folder's shards.
  public init(of results: String) { path = ResultsFolder.standard(results) + Self.ending }

  /// A folder of shards by its own path; `nil` unless the path ends as such a folder's does.
  public init?(at path: String) {
    let path = ResultsFolder.standard(path)
    guard path.hasSuffix(Self.ending) else { return nil }
    self.path = path
  }

  /// The results folder that the shards make together.
  public var results: String { String(path.dropLast(Self.ending.count)) }

  /// The folder of one shard.
  public func path(of shard: Shard) -> String { path + "/" + shard.folderName }

  /// What became of a shard.
  public enum Status: Equatable, Sendable {
    /// All is there and as it was written.
    case complete
    /// It was begun: runs made, of how many.
    case partial(made: Int, of: Int)
    /// There is nothing of it.
    case missing
    /// It is not as it was written: why.
    case damaged([String])
  }

  /// The numbers of shards that folders here speak of; one number if all is well.
  ///
  /// - Throws: ``ResultsFolderError`` when the folder cannot be read.
  public func counts() throws -> [Int] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw ResultsFolderError(path: path, problem: .notResults("there is no such folder"))
    }
    return Set(names.compactMap { Self.shard(folderName: $0)?.count }).sorted()
  }

  private static func shard(folderName: String) -> Shard? {
    let name = folderName.hasSuffix(".partial") ? String(folderName.dropLast(8)) : folderName
    let parts = name.split(separator: "-").map(String.init)
    guard parts.count == 3, parts[1] == "of", let index = Int(parts[0]), let count = Int(parts[2])
    else { return nil }
    return Shard(index, of: count)
  }

  /// Looks at all shards; one of another batch than the first is told as damaged.
  ///
  /// - Parameter count: The number of shards.
  /// - Returns: Each with what became of it.
  public func statuses(_ count: Int) -> [(shard: Shard, status: Status)] {
    var first: Manifest?
    return Shard.all(count).map { shard in
      let status = status(of: shard)
      guard status == .complete, let manifest = try? Manifest.read(folder: path(of: shard)) else {
        return (shard, status)
      }
      let ours = first ?? manifest
      first = ours
      var other = manifest
      // Whether processors round differently is for the merge to say.
      other.program.mathematics = ours.program.mathematics
      let lines = (try? other.differences(from: ours, ignoring: ["shard"])) ?? []
      return (shard, lines.isEmpty ? status : .damaged(lines.map { "not like the first: \($0)" }))
    }
  }

  /// Looks at a shard, reading all that it wrote.
  public func status(of shard: Shard) -> Status {
    let folder = path(of: shard)
    if FileManager.default.fileExists(atPath: folder) {
      do {
        let damaged = try Manifest.read(folder: folder).damagedFiles(in: folder)
        return damaged.isEmpty ? .complete : .damaged(damaged)
      } catch {
        return .damaged([String(describing: error)])
      }
    }
    guard let journal = try? Journal.read(in: folder + ".partial") else { return .missing }
    return .partial(
      made: journal.checkpoint.map { $0.runs + $0.failures } ?? 0,
      of: shard.slice(of: journal.manifest.runs).count)
  }
}

/// Shards that cannot be merged: each fault in a line.
public struct ShardFaults: Error, Equatable, Sendable, CustomStringConvertible {
  /// The folder of the shards.
  public let path: String
  /// The faults; never empty.
  public let faults: [String]

  /// Collects faults.
  public init(path: String, faults: [String]) {
    self.path = path
    self.faults = faults
  }

  /// The faults, a line each.
  public var description: String {
    faults.map { "\(path): \($0)" }.joined(separator: "\n")
  }
}
