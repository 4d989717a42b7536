internal import CZlib

/// The bytes of a table, unpacked where the file is compressed.
@safe
struct TableInput: ~Copyable {
  /// The file that is read.
  let path: String
  private let file: FileDescriptor?
  private let compressed: gzFile?

  /// Opens a file, or where there is none one of the same name with ``GzipFile/ending`` behind.
  init(_ path: String) throws(TableFileError) {
    do throws(TableFileError) {
      let file = try FileDescriptor(reading: path)
      self.path = path
      self.file = consume file
      unsafe compressed = nil
    } catch {
      let other = path + GzipFile.ending
      // What is wrong with the file that was asked for is the better news.
      guard error.isMissing, let input = unsafe gzopen(other, "rb") else { throw error }
      unsafe gzbuffer(input, 1 << 17)
      self.path = other
      file = nil
      unsafe compressed = input
    }
  }

  deinit {
    if let compressed = unsafe compressed { _ = unsafe gzclose(compressed) }
  }

  /// Reads into a buffer from a place on.
  ///
  /// - Returns: How many bytes came; 0 at the end of the table.
  func read(into buffer: inout [UInt8], from start: Int) throws(TableFileError) -> Int {
    guard let compressed = unsafe compressed else {
      return try file?.read(into: &buffer, from: start) ?? 0
    }
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe gzread(
        compressed, bytes.baseAddress?.advanced(by: start),
        UInt32(min(bytes.count - start, 1 << 30)))
    }
    var status: Int32 = 0
    let message = unsafe gzerror(compressed, &status).map { unsafe String(cString: $0) } ?? ""
    // A stream that stops in the middle has given its bytes without an error.
    guard count >= 0, count > 0 || status == Z_OK || status == Z_STREAM_END else {
      throw TableFileError(path: path, operation: .read, code: status, message: message)
    }
    return Int(count)
  }
}
