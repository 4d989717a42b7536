import Experiments
import Foundation
import Tables
import Testing

@Suite("Batch")
struct BatchTests {
  let place: ResultsPlace

  init() throws { place = try ResultsPlace() }

  /// The whole use of the library, from the text of a scenario to a results folder.
  private func run(
    _ out: String, replicates: String = "12", threads: Int,
    tables: Set<ResultTable> = Set(ResultTable.allCases), progress: (Int) -> Void = { _ in }
  ) async throws -> [String: String] {
    let scenario = try Village.scenario(replicates: replicates)
    let plan = try RunPlan(scenario)
    var folder = try ResultsFolder(
      creating: place.path(out), tables: tables, overwriting: false)
    try await Batch(plan, generator: scenario.generator, tables: tables)
      .run(threads: threads, into: &folder, progress: progress)
    try folder.finish(Village.manifest(scenario, tables: tables))
    return try Dictionary(
      uniqueKeysWithValues: tables.map { table in
        (table.rawValue, try place.text("\(out)/\(table.schema.fileName)"))
      })
  }

  @Test("Writes the same bytes for any number of threads, in the order of the plan")
  func threads() async throws {
    let one = try await run("one", threads: 1)
    let lines = try #require(one["runs"]).split(separator: "\n").dropFirst()
    let runs = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[4] }
    #expect(runs == (0..<36).map { Substring(String($0)) })
    for threads in [1, 2, 3, 5, 64] {
      let other = try await run("with-\(threads)", threads: threads)
      for (table, text) in one { #expect(other[table] == text, "\(table), \(threads) threads") }
    }
  }

  @Test("Writes what was asked for, and the same whatever that is")
  func observing() async throws {
    let all = try await run("all", threads: 2)
    for table in ResultTable.allCases {
      let only = try await run("only-\(table)", threads: 2, tables: [table])
      #expect(only == [table.rawValue: all[table.rawValue]])
      #expect(try place.names(in: "only-\(table)").count == 2)
    }
  }

  @Test("Tells of progress in order, up to the number of runs", arguments: [1, 3])
  func progress(threads: Int) async throws {
    var told: [Int] = []
    _ = try await run("out", threads: threads) { told.append($0) }
    #expect(told == told.sorted())
    #expect(Set(told).count == told.count)
    #expect(told.last == 36)
  }

  @Test("More replicates begin with the rows of fewer")
  func moreReplicates() async throws {
    let few = try await run("few", replicates: "2", threads: 2)
    let many = try await run("many", replicates: "5", threads: 2)
    for (table, text) in few {
      #expect(many[table]?.hasPrefix(text) == true, "\(table)")
      #expect(many[table] != text)
    }
  }

  @Test("A batch smaller than the number of threads is no special case")
  func tiny() async throws {
    let text = try #require(try await run("tiny", replicates: "1", threads: 16)["runs"])
    #expect(text.split(separator: "\n").count == 4)
  }
}
