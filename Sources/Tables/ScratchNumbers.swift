#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Numbers that are written one after the other and read back in any order: in memory while they
/// are few, else in a file without a name, which is gone with its last user, whatever happens.
package struct ScratchNumbers: ~Copyable {
  /// How many there are.
  package private(set) var count = 0

  private let folder: String
  private let limit: Int
  private var memory: [Double] = []
  private var file: FileDescriptor?

  /// Starts without numbers.
  ///
  /// - Parameters:
  ///   - folder: Where the file would be; if none can be made there, the system's folder for
  ///     temporary files.
  ///   - limit: How many numbers to keep in memory.
  package init(in folder: String, keeping limit: Int) {
    self.folder = folder
    self.limit = limit
  }

  /// Whether they are in a file.
  package var isInFile: Bool {
    switch file {
    case .some: true
    case .none: false
    }
  }

  /// Appends numbers.
  ///
  /// - Throws: ``TableFileError``
  package mutating func append(_ numbers: [Double]) throws(TableFileError) {
    if !isInFile {
      if count + numbers.count <= limit {
        memory += numbers
        count += numbers.count
        return
      }
      let file = try Self.unnamed(in: folder)
      try file.write(memory)
      memory = []
      self.file = consume file
    }
    try file?.write(numbers)
    count += numbers.count
  }

  /// Reads numbers into the beginning of a buffer that has room for them.
  ///
  /// - Parameters:
  ///   - range: Which numbers.
  ///   - buffer: Where they go.
  /// - Throws: ``TableFileError``
  package borrowing func read(_ range: Range<Int>, into buffer: inout [Double])
    throws(TableFileError)
  {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    precondition(buffer.count >= range.count)
    if isInFile {
      try file?.read(range.count, from: range.lowerBound, into: &buffer)
    } else {
      for index in 0..<range.count { buffer[index] = memory[range.lowerBound + index] }
    }
  }

  private static func unnamed(in folder: String) throws(TableFileError) -> FileDescriptor {
    do throws(TableFileError) {
      return try FileDescriptor(unnamedIn: folder)
    } catch {
      // Results may be where nothing can be written.
      let other = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
      guard error.code != ENOSPC, let file = try? FileDescriptor(unnamedIn: other) else {
        throw error
      }
      return file
    }
  }
}

extension FileDescriptor {
  /// Makes a file for reading and writing that has no name.
  fileprivate init(unnamedIn folder: String) throws(TableFileError) {
    let folder = folder.isEmpty ? "." : folder
    #if os(Linux)
      // O_TMPFILE, a macro that Swift does not see: no name even if the process dies here.
      let number = unsafe open(folder, 0o20000000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
      if number >= 0 {
        self.init(adopting: number, path: folder)
        return
      }
    #endif
    let path = "\(folder)/.scratch-\(UInt64.random(in: 0...UInt64.max))"
    let named = unsafe open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard named >= 0 else { throw Self.failure(path, .create) }
    _ = unsafe unlink(path)
    self.init(adopting: named, path: folder)
  }

  fileprivate func write(_ numbers: [Double]) throws(TableFileError) {
    var written = 0
    let total = numbers.count * MemoryLayout<Double>.stride
    while written < total {
      let count = unsafe numbers.withUnsafeBytes {
        unsafe system_write(number, UnsafeRawBufferPointer(rebasing: $0[written...]))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path, .write)
      }
      written += count
    }
  }

  fileprivate func read(_ count: Int, from first: Int, into buffer: inout [Double])
    throws(TableFileError)
  {
    let stride = MemoryLayout<Double>.stride
    var done = 0
    while done < count * stride {
      let got = unsafe buffer.withUnsafeMutableBytes {
        unsafe pread(
          number, $0.baseAddress.map { unsafe $0 + done }, count * stride - done,
          off_t(first * stride + done))
      }
      if got < 0, errno == EINTR { continue }
      // There is no end before what was written.
      guard got > 0 else { throw Self.failure(path, .read) }
      done += got
    }
  }
}

private func system_write(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(number, bytes.baseAddress, bytes.count)
}
