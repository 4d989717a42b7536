internal import Tables
internal import CoCreation
internal import GSL

/// The population: presets, changed presets and new kinds.
extension ScenarioReader {
  private static let actorKeys =
    ["like", "side", "office", "count", "affected", "strata", "culture_weight"]
    + ActorKind.attributes.map(\.name) + ["motives"]
  private static let neededKeys =
    ["side", "count"] + ActorKind.attributes.map(\.name) + ["motives"]
  private static let motiveKeys = ["saving", "quality", "need"]

  mutating func readActors(_ item: ScenarioItem) -> [ActorKind] {
    let expected = "a mapping of kinds of actors, each {count: ...} and more"
    guard let entries = entries(of: item, expected: expected) else {
      return ActorKind.municipality
    }
    return entries.compactMap { entry in
      if !Self.isName(entry.key) {
        fault(entry.place, "a name of other characters", allowed: Self.nameRule)
      }
      return readActor(entry)
    }
  }

  private mutating func readActor(_ entry: ScenarioItem.Entry) -> ActorKind? {
    let expected = "a mapping of \(Self.actorKeys.joined(separator: ", "))"
    guard let fields = fields(of: entry.value, Self.actorKeys, expected: expected) else {
      return nil
    }
    let presets = ActorKind.municipality
    let like = fields["like"].map { choice($0.value, of: presets.map(\.name)) }
    let base = presets.first { $0.name == like ?? entry.key }
    if like == nil, base == nil {
      // A kind that is nearly named like a preset is more likely a slip than a kind of its own.
      let near = nearestName(to: entry.key, among: presets.map(\.name))
      if let near, !Self.neededKeys.contains(where: { fields[$0] != nil && $0 != "count" }) {
        fault(
          entry.place, "unknown kind", allowed: "a preset, or a kind with `like` or all fields",
          suggestion: near)
        return nil
      }
      for key in Self.neededKeys where fields[key] == nil {
        fault(
          fields.place.below(key), "missing",
          allowed: "a value, as no preset has the name; or `like` a preset")
      }
    }
    return kind(entry.key, base, fields)
  }

  private mutating func kind(_ name: String, _ base: ActorKind?, _ fields: ScenarioFields)
    -> ActorKind
  {
    var kind = base ?? Self.blank
    kind.name = name
    if let side = fields["side"].flatMap({ choice($0.value, of: Side.allCases) }) {
      kind.side = side
    }
    if let office = fields["office"].flatMap({ choice($0.value, of: Office.allCases) }) {
      kind.office = office
    }
    if let count = fields["count"].flatMap({ whole($0.value, in: Int.min...Int.max) }) {
      kind.count = count
    }
    if let affected = fields["affected"].flatMap({ boolean($0.value) }) {
      kind.isAffected = affected
    }
    if let strata = fields["strata"].flatMap({ boolean($0.value) }) { kind.hasStrata = strata }
    if let weight = fields["culture_weight"].flatMap({ number($0.value) }) {
      kind.cultureWeight = weight
    }
    for (key, path, _) in ActorKind.attributes {
      if let value = fields[key].flatMap({ distribution($0.value) }) { kind[keyPath: path] = value }
    }
    if let motives = fields["motives"] {
      kind.motives = readMotives(motives.value, base?.motives) ?? kind.motives
    }
    return kind
  }

  private mutating func readMotives(_ item: ScenarioItem, _ base: ActorKind.Motives?)
    -> ActorKind.Motives?
  {
    let expected = "{saving: ..., quality: ..., need: ...}"
    guard let fields = fields(of: item, Self.motiveKeys, expected: expected) else { return nil }
    let defaults = base.map { [$0.saving, $0.quality, $0.need] } ?? [nil, nil, nil]
    let values = zip(Self.motiveKeys, defaults).map { key, value -> Double? in
      if let entry = fields[key] { return number(entry.value, allowed: "a number above 0") }
      if value == nil { _ = required(key, in: fields, "a number above 0") }
      return value
    }
    guard let saving = values[0], let quality = values[1], let need = values[2] else { return nil }
    return .init(saving: saving, quality: quality, need: need)
  }

  /// Stands in for fields with faults, so that the rest of a kind can be checked.
  private static let blank: ActorKind = {
    var kind = ActorKind.municipality[0]
    (kind.isAffected, kind.hasStrata, kind.cultureWeight) = (false, false, 0)
    kind.office = .none
    return kind
  }()
}
