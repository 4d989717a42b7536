internal import CoCreation
internal import Foundation
internal import GSL

/// The JSON Schema of scenario files, made from the register, for editors and other tools.
///
/// It knows the keys, types and ranges. Rules that join several values are the reader's alone.
public enum ScenarioSchema {
  /// The schema (draft 2020-12) as JSON with sorted keys; the same text every time.
  public static var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(document) else {
      preconditionFailure("a number of the register is not finite")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  static let name: SchemaNode = ["type": "string", "pattern": "^[A-Za-z0-9_.-]{1,64}$"]
  static let number: SchemaNode = ["type": "number"]
  static let share: SchemaNode = ["type": "number", "minimum": 0, "maximum": 1]

  static func reference(_ definition: String) -> SchemaNode {
    ["$ref": .text("#/$defs/\(definition)")]
  }

  static func choice(_ names: [String], _ description: String) -> SchemaNode {
    ["enum": .list(names.map { .text($0) }), "description": .text(description)]
  }

  static func whole(from low: Int, to high: Int) -> SchemaNode {
    ["type": "integer", "minimum": .whole(low), "maximum": .whole(high)]
  }

  /// An object that may have these keys only.
  static func closed(
    _ properties: [String: SchemaNode], required: [String] = [],
    _ more: [String: SchemaNode] = [:]
  ) -> SchemaNode {
    var object: [String: SchemaNode] = [
      "type": "object", "additionalProperties": false, "properties": .object(properties),
    ]
    if !required.isEmpty { object["required"] = .list(required.map { .text($0) }) }
    return .object(object.merging(more) { _, new in new })
  }

  private static var document: SchemaNode {
    closed(
      [
        "format": ["const": 1, "description": "The format of this file."],
        "name": [
          "type": "string", "pattern": "^[a-z0-9-]{1,64}$",
          "description": "The name in tables and of results folders.",
        ],
        "question": [
          "type": "string", "pattern": "\\S", "description": "The question the scenario asks.",
        ],
        "description": ["type": "string", "pattern": "\\S"],
        "rounds": reference("parameter_rounds"),
        "replicates": replicates,
        "seed": whole(from: 0, to: .max).described("The seed of the experiment; 1 by default."),
        "generator": choice(Generator.allCases.map(\.rawValue), "The generator of random numbers."),
        "context": reference("context"),
        "strategies": [
          "type": "object", "minProperties": 1, "propertyNames": name,
          "additionalProperties": reference("strategy"),
          "description": "What the planner can choose, compared with the same random numbers.",
        ],
        "baseline": name.described("The strategy that the others are compared with."),
        "uncertain": reference("uncertain"),
        "design": reference("design"),
        "claims": [
          "type": "array", "minItems": 1, "items": reference("claim"),
          "description": "What the scenario is said to show; tested by cocreate verify.",
        ],
      ], required: ["format", "name", "question", "strategies"],
      [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Scenario",
        "$defs": .object(definitions),
      ])
  }

  private static var definitions: [String: SchemaNode] {
    var definitions: [String: SchemaNode] = [
      "context": context, "task": task, "strategy": strategy, "phase": phase,
      "conditions": conditions, "kind": kind,
      "newKind": newKind, "distribution": distribution, "bounds": bounds, "claim": claim,
      "contrast": contrast, "expectation": expectation, "published": published,
      "run_metric": choice(Metrics.run.map(\.name), "A metric of runs."),
    ]
    definitions.merge(designDefinitions) { first, _ in first }
    for parameter in Parameters.register {
      definitions["parameter_\(parameter.name)"] = schema(of: parameter)
    }
    return definitions
  }
}
