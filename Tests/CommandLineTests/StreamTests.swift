import Foundation
import Testing

@Suite("Tables for other programs")
struct StreamTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
  }

  @Test("--out - gives the rows of a table as the folder has them", arguments: ["runs", "rounds"])
  func stream(table: String) throws {
    #expect(try Program.run(["run", "small.yaml", "--quiet"], in: folder).status == 0)
    let outcome = try Program.run(
      ["run", "small.yaml", "--out", "-", "--table", table], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output == (try folder.text("results/small/\(table).csv")))
    #expect(try folder.names() == ["results", "small.yaml"])
  }

  @Test("A reader that has enough ends the batch without complaint")
  func closedPipe() throws {
    let outcome = try Program.shell(
      "\"$0\" run small.yaml --out - --replicates 1000000 | head -n 2", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.split(separator: "\n").count == 2)
  }

  @Test(
    "Options that need a folder are refused",
    arguments: [["--resume"], ["--overwrite"], ["--shard", "1/2"], ["--gzip"]])
  func refused(more: [String]) throws {
    let outcome = try Program.run(["run", "small.yaml", "--out", "-"] + more, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
  }

  @Test("--gzip writes what gunzip gives back, and no other tables")
  func gzip() throws {
    #expect(
      try Program.run(["run", "small.yaml", "--out", "plain", "--quiet"], in: folder).status == 0)
    let outcome = try Program.run(["run", "small.yaml", "--out", "out", "--gzip"], in: folder)
    #expect(outcome.status == 0)
    #expect(
      try folder.names(in: "out") == [
        "datapackage.json", "failures.csv.gz", "manifest.json", "rounds.csv.gz", "runs.csv.gz",
        "sessions.jsonl", "summary.csv.gz",
      ])
    for table in ["runs", "rounds", "summary", "failures"] {
      let text = try Program.shell("gzip -dc out/\(table).csv.gz", in: folder).output
      #expect(text == (try folder.text("plain/\(table).csv")), "\(table)")
    }
  }

  @Test("--format behaviorspace-table adds the table that NetLogo's users know")
  func behaviorSpace() throws {
    let outcome = try Program.run(
      ["run", "small.yaml", "--out", "out", "--format", "behaviorspace-table", "--quiet"],
      in: folder)
    #expect(outcome.status == 0)
    let lines = try folder.text("out/table.csv").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("\"BehaviorSpace results (NetLogo "))
    #expect(lines.count == 6 + 1 + 12 + 1)
    let header = lines[6].split(separator: ",")
    #expect(header.first == "\"[run number]\"")
    #expect(header.contains("\"[step]\"") && header.contains("\"relevance\""))
    let runs = try Rows(folder.text("out/runs.csv"))
    let column = try #require(header.firstIndex(of: "\"relevance\""))
    for (index, line) in lines[7..<19].enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells.allSatisfy { $0.hasPrefix("\"") && $0.hasSuffix("\"") })
      #expect(cells[0] == "\"\(index + 1)\"")
      #expect(cells[column] == "\"\(runs["relevance"][index])\"")
    }
  }
}
