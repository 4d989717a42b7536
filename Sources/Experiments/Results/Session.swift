internal import Foundation
internal import Tables

/// One line of `sessions.jsonl`: when and how a batch was worked on.
///
/// It is the only file of a results folder that two ways of making the same results do not share.
struct Session: Codable, Equatable, Sendable {
  static let fileName = "sessions.jsonl"

  /// What happened: `begin`, `interrupt`, `finish`, `merge`.
  let event: String
  /// When, ISO 8601.
  var time = Date()
  /// The command line.
  let command: [String]
  /// The machine.
  var host = ProcessInfo.processInfo.hostName
  /// Threads that make runs.
  let threads: Int
  /// The runs that are finished.
  let runs: Int
  /// The shard, such as 3/12.
  let shard: String?

  /// The line with its line break.
  func line() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// Adds the line to the file of a folder.
  func append(in folder: String) throws {
    let path = folder + "/" + Self.fileName
    let lines = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
    // A line that was cut off has no place before the next.
    let whole = lines.lastIndex(of: UInt8(ascii: "\n")).map { lines[...$0] } ?? Data()
    try TableFile.replace(path, with: Array(whole) + line())
  }
}
