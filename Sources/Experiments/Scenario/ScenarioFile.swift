internal import Foundation

extension Scenario {
  /// The largest scenario file that is read, in bytes.
  public static let largestFile = 1 << 20

  /// Reads a scenario from a file.
  ///
  /// - Parameters:
  ///   - path: The path of a regular file of at most ``largestFile`` bytes of UTF-8.
  ///   - overrides: Settings from outside the file.
  /// - Returns: The scenario.
  /// - Throws: ``ScenarioFaults`` with every fault of the file and of the overrides.
  public static func read(file path: String, overrides: ScenarioOverrides = .init())
    throws(ScenarioFaults) -> Scenario
  {
    try Scenario(
      text: ScenarioFile.text(at: path), name: path, folder: ScenarioFile.folder(of: path),
      overrides: overrides)
  }
}

/// Reading a file that may be anything: nothing is read that could not be a scenario.
enum ScenarioFile {
  static func text(at path: String) throws(ScenarioFaults) -> String {
    do {
      return try text(of: bytes(at: path))
    } catch {
      throw ScenarioFaults(file: path, faults: [error])
    }
  }

  /// The folder of a file; that of its own name if it is a link.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[...slash])
  }

  static func bytes(at path: String) throws(ScenarioFault) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw problem("a file name with a NUL", "a file name") }
    // Opening a pipe waits for its other end unless told not to.
    let file = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw problem(of: errno) }
    defer { close(file) }

    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw problem(of: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw problem("a folder", "a file")
    default: throw problem("not a regular file", "a regular file")
    }
    guard status.st_size <= Scenario.largestFile else { throw tooLarge(Int(status.st_size)) }

    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Foundation.read(file, $0.baseAddress, $0.count)
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw problem(of: errno)
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      // The file may have grown since its size was asked for.
      guard bytes.count <= Scenario.largestFile else { throw tooLarge(bytes.count) }
    }
  }

  static func text(of bytes: [UInt8]) throws(ScenarioFault) -> String {
    guard !bytes.isEmpty else { throw problem("an empty file", "a scenario") }
    guard !bytes.contains(0) else {
      throw problem("a binary file (it has NUL bytes)", "UTF-8 text")
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    throw ScenarioFault(
      line: line.map { $0 + 1 }, column: nil, path: "", found: "bytes that are not UTF-8",
      allowed: "UTF-8 text", suggestion: nil)
  }

  private static func tooLarge(_ size: Int) -> ScenarioFault {
    problem("\(size) bytes", "at most \(Scenario.largestFile) bytes")
  }

  private static func problem(of code: Int32) -> ScenarioFault {
    switch code {
    case ENOENT: problem("no such file", "a scenario file")
    case ENOTDIR: problem("no such file: a part of its path is no folder", "a scenario file")
    case EACCES, EPERM: problem("no permission to read it", "a readable file")
    case ELOOP: problem("a loop of symbolic links", "a file")
    case ENAMETOOLONG: problem("a file name that is too long", "a file name")
    default: problem("a file that cannot be read (error \(code))", "a readable file")
    }
  }

  private static func problem(_ found: String, _ allowed: String) -> ScenarioFault {
    ScenarioFault(
      line: nil, column: nil, path: "", found: found, allowed: allowed, suggestion: nil)
  }
}
