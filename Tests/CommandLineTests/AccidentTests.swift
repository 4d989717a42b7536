import Foundation
import Testing

@Suite("Accidents while running")
struct AccidentTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  /// Expects that a file holds the first rows of an undisturbed run, but for the last, which may
  /// have been cut off.
  private func expectFirstRows(
    in text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(rows.count > 1, "no row was finished", sourceLocation: sourceLocation)
    let replicates = rows.count / 3 + 1
    let outcome = try Program.run(
      ["run", "small.yaml", "--quiet", "--out", "whole", "--replicates", "\(replicates)"],
      in: folder)
    #expect(outcome.status == 0)
    let whole = try folder.text("whole/runs.csv").split(separator: "\n").prefix(rows.count)
    #expect(Array(rows) == Array(whole), sourceLocation: sourceLocation)
  }

  @Test(
    "A full disk is told, the rows until then stay, and so does what was to be replaced",
    .enabled(if: TinyDisk.isPermitted, "a disk of a few kilobytes cannot be mounted here"))
  func fullDisk() throws {
    let outcome = try TinyDisk.shell(
      """
      "$0" run small.yaml --quiet --out disk/out --replicates 1 --no-rounds || exit 99
      "$0" run small.yaml --quiet --out disk/out --replicates 5000 --overwrite
      status=$?
      cp -R disk saved
      exit $status
      """, in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("No space left on device"))
    #expect(
      outcome.errors.contains(
        "The rows finished until then are in \(folder.path("disk/out.partial")); the same"))
    #expect(try folder.names(in: "saved") == ["out", "out.partial"])
    #expect(try Rows(folder.text("saved/out/runs.csv")).count == 3)
    try expectFirstRows(in: folder.text("saved/out.partial/runs.csv"))
  }

  @Test("A file that grows beyond the limit is told, and the rows until then stay")
  func fileLimit() throws {
    let outcome = try Program.shell(
      """
      trap '' XFSZ
      ulimit -f 64
      exec "$0" run small.yaml --quiet --out out --replicates 5000
      """, in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("cannot write: File too large"))
    #expect(outcome.errors.contains(folder.path("out.partial")))
    #expect(try folder.names() == ["out.partial", "small.yaml"])
    try expectFirstRows(in: folder.text("out.partial/runs.csv"))
  }

  /// Starts far too many runs and returns when a few rows are written.
  private func start(_ arguments: [String] = []) throws -> RunningProcess {
    let process = try RunningProcess(
      Program.path,
      ["run", "small.yaml", "--out", "out", "--replicates", "1000000", "--quiet"] + arguments,
      in: folder)
    var size = 0
    while size < 1 << 15, !process.isOver {
      Thread.sleep(forTimeInterval: 0.01)
      size = (try? folder.data("out.partial/runs.csv").count) ?? 0
    }
    return process
  }

  private func kill(_ process: RunningProcess) {
    process.kill()
    #expect(process.outcome().signal == SIGKILL)
  }

  @Test("A run that was killed leaves no folder of the name, and its first rows beside")
  func killed() throws {
    kill(try start())
    #expect(try folder.names() == ["out.partial", "small.yaml"])
    try expectFirstRows(in: folder.text("out.partial/runs.csv"))

    let again = try Program.run(["run", "small.yaml", "--out", "out"], in: folder)
    #expect(again.status == 2)
    #expect(again.errors.contains("interrupted"))
  }

  @Test("A run that was killed while replacing leaves the old folder as it was")
  func killedWhileReplacing() throws {
    let first = try Program.run(["run", "small.yaml", "--out", "out", "--quiet"], in: folder)
    #expect(first.status == 0)
    let before = try folder.contents(of: "out")
    kill(try start(["--overwrite"]))
    #expect(try folder.contents(of: "out") == before)
    #expect(try folder.names() == ["out", "out.partial", "small.yaml"])
  }

  @Test("A run that is still writing keeps its folder, even from --overwrite")
  func stillWriting() throws {
    let first = try start()
    let polite = try Program.run(["run", "small.yaml", "--out", "out"], in: folder)
    let rude = try Program.run(["run", "small.yaml", "--out", "out", "--overwrite"], in: folder)
    kill(first)
    // Try again later: it may be done then.
    #expect(polite.status == 2)
    #expect(rude.status == 75)
    #expect(!folder.exists("out"))
  }

  @Test(
    "Output that nobody takes loses no results",
    arguments: ["| true", "| head -n 1", ">&-", ">/dev/full"])
  func closedOutput(redirection: String) throws {
    let run = try Program.shell("\"$0\" run small.yaml --out out \(redirection)", in: folder)
    #expect(!run.errors.contains("rror:"))
    #expect(try folder.names() == ["out", "small.yaml"])
    #expect(try Rows(folder.text("out/runs.csv")).count == 12)
    #expect(folder.exists("out/manifest.json"))
  }

  @Test(
    "Progress that nobody takes loses no results",
    arguments: ["2>&-", "2>/dev/full", "2>&1 >/dev/null | true"])
  func closedErrors(redirection: String) throws {
    // The reader of the pipe is gone before the first line of progress.
    _ = try Program.shell(
      "(sleep 0.3; exec \"$0\" run small.yaml --out out) \(redirection)", in: folder)
    #expect(try folder.names() == ["out", "small.yaml"])
    #expect(try Rows(folder.text("out/runs.csv")).count == 12)
  }

  @Test("A table never takes the place of an output that was closed at the start")
  func closedAtStart() throws {
    _ = try Program.shell("exec \"$0\" run small.yaml --out out <&- >&- 2>&-", in: folder)
    let names = try folder.names()
    #expect(names == ["out", "small.yaml"])
  }
}

/// A file system of a few kilobytes that is gone with the shell that mounted it.
enum TinyDisk {
  static let isPermitted: Bool = {
    guard let folder = try? Folder() else { return false }
    return (try? shell("exit 0", in: folder))?.status == 0
  }()

  /// Runs a script with the folder `disk` being such a file system.
  static func shell(_ script: String, in folder: Folder) throws -> Outcome {
    let mount = "mount -t tmpfs -o size=256k tmpfs disk || exit 98"
    try folder.makeFolder("disk")
    return try RunningProcess(
      "/usr/bin/env",
      ["unshare", "--map-root-user", "--mount", "sh", "-c", mount + "\n" + script, Program.path],
      in: folder
    ).outcome()
  }
}
