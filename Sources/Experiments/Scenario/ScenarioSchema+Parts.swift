internal import CoCreation
internal import GSL

/// The parts of a scenario file that are defined once and referred to.
extension ScenarioSchema {
  static func schema(of parameter: Parameter) -> SchemaNode {
    let unit = parameter.unit == "1" ? "" : " Unit: \(parameter.unit)."
    let plausible =
      parameter.plausibleInWords.map { " Plausible: \($0), \(parameter.because)." } ?? ""
    return [
      "type": parameter.isInteger ? "integer" : "number",
      "minimum": .number(parameter.range.lowerBound),
      "maximum": .number(parameter.range.upperBound),
      "default": .number(parameter.defaultValue),
      "description": .text("\(parameter.summary)\(unit)\(plausible) Source: \(parameter.source)."),
    ]
  }

  static var context: SchemaNode {
    var properties = parameters { _ in true }
    properties["network"] = choice(Network.allCases.map(\.rawValue), "Who knows whom.")
    properties["tasks"] = ["type": "array", "minItems": 1, "items": reference("task")]
    properties["actors"] = [
      "type": "object", "propertyNames": name,
      "properties": .object(
        Dictionary(
          uniqueKeysWithValues: ActorKind.municipality.map { ($0.name, reference("kind")) })),
      "additionalProperties": reference("newKind"),
      "description": "The whole population; a middle-sized municipality by default.",
    ]
    properties["without"] = mechanisms
    return closed(properties)
  }

  private static var mechanisms: SchemaNode {
    [
      "type": "array", "minItems": 1, "uniqueItems": true,
      "items": choice(Ablation.all.map(\.name), "A mechanism."),
      "description": "Mechanisms that are taken out of the model.",
    ]
  }

  static var task: SchemaNode {
    var properties = parameters { !$0.isMunicipal }
    properties["name"] = name
    return closed(properties, required: ["name"])
  }

  static var strategy: SchemaNode {
    var properties = parameters { $0.name != "rounds" }
    properties["form"] = choice(Form.presets.map(\.name), "A corner of the two axes.")
    properties["choose"] = [
      "type": "array", "minItems": 1, "items": formCase,
      "description": "The form by field, maturity and purpose: the first case that holds.",
    ]
    properties["adapt"] = closed([
      "policy": choice(AdaptiveRule.Policy.allCases.map(\.rawValue), "How to explore."),
      "forms": ["type": "array", "minItems": 2, "uniqueItems": true, "items": form],
      "pooled": ["type": "boolean", "description": "Whether tasks learn from each other."],
    ]).described("The form by its own outcomes.")
    properties["phases"] = [
      "type": "array", "minItems": 1, "items": reference("phase"),
      "description": "What it changes on the way; what a later phase sets wins.",
    ]
    properties["without"] = mechanisms
    properties["size"] = whole(from: 1, to: ScenarioReader.largestSize).described(
      "How many times the municipality it is tried in: actors, demand and budget; 1 by default.")
    let clashes = [
      ("form", "openness"), ("form", "centrality"), ("choose", "form"), ("choose", "openness"),
      ("choose", "centrality"), ("choose", "adapt"), ("adapt", "form"), ("adapt", "openness"),
      ("adapt", "centrality"),
    ]
    return closed(properties, required: [], ["allOf": .list(clashes.map(neverBoth))])
  }

  static var phase: SchemaNode {
    let levers = ["form"] + StrategyPhase.levers
    var properties: [String: SchemaNode] = [
      "from": whole(from: 1, to: longestRun).described("The first month in which it may begin."),
      "when": reference("conditions"),
      "end": ["const": true, "description": "Ends the process, for good."],
      "form": choice(Form.presets.map(\.name), "A corner of the two axes."),
    ]
    for lever in StrategyPhase.levers { properties[lever] = reference("parameter_\(lever)") }
    let begins: SchemaNode = ["anyOf": [["required": ["from"]], ["required": ["when"]]]]
    let changes: SchemaNode = ["anyOf": .list(levers.map { ["required": [.text($0)]] })]
    return closed(
      properties, required: [],
      [
        "allOf": [
          begins, ["oneOf": [["required": ["end"]], changes]], neverBoth("form", "openness"),
          neverBoth("form", "centrality"),
        ]
      ]
    ).described("Begins once for each task, in the first month in which all of it holds.")
  }

  static var longestRun: Int {
    Parameters.parameter("rounds").map { Int($0.range.upperBound) } ?? .max
  }

  private static func neverBoth(_ one: String, _ other: String) -> SchemaNode {
    ["not": ["required": [.text(one), .text(other)]]]
  }

  private static var formKeys: [String: SchemaNode] {
    [
      "form": choice(Form.presets.map(\.name), "A corner of the two axes."),
      "openness": reference("parameter_openness"),
      "centrality": reference("parameter_centrality"),
    ]
  }

  private static let pointOrCorner: [String: SchemaNode] = [
    "oneOf": [["required": ["form"]], ["required": ["openness", "centrality"]]]
  ]

  private static var form: SchemaNode {
    ["oneOf": [choice(Form.presets.map(\.name), "A corner."), closed(formKeys, pointOrCorner)]]
  }

  private static var formCase: SchemaNode {
    var keys = formKeys
    keys["when"] = reference("conditions")
    return closed(keys, pointOrCorner)
  }

  static var conditions: SchemaNode {
    let quantities = Set(Situation.states + Parameters.register.map(\.name))
    return closed(
      Dictionary(uniqueKeysWithValues: quantities.map { ($0, reference("bounds")) }),
      ["minProperties": 1])
  }

  static var bounds: SchemaNode {
    closed(["above": number, "below": number], ["minProperties": 1])
  }

  static var kind: SchemaNode {
    var properties: [String: SchemaNode] = [
      "like": choice(ActorKind.municipality.map(\.name), "The preset that fills unset fields."),
      "side": choice(Side.allCases.map(\.rawValue), "The side of the public boundary."),
      "office": choice(
        Office.allCases.map(\.rawValue),
        "What public actors decide by their office: managers and politicians ratify."),
      "count": whole(from: 0, to: 1 << 24).described("The number of actors."),
      "affected": ["type": "boolean", "description": "Whether the task concerns them."],
      "strata": [
        "type": "boolean", "description": "Whether they are divided into rich and poor.",
      ],
      "culture_weight": share.described("How far they follow a culture of their kind."),
      "motives": closed(
        Dictionary(
          uniqueKeysWithValues: ["saving", "quality", "need"].map {
            ($0, ["type": "number", "exclusiveMinimum": 0, "maximum": 1_000_000])
          })),
    ]
    for (name, _, _) in ActorKind.attributes { properties[name] = reference("distribution") }
    return closed(properties)
  }

  static var newKind: SchemaNode {
    let needed = ["side", "count"] + ActorKind.attributes.map(\.name) + ["motives"]
    return [
      "allOf": [reference("kind")],
      "anyOf": [
        ["required": ["like"]],
        [
          "required": .list(needed.map { .text($0) }),
          "properties": ["motives": ["required": ["saving", "quality", "need"]]],
        ],
      ],
    ]
  }

  static var distribution: SchemaNode {
    let families = Distribution.parameterNames.sorted { $0.key < $1.key }
    return [
      "oneOf": .list(
        [number]
          + families.map { family, names in
            closed(
              [
                family: [
                  "oneOf": [
                    [
                      "type": "array", "items": number, "minItems": .whole(names.count),
                      "maxItems": .whole(names.count),
                    ],
                    closed(
                      Dictionary(uniqueKeysWithValues: names.map { ($0, number) }),
                      required: names),
                  ]
                ]
              ], required: [family])
          })
    ]
  }

  private static func parameters(where isIncluded: (Parameter) -> Bool) -> [String: SchemaNode] {
    Dictionary(
      uniqueKeysWithValues: Parameters.register.filter(isIncluded).map {
        ($0.name, reference("parameter_\($0.name)"))
      })
  }
}
