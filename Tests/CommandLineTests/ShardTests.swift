import Foundation
import Testing

@Suite("Shards")
struct ShardTests {
  let folder: Folder
  static let arguments = ["run", "small.yaml", "--out", "out", "--events", "--quiet"]

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  private func shard(_ shard: String, _ more: [String] = [], tunables: String? = nil) throws
    -> Outcome
  {
    try Program.run(
      Self.arguments + ["--shard", shard] + more, in: folder,
      environment: tunables.map { ["GLIBC_TUNABLES": $0] } ?? [:])
  }

  private func makeAll(_ count: Int, _ more: [String] = []) throws {
    for index in 1...count {
      let outcome = try shard("\(index)/\(count)", more)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  private func merge(_ more: [String] = []) throws -> Outcome {
    try Program.run(["merge", "out.shards"] + more, in: folder)
  }

  private func missing(_ more: [String] = []) throws -> String {
    let outcome = try Program.run(["status", "out.shards", "--missing"] + more, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  private func contents(_ out: String) throws -> [String: Data] {
    try folder.contents(of: out).filter { $0.key != "sessions.jsonl" }
  }

  @Test(
    "They merge to what one machine writes, byte for byte",
    arguments: [[], ["--gzip", "--format", "behaviorspace-table"]], [3, 12])
  func merging(finish: [String], count: Int) throws {
    let whole = try Program.run(
      ["run", "small.yaml", "--out", "whole", "--events", "--quiet"] + finish, in: folder)
    #expect(whole.status == 0)
    try makeAll(count)
    #expect(try merge(finish).status == 0)
    let (whole2, out) = (try contents("whole"), try contents("out"))
    #expect(whole2.keys.sorted() == out.keys.sorted())
    for (name, bytes) in whole2 { #expect(out[name] == bytes, "\(name)") }
    let sessions = try folder.text("out/sessions.jsonl").split(separator: "\n")
    #expect(sessions.count == 2 * count + 1)
    // Merging again changes nothing.
    let again = try merge(finish)
    #expect(again.status == 0)
    #expect(again.output.contains("was complete already"))
  }

  @Test("A complete one is left as it is, a missing or damaged one is made")
  func idempotent() throws {
    #expect(try missing(["--of", "3"]) == "1-3\n")
    #expect(try shard("1/3").status == 0)
    let before = try folder.contents(of: "out.shards/1-of-3")
    #expect(try shard("1/3").status == 0)
    #expect(try shard("1/3", ["--resume"]).status == 0)
    #expect(try folder.contents(of: "out.shards/1-of-3") == before)
    #expect(try missing() == "2-3\n")
    #expect(try shard("2/3").status == 0)
    #expect(try shard("3/3").status == 0)
    #expect(try missing() == "\n")

    var bytes = try folder.data("out.shards/2-of-3/rounds.csv")
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: folder.path("out.shards/2-of-3/rounds.csv")))
    #expect(try missing() == "2\n")
    let refused = try merge()
    #expect(refused.status == 66)
    #expect(refused.errors.contains("shard 2/3 is damaged: rounds.csv has other bytes"))
    #expect(try folder.names() == ["out.shards", "small.yaml"])
    // One of another batch is not made again, damaged or not.
    #expect(try shard("2/3", ["--resume", "--seed", "9"]).status == 2)
    #expect(try shard("2/3", ["--resume"]).status == 0)
    try folder.write("{", to: "out.shards/3-of-3/manifest.json")
    #expect(try missing() == "3\n")
    #expect(try shard("3/3", ["--resume"]).status == 0)
    #expect(try merge().status == 0)
  }

  @Test("A merge without all of them is refused, with each that is missing, and writes nothing")
  func missingShards() throws {
    #expect(try shard("2/4").status == 0)
    let outcome = try merge()
    #expect(outcome.status == 66)
    for index in [1, 3, 4] { #expect(outcome.errors.contains("shard \(index)/4 is missing")) }
    #expect(try folder.names() == ["out.shards", "small.yaml"])
  }

  @Test(
    "Those of another batch are refused",
    arguments: [(["--seed", "9"], "seed"), (["--set", "stake=0.5"], "scenario.settings")])
  func otherBatch(more: [String], key: String) throws {
    #expect(try shard("1/2").status == 0)
    #expect(try shard("2/2", more).status == 0)
    let outcome = try merge()
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("shard 2/2 is not like the first: \(key)"))
    #expect(!folder.exists("out"))
    let again = try shard("2/2")
    #expect(again.status == 2)
    #expect(again.errors.contains("\(key): was"))
  }

  @Test("Those of two numbers of shards are refused")
  func otherCount() throws {
    #expect(try shard("1/2").status == 0)
    #expect(try shard("3/3").status == 0)
    let outcome = try merge()
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("shards of 2 and of 3"))
  }

  @Test(
    "Bad ones are bad input", arguments: ["0/3", "4/3", "1", "1/0", "a/b", "1/13", "-1/3", "1/2/3"])
  func badShard(text: String) throws {
    let outcome = try shard(text)
    #expect(outcome.status == 2)
    #expect(try folder.names() == ["small.yaml"])
  }

  @Test("A stopping rule has no shards, and says what to do")
  func stoppingRule() throws {
    try folder.write(
      Sample.scenario.replacing(
        "replicates: 4",
        with: "replicates: {until: {metric: relevance, half_width: 0.1, at_most: 50}}"),
      to: "small.yaml")
    let outcome = try shard("1/2")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cocreate power"))
  }

  @Test(
    "Processors that round differently are told apart, and merged only on request",
    .enabled(if: hasFusedMultiplyAdd, "the processor has no FMA to switch off"))
  func otherMathematics() throws {
    #expect(try shard("1/2").status == 0)
    #expect(try shard("2/2", tunables: "glibc.cpu.hwcaps=-FMA").status == 0)
    let outcome = try merge()
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("program.mathematics: was"))
    #expect(outcome.errors.contains("--allow-mixed-mathematics"))
    #expect(!folder.exists("out"))
    #expect(try merge(["--allow-mixed-mathematics"]).status == 0)
    let manifest = try folder.text("out/manifest.json")
    #expect(manifest.contains(/"mathematics" : "[0-9a-f]{16},[0-9a-f]{16}"/))
  }

  private static let hasFusedMultiplyAdd =
    (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.contains(" fma ") ?? false

  @Test("A run that fails in a shard is a run that fails in the whole")
  func failures() throws {
    let injection = try FaultInjection(in: folder)
    let whole = try injection.run(["run", "small.yaml", "--out", "whole", "--events", "--quiet"])
    #expect(whole.status == 3)
    for index in 1...3 {
      let outcome = try injection.run(Self.arguments + ["--shard", "\(index)/3"])
      #expect(outcome.status == 0 || outcome.status == 3)
    }
    let merged = try merge()
    #expect(merged.status == 3)
    #expect(try contents("out") == contents("whole"))
  }
}
