import Foundation
import Synchronization
import Testing

/// What a process left behind when it was over.
struct Outcome: Sendable {
  let output: String
  let errors: String
  /// The exit status; `nil` if a signal ended the process.
  let status: Int32?
  /// The signal that ended the process, if one did.
  let signal: Int32?
}

/// The built program, as a person at a terminal would start it.
enum Program {
  /// The executable beside the test bundle.
  static let path: String = {
    let bundles = [Bundle.main] + Bundle.allBundles
    let folders = bundles.flatMap { [$0.bundleURL, $0.bundleURL.deletingLastPathComponent()] }
    let candidates = folders.map { $0.appending(path: "cocreate").path }
    return candidates.first(where: FileManager.default.isExecutableFile)
      ?? "cocreate is not beside the tests; it was looked for at \(candidates)"
  }()

  /// Runs the program to its end.
  static func run(_ arguments: [String], in folder: Folder, environment: [String: String] = [:])
    throws -> Outcome
  {
    try RunningProcess(path, arguments, in: folder, environment: environment).outcome()
  }

  /// Runs a script in which `$0` is the program and `$@` its arguments.
  static func shell(_ script: String, _ arguments: [String] = [], in folder: Folder) throws
    -> Outcome
  {
    try RunningProcess("/bin/sh", ["-c", script, path] + arguments, in: folder).outcome()
  }
}

/// A process whose output is read while it runs, so that it never waits for a reader.
final class RunningProcess {
  // A process started between another's pipe and its start would inherit the pipe and keep it open.
  private static let starting = Mutex(())

  private let process = Process()
  private let output = Reader()
  private let errors = Reader()
  private let end = DispatchSemaphore(value: 0)

  init(
    _ executable: String, _ arguments: [String], in folder: Folder,
    environment: [String: String] = [:]
  ) throws {
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    // A crash is told by its signal; writing a backtrace takes seconds.
    let base = ["SWIFT_BACKTRACE": "enable=no"]
    process.environment = ProcessInfo.processInfo.environment
      .merging(base) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.terminationHandler = { [end] _ in end.signal() }
    try Self.starting.withLock { _ in
      let (out, err) = (Pipe(), Pipe())
      process.standardOutput = out
      process.standardError = err
      try process.run()
      output.read(out.fileHandleForReading)
      errors.read(err.fileHandleForReading)
    }
  }

  /// Sends a signal; nothing happens if the process is over.
  func send(_ signal: Int32) {
    if process.isRunning { _ = Foundation.kill(process.processIdentifier, signal) }
  }

  /// Ends the process without giving it a chance to do anything.
  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Whether the process has ended.
  var isOver: Bool { !process.isRunning }

  /// Waits for the end of the process.
  func outcome() -> Outcome {
    end.wait()
    let isExit = process.terminationReason == .exit
    let code = process.terminationStatus
    return Outcome(
      output: output.text(), errors: errors.text(), status: isExit ? code : nil,
      signal: isExit ? nil : code)
  }
}

/// Reads a pipe to its end on a thread of its own.
private final class Reader: Sendable {
  private let bytes = Mutex(Data())
  private let end = DispatchSemaphore(value: 0)

  func read(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      let all = (try? handle.readToEnd()) ?? Data()
      bytes.withLock { $0 = all }
      end.signal()
    }
  }

  func text() -> String {
    end.wait()
    return String(decoding: bytes.withLock(\.self), as: UTF8.self)
  }
}
