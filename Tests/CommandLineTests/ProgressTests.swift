import Foundation
import Testing

@Suite("Progress")
struct ProgressTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  @Test("--quiet prints nothing", arguments: ["--quiet", "-q"])
  func quiet(flag: String) throws {
    let outcome = try Program.run(["run", "small.yaml", flag], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.isEmpty)
    #expect(folder.exists("results/small/runs.csv"))
  }

  @Test("A setting that strategies make themselves is told, but not with --quiet")
  func unreachedSetting() throws {
    try folder.write(
      """
      format: 1
      name: deaf
      question: Does a strategy hear?
      replicates: 1
      context: {rounds: 2}
      strategies:
        guided: {form: guided}
        free: {}
        later: {phases: [{from: 2, openness: 0.9}]}
      """, to: "deaf.yaml")
    let arguments = ["validate", "deaf.yaml", "--set", "openness=0.4"]
    let loud = try Program.run(arguments, in: folder)
    #expect(loud.status == 0)
    #expect(loud.errors.contains("note: --set openness does not reach guided, which sets it"))
    #expect(loud.errors.contains("note: --set openness reaches later only until a phase sets it"))
    #expect(try Program.run(arguments + ["--quiet"], in: folder).errors.isEmpty)
  }

  @Test("Without a terminal, progress is a plain line at most every ten per cent")
  func lines() throws {
    let outcome = try Program.run(
      ["run", "small.yaml", "--replicates", "20", "--threads", "2"], in: folder)
    #expect(outcome.status == 0)
    let lines = outcome.errors.split(separator: "\n")
    #expect((1...10).contains(lines.count))
    var before = 0
    for line in lines {
      let match = line.wholeMatch(
        of: /(\d+) of 60 runs, \d+(?:\.\d)? runs\/s, (?:\d+(?:\.\d)? (?:s|min|h) left|in .+)/)
      let done = try #require(match.flatMap { Int($0.1) }, "\(line)")
      #expect(done * 10 / 60 > before * 10 / 60)
      before = done
    }
    #expect(before == 60)
    #expect(try #require(lines.last).contains(", in "))
  }

  @Test(
    "On a terminal, progress is a bar",
    .enabled(if: Terminal.isAvailable, "util-linux's script is not here to make a terminal"))
  func bar() throws {
    let outcome = try Terminal.shell("\"$PROGRAM\" run small.yaml", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\r\u{1B}[K"))
    #expect(outcome.output.contains(String(repeating: "█", count: 30) + " 12/12"))
    #expect(outcome.output.contains("Which form suits a village?"))
  }

  @Test(
    "--quiet prints nothing on a terminal either",
    .enabled(if: Terminal.isAvailable, "util-linux's script is not here to make a terminal"))
  func quietOnTerminal() throws {
    let outcome = try Terminal.shell("\"$PROGRAM\" run small.yaml --quiet", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(folder.exists("results/small/runs.csv"))
  }
}

/// A pseudo-terminal around a command.
enum Terminal {
  static let isAvailable: Bool = {
    guard let folder = try? Folder() else { return false }
    return (try? shell("test -t 2", in: folder))?.status == 0
  }()

  static func shell(_ script: String, in folder: Folder) throws -> Outcome {
    try RunningProcess(
      "/usr/bin/env", ["script", "--quiet", "--return", "--command", script, "/dev/null"],
      in: folder, environment: ["PROGRAM": Program.path]
    ).outcome()
  }
}
