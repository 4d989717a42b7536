import Experiments
import Foundation
import Testing

@Suite("Scripts for engines")
struct BatchEngineTests {
  /// Words that a shell, Python and YAML each read in a way of their own.
  private static let awkward = [
    "plain.yaml", "two words", "it's", "say \"x\"", "Größe ∑", "$HOME", "a\\b", "`x`", "50%", "*",
    "~", "", "tab\there", "two\nlines", "#no", "{0}", "-",
  ]

  private func run(
    shards: Int = 12, runs: Int = 100_000, folder: String = "results/a b", options: [String] = [],
    seconds: Double? = 40, name: String = "name"
  ) -> ShardedRun {
    ShardedRun(
      program: "cocreate", scenario: "it's $a.yaml", options: options, folder: folder,
      shards: shards, name: name, runs: runs, secondsPerShard: seconds, threads: 2)
  }

  private func bash(_ script: String, _ arguments: [String] = []) throws -> (Int32, String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = arguments + ["-c", script]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }

  @Test("Bash accepts the scripts for it", arguments: [BatchEngine.slurm, .parallel])
  func syntax(engine: BatchEngine) throws {
    let script = try engine.script(for: run(options: Self.awkward, name: "two\nlines"))
    let (status, said) = try bash(script, ["-n"])
    #expect(status == 0 && said.isEmpty, "\(said)")
    #expect(try bash(script + "\nif", ["-n"]).0 != 0)
  }

  @Test("Bash reads the words that were meant")
  func words() throws {
    let script = try BatchEngine.slurm.script(for: run(options: Self.awkward))
    let line = try #require(
      script.range(of: #"\n *run=\((.|\n)*?\n *merge="#, options: .regularExpression))
    let (status, said) = try bash(
      script[line].replacing("merge=", with: ":") + #"; printf '%s\0' "${run[@]}""#)
    #expect(status == 0)
    #expect(
      said.split(separator: "\0", omittingEmptySubsequences: false).dropLast().map(String.init)
        == ["cocreate", "run", "it's $a.yaml"] + Self.awkward + ["--out", "results/a b"])
  }

  @Test("Python and YAML read the words that were meant, which are JSON")
  func literals() throws {
    let snakefile = try BatchEngine.snakemake.script(for: run(options: Self.awkward))
    let run = try #require(snakefile.split(separator: "\n").first { $0.hasPrefix("RUN") })
    let words = try JSONDecoder().decode(
      [String].self, from: Data(run.drop { $0 != "[" }.dropLast().utf8))
    #expect(Array(words.dropFirst(3).dropLast(2)) == Self.awkward)

    let manifest = try BatchEngine.kubernetes.script(
      for: self.run(options: Self.awkward + ["$(PATH)"]))
    let arguments = try #require(
      manifest.split(separator: "\n").first { $0.contains("args: ") })
    let escaped = try JSONDecoder().decode(
      [String].self, from: Data(arguments.drop { $0 != "[" }.utf8))
    #expect(
      escaped.map { $0.replacing("$$", with: "$") }.dropFirst(3).dropLast(4)
        == (Self.awkward + ["$(PATH)"])[...])
    #expect(escaped.contains("$$(PATH)"))
  }

  @Test("Says how many shards an engine takes", arguments: BatchEngine.allCases)
  func most(engine: BatchEngine) throws {
    let most = min(engine.mostShards ?? .max, 200_000)
    #expect(throws: Never.self) { try engine.script(for: run(shards: most, runs: 200_000)) }
    for shards in [most + 1, 0, -1] {
      #expect(
        throws: BatchEngineError.shards(shards, most: most, engine: engine, runs: 200_000)
      ) { try engine.script(for: run(shards: shards, runs: 200_000)) }
    }
    #expect(throws: BatchEngineError.shards(4, most: 3, engine: engine, runs: 3)) {
      try engine.script(for: run(shards: 4, runs: 3))
    }
  }

  @Test("Says why there are too many shards")
  func messages() {
    func message(_ engine: BatchEngine, _ run: ShardedRun) -> String? {
      do { _ = try engine.script(for: run) } catch { return "\(error)" }
      return nil
    }
    #expect(
      message(.slurm, run(shards: 1001))
        == "--shards is 1001; allowed: 1 to 1000, the most that slurm takes")
    #expect(
      message(.slurm, run(shards: 9, runs: 8))
        == "--shards is 9; allowed: 1 to 8, the number of runs")
    #expect(
      message(.snakemake, run(folder: "a{b}"))
        == "--out is 'a{b}'; allowed with snakemake: a path without { and }")
    #expect(message(.parallel, run(folder: "a{b}")) == nil)
  }

  @Test(
    "Asks for twice the estimate and ten minutes",
    arguments: [
      (40, "--time=12)"), (0, "--time=10)"), (1e300, "--time=10090)"), (nil, "=2)"),
      (.nan, "=2)"),
    ] as [(Double?, String)])
  func time(seconds: Double?, ending: String) throws {
    let script = try BatchEngine.slurm.script(for: run(seconds: seconds))
    let line = try #require(script.split(separator: "\n").first { $0.contains("cpus-per-task") })
    #expect(line.hasSuffix(ending), "\(line)")
  }

  @Test(
    "Names a Job as Kubernetes allows",
    arguments: [
      ("four-quadrants", "four-quadrants"), ("Größe: XL", "gr-e-xl"), ("–", "batch"),
      (String(repeating: "abc-", count: 20), "abc-abc-abc-abc-abc-abc-abc-abc-abc-abc"),
    ])
  func resourceName(name: String, expected: String) throws {
    let manifest = try BatchEngine.kubernetes.script(for: run(name: name))
    #expect(manifest.contains("\n  name: \(expected)-shards\n"))
    #expect(manifest.contains("\n  name: \(expected)-merge\n"))
  }

  @Test(
    "Writes the number of shards in, whatever part of them is sent", arguments: BatchEngine.allCases
  )
  func shards(engine: BatchEngine) throws {
    let script = try engine.script(for: run(shards: 37))
    #expect(script.contains("37"))
    #expect(!script.contains("TASK_COUNT"))
    #expect(script.contains("results/a b.shards"))
  }
}
