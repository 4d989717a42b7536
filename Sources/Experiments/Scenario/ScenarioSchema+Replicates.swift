/// How often strategies are run.
extension ScenarioSchema {
  static var replicates: SchemaNode {
    let range = whole(from: 1, to: Replicates.most)
    return [
      "oneOf": [
        range,
        closed(["contexts": range, "processes": range], required: ["contexts", "processes"]),
        closed(["until": until], required: ["until"]),
      ],
      "description": "How often each strategy is run; 100 by default.",
    ]
  }

  private static var until: SchemaNode {
    let looks = whole(from: StoppingRule.fewest, to: Replicates.most)
    let aboveZero: SchemaNode = ["type": "number", "exclusiveMinimum": 0]
    let chance: SchemaNode = [
      "type": "number", "minimum": .number(0.5), "maximum": .number(0.999999),
    ]
    let target: [String: SchemaNode] = [
      "metric": reference("run_metric"),
      "contrast": reference("contrast"),
      "half_width": aboveZero.described("The half width of the interval that is precise enough."),
    ]
    let rule: [String: SchemaNode] = [
      "confidence": chance.described(
        "The chance that all intervals of all looks hold; 0.95 by default."),
      "at_least": looks.described("The replicates of the first look; 20 by default."),
      "at_most": looks.described("The replicates after which no more are made."),
    ]
    let targets: SchemaNode = [
      "type": "array", "minItems": 1,
      "items": closed(target, required: ["metric", "half_width"]),
    ]
    return [
      "oneOf": [
        closed(
          target.merging(rule) { one, _ in one }, required: ["metric", "half_width", "at_most"]),
        closed(
          rule.merging(["targets": targets]) { one, _ in one }, required: ["targets", "at_most"]),
      ],
      "description": "Replicates until results are precise.",
    ]
  }
}
