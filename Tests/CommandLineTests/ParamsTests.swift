import Foundation
import Testing

@Suite("cocreate params")
struct ParamsTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func params(_ arguments: String...) throws -> String {
    let outcome = try Program.run(["params"] + arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    return outcome.output
  }

  private func entries(_ json: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
  }

  /// The parameters that a table of runs has, between keys and metrics.
  private func columns() throws -> [String] {
    try folder.write(Sample.scenario, to: "small.yaml")
    _ = try Program.run(["run", "small.yaml", "--replicates", "1", "--quiet"], in: folder)
    let runs = try Rows(folder.text("results/small/runs.csv")).columns
    let metrics = try Rows(folder.text("results/small/summary.csv"))["metric"]
    return runs.dropFirst(8).filter { !metrics.contains($0) }
  }

  @Test("--json has every parameter that runs.csv has, with what a person must know")
  func json() throws {
    let entries = try entries(params("--json"))
    let names = entries.compactMap { $0["name"] as? String }
    #expect(names == (try columns()))
    for entry in entries {
      let name = try #require(entry["name"] as? String)
      for key in ["mechanism", "unit", "summary", "source"] {
        #expect((entry[key] as? String)?.isEmpty == false, "\(name) \(key)")
      }
      let minimum = try #require(entry["minimum"] as? Double)
      let maximum = try #require(entry["maximum"] as? Double)
      let usual = try #require(entry["default"] as? Double)
      #expect(minimum <= usual && usual <= maximum, "\(name)")
      #expect(entry["integer"] is Bool)
    }
  }

  @Test("The table has a line for every parameter")
  func table() throws {
    let lines = try params().split(separator: "\n")
    let names = try entries(params("--json")).compactMap { $0["name"] as? String }
    let second = lines.map { $0.split(separator: " ").dropFirst().first.map(String.init) }
    let entries = try entries(params("--json"))
    let switches = entries.filter { $0["role"] as? String == "experiment" }
    let others = names.filter { name in !switches.contains { $0["name"] as? String == name } }
    #expect(Array(second.dropFirst().prefix(others.count)) == others)
    #expect(lines[0].hasPrefix("mechanism"))
    #expect(lines.contains { $0.hasPrefix("\(others.count) parameters, ") })
    #expect(lines.contains("Switches for experiments:"))
    #expect(
      second.suffix(switches.count + 1).dropLast() == switches.map { $0["name"] as? String }[...])
    #expect(lines.last?.contains("more numbers are constants") == true)
  }

  @Test("A constant is explained too, and no scenario sets it")
  func constant() throws {
    #expect(try params("loss_aversion").contains("a constant, which no scenario sets"))
    try folder.write(Sample.scenario, to: "small.yaml")
    let outcome = try Program.run(
      ["validate", "small.yaml", "--set", "loss_aversion=3"], in: folder)
    #expect(outcome.status == 2)
  }

  @Test("A parameter is explained by its name")
  func explanation() throws {
    let text = try params("press_scrutiny")
    #expect(text.hasPrefix("press_scrutiny\n\n"))
    for line in ["mechanism  account", "allowed    a number from 0 to 1", "default    0.2"] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
    #expect(text.contains("source     "))
    let json = try entries(params("press_scrutiny", "--json"))
    #expect(json.map { $0["name"] as? String } == ["press_scrutiny"])
  }

  @Test("--neutral lists mechanisms with the neutral values of the register")
  func neutral() throws {
    let lines = try params("--neutral").split(separator: "\n")
    let neutral = Dictionary(
      uniqueKeysWithValues: try entries(params("--json")).compactMap { entry in
        (entry["neutral"] as? Double).flatMap { value in
          (entry["name"] as? String).map { ($0, value) }
        }
      })
    let settings = lines.flatMap { $0.matches(of: /([a-z_]+)=([0-9.]+)/) }
      .filter { !$0.output.1.hasPrefix("run") }
    #expect(settings.count > 60)
    // Constants have a neutral value that takes their mechanism out, and are not in the list.
    for setting in settings {
      let name = String(setting.output.1)
      #expect(neutral[name].map { $0 == Double(setting.output.2) } ?? true, "\(name)")
    }
    #expect(settings.count { neutral[String($0.output.1)] != nil } > 40)
    #expect(lines.contains { $0.hasPrefix("press ") && $0.contains("press_scrutiny=0") })
    #expect(lines.last?.contains("--without press,fear") == true)
    #expect(try params("story_fear", "--neutral").split(separator: "\n").count == 3)
  }

  @Test("The keys of a strategy are explained, with all forms and levers")
  func keysOfAStrategy() throws {
    #expect(try params("form").contains("facilitating  0.8       0.8"))
    let phases = try params("phases")
    for lever in ["codelivery_share", "invitation_hours", "onboarding_limit"] {
      #expect(phases.contains(lever), "\(lever)")
    }
    #expect(try params("adapt").contains("thompson"))
    #expect(try params("size").contains("How many times the municipality"))
    let observable = try params("retention_12_months")
    #expect(observable.contains("Kaplan-Meier") && observable.contains("no column of a table"))
  }

  @Test("Neutral values and defaults are values that a scenario may have")
  func neutralIsAllowed() throws {
    try folder.write(Sample.scenario, to: "small.yaml")
    for key in ["neutral", "default"] {
      let settings = try entries(params("--json")).flatMap { entry -> [String] in
        guard let value = entry[key] as? Double, let name = entry["name"] as? String else {
          return []
        }
        return ["--set", "\(name)=\(value)"]
      }
      let outcome = try Program.run(["validate", "small.yaml"] + settings, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test("--schema is a JSON Schema that names every parameter")
  func schema() throws {
    let text = try params("--schema")
    let schema = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((schema?["$schema"] as? String)?.contains("json-schema.org") == true)
    #expect(schema?["required"] is [String])
    for entry in try entries(params("--json")) {
      let name = try #require(entry["name"] as? String)
      #expect(text.contains("\"\(name)\""), "\(name)")
    }
  }
}
