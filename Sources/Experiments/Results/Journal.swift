internal import Foundation
internal import Tables

/// How far a batch is, on the disk, so that it can go on after any kind of end.
///
/// The first line of the file says what is made; each further line is a checkpoint: so many bytes of
/// each table hold all runs up to a number. A line is written when those bytes are on the disk, so
/// a whole line is always true, and a line that was cut off is passed over.
struct Journal: ~Copyable {
  static let fileName = "journal.jsonl"

  /// A state of the tables.
  struct Checkpoint: Codable, Equatable, Sendable {
    /// The number of the last run whose rows are in; -1 before the first.
    var last = -1
    /// Runs with rows, and runs that failed.
    var runs = 0
    var failures = 0
    /// The length of each table.
    var bytes: [String: Int]
  }

  private struct Head: Codable {
    let manifest: Manifest
  }

  private var file: TableFile

  /// Begins a journal.
  init(_ manifest: Manifest, in folder: String) throws {
    var file = try TableFile(creating: folder + "/" + Self.fileName)
    try Self.append(Head(manifest: manifest), to: &file)
    try TableFile.synchronize(folder: folder)
    self.file = file
  }

  /// Goes on with a journal behind its last whole line.
  init(continuing folder: String, after length: Int) throws {
    file = try TableFile(continuing: folder + "/" + Self.fileName, after: length)
  }

  mutating func note(_ checkpoint: Checkpoint) throws {
    try Self.append(checkpoint, to: &file)
  }

  private static func append(_ line: some Encodable, to file: inout TableFile) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try file.write(Array(try encoder.encode(line)) + [UInt8(ascii: "\n")])
    try file.synchronize()
  }

  consuming func close() throws { try file.close() }

  /// What a journal says.
  struct Content {
    let manifest: Manifest
    let checkpoint: Checkpoint?
    /// The length of its whole lines.
    let length: Int
  }

  /// Reads a journal; `nil` if not even its first line is whole.
  static func read(in folder: String) throws -> Content? {
    let url = URL(filePath: folder + "/" + fileName)
    guard let text = try? Data(contentsOf: url) else { return nil }
    let decoder = JSONDecoder()
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What follows the last line break was cut off.
    lines.removeLast()
    guard let first = lines.first, let head = try? decoder.decode(Head.self, from: first) else {
      return nil
    }
    var content = Content(manifest: head.manifest, checkpoint: nil, length: first.count + 1)
    for line in lines.dropFirst() {
      guard let checkpoint = try? decoder.decode(Checkpoint.self, from: line) else { break }
      content = Content(
        manifest: head.manifest, checkpoint: checkpoint, length: content.length + line.count + 1)
    }
    return content
  }
}
