import Foundation
import Tables
import Testing

@testable import Experiments

@Suite("Results folder")
struct ResultsFolderTests {
  let place: ResultsPlace

  init() throws { place = try ResultsPlace() }

  /// Makes a folder with a file and finishes it.
  private func make(_ name: String, files: [String] = ["runs.csv"], overwriting: Bool = false)
    throws
  {
    let folder = try ResultsFolder(creating: place.path(name), overwriting: overwriting)
    for file in files { try folder.write(Array("n\n".utf8), to: file) }
    try folder.finish()
  }

  private func problem(_ name: String, overwriting: Bool) throws -> ResultsFolderError {
    try #require(throws: ResultsFolderError.self) {
      _ = try ResultsFolder(creating: place.path(name), overwriting: overwriting)
    }
  }

  @Test("It has its name only when everything is in it")
  func rename() throws {
    let folder = try ResultsFolder(creating: place.path("out"), overwriting: false)
    let (path, partialPath) = (folder.path, folder.partialPath)
    #expect(path == place.path("out"))
    #expect(partialPath == place.path("out.partial"))
    try folder.write(Array("n\n".utf8), to: "runs.csv")
    #expect(try place.names() == ["out.partial"])
    #expect(try place.names(in: "out.partial") == ["runs.csv"])
    try folder.finish()
    #expect(try place.names() == ["out"])
    #expect(try place.names(in: "out") == ["runs.csv"])
  }

  @Test("One that is not finished keeps its other name")
  func unfinished() throws {
    do {
      let folder = try ResultsFolder(creating: place.path("out"), overwriting: false)
      let path = folder.partialPath(of: "runs.csv")
      #expect(path == place.path("out.partial/runs.csv"))
    }
    #expect(try place.names() == ["out.partial"])
  }

  @Test("Folders above it are made, and its path is put in order")
  func path() throws {
    try make("a/../b//c/")
    #expect(try place.names() == ["b"])
    #expect(try place.names(in: "b") == ["c"])
  }

  @Test("One that exists is refused, or replaced once the new one is complete")
  func replacing() throws {
    try make("out", files: ["events.csv", "runs.csv"])
    let error = try problem("out", overwriting: false)
    #expect(error == .init(path: place.path("out"), problem: .exists))
    #expect(error.description.contains("--overwrite"))
    #expect(try place.names() == ["out"])

    let folder = try ResultsFolder(creating: place.path("out"), overwriting: true)
    try folder.write(Array("n\n".utf8), to: "runs.csv")
    #expect(try place.names(in: "out") == ["events.csv", "runs.csv"])
    try folder.finish()
    #expect(try place.names() == ["out"])
    #expect(try place.names(in: "out") == ["runs.csv"])
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
    let folder = try ResultsFolder(creating: place.path("out"), overwriting: false)
    try folder.write(rows)
    try folder.finish()
    #expect(try place.text("out/summary.csv") == "n\n3\n")
  }
}
