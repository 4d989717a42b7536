#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// An open file, closed at the end of its life: the only place that calls the operating system.
struct FileDescriptor: ~Copyable {
  let path: String
  private(set) var number: Int32

  /// Takes over an open descriptor.
  init(adopting number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  /// Makes a file; it is an error if there is one.
  init(creating path: String) throws(TableFileError) {
    try self.init(path, .create, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC)
  }

  /// Opens a file for reading.
  init(reading path: String) throws(TableFileError) {
    try self.init(path, .open, O_RDONLY | O_CLOEXEC)
  }

  private init(_ path: String, _ operation: TableFileError.Operation, _ flags: Int32)
    throws(TableFileError)
  {
    var result: Int32
    repeat {
      result = unsafe open(path, flags, 0o666)
    } while result < 0 && errno == EINTR
    guard result >= 0 else { throw Self.failure(path, operation) }
    number = result
    self.path = path
  }

  deinit {
    if number >= 0 { _ = system_close(number) }
  }

  /// Writes all bytes, however many calls it takes.
  func write(_ bytes: [UInt8]) throws(TableFileError) {
    let span = bytes.span
    var written = 0
    while written < bytes.count {
      let count = unsafe span.extracting(written...).withUnsafeBytes {
        unsafe system_write(number, $0)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path, .write)
      }
      written += count
    }
  }

  /// Reads into `buffer` from `start` on.
  ///
  /// - Returns: How many bytes came; 0 at the end of the file.
  func read(into buffer: inout [UInt8], from start: Int) throws(TableFileError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe system_read(number, UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw Self.failure(path, .read) }
    }
  }

  /// Waits until what was written is on the disk.
  func synchronize() throws(TableFileError) {
    while fsync(number) < 0 {
      guard errno == EINTR else { throw Self.failure(path, .synchronize) }
    }
  }

  /// Closes the file and reports what went wrong with it.
  consuming func close() throws(TableFileError) {
    let result = system_close(number)
    number = -1
    // After EINTR the descriptor is gone on Linux; a second try could close another file.
    guard result == 0 || errno == EINTR else { throw Self.failure(path, .close) }
  }

  static func failure(_ path: String, _ operation: TableFileError.Operation)
    -> TableFileError
  {
    let code = errno
    let message = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    return TableFileError(path: path, operation: operation, code: code, message: message)
  }
}

// Inside the type, `write`, `read` and `close` would mean its own methods.
private func system_write(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(number, bytes.baseAddress, bytes.count)
}

private func system_read(_ number: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(number, bytes.baseAddress, bytes.count)
}

private func system_close(_ number: Int32) -> Int32 { close(number) }
