import Foundation
import Testing

@Suite("The results folder")
struct ResultsFolderTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  private func run(_ arguments: String...) throws -> Outcome {
    try Program.run(
      ["run", "small.yaml", "--replicates", "1", "--quiet"] + arguments, in: folder)
  }

  @Test("One that exists is refused and stays as it is")
  func exists() throws {
    #expect(try run("--out", "out").status == 0)
    let before = try folder.contents(of: "out")
    let outcome = try run("--out", "out", "--seed", "1")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("\(folder.path("out")) exists already"))
    #expect(outcome.errors.contains("--overwrite"))
    #expect(try folder.contents(of: "out") == before)
    #expect(try folder.names() == ["out", "small.yaml"])
  }

  @Test("--overwrite replaces it, and nothing of the old one stays")
  func overwrite() throws {
    #expect(try run("--out", "out", "--events").status == 0)
    #expect(try run("--out", "out", "--overwrite", "--seed", "1").status == 0)
    #expect(
      try folder.names(in: "out") == [
        "datapackage.json", "failures.csv", "manifest.json", "rounds.csv", "runs.csv",
        "sessions.jsonl", "summary.csv",
      ])
    #expect(Set(try Rows(folder.text("out/runs.csv"))["seed"]) == ["1"])
    #expect(try folder.names() == ["out", "small.yaml"])
  }

  @Test("--overwrite of nothing is no fault")
  func overwriteNothing() throws {
    #expect(try run("--out", "out", "--overwrite").status == 0)
    #expect(try folder.names() == ["out", "small.yaml"])
  }

  @Test("One with files of others is never replaced", arguments: [[], ["--overwrite"]])
  func foreign(arguments: [String]) throws {
    try folder.write("Chapter 1", to: "thesis/chapter.tex")
    try folder.write("precious", to: "thesis/runs.csv")
    let before = try folder.contents(of: "thesis")
    let outcome = try Program.run(["run", "small.yaml", "--out", "thesis"] + arguments, in: folder)
    #expect(outcome.status == 2)
    if !arguments.isEmpty { #expect(outcome.errors.contains("chapter.tex")) }
    #expect(try folder.contents(of: "thesis") == before)
    #expect(try folder.names() == ["small.yaml", "thesis"])
  }

  @Test("A folder beside it with another ending is never touched by --overwrite")
  func neighbours() throws {
    #expect(try run("--out", "out").status == 0)
    try folder.write("Chapter 1", to: "out.old/chapter.tex")
    #expect(try run("--out", "out", "--overwrite").status == 0)
    #expect(folder.exists("out.old/chapter.tex"))
  }

  @Test("A file in its place is refused", arguments: [[], ["--overwrite"]])
  func file(arguments: [String]) throws {
    try folder.write("precious", to: "out")
    let outcome = try Program.run(["run", "small.yaml", "--out", "out"] + arguments, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("\(folder.path("out")) is not a folder"))
    #expect(try folder.text("out") == "precious")
    #expect(try folder.names() == ["out", "small.yaml"])
  }

  @Test("A link in its place is refused", arguments: [[], ["--overwrite"]])
  func link(arguments: [String]) throws {
    try folder.write("precious", to: "elsewhere/runs.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out"), withDestinationPath: folder.path("elsewhere"))
    let outcome = try Program.run(["run", "small.yaml", "--out", "out"] + arguments, in: folder)
    #expect(outcome.status == 2)
    #expect(try folder.text("elsewhere/runs.csv") == "precious")
    #expect(try folder.names() == ["elsewhere", "out", "small.yaml"])
  }

  @Test("What an interrupted run left is refused with a hint, and discarded on request")
  func partial() throws {
    try folder.write("experiment\n", to: "out.partial/runs.csv")
    let outcome = try run("--out", "out")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("\(folder.path("out.partial")) holds the finished rows"))
    #expect(outcome.errors.contains("interrupted"))
    #expect(outcome.errors.contains("--overwrite"))
    #expect(try folder.names() == ["out.partial", "small.yaml"])
    #expect(try folder.text("out.partial/runs.csv") == "experiment\n")

    #expect(try run("--out", "out", "--overwrite").status == 0)
    #expect(try folder.names() == ["out", "small.yaml"])
  }

  @Test("A .partial folder with files of others is never discarded")
  func foreignPartial() throws {
    try folder.write("Chapter 1", to: "out.partial/chapter.tex")
    let outcome = try run("--out", "out", "--overwrite")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("chapter.tex"))
    #expect(try folder.names(in: "out.partial") == ["chapter.tex"])
  }

  @Test("A folder that cannot be made is an error that names it")
  func cannotBeMade() throws {
    try folder.write("precious", to: "file")
    let outcome = try run("--out", "file/out")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(folder.path("file/out")))
    #expect(try folder.names() == ["file", "small.yaml"])
  }

  @Test(
    "Its path may have spaces, umlauts and other characters, and folders that are not there yet",
    arguments: [
      "Grüße aus Århus", "de\u{301}compose\u{301}", "100%25 #1 ?", "a/b/c", "trailing/", "日本",
      "quote'\"s",
    ])
  func path(name: String) throws {
    let outcome = try run("--out", name)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Rows(folder.text("\(name)/runs.csv")).count == 3)
    #expect(!folder.exists(name + ".partial"))
  }

  @Test("The scenario's path may have spaces and umlauts, too")
  func scenarioPath() throws {
    try folder.write(Sample.scenario, to: "meine größte Frage.yaml")
    let outcome = try Program.run(["run", "meine größte Frage.yaml", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(folder.exists("results/small/runs.csv"))
  }

  @Test("It is made in the folder where the program is started, wherever the scenario is")
  func workingDirectory() throws {
    try folder.makeFolder("deep/er")
    let outcome = try Program.shell("cd deep/er && exec \"$0\" run ../../small.yaml", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.names(in: "deep/er/results") == ["small"])
    #expect(outcome.output.contains(folder.path("deep/er/results/small")))
    #expect(try folder.names() == ["deep", "small.yaml"])
  }
}
