/// The operating system refused something with a file.
public struct TableFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was asked of the operating system.
  public enum Operation: String, Sendable {
    /// To make a file that is not there yet.
    case create
    /// To open a file for reading.
    case open
    /// To read bytes.
    case read
    /// To write bytes.
    case write
    /// To bring what was written to the disk.
    case synchronize
    /// To close the file.
    case close
    /// To compress the file.
    case compress
    /// To give the file its name.
    case rename
    /// To remove the file.
    case remove
  }

  /// The file.
  public let path: String
  /// What was asked.
  public let operation: Operation
  /// The number of the error, as `ENOSPC` (28).
  public let code: Int32
  /// What the operating system says the number means, as "No space left on device".
  public let message: String

  /// A sentence for a person.
  public var description: String { "\(path): cannot \(operation.rawValue): \(message)" }
}
