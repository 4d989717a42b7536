internal import CoCreation

/// Designs in the schema.
extension ScenarioSchema {
  static var designDefinitions: [String: SchemaNode] {
    ["design": design, "factor": factor, "levels": levels, "uncertain": uncertain]
  }

  private static var factor: SchemaNode {
    [
      "anyOf": [
        ["enum": .list(Parameters.register.map { .text($0.name) })],
        ["enum": .list(Ablation.all.map { .text(Design.Factor(without: $0).path) })],
        ["pattern": "^actors\\.[A-Za-z0-9_.-]{1,64}\\.count$"],
        ["pattern": "^(tasks|strategies)\\.[A-Za-z0-9_.-]{1,64}\\.[a-z0-9_]+$"],
      ],
      "description": .text("What is varied: \(ScenarioReader.factorRule)."),
    ]
  }

  private static let values: SchemaNode = ["type": "array", "minItems": 1, "items": number]

  private static var levels: SchemaNode {
    [
      "type": "object", "minProperties": 1, "propertyNames": reference("factor"),
      "additionalProperties": [
        "oneOf": [
          values,
          closed(
            [
              "range": [
                "type": "array", "items": number, "minItems": 3, "maxItems": 3,
                "description": "The first value, the step and the last value.",
              ]
            ], required: ["range"]),
        ]
      ],
    ]
  }

  private static var uncertain: SchemaNode {
    [
      "type": "object", "minProperties": 1, "propertyNames": reference("factor"),
      "additionalProperties": ["anyOf": [reference("distribution"), values]],
      "description": "What is not known: distributions, or equally likely values, to draw from.",
    ]
  }

  private static var design: SchemaNode {
    var kinds: [String: SchemaNode] = [
      "grid": reference("levels").described("Every combination; the last factor changes first."),
      "one_at_a_time": reference("levels").described(
        "The scenario's own values, then each factor alone."),
      "list": [
        "type": "array", "minItems": 1,
        "items": [
          "type": "object", "minProperties": 1, "propertyNames": reference("factor"),
          "additionalProperties": number,
        ],
        "description": "Point by point, each with the same factors.",
      ],
      "csv": [
        "type": "string", "pattern": "\\S",
        "description": "A table with a column for each factor and a row for each point.",
      ],
    ]
    let models = whole(from: 1, to: ScenarioReader.mostModels)
    kinds[ScenarioReader.plausibleKind] = [
      "oneOf": [
        models,
        closed(
          [
            "models": models,
            "mechanisms": [
              "type": "boolean",
              "description": "Whether disputed mechanisms are in or out; true by default.",
            ],
          ], required: ["models"]),
      ],
      "description": "Models drawn from what is uncertain, what is assumed and what is disputed.",
    ]
    let points = whole(from: 1, to: Design.mostPoints)
    let options: [String: SchemaNode] = [
      "points": points, "trajectories": points, "shift": ["type": "boolean"],
      "second_order": ["type": "boolean"],
      "levels": ["type": "integer", "minimum": 2, "maximum": 1000, "multipleOf": 2],
    ]
    for kind in ScenarioReader.samplers {
      let names = ScenarioReader.options(of: kind)
      kinds[kind] = [
        "oneOf": [
          points,
          closed(options.filter { names.contains($0.key) }, required: [names[0]]),
        ],
        "description": "Points drawn from what is uncertain.",
      ]
    }
    return closed(kinds, required: [], ["minProperties": 1, "maxProperties": 1])
      .described("Where the experiment is made: every strategy is run at every point.")
  }
}
