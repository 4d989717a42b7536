internal import CoCreation
internal import GSL

/// Reads a scenario and notes every fault on the way.
///
/// A value with a fault is left out, and reading goes on; a scenario that was read with faults is
/// only good for finding further ones.
struct ScenarioReader {
  /// Where the files that the text names are; the current folder if `nil`.
  var folder: String?
  var faults = ScenarioFaultList()
  /// Where each key is, by its keys from the top down.
  var places: [[String]: ScenarioPlace] = [:]
  /// Register parameters whose value could not be read, by the keys that lead to them.
  var unreadParameters: Set<[String]> = []

  private static let keys = [
    "format", "name", "question", "description", "rounds", "replicates", "seed", "generator",
    "context", "strategies", "baseline", "uncertain", "design", "claims",
  ]

  mutating func read(_ text: String, overrides: ScenarioOverrides) -> Scenario? {
    guard let root = ScenarioDocument.read(text, faults: &faults) else { return nil }
    let elsewhere = Dictionary(
      uniqueKeysWithValues: (["network", "actors", "tasks"] + Parameters.register.map(\.name))
        .map { ($0, "context.\($0)") })
    guard
      let fields = fields(
        of: root, Self.keys, elsewhere: FormerNames.added(to: elsewhere),
        expected: "a mapping with the keys format, name, question and strategies")
    else { return nil }

    readFormat(fields)
    let name = readName(fields)
    let question = required("question", in: fields, "text").flatMap { self.text($0.value) }
    if let description = fields["description"] { _ = self.text(description.value) }
    let replicates = readReplicates(fields, overrides)
    let seed = readSeed(fields, overrides)
    let generator = fields["generator"].flatMap { choice($0.value, of: Generator.allCases) }
    var context = readContext(fields)
    // Claims are about the file's own months and processes, whatever is set from outside.
    let rounds = Int(context.parameters["rounds"])
    apply(overrides.settings, to: &context)
    let strategies = readStrategies(fields, months: months(of: context))
    let baseline = readBaseline(fields)
    let processes = overrides.replicates == nil ? replicates.most.processes : 2
    let claims = readClaims(
      fields, rounds: rounds, processes: processes, tasks: context.allTasks.map(\.name))
    let known = Parameters.register.map(\.name).filter {
      places[["context", $0]] != nil || $0 == "rounds" && places[[$0]] != nil
    }
    let scope = DesignScope(
      context: context, strategies: strategies, ablations: overrides.ablations, known: Set(known),
      seed: seed, generator: generator ?? .splitmix)
    let points = readDesign(fields, overrides.design, scope)
    if let entry = fields["claims"], points?.design.isSingle == false {
      fault(
        entry.place, "found claims beside a design", allowed: "claims of a scenario without one")
    }

    var scenario = Scenario(
      name: name ?? "", question: question, replicates: replicates, seed: seed,
      generator: generator ?? .splitmix, context: context, strategies: strategies,
      baseline: baseline, ablations: overrides.ablations, design: points?.design ?? .single,
      claims: claims, text: text)
    checkConfigurations(of: scenario)
    if let points, faults.isEmpty {
      scenario.pullBack(points.movable)
      checkPoints(of: scenario, points)
    }
    return scenario
  }

  /// A rule for names of strategies, tasks and kinds of actors.
  static let nameRule = "1 to 64 of the characters A-Z, a-z, 0-9, _, . and -"

  static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
