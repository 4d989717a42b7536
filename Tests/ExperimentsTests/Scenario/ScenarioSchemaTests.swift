import CoCreation
import Foundation
import Testing

@testable import Experiments

/// The JSON Schema says of keys and ranges what the reader says.
@Suite("Schema")
struct ScenarioSchemaTests {
  private func schema() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json.utf8))
    return try #require(object as? [String: Any])
  }

  private func definition(_ name: String) throws -> [String: Any] {
    let definitions = try #require(try schema()["$defs"] as? [String: Any])
    return try #require(definitions[name] as? [String: Any])
  }

  private func keys(_ definition: [String: Any]) throws -> Set<String> {
    Set(try #require(definition["properties"] as? [String: Any]).keys)
  }

  @Test("It is the same text every time")
  func deterministic() {
    #expect(ScenarioSchema.json == ScenarioSchema.json)
    #expect(ScenarioSchema.json.hasSuffix("}\n"))
  }

  @Test("Every parameter has its range, default and description", arguments: Parameters.register)
  func parameter(parameter: Parameter) throws {
    let schema = try definition("parameter_\(parameter.name)")
    #expect(schema["minimum"] as? Double == parameter.range.lowerBound)
    #expect(schema["maximum"] as? Double == parameter.range.upperBound)
    #expect(schema["default"] as? Double == parameter.defaultValue)
    #expect(schema["type"] as? String == (parameter.isInteger ? "integer" : "number"))
    let description = try #require(schema["description"] as? String)
    #expect(description.contains(parameter.summary))
    #expect(description.contains(parameter.source))
  }

  @Test("Objects are closed, with the keys that the reader knows")
  func closed() throws {
    let names = Set(Parameters.register.map(\.name))
    let context = try definition("context")
    #expect(context["additionalProperties"] as? Bool == false)
    #expect(try keys(context) == names.union(["network", "actors", "tasks", "without"]))
    let strategy = try definition("strategy")
    #expect(strategy["additionalProperties"] as? Bool == false)
    #expect(
      try keys(strategy)
        == names.subtracting(["rounds"]).union([
          "form", "choose", "adapt", "phases", "size", "without",
        ]))
    let phase = try definition("phase")
    #expect(phase["additionalProperties"] as? Bool == false)
    #expect(try keys(phase) == Set(StrategyPhase.levers + ["from", "when", "end", "form"]))
    let task = try definition("task")
    #expect(task["additionalProperties"] as? Bool == false)
    let municipal = Parameters.register.filter(\.isMunicipal).map(\.name)
    #expect(try keys(task) == names.subtracting(municipal).union(["name"]))
    #expect(try definition("kind")["additionalProperties"] as? Bool == false)
    #expect(try schema()["additionalProperties"] as? Bool == false)
    #expect(
      try keys(schema()) == [
        "format", "name", "question", "description", "rounds", "replicates", "seed", "generator",
        "context", "strategies", "baseline", "uncertain", "design", "claims",
      ])
    #expect(try keys(definition("claim")) == Set(ScenarioReader.claimKeys))
    #expect(try definition("claim")["additionalProperties"] as? Bool == false)
  }

  @Test("The file that scenarios point editors to is up to date")
  func committed() throws {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().appending(path: "../../../scenarios/schema.json")
    #expect(try String(contentsOf: file, encoding: .utf8) == ScenarioSchema.json)
  }
}
