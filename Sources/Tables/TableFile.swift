/// A file that bytes of a table are written to.
///
/// A file that is there already is never overwritten, only continued on request. Without ``close()`` the file is closed at the
/// end of the value's life, but errors are then lost.
public struct TableFile: ~Copyable {
  private let file: FileDescriptor

  /// The file's path.
  public var path: String { file.path }

  /// Makes a file that must not be there yet.
  ///
  /// - Parameter path: Where to make it.
  /// - Throws: ``TableFileError``, with the code `EEXIST` if there is such a file.
  public init(creating path: String) throws(TableFileError) {
    file = try FileDescriptor(creating: path)
  }

  /// Opens a file that is there to write on behind its first bytes; what follows them is cut off.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - length: How many of its bytes stay.
  /// - Throws: ``TableFileError``
  public init(continuing path: String, after length: Int) throws(TableFileError) {
    let file = try FileDescriptor(writing: path)
    try file.truncate(to: length)
    self.file = file
  }

  init(adopting file: consuming FileDescriptor) { self.file = file }

  /// Writes a file whole in place of one that may be there: whatever happens, the name belongs to
  /// the old bytes or to the new.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - bytes: What is in it.
  /// - Throws: ``TableFileError``; the old file is then still there.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(TableFileError) {
    let partial = path + ".partial"
    let file = try FileDescriptor(replacing: partial)
    try file.write(bytes)
    try file.synchronize()
    try file.close()
    try FileDescriptor.rename(partial, to: path)
  }

  /// Makes a file anew that may be there.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``TableFileError``
  public init(replacing path: String) throws(TableFileError) {
    file = try FileDescriptor(replacing: path)
  }

  /// Waits until the entries of a folder are on the disk: new files, and new names of files.
  ///
  /// - Parameter path: The folder.
  /// - Throws: ``TableFileError``
  public static func synchronize(folder path: String) throws(TableFileError) {
    try FileDescriptor.synchronize(folder: path)
  }

  /// Writes all bytes; buffering them is the caller's affair.
  ///
  /// - Parameter bytes: What to write.
  /// - Throws: ``TableFileError``; some of the bytes may then be in the file.
  public mutating func write(_ bytes: [UInt8]) throws(TableFileError) { try file.write(bytes) }

  /// Writes the rows of an encoder and takes them out of it.
  ///
  /// - Parameter rows: The rows; after an error they are still there.
  /// - Throws: ``TableFileError``; some of the bytes may then be in the file.
  public mutating func write(_ rows: inout RowEncoder) throws(TableFileError) {
    try file.write(rows.bytes)
    rows.removeAll()
  }

  /// Waits until what was written is on the disk (fsync).
  ///
  /// The entry in the folder is a matter of the folder: who renames files must synchronise it too.
  ///
  /// - Throws: ``TableFileError``
  public mutating func synchronize() throws(TableFileError) { try file.synchronize() }

  /// Closes the file; network file systems report some failed writes only here.
  ///
  /// - Throws: ``TableFileError``; the file is closed all the same.
  public consuming func close() throws(TableFileError) { try file.close() }
}
