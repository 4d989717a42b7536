internal import Glibc

/// Keeps other runs out of a folder for as long as it lives, or its process does.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Locks a folder.
  ///
  /// - Parameter path: The folder.
  /// - Throws: ``ResultsFolderError`` when another process holds the lock, or the folder cannot be
  ///   opened.
  init(_ path: String) throws(ResultsFolderError) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ResultsFolderError(
        path: path, problem: .cannotCreate(unsafe String(cString: strerror(errno))))
    }
    // Some file systems know no locks: there a folder is unprotected, not unusable.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      throw ResultsFolderError(path: path, problem: .inUse)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
