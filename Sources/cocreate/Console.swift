internal import Foundation

/// Lines on the terminal.
enum Console {
  /// Makes writing safe: whoever reads our messages may stop reading, a file may reach its limit,
  /// and a table must not get the number of a closed standard stream.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
  }

  /// Writes a line to standard output; nobody need be reading, but a full disk is an error.
  static func print(_ text: String, terminator: String = "\n") throws {
    _ = try write(Array((text + terminator).utf8))
  }

  /// Writes bytes to standard output; `false` if nobody reads them any more.
  static func write(_ bytes: [UInt8]) throws -> Bool {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe system_write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EPIPE {
        return false
      } else if errno != EINTR {
        throw OutputFailure(reason: unsafe String(cString: strerror(errno)))
      }
    }
    return true
  }

  static func error(_ text: String) { note(text + "\n") }

  /// Writes to standard error as it stands; nobody may be reading.
  static func note(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Rows of cells in columns, the first column to the left, the others as they come.
  static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let line = row.enumerated().map { column, cell in
        cell + String(repeating: " ", count: widths[column] - cell.count)
      }.joined(separator: "  ")
      return String(line.reversed().drop(while: { $0 == " " }).reversed())
    }.joined(separator: "\n")
  }
}

// Inside the type, `write` would mean its own method.
private func system_write(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(file, bytes, count)
}

/// A fault of standard output.
struct OutputFailure: ExitingError, CustomStringConvertible {
  let reason: String
  var status: Int32 { ExitStatus.failure }
  var description: String { "standard output: \(reason)" }
}
