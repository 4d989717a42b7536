import CoCreation
import Foundation
import Tables
import Testing

@testable import Experiments

@Suite("Replaying a run")
struct ReplayTests {
  private let place: ResultsPlace
  private let scenario: Scenario
  private let plan: RunPlan

  init() throws {
    place = try ResultsPlace()
    scenario = try Village.scenario()
    plan = try RunPlan(scenario)
    let encoder = RunEncoder(
      plan: plan, generator: scenario.generator, selection: TableSelection())
    var worker = RunEncoder.Worker(encoder)
    var header = RowEncoder(schema: ResultTable.runs.schema)
    header.appendHeader()
    let rows = try #require(encoder.encode(0..<plan.count, &worker).tables[.runs])
    try place.write(String(decoding: header.bytes + rows, as: UTF8.self), to: "out/runs.csv")
  }

  private func replay(_ run: Int, in folder: String = "out") throws -> Replay {
    try Replay(run: run, of: scenario, plan: plan, recordedIn: place.path(folder))
  }

  /// Changes the table's lines, the header line among them.
  private func edit(to folder: String = "out", _ change: (inout [String]) -> Void) throws {
    var lines = try place.text("out/runs.csv").split(separator: "\n").map(String.init)
    change(&lines)
    try place.write(lines.map { $0 + "\n" }.joined(), to: folder + "/runs.csv")
  }

  @Test("Every run of an untouched folder reproduces in every column", arguments: 0..<12)
  func same(run: Int) throws {
    let replay = try replay(run)
    #expect(replay.run.index == run)
    #expect(replay.comparison.differences.isEmpty)
    #expect(replay.comparison.columns == ResultTable.runs.schema.columns.count)
  }

  @Test(
    "A changed cell is found, with both values",
    arguments: [("demand", "685", "686"), ("strategy", "empowering", "guided"), ("point", "0", "")])
  func changedCell(column: String, now: String, recorded: String) throws {
    let index = try #require(ResultTable.runs.schema.columns.firstIndex { $0.name == column })
    try edit { lines in
      var cells = lines[5].split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[index] == now)
      cells[index] = Substring(recorded)
      lines[5] = cells.joined(separator: ",")
    }
    #expect(
      try replay(4).comparison.differences == [
        .init(column: column, recorded: recorded, replayed: now)
      ])
    #expect(try replay(3).comparison.differences.isEmpty)
  }

  @Test("A column that no run has is a difference; one that was left out is none")
  func otherColumns() throws {
    try edit { lines in
      lines = lines.enumerated().map { row, line in
        line.split(separator: ",", omittingEmptySubsequences: false).dropLast()
          .joined(separator: ",") + (row == 0 ? ",charm" : ",7")
      }
    }
    let comparison = try replay(0).comparison
    #expect(comparison.differences == [.init(column: "charm", recorded: "7", replayed: nil)])
  }

  @Test("A number that no run of the plan has is told the range", arguments: [-1, 12, 1 << 40])
  func notPlanned(run: Int) throws {
    let error = try #require(throws: ReplayError.self) { try replay(run) }
    #expect(error.problem == .notPlanned(count: 12))
    #expect(error.description.hasSuffix("has no run \(run); allowed: 0 to 11"))
  }

  @Test("A failed run is told its failure")
  func failed() throws {
    try edit { $0.remove(at: 8) }
    try place.write("run,problem\n5,\"a, b\"\n7,public_cost came to inf\n", to: "out/failures.csv")
    let error = try #require(throws: ReplayError.self) { try replay(7) }
    #expect(error.problem == .failed("public_cost came to inf"))
    #expect(try replay(8).comparison.differences.isEmpty)
  }

  @Test("A run without a row is told why, as far as the folder says")
  func noRow() throws {
    try edit { $0.remove(at: 8) }
    #expect(try #require(throws: ReplayError.self) { try replay(7) }.problem == .noRow)
    try place.write("metric\n", to: "out/stopping.csv")
    #expect(try #require(throws: ReplayError.self) { try replay(7) }.problem == .notNeeded)
  }

  @Test("A run of another shard is told which there are")
  func shard() throws {
    let error = ReplayError(run: 7, withoutRowIn: place.path("out"), shard: 2..<5)
    #expect(error.description.hasSuffix("out has 2 to 4"))
  }

  @Test("A compressed table is read as it is")
  func compressed() throws {
    try GzipFile.compress(path: place.path("out/runs.csv"))
    try FileManager.default.removeItem(atPath: place.path("out/runs.csv"))
    #expect(try replay(3).comparison.differences.isEmpty)
  }

  @Test("In a folder that was cut short, whole rows are compared and half a row is none")
  func partial() throws {
    try edit(to: "out.partial") { $0.removeLast(5) }
    let cut = try place.text("out.partial/runs.csv").dropLast(20)
    try place.write(String(cut), to: "out.partial/runs.csv")
    #expect(try replay(5, in: "out.partial").comparison.differences.isEmpty)
    for run in [6, 7, 11] {
      let error = try #require(throws: ReplayError.self) { try replay(run, in: "out.partial") }
      #expect(error.problem == .notMade)
    }
  }
}
