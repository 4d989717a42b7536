import Foundation
import Testing

/// Follows what the program asks of the disk, by a library that stands before the C library.
private struct DiskTrace {
  private let folder: Folder
  private let library: String

  init(in folder: Folder) throws {
    self.folder = folder
    library = try Injection.compile(
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <fcntl.h>
      #include <stdio.h>
      #include <stdlib.h>
      #include <string.h>
      #include <unistd.h>
      static int log_file = -1;
      __attribute__((constructor)) static void start(void) {
        log_file = open(getenv("DISK_TRACE"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
      }
      static void note(const char *what, const char *path) {
        char line[8192];
        int length = snprintf(line, sizeof line, "%s %s\\n", what, path);
        ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
        if (real(log_file, line, length) < 0) abort();
      }
      static void note_file(const char *what, int file) {
        char link[64], path[4096];
        snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        ssize_t length = readlink(link, path, sizeof path - 1);
        if (length < 0) return;
        path[length] = 0;
        note(what, path);
      }
      ssize_t write(int file, const void *bytes, size_t count) {
        ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
        if (file != log_file) note_file("write", file);
        return real(file, bytes, count);
      }
      int fsync(int file) {
        int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
        int result = real(file);
        note_file("sync", file);
        return result;
      }
      int rename(const char *from, const char *to) {
        int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
        note("rename", from);
        return real(from, to);
      }
      int unlink(const char *path) {
        int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
        note("unlink", path);
        return real(path);
      }
      """, named: "trace", in: folder)
  }

  /// What was asked, in order: a verb and a path.
  func run(_ arguments: [String]) throws -> [(verb: String, path: String)] {
    let log = folder.path("trace.log")
    let outcome = try Program.run(
      arguments, in: folder, environment: ["LD_PRELOAD": library, "DISK_TRACE": log])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try folder.text("trace.log").split(separator: "\n").map { line in
      let space = try #require(line.firstIndex(of: " "))
      return (String(line[..<space]), String(line[line.index(after: space)...]))
    }
  }
}

/// What a power loss may leave is what was synchronised: so the order is what counts.
@Suite("Power loss")
struct PowerLossTests {
  @Test("A checkpoint is written when its rows are on the disk, a name given when all is")
  func order() throws {
    let folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
    let trace = try DiskTrace(in: folder).run(
      ["run", "small.yaml", "--out", "out", "--events", "--replicates", "60", "--quiet"])
    let partial = folder.path("out.partial")
    var dirty: Set<String> = []
    var (checkpoints, isFolderSynchronised, isNamed, isParentSynchronised) =
      (0, false, false, false)
    for (verb, path) in trace {
      switch verb {
      case "write" where path.hasPrefix(partial):
        if path.hasSuffix("journal.jsonl") {
          checkpoints += 1
          // Its own first line has no rows yet, only header lines.
          if checkpoints > 1 {
            #expect(dirty.filter { $0.hasSuffix(".csv") }.isEmpty, "checkpoint \(checkpoints)")
          }
        }
        dirty.insert(path)
        isFolderSynchronised = false
      case "sync":
        dirty.remove(path)
        if path == partial { isFolderSynchronised = true }
        if path == folder.path, isNamed { isParentSynchronised = true }
      case "unlink" where path.hasSuffix("journal.jsonl"):
        #expect(dirty.isEmpty, "the journal is gone before \(dirty) is on the disk")
        #expect(isFolderSynchronised)
      case "rename" where path == partial:
        #expect(dirty.isEmpty && isFolderSynchronised, "\(dirty)")
        isNamed = true
      default: break
      }
    }
    #expect(checkpoints > 2)
    #expect(isNamed && isParentSynchronised)
  }
}
