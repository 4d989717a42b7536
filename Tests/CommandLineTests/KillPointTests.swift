import Foundation
import Testing

/// Ends the program between any two of its calls to the disk, by a library that stands before the C
/// library and kills the process before its N-th call, or lets that call find the disk full.
private struct Accident {
  let folder: Folder
  private let library: String

  init(in folder: Folder) throws {
    self.folder = folder
    library = try Injection.compile(
      """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <errno.h>
      #include <signal.h>
      #include <stdlib.h>
      #include <sys/types.h>
      #include <unistd.h>
      static long calls, last;
      static int is_full;
      __attribute__((constructor)) static void start(void) {
        last = atol(getenv("ACCIDENT_AT"));
        is_full = getenv("DISK_FULL") != NULL;
      }
      static int fails(int writes) {
        if (__sync_add_and_fetch(&calls, 1) < last) return 0;
        if (!is_full) kill(getpid(), SIGKILL);
        if (!writes) return 0;
        errno = ENOSPC;
        return 1;
      }
      ssize_t write(int file, const void *bytes, size_t count) {
        ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
        if (file > 2 && fails(1)) return -1;
        return real(file, bytes, count);
      }
      int fsync(int file) {
        int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
        fails(0);
        return real(file);
      }
      int rename(const char *from, const char *to) {
        int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
        fails(0);
        return real(from, to);
      }
      int unlink(const char *path) {
        int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
        fails(0);
        return real(path);
      }
      """, named: "accident", in: folder)
  }

  func run(_ arguments: [String], at call: Int, isFull: Bool) throws -> Outcome {
    var environment = ["LD_PRELOAD": library, "ACCIDENT_AT": "\(call)"]
    if isFull { environment["DISK_FULL"] = "1" }
    return try Program.run(arguments, in: folder, environment: environment)
  }
}

@Suite("An accident between any two calls to the disk")
struct KillPointTests {
  static let design = "design: {grid: {press_scrutiny: [0.1, 0.9]}}"

  private func contents(_ folder: Folder, _ out: String) throws -> [String: Data] {
    try folder.contents(of: out).filter { $0.key != "sessions.jsonl" }
  }

  @Test(
    "The same command then makes the same folder",
    arguments: [
      (["run", "small.yaml", "--replicates", "2", "--resume"], false),
      (["run", "small.yaml", "--replicates", "2", "--resume", "--gzip"], false),
      (["run", "small.yaml", "--replicates", "2", "--resume", "--overwrite"], false),
      (["run", "small.yaml", "--replicates", "2", "--resume"], true),
      (["merge", "out.shards"], false), (["merge", "out.shards"], true),
    ])
  func everywhere(arguments: [String], isFull: Bool) throws {
    let folder = try Folder()
    try folder.write(Sample.scenario + Self.design + "\n", to: "small.yaml")
    let accident = try Accident(in: folder)
    let isMerge = arguments[0] == "merge"
    if isMerge {
      for shard in ["1/2", "2/2"] {
        let made = try Program.run(
          ["run", "small.yaml", "--replicates", "2", "--out", "out", "--shard", shard, "-q"],
          in: folder)
        #expect(made.status == 0)
      }
    }
    let command = arguments + ["--out", "out", "-q"]
    let whole = try Program.run(arguments + ["--out", "whole", "-q"], in: folder)
    #expect(whole.status == 0, "\(whole.errors)")
    let wanted = try contents(folder, "whole")
    var call = 1
    while true {
      try? FileManager.default.removeItem(atPath: folder.path("out"))
      try? FileManager.default.removeItem(atPath: folder.path("out.partial"))
      let outcome = try accident.run(command, at: call, isFull: isFull)
      if outcome.status == 0 { break }
      #expect(isFull ? outcome.status == 1 : outcome.signal == SIGKILL, "\(call): \(outcome)")
      let again = try Program.run(command, in: folder)
      #expect(again.status == 0, "after call \(call): \(again.errors)")
      #expect(try contents(folder, "out") == wanted, "after call \(call)")
      #expect(!folder.exists("out.partial"))
      call += 1
      try #require(call < 200)
    }
    #expect(call > 10)
  }
}
