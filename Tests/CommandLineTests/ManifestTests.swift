import Foundation
import Testing

@Suite("manifest.json")
struct ManifestTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func manifest(_ arguments: [String]) throws -> [String: Any] {
    try folder.write(Sample.scenario, to: "small.yaml")
    let outcome = try Program.run(["run", "small.yaml", "--out", "out"] + arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONSerialization.jsonObject(with: folder.data("out/manifest.json"))
    return try #require(json as? [String: Any])
  }

  @Test("Names the program and what it was built with")
  func program() throws {
    let manifest = try manifest([])
    let program = try #require(manifest["program"] as? [String: String])
    #expect(try #require(program["mathematics"]).wholeMatch(of: /[0-9a-f]{16}/) != nil)
    #expect(program["name"] == "cocreate")
    let version = try Program.run(["--version"], in: folder).output
    for key in ["version", "commit", "compiler", "gsl"] {
      let value = try #require(program[key])
      #expect(!value.isEmpty)
      #expect(version.contains(value), "\(key)")
    }
    #expect(try #require(program["commit"]).wholeMatch(of: /unknown|[0-9a-f]{12}(-dirty)?/) != nil)
    #expect(try #require(program["compiler"]).hasPrefix("Swift version "))
    #expect(try #require(program["gsl"]).wholeMatch(of: /\d+(\.\d+)+/) != nil)
  }

  @Test("Holds the scenario's text and its SHA-256, as other tools compute it")
  func scenario() throws {
    let manifest = try manifest([])
    let scenario = try #require(manifest["scenario"] as? [String: Any])
    #expect(scenario["name"] as? String == "small")
    #expect(scenario["question"] as? String == "Which form suits a village?")
    #expect(scenario["text"] as? String == Sample.scenario)
    let sum = try Program.shell(
      "sha256sum small.yaml || shasum -a 256 small.yaml || openssl dgst -r -sha256 small.yaml",
      in: folder)
    #expect(
      sum.output.split(separator: " ").first.map(String.init) == scenario["sha256"] as? String)
  }

  @Test("Says what was run, with every parameter of every strategy")
  func runs() throws {
    let manifest = try manifest([
      "--replicates", "2x3", "--set", "press_scrutiny=0.25", "--threads", "2", "--events",
    ])
    #expect(manifest["format"] as? Int == 2)
    #expect(manifest["generator"] as? String == "splitmix")
    #expect(manifest["seed"] as? Int == 42)
    #expect(manifest["replicates"] as? [String: Int] == ["contexts": 2, "processes": 3])
    #expect(manifest["runs"] as? Int == 18)
    #expect(manifest["baseline"] as? String == "in-house")
    let actors = try #require(manifest["actors"] as? [String: [String: String]])
    #expect(actors.mapValues { $0["count"] } == ["professional": "4", "citizen": "10"])
    #expect(actors["citizen"]?["trust"] == "beta(6.0, 4.0)")
    #expect(manifest["network"] as? String == "small_world")
    #expect(
      manifest["tables"] as? [String] == [
        "runs.csv", "rounds.csv", "events.csv", "failures.csv",
      ])
    let scenario = try #require(manifest["scenario"] as? [String: Any])
    #expect(scenario["settings"] as? [String] == ["press_scrutiny=0.25"])

    let parameters = try #require(manifest["parameters"] as? [String: [String: Double]])
    #expect(parameters.keys.sorted() == Sample.strategies.sorted())
    let table = try Rows(folder.text("out/runs.csv"))
    for strategy in Sample.strategies {
      let row = try #require(zip(table["strategy"], table.rows).first { $0.0 == strategy }?.1)
      let fields = Dictionary(uniqueKeysWithValues: zip(table.columns, row))
      let values = try #require(parameters[strategy])
      #expect(values["press_scrutiny"] == 0.25)
      for (name, value) in values { #expect(Double(fields[name] ?? "") == value, "\(name)") }
    }
  }

  @Test("Names every table with its size and SHA-256, as other tools compute it")
  func files() throws {
    let manifest = try manifest(["--events"])
    let files = try #require(manifest["files"] as? [[String: Any]])
    let names = files.compactMap { $0["name"] as? String }
    #expect(
      names == [
        "datapackage.json", "events.csv", "failures.csv", "rounds.csv", "runs.csv", "summary.csv",
      ])
    for (name, file) in zip(names, files) {
      #expect(file["bytes"] as? Int == (try folder.data("out/\(name)").count))
      let sum = try Program.shell(
        "sha256sum \"$1\" || shasum -a 256 \"$1\"", ["out/\(name)"], in: folder)
      #expect(
        sum.output.split(separator: " ").first.map(String.init) == file["sha256"] as? String)
    }
  }

  private func sessions(_ arguments: [String]) throws -> [[String: Any]] {
    _ = try manifest(arguments)
    return try folder.text("out/sessions.jsonl").split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test("sessions.jsonl holds the command line as it was given, the machine and the threads")
  func command() throws {
    let sessions = try sessions(["--quiet", "--threads", "2"])
    #expect(sessions.map { $0["event"] as? String } == ["begin", "finish"])
    #expect(sessions.map { $0["runs"] as? Int } == [0, 12])
    for session in sessions {
      let command = try #require(session["command"] as? [String])
      #expect(command.first?.hasSuffix("cocreate") == true)
      #expect(
        Array(command.dropFirst())
          == ["run", "small.yaml", "--out", "out", "--quiet", "--threads", "2"])
      #expect(session["threads"] as? Int == 2)
      #expect((session["host"] as? String)?.isEmpty == false)
    }
  }

  @Test("Its times are ISO 8601 and in order")
  func times() throws {
    let times = try sessions([]).map { session in
      try Date(try #require(session["time"] as? String), strategy: .iso8601)
    }
    #expect(times[0] <= times[1])
  }
}
