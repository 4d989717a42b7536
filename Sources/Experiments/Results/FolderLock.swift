internal import Glibc

/// Keeps other runs out of a folder for as long as it lives, or its process does.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Locks a folder.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - isPatient: Whether to wait for another process that holds the lock.
  /// - Throws: ``ResultsFolderError`` when another process holds the lock and this one does not wait, or
  ///   the folder cannot be opened.
  init(_ path: String, isPatient: Bool = false) throws(ResultsFolderError) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ResultsFolderError(
        path: path, problem: .cannotCreate(unsafe String(cString: strerror(errno))))
    }
    // Some file systems know no locks: there a folder is unprotected, not unusable.
    guard flock(descriptor, isPatient ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    else {
      close(descriptor)
      throw ResultsFolderError(path: path, problem: .inUse)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
