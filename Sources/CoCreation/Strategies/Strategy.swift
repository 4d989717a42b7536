/// What a planner chooses: a form, shares, any parameter that it sets differently, and a course.
public struct Strategy: Equatable, Sendable {
  /// The name in tables.
  public var name: String
  /// The parameters it sets, over those of the context.
  public var settings: [String: Double]
  /// How it finds the form of each task's process.
  public var rule: FormRule
  /// What it changes on the way, in order.
  public var course: [StrategyPhase]
  /// How many times the municipality it is tried in: actors of every kind, demand and budget.
  ///
  /// It is no choice of a planner, but a question about size.
  public var size: Int

  /// Creates a strategy; names must be in the register.
  public init(
    name: String, settings: [String: Double] = [:], rule: FormRule = .fixed,
    course: [StrategyPhase] = [], size: Int = 1
  ) {
    self.name = name
    self.settings = settings
    self.rule = rule
    self.course = course
    self.size = size
  }

  /// A strategy that is one of the named forms, or `nil` if there is none of that name.
  public init?(form name: String) {
    guard let form = Form.presets.first(where: { $0.name == name }) else { return nil }
    self.init(name: name, settings: ["openness": form.openness, "centrality": form.centrality])
  }

  /// The parameters under this strategy.
  public func applied(to context: Parameters) -> Parameters {
    var parameters = settings.reduce(into: context) { $0[$1.key] = $1.value }
    for name in Self.extensive where size != 1 { parameters[name] *= Double(size) }
    return parameters
  }

  /// The kinds of actors under this strategy.
  public func applied(to kinds: [ActorKind]) -> [ActorKind] {
    kinds.map { kind in
      var kind = kind
      kind.count *= size
      return kind
    }
  }

  /// The parameters that are as many times as large in a municipality that is so many times as large.
  private static let extensive = ["demand", "budget_hours"]
}
