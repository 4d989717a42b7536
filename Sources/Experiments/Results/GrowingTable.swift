internal import Crypto
internal import Foundation
internal import Tables

/// A file of a results folder as the manifest names it.
public struct FileRecord: Codable, Equatable, Sendable {
  /// Its name.
  public let name: String
  /// Its size.
  public let bytes: Int
  /// SHA-256 of its bytes, in hexadecimal digits.
  public let sha256: String
}

extension FileRecord {
  /// Reads a file and sums it up.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - folder: The folder it is in.
  /// - Throws: When the file cannot be read.
  init(of name: String, in folder: String) throws {
    var (hash, count) = (SHA256(), 0)
    try Self.blocks(of: name, in: folder) { block in
      hash.update(data: block)
      count += block.count
    }
    self.init(name: name, bytes: count, hash)
  }

  /// Reads a file block by block.
  static func blocks(of name: String, in folder: String, _ use: (Data) throws -> Void) throws {
    let file = try FileHandle(forReadingFrom: URL(filePath: folder + "/" + name))
    defer { try? file.close() }
    while let block = try file.read(upToCount: 1 << 20), !block.isEmpty { try use(block) }
  }

  fileprivate init(name: String, bytes: Int, _ hash: SHA256) {
    self.name = name
    self.bytes = bytes
    sha256 = hexadecimal(hash.finalize())
  }
}

/// Bytes as hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// A table that rows are added to, with what the manifest and the journal say of it.
final class GrowingTable {
  let name: String
  private(set) var bytes: Int
  private var hash: SHA256
  private var file: TableFile?

  /// Makes an empty file.
  init(creating name: String, in folder: String) throws(TableFileError) {
    self.name = name
    bytes = 0
    hash = SHA256()
    file = try TableFile(creating: folder + "/" + name)
  }

  /// Makes a table with its header line.
  convenience init(_ schema: TableSchema, in folder: String) throws(TableFileError) {
    var header = RowEncoder(schema: schema)
    header.appendHeader()
    try self.init(creating: schema.fileName, in: folder)
    try write(header.bytes)
  }

  /// Goes on behind the first bytes of a table that is there; what follows them is cut off.
  init(continuing name: String, in folder: String, after bytes: Int) throws {
    self.name = name
    self.bytes = bytes
    file = try TableFile(continuing: folder + "/" + name, after: bytes)
    var hash = SHA256()
    try FileRecord.blocks(of: name, in: folder) { hash.update(data: $0) }
    self.hash = hash
  }

  func write(_ rows: [UInt8]) throws(TableFileError) {
    guard !rows.isEmpty else { return }
    try file?.write(rows)
    hash.update(data: rows)
    bytes += rows.count
  }

  func synchronize() throws(TableFileError) { try file?.synchronize() }

  /// Waits until every row is on the disk; no rows can be written afterwards.
  func close() throws(TableFileError) -> FileRecord {
    guard var file = file.take() else { return FileRecord(name: name, bytes: bytes, hash) }
    try file.synchronize()
    try file.close()
    return FileRecord(name: name, bytes: bytes, hash)
  }
}
