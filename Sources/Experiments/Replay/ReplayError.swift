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
    case .notMade:
      "\(folder) has no run \(run) yet: the batch was cut short before it"
    case .noRow:
      "\(folder)/runs.csv has no row of run \(run), though it is neither in failures.csv nor was it "
        + "unneeded; the file may have been changed"
    }
  }

  /// Finds out why a folder has no row of a run.
  init(run: Int, withoutRowIn folder: String) throws(TableReaderError) {
    let isUnfinished = folder.hasSuffix(".partial")
    let stopsEarly = FileManager.default.fileExists(atPath: folder + "/stopping.csv")
    self.init(
      run: run, folder: folder,
      problem: try Self.failure(of: run, in: folder).map(Problem.failed)
        ?? (isUnfinished ? .notMade : stopsEarly ? .notNeeded : .noRow))
  }

  init(run: Int, folder: String, problem: Problem) {
    self.run = run
    self.folder = folder
    self.problem = problem
  }

  /// What `failures.csv` says of a run.
  private static func failure(of run: Int, in folder: String) throws(TableReaderError) -> String? {
    let path = folder + "/failures.csv"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var table = try TableReader(path: path)
    let columns = try table.indices(of: ["run", "problem"])
    while try table.next() {
      if try table.integer(columns[0]) == run { return try table.text(columns[1]) }
    }
    return nil
  }
}
