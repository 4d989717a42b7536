internal import Foundation
internal import Tables

/// Why a run of a results folder cannot be compared.
public struct ReplayError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Why there is no row.
  public enum Problem: Equatable, Sendable {
    /// The folder is of fewer runs.
    case notPlanned(count: Int)
    /// It failed when the folder was made.
    case failed(String)
    /// The strategies were precise enough without it.
    case notNeeded
    /// The folder is a shard, of other runs.
    case otherShard(first: Int, last: Int)
    /// The batch was cut short before it.
    case notMade
    /// The table has no row of it, though it should.
    case noRow
  }

  /// The run that was asked for.
  public let run: Int
  /// The results folder.
  public let folder: String
  /// Why there is no row.
  public let problem: Problem

  /// The problem in a sentence.
  public var description: String {
    switch problem {
    case .notPlanned(let count): "\(folder) has no run \(run); allowed: 0 to \(count - 1)"
    case .failed(let reason):
      "run \(run) failed when \(folder) was made, so that there is no row to compare: \(reason)"
    case .notNeeded:
      "run \(run) was not needed in \(folder): what was asked for was precise enough without it"
    case .otherShard(let first, let last):
      "run \(run) is of another shard; \(folder) has \(first) to \(last)"
    case .notMade: "\(folder) has no run \(run) yet: the batch was cut short before it"
    case .noRow:
      "\(folder)/runs.csv has no row of run \(run), though it is neither in failures.csv nor was it "
        + "unneeded; the file may have been changed"
    }
  }

  init(run: Int, folder: String, problem: Problem) {
    self.run = run
    self.folder = folder
    self.problem = problem
  }

  /// Finds out why a folder has no row of a run that did not fail.
  init(run: Int, withoutRowIn folder: String, shard: Range<Int>?) {
    let problem: Problem =
      if let shard, !shard.contains(run), !shard.isEmpty {
        .otherShard(first: shard.lowerBound, last: shard.upperBound - 1)
      } else if folder.hasSuffix(".partial") {
        .notMade
      } else if Self.exists("stopping.csv", in: folder) {
        .notNeeded
      } else {
        .noRow
      }
    self.init(run: run, folder: folder, problem: problem)
  }

  /// What a folder says of itself before any run is made: that the run failed; `nil` if nothing.
  static func known(of run: Int, in folder: String) throws(TableReaderError) -> ReplayError? {
    try failure(of: run, in: folder).map {
      ReplayError(run: run, folder: folder, problem: .failed($0))
    }
  }

  private static func exists(_ file: String, in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + file)
  }

  private static func failure(of run: Int, in folder: String) throws(TableReaderError) -> String? {
    let name = ResultTable.failures.schema.fileName
    guard exists(name, in: folder) || exists(name + GzipFile.ending, in: folder) else { return nil }
    var table = try TableReader(path: folder + "/" + name)
    let columns = try table.indices(of: ["run", "problem"])
    while try RowComparison.next(&table) {
      if try table.integer(columns[0]) == run { return try table.text(columns[1]) }
    }
    return nil
  }
}
