internal import CoCreation

/// What a scenario is said to show.
extension ScenarioSchema {
  static var claim: SchemaNode {
    let text: SchemaNode = ["type": "string", "pattern": "\\S"]
    let metrics = Metrics.run.map(\.name) + Metrics.month.map(\.name)
    var names: [String] = []
    for name in metrics where !names.contains(name) { names.append(name) }
    let month: SchemaNode = ["type": "integer", "minimum": 0]
    return closed(
      [
        "claim": text.described("The claim in a sentence."),
        "source": text.described("Who says so."),
        "metric": choice(
          names, "A metric of runs; with `round` or `rounds`, or `observed`, one of months."),
        "observable": choice(
          Observables.all.map(\.name), "Instead of a metric: a number that no table has."),
        "task": name.described(
          "The task that the metric is read off; all of them if not given."),
        "statistic": choice(
          ScenarioReader.statistics, "What is made of the metric over runs; mean by default."),
        "round": month.described("The month; for observed months the first."),
        "rounds": ["type": "array", "items": month, "minItems": 2, "maxItems": 2],
        "observed": ["type": "array", "items": number, "minItems": 1],
        "contrast": reference("contrast"),
        "expect": reference("expectation"),
        "published": reference("published"),
        "calibrated": calibrated,
        "effect": [
          "type": "number", "exclusiveMinimum": 0,
          "description": "The smallest effect worth having, as a distance from the bound.",
        ],
        "control": reference("contrast"),
        "control_equals": ["const": 0],
        "unmet": text.described("Why it does not appear, if it is known that it does not."),
        "by_construction": [
          "type": "boolean",
          "description":
            "Whether it is true by the model's construction, and so not counted as shown.",
        ],
      ], required: ["claim", "source", "contrast"],
      [
        "allOf": [
          ["oneOf": [["required": ["metric"]], ["required": ["observable"]]]],
          [
            "oneOf": [
              ["required": ["expect"]],
              ["required": ["published", "calibrated"]],
            ]
          ],
        ]
      ])
  }

  static var published: SchemaNode {
    let range: SchemaNode = ["type": "array", "items": number, "minItems": 2, "maxItems": 2]
    let description =
      "A number that was measured elsewhere, in the unit of what is read off runs, with its "
      + "tolerance, or its sign."
    return [
      "oneOf": [
        closed(
          ["value": number, "within": ["type": "number", "minimum": 0]],
          required: ["value", "within"]),
        closed(["value": number, "between": range], required: ["between"]),
        closed(["above": number], required: ["above"]),
        closed(["below": number], required: ["below"]),
      ],
      "description": .text(description),
    ]
  }

  private static var calibrated: SchemaNode {
    closed(
      Dictionary(
        uniqueKeysWithValues: Parameters.everything.map {
          ($0.name, ["type": "string", "pattern": "\\S"])
        })
    ).described(
      "The parameters that were chosen with this number in view, each with a sentence how.")
  }

  static var contrast: SchemaNode {
    [
      "type": "object", "minProperties": 1, "propertyNames": name,
      "additionalProperties": ["type": "number", "not": ["const": 0]],
      "description": "Strategies and their weights.",
    ]
  }

  static var expectation: SchemaNode {
    let distance: SchemaNode = ["type": "number", "minimum": 0]
    return [
      "oneOf": [
        closed(["above": number], required: ["above"]),
        closed(["below": number], required: ["below"]),
        closed(["equals": number, "within": distance], required: ["equals", "within"]),
        closed(["equals": number, "errors": distance], required: ["equals", "errors"]),
        closed(
          [
            "between": ["type": "array", "items": number, "minItems": 2, "maxItems": 2]
          ], required: ["between"]),
      ],
      "description": "Where the number should lie.",
    ]
  }
}
