import Experiments
import Foundation
import Tables
import Testing

@Suite("Batch")
struct BatchTests {
  let place: ResultsPlace

  init() throws { place = try ResultsPlace() }

  /// The whole use of the library, from the text of a scenario to the tables of a results folder.
  private func run(
    _ out: String, replicates: String = "12", design: String? = nil, threads: Int = 2,
    _ selection: TableSelection = TableSelection(Set(ResultTable.allCases)), shard: Shard? = nil,
    progress: (Int) -> Void = { _ in }
  ) throws -> [String: String] {
    let scenario = try Village.scenario(replicates: replicates, design: design)
    var experiment = try Experiment(scenario)
    experiment.selection = selection
    experiment.threads = threads
    experiment.shard = shard
    let outcome = try experiment.run(into: place.path(out), progress: progress)
    #expect(outcome.ending == .finished)
    return try tables(out)
  }

  private func tables(_ out: String) throws -> [String: String] {
    let names = try place.names(in: out).filter { $0 != "sessions.jsonl" }
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try place.text("\(out)/\($0)")) })
  }

  @Test("Writes the same bytes for any number of threads, in the order of the plan")
  func threads() throws {
    let one = try run("one", threads: 1)
    let lines = try #require(one["runs.csv"]).split(separator: "\n").dropFirst()
    let runs = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[4] }
    #expect(runs == (0..<36).map { Substring(String($0)) })
    for threads in [1, 2, 3, 5, 64] {
      #expect(try run("with-\(threads)", threads: threads) == one)
    }
  }

  @Test("Writes what was asked for, and the same whatever that is")
  func observing() throws {
    let all = try run("all")
    for table in ResultTable.allCases {
      let only = try run("only-\(table)", TableSelection([table]))
      for name in [table.schema.fileName, "runs.csv"] { #expect(only[name] == all[name]) }
      #expect(
        Set(only.keys) == [
          "runs.csv", "failures.csv", table.schema.fileName, "manifest.json", "datapackage.json",
        ])
    }
  }

  @Test("A selection has the keys, the chosen columns and months, with the same numbers")
  func selecting() throws {
    let all = try run("all")
    let some = try run(
      "some",
      TableSelection([.rounds], roundsEvery: 2, columns: ["coverage", "relevance", "stake"]))
    func cells(_ text: String?, _ columns: [String]? = nil) throws -> [[String]] {
      let rows = try #require(text).split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      guard let columns else { return rows }
      let indices = try columns.map { try #require(rows[0].firstIndex(of: $0)) }
      return rows.map { row in indices.map { row[$0] } }
    }
    let runs = try cells(some["runs.csv"])
    #expect(
      runs[0] == [
        "experiment", "point", "strategy", "replicate", "run", "seed", "context", "process",
        "stake", "relevance", "coverage",
      ])
    #expect(try cells(all["runs.csv"], runs[0]) == runs)
    let rounds = try cells(some["rounds.csv"])
    #expect(rounds[0].suffix(4) == ["task", "round", "relevance", "coverage"])
    // Months 0 and 2 of 0 to 3, and the last.
    let wanted = try cells(all["rounds.csv"], rounds[0]).filter { $0[7] != "1" }
    #expect(rounds == wanted)
  }

  @Test("Tells of progress in order, up to the number of runs", arguments: [1, 3])
  func progress(threads: Int) throws {
    var told: [Int] = []
    _ = try run("out", threads: threads) { told.append($0) }
    #expect(told == told.sorted())
    #expect(told.first == 0)
    #expect(Set(told).count == told.count)
    #expect(told.last == 36)
  }

  @Test("More replicates begin with the rows of fewer")
  func moreReplicates() throws {
    let few = try run("few", replicates: "2")
    let many = try run("many", replicates: "5")
    for table in ResultTable.allCases where table != .failures {
      let name = table.schema.fileName
      let text = try #require(few[name])
      #expect(many[name]?.hasPrefix(text) == true, "\(table)")
      #expect(many[name] != text)
    }
  }

  @Test("A batch smaller than the number of threads is no special case")
  func tiny() throws {
    let text = try #require(try run("tiny", replicates: "1", threads: 16)["runs.csv"])
    #expect(text.split(separator: "\n").count == 4)
  }

  @Test(
    "Shards merge to the same folder, however many there are and in whatever order they were made",
    arguments: [1, 2, 5, 24])
  func shards(count: Int) throws {
    let design = "{grid: {press_scrutiny: [0.1, 0.2]}}"
    let whole = try run("whole", replicates: "4", design: design)
    let folder = ShardsFolder(of: place.path("out"))
    for shard in Shard.all(count).reversed() {
      let path = "out.shards/\(shard.folderName)"
      _ = try run(path, replicates: "4", design: design, shard: shard)
    }
    let outcome = try ShardMerge(folder).merge(into: place.path("out"), overwriting: false)
    #expect(outcome.runs == 24)
    #expect(try tables("out") == whole)
  }

  @Test("Asked to end, it keeps what is finished, and goes on from there to the same folder")
  func interrupting() throws {
    let whole = try run("whole")
    var experiment = try Experiment(Village.scenario(replicates: "12"))
    experiment.selection = TableSelection(Set(ResultTable.allCases))
    var (rounds, ending) = (0, BatchOutcome.Ending.interrupted)
    while ending == .interrupted {
      let interruption = Interruption()
      var first: Int?
      let outcome = try experiment.run(
        into: place.path("out"), existing: .resume, interruption: interruption,
        progress: {
          if let first, $0 > first { interruption.ask() }
          first = first ?? $0
        })
      ending = outcome.ending
      rounds += 1
      try #require(rounds < 100)
    }
    #expect(rounds > 1)
    #expect(try tables("out") == whole)
    let again = try experiment.run(into: place.path("out"), existing: .resume)
    #expect(again.ending == .wasComplete)
  }

  @Test("A row that cannot be written ends the batch, and is told")
  func refusingFile() throws {
    struct Refused: Error {}
    let experiment = try Experiment(Village.scenario(replicates: "12"))
    #expect(throws: Refused.self) {
      var header = true
      _ = try experiment.stream(.runs) { _ in
        if !header { throw Refused() }
        header = false
      }
    }
  }
}
