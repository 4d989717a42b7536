import Foundation
import Tables
import Testing

@testable import Experiments

@Suite("Results folder")
struct ResultsFolderTests {
  let place: ResultsPlace

  init() throws { place = try ResultsPlace() }

  /// Makes a folder without rows and finishes it.
  private func make(
    _ name: String, tables: Set<ResultTable> = [.runs], overwriting: Bool = false
  ) throws {
    let scenario = try Village.scenario()
    var folder = try ResultsFolder(
      creating: place.path(name), tables: tables, overwriting: overwriting)
    try folder.finish(Village.manifest(scenario, tables: tables))
  }

  private func problem(_ name: String, overwriting: Bool) throws -> ResultsFolderError {
    try #require(throws: ResultsFolderError.self) {
      _ = try ResultsFolder(creating: place.path(name), tables: [.runs], overwriting: overwriting)
    }
  }

  @Test("It has its name only when everything is in it")
  func rename() throws {
    let scenario = try Village.scenario()
    var folder = try ResultsFolder(
      creating: place.path("out"), tables: [.runs, .events], overwriting: false)
    let (path, partialPath) = (folder.path, folder.partialPath)
    #expect(path == place.path("out"))
    #expect(partialPath == place.path("out.partial"))
    #expect(try place.names() == ["out.partial"])
    #expect(try place.names(in: "out.partial") == ["events.csv", "runs.csv"])

    try folder.closeTables()
    #expect(try place.names() == ["out.partial"])
    try folder.finish(Village.manifest(scenario))
    #expect(try place.names() == ["out"])
    #expect(try place.names(in: "out") == ["events.csv", "manifest.json", "runs.csv"])
  }

  @Test("One that is not finished keeps its other name")
  func unfinished() throws {
    do {
      let folder = try ResultsFolder(
        creating: place.path("out"), tables: [.runs], overwriting: false)
      let path = folder.partialPath(of: "runs.csv")
      #expect(path == place.path("out.partial/runs.csv"))
    }
    #expect(try place.names() == ["out.partial"])
  }

  @Test("Every table begins with its header line", arguments: ResultTable.allCases)
  func headers(table: ResultTable) throws {
    try make("out", tables: [table])
    #expect(
      try place.names(in: "out").sorted() == ["manifest.json", table.schema.fileName].sorted())
    let header = table.schema.columns.map(\.name).joined(separator: ",") + "\n"
    #expect(try place.text("out/\(table.schema.fileName)") == header)
  }

  @Test("Folders above it are made, and its path is put in order")
  func path() throws {
    try make("a/../b//c/")
    #expect(try place.names() == ["b"])
    #expect(try place.names(in: "b") == ["c"])
  }

  @Test("One that exists is refused, or replaced once the new one is complete")
  func replacing() throws {
    try make("out", tables: [.runs, .events])
    let error = try problem("out", overwriting: false)
    #expect(error == .init(path: place.path("out"), problem: .exists))
    #expect(error.description.contains("--overwrite"))
    #expect(try place.names() == ["out"])

    let scenario = try Village.scenario()
    var folder = try ResultsFolder(
      creating: place.path("out"), tables: [.runs], overwriting: true)
    #expect(try place.names(in: "out") == ["events.csv", "manifest.json", "runs.csv"])
    try folder.finish(Village.manifest(scenario))
    #expect(try place.names() == ["out"])
    #expect(try place.names(in: "out") == ["manifest.json", "runs.csv"])
  }

  @Test("A folder of others is never replaced", arguments: ["out", "out.partial"])
  func foreign(name: String) throws {
    for file in ["runs.csv", "a.txt", "b.txt", "c.txt", "d.txt"] {
      try place.write("precious", to: "\(name)/\(file)")
    }
    let error = try problem("out", overwriting: true)
    #expect(
      error
        == .init(
          path: place.path(name), problem: .holdsOtherFiles(["a.txt", "b.txt", "c.txt", "d.txt"])))
    #expect(error.description.contains("(a.txt, b.txt, c.txt, …)"))
    #expect(try place.names() == [name])
    #expect(try place.names(in: name).count == 5)
  }

  @Test("What an interrupted run left is refused, or discarded")
  func interrupted() throws {
    try place.write("experiment\n", to: "out.partial/runs.csv")
    let error = try problem("out", overwriting: false)
    #expect(error == .init(path: place.path("out.partial"), problem: .interrupted))
    #expect(try place.text("out.partial/runs.csv") == "experiment\n")
    try make("out", overwriting: true)
    #expect(try place.names() == ["out"])
  }

  @Test("A file in its place is refused", arguments: ["out", "out.partial"], [false, true])
  func file(name: String, overwriting: Bool) throws {
    try place.write("precious", to: name)
    let error = try problem("out", overwriting: overwriting)
    #expect(error == .init(path: place.path(name), problem: .notAFolder))
    #expect(try place.text(name) == "precious")
    #expect(try place.names() == [name])
  }

  @Test("A folder that cannot be made is told")
  func cannotBeMade() throws {
    try place.write("precious", to: "file")
    let error = try problem("file/out", overwriting: false)
    guard case .cannotCreate = error.problem else {
      Issue.record("\(error)")
      return
    }
    #expect(error.description.hasPrefix("\(place.path("file/out")) cannot be made: "))
  }

  @Test("A table that is written whole is in the folder")
  func wholeTable() throws {
    let schema = TableSchema(
      name: "summary", columns: [Column("n", .integer, description: "For a test.")])
    var rows = RowEncoder(schema: schema)
    rows.appendHeader()
    rows.append(3)
    rows.endRow()
    var folder = try ResultsFolder(
      creating: place.path("out"), tables: [.runs], overwriting: false)
    try folder.write(rows)
    try folder.finish(Village.manifest(Village.scenario()))
    #expect(try place.text("out/summary.csv") == "n\n3\n")
  }
}
