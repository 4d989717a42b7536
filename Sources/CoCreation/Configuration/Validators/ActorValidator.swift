/// Both sides are there, someone is affected, names are unique.
struct ActorValidator: Validator {
  /// Item numbers of random streams have 8 bits for the kind and 24 for the actor.
  private static let mostKinds = 255
  private static let mostOfAKind = 1 << 24

  let joined: Set = ["actors"]

  func faults(in configuration: ModelConfiguration) -> [ConfigurationFault] {
    let kinds = configuration.kinds
    var faults: [ConfigurationFault] = []
    func fault(_ path: [String], _ found: String, _ allowed: String) {
      faults.append(.init(path: path, found: found, allowed: allowed))
    }

    for side in Side.allCases where !kinds.contains(where: { $0.side == side && $0.count > 0 }) {
      fault(["actors"], "no \(side.rawValue) actor", "at least one actor on each side")
    }
    let staff = kinds.filter { $0.side == .public && $0.office != .politics && $0.count > 0 }
    if staff.isEmpty, kinds.contains(where: { $0.side == .public && $0.count > 0 }) {
      fault(["actors"], "politicians alone on the public side", "somebody there who works as well")
    }
    for kind in kinds where kind.side == .external && kind.office != .none {
      fault(
        ["actors", kind.name, "office"], kind.office.rawValue, "none, for an external kind")
    }
    if !kinds.contains(where: { $0.isAffected && $0.count > 0 && $0.side == .external }) {
      fault(
        ["actors"], "no external actor whom the task concerns",
        "at least one external kind with `affected: true` and a count above 0")
    }
    if kinds.count > Self.mostKinds {
      fault(["actors"], "\(kinds.count) kinds", "at most \(Self.mostKinds)")
    }
    var seen: Set<String> = []
    for kind in kinds {
      if !seen.insert(kind.name).inserted {
        fault(["actors", kind.name], "the name \(kind.name) twice", "a name of its own")
      }
      if !(0...Self.mostOfAKind).contains(kind.count) {
        fault(
          ["actors", kind.name, "count"], String(kind.count),
          "a whole number from 0 to \(Self.mostOfAKind)")
      }
      if !(0...1).contains(kind.cultureWeight) {
        fault(
          ["actors", kind.name, "culture_weight"], short(kind.cultureWeight),
          "a number from 0 to 1")
      }
      for (name, value) in [
        ("saving", kind.motives.saving), ("quality", kind.motives.quality),
        ("need", kind.motives.need),
      ] where !(value > 0 && value <= 1e6) {
        fault(["actors", kind.name, "motives", name], short(value), "above 0 to 1000000")
      }
    }
    return faults
  }
}
