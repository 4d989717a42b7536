import GSL
import Testing

@testable import CoCreation

/// A point of the parameter space that a number stands for.
struct RandomPoint: CustomStringConvertible {
  let number: Int
  private(set) var settings: [String: Double] = [:]
  private(set) var kinds: [ActorKind] = []
  private(set) var network = Network.none
  /// What each task sets over the municipality's parameters.
  private(set) var tasks: [[String: Double]] = []
  private(set) var rule = FormRule.fixed
  private(set) var course: [StrategyPhase] = []

  /// Draws a point.
  ///
  /// Uniform points are mostly degenerate: hardly anything is demanded of a huge budget, or nobody
  /// stays. So in two of three points a random part of the parameters keeps its default.
  init(number: Int) throws {
    self.number = number
    var random = RandomSource()
    random.place(
      RandomSource.stream(run: RandomSource.runKey(7), mechanism: 0, round: number), item: 0)
    let changed = [1, 0.3, 0.1][number % 3]
    for parameter in Parameters.everything {
      let (draw, isChanged) = (random.uniform(), random.bernoulli(changed))
      guard isChanged else { continue }
      settings[parameter.name] = Self.value(of: parameter, at: draw)
    }
    settings["rounds"] = Double(6 + random.integer(below: 19))
    settings["review_months"] = Double(1 + random.integer(below: 8))
    Self.keepCrossRules(&settings, over: Parameters())
    network = Network.allCases[random.integer(below: Network.allCases.count)]
    kinds = try Self.kinds(&random)
    tasks = (0..<1 + number / 3 % 3).map { _ in self.task(changed: changed, &random) }
    rule = Self.rule(&random)
    shareOut(&random)
    course = self.course(&random)
    dropIdlePhases()
  }

  /// Shares are often nothing or all, which no draw from a range ever is.
  ///
  /// Half of the first tasks' processes last and propose much, since most would end within months and
  /// little would be decided.
  private mutating func shareOut(_ random: inout RandomSource) {
    let isInHouse = random.bernoulli(0.25)
    for name in ["codesign_share", "codelivery_share"] {
      let (isAnEnd, isAll) = (random.bernoulli(0.2), random.bernoulli(0.5))
      if isInHouse || isAnEnd { tasks[0][name] = !isInHouse && isAll ? 1 : 0 }
    }
    if random.bernoulli(0.05) { tasks[0]["authority_share"] = 1 }
    if random.bernoulli(0.5) {
      for name in ["closure_hazard", "viable_share", "political_stop", "status_quo_bias"] {
        tasks[0][name] = 0
      }
      (tasks[0]["proposal_rate"], tasks[0]["design_share"], tasks[0]["demand"]) = (1000, 0.5, 20)
    }
  }

  /// Up to three phases, some of which end the process.
  private func course(_ random: inout RandomSource) -> [StrategyPhase] {
    let rounds = Int(settings["rounds"] ?? 1)
    let phases = (0..<random.integer(below: 4)).compactMap { _ -> StrategyPhase? in
      let from = 1 + random.integer(below: rounds)
      let state = Situation.states[random.integer(below: Situation.states.count)]
      let level =
        state == "month" || state == "external_participants"
        ? 12 * random.uniform() : random.uniform()
      let condition =
        random.bernoulli(0.5) ? Condition(state, above: level) : Condition(state, below: level)
      let conditions = random.bernoulli(0.5) ? [condition] : []
      // One of each kind is drawn whatever comes of it.
      let endsProcess = random.bernoulli(0.25)
      var settings: [String: Double] = [:]
      for lever in StrategyPhase.levers {
        let (draw, isSet) = (random.uniform(), random.bernoulli(0.3))
        guard isSet, let parameter = Parameters.parameter(lever) else { continue }
        settings[lever] = Self.value(of: parameter, at: draw)
        if lever.hasSuffix("_share"), random.bernoulli(0.3) { settings[lever] = 0 }
      }
      if endsProcess { return StrategyPhase(from: from, when: conditions, endsProcess: true) }
      return settings.isEmpty
        ? nil : StrategyPhase(from: from, when: conditions, settings: settings)
    }
    return phases
  }

  /// Leaves out phases that could never do anything.
  private mutating func dropIdlePhases() {
    while true {
      do {
        _ = try configuration()
        return
      } catch {
        let phases = (error as? ConfigurationFaults)?.faults.map(\.path).filter {
          $0.first == "phases"
        }
        guard let number = phases?.first.flatMap({ Int($0[1]) }) else { return }
        course.remove(at: number - 1)
      }
    }
  }

  private func task(changed: Double, _ random: inout RandomSource) -> [String: Double] {
    var task: [String: Double] = [:]
    for parameter in Parameters.everything where !parameter.isMunicipal {
      let (draw, isChanged) = (random.uniform(), random.bernoulli(changed / 2))
      if isChanged { task[parameter.name] = Self.value(of: parameter, at: draw) }
    }
    let municipal = Strategy(name: "municipality", settings: settings).applied(to: Parameters())
    Self.keepCrossRules(&task, over: municipal)
    return task
  }

  private static func value(of parameter: Parameter, at draw: Double) -> Double {
    let range = parameter.range
    let value = range.lowerBound + draw * (range.upperBound - range.lowerBound)
    return parameter.isInteger ? value.rounded() : value
  }

  private static func rule(_ random: inout RandomSource) -> FormRule {
    let forms = (0..<3).map { _ in
      FormPoint(openness: random.uniform(), centrality: random.uniform())
    }
    let isPooled = random.bernoulli(0.5)
    switch random.integer(below: 4) {
    case 0: return .adaptive(AdaptiveRule(policy: .thompson, forms: forms, isPooled: isPooled))
    case 1: return .adaptive(AdaptiveRule(policy: .ucb, forms: forms, isPooled: isPooled))
    case 2:
      return .contingent(
        ContingentRule(cases: [
          .init(when: [.init("coverage", above: random.uniform())], form: forms[0]),
          .init(when: [.init("fear", below: random.uniform())], form: forms[1]),
          .init(form: forms[2]),
        ]))
    default: return .fixed
    }
  }

  var key: RunKey { RunKey(seed: 7, context: number % 5, process: number) }

  func configuration() throws -> ModelConfiguration {
    try .with(settings, tasks: tasks, kinds: kinds, network: network, rule: rule, course: course)
  }

  var description: String {
    let values = settings.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let counts = kinds.map { "\($0.side.rawValue) \($0.count)" }
    return "random point \(number) {network: \(network), \(values.joined(separator: ", "))} "
      + "with \(counts.joined(separator: ", ")) actors, tasks \(tasks), rule \(rule) "
      + "and course \(course)"
  }

  private static func keepCrossRules(
    _ settings: inout [String: Double], over defaults: Parameters
  ) {
    func value(_ name: String) -> Double { settings[name] ?? defaults[name] }
    settings["ruggedness"] = min(value("ruggedness"), value("choices") - 1)
    let names = ["free_rider_share", "triangle_share", "other_share"]
    let sum = names.reduce(0) { $0 + value($1) }
    guard sum > 1 + 1e-9 else { return }
    for name in names { settings[name] = value(name) / sum }
  }

  private static let units: [Distribution.Family] = [
    .constant(0), .constant(1), .constant(0.5), .uniform(low: 0, high: 1), .bernoulli(p: 0.5),
    .bernoulli(p: 0.01), .beta(a: 0.01, b: 0.01), .beta(a: 1e-6, b: 1e-6), .beta(a: 500, b: 2),
    .beta(a: 1, b: 30), .uniform(low: 0.999, high: 1),
  ]
  private static let hours: [Distribution.Family] = [
    .constant(0), .constant(1000), .exponential(mu: 20), .gamma(shape: 0.01, scale: 100),
    .gamma(shape: 2, scale: 15), .pareto(a: 1.1, b: 1), .lognormal(zeta: 1, sigma: 3),
    .weibull(a: 10, b: 0.3), .poisson(mu: 0.05), .binomial(p: 0.5, n: 3), .bernoulli(p: 0.1),
    .uniform(low: 0, high: 1e-9),
  ]

  private static func kinds(_ random: inout RandomSource) throws -> [ActorKind] {
    try (0..<2 + random.integer(below: 4)).map { number in
      var kind = ActorKind.municipality[0]
      kind.name = "kind\(number)"
      // The first two are the ones that a configuration asks for.
      kind.side = number == 0 || number > 1 && random.bernoulli(0.4) ? .public : .external
      kind.count = random.integer(below: 13) + (number < 2 ? 1 : 0)
      let office = Office.allCases[random.integer(below: Office.allCases.count)]
      // Somebody of the public side works.
      kind.office = number > 0 && kind.side == .public ? office : .none
      kind.isAffected = number == 1 || random.bernoulli(0.3)
      kind.hasStrata = random.bernoulli(0.5)
      kind.cultureWeight = random.uniform()
      for (name, path, _) in ActorKind.attributes {
        let families = name == "hours" ? hours : units
        kind[keyPath: path] = try Distribution(families[random.integer(below: families.count)])
      }
      func concentration() -> Double { 100 * random.uniform() * random.uniform() + 1e-3 }
      kind.motives = .init(
        saving: concentration(), quality: concentration(), need: concentration())
      return kind
    }
  }
}
