import Foundation
import Testing

@Suite("cocreate replay")
struct ReplayTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Sample.scenario, to: "small.yaml")
    let run = try Program.run(
      ["run", "small.yaml", "--out", "out", "--set", "demand=41", "--without", "fear", "--quiet"],
      in: folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func replay(_ arguments: String..., in folder: String = "out") throws -> Outcome {
    try Program.run(["replay", folder] + arguments, in: self.folder)
  }

  private func change(_ column: String, of run: Int, to value: String) throws -> String {
    let rows = try Rows(try folder.text("out/runs.csv"))
    let index = try #require(rows.columns.firstIndex(of: column))
    var cells = rows.rows
    let before = cells[run][index]
    cells[run][index] = value
    let text = ([rows.columns] + cells).map { $0.joined(separator: ",") + "\n" }.joined()
    try folder.write(text, to: "out/runs.csv")
    return before
  }

  @Test("A run reproduces, under what the command line set, and is told", arguments: [0, 4, 11])
  func story(run: Int) throws {
    let outcome = try replay("--run", "\(run)")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    let strategy = Sample.strategies[run % 3]
    #expect(lines.first?.hasPrefix("run \(run) of small: strategy \(strategy), replicate ") == true)
    #expect(lines[1].hasPrefix("It reproduces: all "))
    #expect(outcome.output.contains("\nAfter \(Sample.rounds) months\n"))
    #expect(outcome.output.contains("\n  more for less: value_per_public_euro "))
  }

  @Test("--quiet says nothing of a run that reproduces")
  func quiet() throws {
    let outcome = try replay("--run", "5", "--quiet")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test("--json prints the events of the run that events.csv has, a line each")
  func json() throws {
    let made = try Program.run(
      ["run", "small.yaml", "--out", "all", "--events", "--quiet"], in: folder)
    #expect(made.status == 0)
    let table = try Rows(try folder.text("all/events.csv"))
    let own = table.rows.indices.filter { table["run"][$0] == "1" }
    let outcome = try replay("--run", "1", "--json", in: "all")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == own.count && !lines.isEmpty)
    for (line, row) in zip(lines, own) {
      let event = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      #expect(event.event == table["event"][row])
      #expect(String(event.round) == table["round"][row])
      #expect(event.actor.map { String($0) } ?? "" == table["actor"][row])
      #expect(event.value == Double(table["value"][row]))
    }
  }

  private struct Line: Decodable {
    let event: String
    let round: Int
    let actor: Int?
    let value: Double?
  }

  @Test(
    "A changed value is named, with what is most likely the reason", arguments: [[], ["--quiet"]])
  func changed(options: [String]) throws {
    let before = try change("public_cost", of: 4, to: "12345")
    let outcome = try Program.run(["replay", "out", "--run", "4"] + options, in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("run 4 does not reproduce: 1 of "))
    #expect(outcome.errors.contains(try Regex("public_cost +12345 +\(before)\n")))
    #expect(outcome.errors.contains("most likely the folder was changed"))
    #expect(outcome.output.isEmpty == options.contains("--quiet"))
    #expect(try replay("--run", "3", "--quiet").status == 0)
  }

  @Test("Another program is named as the likely reason")
  func otherProgram() throws {
    _ = try change("public_cost", of: 4, to: "12345")
    let manifest = try folder.text("out/manifest.json")
    let older = try #require(manifest.firstMatch(of: /"gsl" : "[^"]*"/))
    try folder.write(
      manifest.replacing(older.0, with: "\"gsl\" : \"1.0\""), to: "out/manifest.json")
    let outcome = try replay("--run", "4")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("Most likely because the program is another: "))
    #expect(outcome.errors.contains("gsl"))
    #expect(try replay("--run", "3", "--quiet").status == 0)
  }

  @Test("A run that is not there is bad input", arguments: ["12", "-1", "99999999999"])
  func notThere(run: String) throws {
    let outcome = try Program.run(["replay", "out", "--run=\(run)"], in: folder)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors == "out has no run \(run); allowed: 0 to 11\n")
  }

  @Test(
    "A folder that is not there, or holds no results, is bad input", arguments: ["no", "empty"])
  func noFolder(name: String) throws {
    try folder.makeFolder("empty")
    let outcome = try Program.run(["replay", name, "--run", "0"], in: folder)
    #expect(outcome.status == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty)
  }
}
