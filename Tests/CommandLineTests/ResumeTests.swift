import Foundation
import Testing

@Suite("Resuming")
struct ResumeTests {
  let folder: Folder
  static let arguments = ["run", "small.yaml", "--actors", "--events", "--quiet"]

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  private func run(_ out: String, _ more: [String] = []) throws -> Outcome {
    try Program.run(Self.arguments + ["--out", out] + more, in: folder)
  }

  /// All but the file that says when and how.
  private func contents(_ out: String) throws -> [String: Data] {
    try folder.contents(of: out).filter { $0.key != "sessions.jsonl" }
  }

  /// A signal at a random moment, again and again, until the batch is whole.
  private func finish(_ out: String, _ more: [String], signal: Int32, seed: UInt64) throws -> Int {
    var (state, kills) = (seed, 0)
    while kills < 25 {
      // Whoever runs the tests in the background may have us ignore SIGINT.
      let process = try RunningProcess(
        "/usr/bin/env",
        ["--default-signal=INT,TERM", Program.path] + Self.arguments
          + ["--out", out, "--resume"] + more, in: folder)
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let patience = Double(state >> 33) / Double(1 << 31) * 0.6
      let start = Date()
      while !process.isOver, Date().timeIntervalSince(start) < patience {
        Thread.sleep(forTimeInterval: 0.002)
      }
      process.send(signal)
      let outcome = process.outcome()
      if outcome.status == 0 { return kills }
      #expect(outcome.signal == signal || outcome.status == 75, "\(outcome)")
      kills += 1
    }
    #expect(try run(out, ["--resume"] + more).status == 0)
    return kills
  }

  @Test(
    "Ended at many random moments, a batch becomes the same folder, byte for byte",
    arguments: [
      ([], SIGKILL, 1), ([], SIGKILL, 2), ([], SIGKILL, 3), ([], SIGTERM, 4), ([], SIGINT, 5),
      (["--gzip", "--format", "behaviorspace-table"], SIGKILL, 6),
    ] as [([String], Int32, UInt64)])
  func manyMoments(more: [String], signal: Int32, seed: UInt64) throws {
    let more = more + ["--replicates", "30"]
    #expect(try run("whole", more).status == 0)
    let kills = try finish("out", more, signal: signal, seed: seed)
    #expect(kills > 0, "the batch was over before the first signal")
    let (whole, out) = (try contents("whole"), try contents("out"))
    #expect(whole.keys.sorted() == out.keys.sorted())
    for (name, bytes) in whole { #expect(out[name] == bytes, "\(name)") }
    #expect(!folder.exists("out.partial"))
  }

  @Test("So does one with a stopping rule and a design")
  func stoppingRule() throws {
    try folder.write(
      Sample.scenario.replacing(
        "replicates: 4",
        with: """
          replicates:
            until: {metric: failures, half_width: 0.9, at_least: 4, at_most: 60}
          design: {grid: {press_scrutiny: [0.1, 0.9], failure_base: [0.05, 0.5]}}
          """), to: "small.yaml")
    #expect(try run("whole").status == 0)
    let replicates = try Rows(folder.text("whole/stopping.csv"))["replicates"].compactMap(Int.init)
    #expect(Set(replicates).count > 1, "every point stopped at the same look")
    let runs = try Rows(folder.text("whole/runs.csv"))
    for (point, count) in zip(0..<4, stride(from: 0, to: 12, by: 3).map { replicates[$0] }) {
      #expect(runs["point"].count { $0 == "\(point)" } == 3 * count)
    }
    #expect(try finish("out", [], signal: SIGKILL, seed: 7) > 0)
    let (whole, out) = (try contents("whole"), try contents("out"))
    for (name, bytes) in whole { #expect(out[name] == bytes, "\(name)") }
  }

  /// A partial folder with some runs in it.
  private func interrupt() throws {
    let process = try RunningProcess(
      Program.path, Self.arguments + ["--out", "out", "--replicates", "100000"], in: folder)
    while try !process.isOver && !hasRows() { Thread.sleep(forTimeInterval: 0.01) }
    process.send(SIGTERM)
    let outcome = process.outcome()
    #expect(outcome.status == 75)
    #expect(outcome.errors.contains("--resume"))
    #expect(outcome.errors.contains(folder.path("out.partial")))
  }

  private func hasRows() throws -> Bool {
    guard let journal = try? folder.text("out.partial/journal.jsonl") else { return false }
    return journal.split(separator: "\n").count > 2
  }

  @Test(
    "What was made by another scenario, seed or selection is refused, with what differs",
    arguments: [
      ("press_scrutiny: 0.9", "press_scrutiny: 0.8", [String](), "scenario.text: from line 11 on"),
      ("", "", ["--seed", "7"], "seed: was 42, is 7"),
      (
        "", "", ["--set", "press_scrutiny=0.2"],
        "scenario.settings: was [], is [press_scrutiny=0.2]"
      ),
      ("", "", ["--no-rounds"], "tables: was"),
      ("", "", ["--every", "2"], "rounds_every: was 1, is 2"),
      ("", "", ["--gzip"], "finish.gzip: was"),
    ])
  func changed(old: String, new: String, more: [String], line: String) throws {
    try interrupt()
    if !old.isEmpty {
      try folder.write(Sample.scenario.replacing(old, with: new), to: "small.yaml")
    }
    let before = try folder.contents(of: "out.partial")
    let outcome = try run("out", ["--replicates", "100000", "--resume"] + more)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(line), "\(outcome.errors)")
    #expect(try folder.contents(of: "out.partial") == before)
  }

  @Test("One of another program is refused")
  func otherProgram() throws {
    try interrupt()
    let journal = try folder.text("out.partial/journal.jsonl")
    try folder.write(
      journal.replacing("\"gsl\":\"", with: "\"gsl\":\"0."), to: "out.partial/journal.jsonl")
    let outcome = try run("out", ["--replicates", "100000", "--resume"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("program.gsl: was 0."))
  }

  @Test(
    "A journal that was cut off or scribbled on goes back to its last good line",
    arguments: ["{\"by", "\0\0\0\0", "{}\n", "nonsense\n{\"bytes\":{}}\n"])
  func tornJournal(tail: String) throws {
    let more = ["--replicates", "30"]
    #expect(try run("whole", more).status == 0)
    let process = try RunningProcess(
      Program.path, Self.arguments + ["--out", "out"] + more, in: folder)
    while try !process.isOver && !hasRows() { Thread.sleep(forTimeInterval: 0.002) }
    process.send(SIGKILL)
    _ = process.outcome()
    try #require(folder.exists("out.partial"))
    let journal = try folder.text("out.partial/journal.jsonl")
    try folder.write(journal + tail, to: "out.partial/journal.jsonl")
    #expect(try run("out", ["--resume"] + more).status == 0)
    #expect(try contents("out") == contents("whole"))
  }

  @Test("A table that is shorter than the journal says is told, and nothing is made of it")
  func lostRows() throws {
    try interrupt()
    try folder.write("experiment\n", to: "out.partial/runs.csv")
    let outcome = try run("out", ["--replicates", "100000", "--resume"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("runs.csv has 11 bytes, the journal says"))
    #expect(try folder.text("out.partial/runs.csv") == "experiment\n")
  }

  @Test("A complete folder is left as it is; with other settings it is refused")
  func complete() throws {
    #expect(try run("out").status == 0)
    let before = try folder.contents(of: "out")
    let again = try Program.run(
      ["run", "small.yaml", "--out", "out", "--resume", "--actors", "--events"], in: folder)
    #expect(again.status == 0)
    #expect(again.output.contains("was complete already"))
    #expect(try folder.contents(of: "out") == before)
    let other = try run("out", ["--resume", "--seed", "3"])
    #expect(other.status == 2)
    #expect(other.errors.contains("seed: was 42, is 3"))
    #expect(try folder.contents(of: "out") == before)
  }

  @Test("Without anything to go on with, --resume begins")
  func nothingThere() throws {
    #expect(try run("out", ["--resume"]).status == 0)
    #expect(try run("again").status == 0)
    #expect(try contents("out") == contents("again"))
  }

  @Test("status says how far a batch is, and whether a folder is as it was written")
  func status() throws {
    try interrupt()
    let partial = try Program.run(["status", "out"], in: folder)
    #expect(partial.status == 0)
    #expect(partial.output.wholeMatch(of: /.+out: \d+ of 300000 runs are made; .+\n/) != nil)
    #expect(try run("whole").status == 0)
    #expect(
      try Program.run(["status", "whole"], in: folder).output.contains("every file as it was"))
    try folder.write("damaged", to: "whole/runs.csv")
    let damaged = try Program.run(["status", "whole"], in: folder)
    #expect(damaged.status == 66)
    #expect(damaged.errors.contains("runs.csv has 7 bytes"))
  }
}
