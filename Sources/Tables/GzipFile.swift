internal import CZlib

/// A finished file that is compressed as a whole.
///
/// The file is a row of gzip members, as many programs write and all read: each holds the same number
/// of bytes of the original, and nothing else of it. So the bytes depend on the content and on zlib
/// alone, not on the name, the time or who compressed it.
public enum GzipFile {
  /// What the name of a compressed file ends in.
  public static let ending = ".gz"

  /// How many bytes of the original a member holds; the last may hold less.
  static let memberSize = 4 << 20
  /// zlib's own default.
  private static let level: Int32 = 6

  /// Compresses a file to another beside it with ``ending`` after its name.
  ///
  /// The compressed file gets its name, in place of an older one, when it is complete and on the
  /// disk; after an interruption the same call does it once more. Memory does not grow with the
  /// file.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``TableFileError``; the original is then still there.
  /// - Returns: How many bytes the compressed file has.
  @discardableResult
  public static func compress(path: String) throws(TableFileError) -> Int {
    let target = path + ending
    let partial = target + ".partial"
    let count: Int
    do throws(TableFileError) {
      count = try copy(path, to: partial)
      try FileDescriptor.rename(partial, to: target)
    } catch {
      try? FileDescriptor.remove(partial)
      throw error
    }
    return count
  }

  private static func copy(_ path: String, to partial: String) throws(TableFileError) -> Int {
    let source = try FileDescriptor(reading: path)
    let target = try FileDescriptor(replacing: partial)
    var buffer = [UInt8](repeating: 0, count: memberSize)
    var written = 0
    while true {
      var count = 0
      while count < memberSize {
        let read = try source.read(into: &buffer, from: count)
        if read == 0 { break }
        count += read
      }
      // An empty file is one empty member.
      if count == 0, written > 0 { break }
      let member = member(buffer.span.extracting(first: count))
      guard !member.isEmpty else { throw .outOfMemory(path) }
      try target.write(member)
      written += member.count
      if count < memberSize { break }
    }
    try target.synchronize()
    try target.close()
    return written
  }

  /// One gzip member; empty if there is no memory to make it.
  static func member(_ bytes: Span<UInt8>) -> [UInt8] {
    let room = czlib_room(bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: room) { member, length in
      length = unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe czlib_member(bytes.baseAddress, bytes.count, member.baseAddress, room, level)
      }
    }
  }
}
