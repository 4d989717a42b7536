/// A new file that bytes of a table are written to.
///
/// A file that is there already is never overwritten. Without ``close()`` the file is closed at the
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

  init(adopting file: consuming FileDescriptor) { self.file = file }

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
