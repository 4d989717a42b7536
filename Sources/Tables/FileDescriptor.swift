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

  /// Makes a file, or empties the one there is.
  init(replacing path: String) throws(TableFileError) {
    try self.init(path, .create, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC)
  }

  /// Opens a file for reading.
  init(reading path: String) throws(TableFileError) {
    try self.init(path, .open, O_RDONLY | O_CLOEXEC)
  }

  /// Opens a file that is there for writing.
  init(writing path: String) throws(TableFileError) {
    try self.init(path, .open, O_WRONLY | O_CLOEXEC)
  }

  /// Cuts off what follows the first bytes, and goes to their end.
  func truncate(to length: Int) throws(TableFileError) {
    guard ftruncate(number, off_t(length)) == 0, lseek(number, 0, SEEK_END) == off_t(length)
    else { throw Self.failure(path, .write) }
  }

  /// Waits until the entries of a folder are on the disk: new files, new names.
  static func synchronize(folder path: String) throws(TableFileError) {
    let folder = try FileDescriptor(path, .open, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    do {
      try folder.synchronize()
    } catch {
      // Some file systems cannot synchronise folders and need not.
      guard error.code == EINVAL || error.code == EBADF else { throw error }
    }
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

  /// Gives a file another name, in place of the file that has it.
  static func rename(_ path: String, to target: String) throws(TableFileError) {
    guard system_rename(path, target) == 0 else { throw failure(path, .rename) }
  }

  /// Removes a file.
  static func remove(_ path: String) throws(TableFileError) {
    guard unsafe unlink(path) == 0 else { throw failure(path, .remove) }
  }

  static func failure(_ path: String, _ operation: TableFileError.Operation)
    -> TableFileError
  {
    TableFileError(path, operation, code: errno)
  }
}

extension TableFileError {
  fileprivate init(_ path: String, _ operation: Operation, code: Int32) {
    let message = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    self.init(path: path, operation: operation, code: code, message: message)
  }

  /// Whether there is no such file.
  var isMissing: Bool { code == ENOENT }

  /// There is not enough memory to compress a file.
  static func outOfMemory(_ path: String) -> Self { Self(path, .compress, code: ENOMEM) }
}

// Inside the type, `write`, `read`, `rename` and `close` would mean its own methods.
private func system_write(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(number, bytes.baseAddress, bytes.count)
}

private func system_read(_ number: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(number, bytes.baseAddress, bytes.count)
}

private func system_rename(_ path: String, _ target: String) -> Int32 {
  unsafe rename(path, target)
}

private func system_close(_ number: Int32) -> Int32 { close(number) }
