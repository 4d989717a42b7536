internal import CoCreation
internal import GSL

/// Models that a reasonable person may hold to be true.
extension ScenarioReader {
  static let plausibleKind = "plausible"
  /// The most models.
  static let mostModels = 100_000
  private static let options = ["models", "mechanisms"]

  mutating func readPlausible(
    _ entry: ScenarioItem.Entry, _ uncertain: [UncertainFactor]?, _ scope: DesignScope
  ) -> DesignRead? {
    let range = 1...Self.mostModels
    let expected =
      "a number of models from 1 to \(Self.mostModels), or {models: ..., mechanisms: false}"
    var (models, hasMechanisms): (Int?, Bool?) = (nil, true)
    switch entry.value.content {
    case .scalar: models = whole(entry.value, in: range)
    case .mapping:
      let before = faults.count
      guard let fields = fields(of: entry.value, Self.options, expected: expected) else {
        return nil
      }
      models = required("models", in: fields, "a whole number from 1 to \(Self.mostModels)")
        .flatMap { whole($0.value, in: range) }
      if let mechanisms = fields["mechanisms"] { hasMechanisms = boolean(mechanisms.value) }
      guard faults.count == before else { return nil }
    default: wrong(entry.value, allowed: expected)
    }
    guard let models, let hasMechanisms else { return nil }
    return drawModels(models, hasMechanisms: hasMechanisms, at: entry.place, uncertain, scope)
  }

  /// Models that the command line asks for.
  mutating func drawModels(
    _ models: Int, _ uncertain: [UncertainFactor]?, _ scope: DesignScope
  ) -> DesignRead? {
    let place = ScenarioPlace(keys: ["--plausible"])
    guard (1...Self.mostModels).contains(models) else {
      fault(place, "found \(models)", allowed: "a whole number from 1 to \(Self.mostModels)")
      return nil
    }
    return drawModels(models, hasMechanisms: true, at: place, uncertain, scope)
  }

  /// A Latin hypercube over what the file leaves uncertain, what the model assumes, and what is disputed.
  private mutating func drawModels(
    _ models: Int, hasMechanisms: Bool, at place: ScenarioPlace, _ uncertain: [UncertainFactor]?,
    _ scope: DesignScope
  ) -> DesignRead? {
    guard let uncertain else { return nil }
    let named = Set(uncertain.map(\.factor.path))
    let assumed = Self.assumptions(scope, at: place).filter { !named.contains($0.factor.path) }
    let disputed = hasMechanisms ? Self.disputes(scope, at: place) : []
    let factors = uncertain + assumed + disputed.filter { !named.contains($0.factor.path) }
    guard !factors.isEmpty else {
      fault(
        place, "found nothing to draw: the scenario sets all that is assumed",
        allowed: "`uncertain`, or a context that leaves something open")
      return nil
    }
    guard allows(points: models, factors: factors.count, at: place),
      let design = draw(.latinHypercube(points: models), factors, scope, isPlausible: true)
    else { return nil }
    let movable = uncertain.count..<uncertain.count + assumed.count
    return DesignRead(design: design, movable: Array(movable)) { place.below("point \($0)") }
  }

  /// The parameters with a plausible range, but those that are known, and those whose value reaches
  /// nobody.
  private static func assumptions(_ scope: DesignScope, at place: ScenarioPlace)
    -> [UncertainFactor]
  {
    let taken = Set(scope.ablations.flatMap(\.parameters))
    return Parameters.register.compactMap { parameter in
      guard let range = parameter.plausible, !scope.known.contains(parameter.name),
        !taken.contains(parameter.name),
        !scope.context.allTasks.allSatisfy({ $0.settings[parameter.name] != nil }),
        scope.strategies.isEmpty
          || !scope.strategies.allSatisfy({ $0.settings[parameter.name] != nil })
      else { return nil }
      // Half a number more on each side: whole numbers are as likely at the ends.
      let margin = parameter.isInteger ? 0.5 : 0
      guard
        let uniform = try? Distribution(
          .uniform(low: range.lowerBound - margin, high: range.upperBound + margin))
      else { preconditionFailure("the plausible range of \(parameter.name)") }
      return UncertainFactor(
        factor: .init(path: parameter.name, target: .context(parameter: parameter.name)),
        knowledge: .distribution(uniform), place: place)
    }
  }

  /// The mechanisms that somebody contests, in or out with the same chance.
  private static func disputes(_ scope: DesignScope, at place: ScenarioPlace) -> [UncertainFactor] {
    Ablation.disputed.filter { !scope.ablations.contains($0) }.map {
      UncertainFactor(
        factor: .init(without: $0), knowledge: .levels([0, 1]), place: place)
    }
  }
}
