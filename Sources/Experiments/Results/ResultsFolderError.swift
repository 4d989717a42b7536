/// Why a results folder cannot be made, continued or read.
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
    /// What is there was made by something else: what differs, a line each.
    case differs([String])
    /// What is there cannot be used: why.
    case damaged(String)
    /// It is no results folder: what is missing.
    case notResults(String)
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
        + "go on with --resume, move it away, or discard it with --overwrite"
    case .inUse: "another run is writing to \(path); wait for it, or choose another with --out"
    case .notAFolder: "\(path) is not a folder; choose another with --out"
    case .holdsOtherFiles(let names):
      "\(path) holds files that no run writes (\(names.prefix(3).joined(separator: ", "))"
        + "\(names.count > 3 ? ", …" : "")); it is not replaced. Choose another folder with --out"
    case .cannotCreate(let reason): "\(path) cannot be made: \(reason)"
    case .differs(let lines):
      "\(path) was made by something else:\n"
        + lines.map { "  \($0)\n" }.joined()
        + "Run what made it, choose another folder with --out, or discard it with --overwrite"
    case .damaged(let reason): "\(path) is damaged: \(reason)"
    case .notResults(let missing): "\(path) is no results folder: \(missing)"
    }
  }
}
