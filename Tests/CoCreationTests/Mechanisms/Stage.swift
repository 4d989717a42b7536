import GSL

@testable import CoCreation

extension Parameters {
  /// Every parameter that has a neutral value at that value, the others at their default.
  static let neutral = everything.reduce(into: Parameters()) { parameters, entry in
    if let neutral = entry.neutral { parameters[entry.name] = neutral }
  }
}

extension ChoiceSet: ExpressibleByIntegerLiteral {
  /// A set by its bits, the first choice lowest.
  package init(integerLiteral bits: UInt32) { self.init(bits: bits) }
}

/// Everything that a phase works on.
struct Stage {
  var task: TaskState
  var actors: [Actor]
  var world: World

  /// A state made by hand: neutral parameters, the whole task co-created, four choices.
  ///
  /// A month needs 250 units of 4 hours, and there is money for as many; the purse is empty until a
  /// month is opened or a test fills it. The landscape is additive with weights 1 to 4, so that a
  /// design's quality is the sum of the weights of its choices over 10, and the status quo takes no
  /// choice. All actors are alike, fully known, have 10 hours, take part, understand everything and
  /// are indifferent between designs; external ones are affected and of a kind that has strata.
  /// Managers and politicians come after the staff, and politicians take no part.
  init(
    publicActors: Int = 2, externalActors: Int = 2, managers: Int = 0, politicians: Int = 0,
    seed: UInt64 = 20161, rule: FormRule = .fixed, course: [StrategyPhase] = [],
    _ change: (inout Parameters) -> Void = { _ in }
  ) throws {
    var parameters = Parameters.neutral
    (parameters.landscape.choices, parameters.landscape.ruggedness) = (4, 0)
    (parameters.world.demand, parameters.world.budgetHours) = (250, 1000)
    parameters.form.authorityShare = 0
    (parameters.form.codesignShare, parameters.form.codeliveryShare) = (1, 1)
    change(&parameters)
    let kinds =
      [
        ActorKind.alike("staff", .public, publicActors),
        .alike("citizen", .external, externalActors),
        .alike("manager", .public, managers, office: .management),
        .alike("politician", .public, politicians, office: .politics),
      ].filter { $0.office == .none || $0.count > 0 }
    var configuration = ModelConfiguration(
      trusted: parameters, kinds: kinds, network: .none, tasks: [], rule: rule, course: course)
    if publicActors > 0, externalActors > 0 {
      configuration = try ModelConfiguration(
        parameters: parameters, kinds: kinds, network: .none, rule: rule, course: course)
    }
    let key = RunKey(seed: seed, context: 1)
    world = World(configuration, key: key, recordingEvents: true)
    task = TaskState(parameters: parameters, index: 0, key: key)
    let population = world.population
    actors = Side.allCases.flatMap { side in
      population.kinds(of: side).flatMap { kind in
        (0..<kinds[kind].count).map { number in
          var actor = Actor(
            id: Actor.id(kind: kind, number: number), kind: kind, isExternal: side == .external)
          actor.isElected = kinds[kind].office == .politics
          actor.hours = 10
          (actor.authority, actor.knowledge) = (0.5, 0.5)
          (actor.legitimacy, actor.initialLegitimacy) = (0.5, 0.5)
          (actor.saving, actor.quality, actor.need) = (0.2, 0.5, 0.3)
          (actor.acquaintance, actor.isInvolved) = (.full, true)
          return actor
        }
      }
    }
    world.staffHours = 10 * Double(publicActors + managers)
    world.involved = Array(actors.indices)
    task.landscape = .additive([1, 2, 3, 4])
    task.preferences = [Double](repeating: 0.5, count: 4 * actors.count)
    let half = [Double](repeating: 0.5, count: 4)
    (task.needs.profile, task.needs.shifts) = (half, half.map { _ in 0 })
    task.needs.cultures = [half, half]
    task.openChoices = 0b1111
    task.openShare = task.openness * task.codesigned
    var member = Member()
    (member.understands, member.searchOrder) = (0b1111, 0x3210)
    (member.trust, member.initialTrust, member.fit) = (0.6, 0.6, 0.5)
    (member.belief, member.contribution) = (10, 0.5)
    (member.believedOpenness, member.believedCentrality) = (task.openness, task.centrality)
    member.acquaintance = .full
    task.mission = half
    task.members = actors.map { actor in
      member.isAffected = actor.isExternal
      (member.participates, member.everParticipated) = (!actor.isElected, !actor.isElected)
      return member
    }
    task.countAffected(actors, world)
    task.gatherParticipants(actors, world)
  }

  /// A state made by the model's own set-up phases.
  init(
    setUp phases: [any Phase], kinds: [ActorKind] = ActorKind.municipality,
    network: Network = .smallWorld, seed: UInt64 = 20161, rule: FormRule = .fixed,
    course: [StrategyPhase] = [], _ change: (inout Parameters) -> Void = { _ in }
  ) throws {
    var parameters = Parameters()
    change(&parameters)
    let configuration = try ModelConfiguration(
      parameters: parameters, kinds: kinds, network: network, rule: rule, course: course)
    var turn = Turn()
    let state = SimulationState(
      configuration, key: RunKey(seed: seed, context: 1), recordingEvents: true, &turn)
    (task, actors, world) = (state.tasks[0], state.actors, state.world)
    for phase in phases { run(phase, round: 0) }
  }

  /// The state of a municipality with this task alone.
  var state: SimulationState {
    get { state(beside: []) }
    set { (task, actors, world) = (newValue.tasks[0], newValue.actors, newValue.world) }
  }

  /// The state of a municipality with this task and others.
  func state(beside others: [TaskState]) -> SimulationState {
    SimulationState(actors: actors, world: world, tasks: [task] + others)
  }

  mutating func run(_ phase: any Phase, round: Int = 1) { state.run(phase, round: round) }

  /// Runs the month from its first phase to its last.
  mutating func runMonth(_ round: Int) {
    for phase in Simulation.month { run(phase, round: round) }
  }

  /// How often something of a kind happened.
  func events(_ kind: Event.Kind) -> [Event] { world.events.events.filter { $0.kind == kind } }

  /// Ends the process.
  mutating func end(_ closure: Event.Closure = .participation, round: Int = 1) {
    task.end(closure, &actors, &world, round: round)
  }

  /// Draws all that is not drawn yet of every actor.
  mutating func meetEveryone() {
    var turn = Turn()
    state.meetEveryone(&turn)
  }

  mutating func stopParticipation(of indices: [Int]) {
    for index in indices { task.members[index].participates = false }
    task.gatherParticipants(actors, world)
  }

  /// Makes external actors such as have never taken part.
  mutating func makeOutsiders(of indices: [Int]) {
    for index in indices {
      task.members[index].everParticipated = false
      actors[index].isInvolved = false
      world.involved.removeAll { $0 == index }
    }
    stopParticipation(of: indices)
  }

  mutating func setPreferences(of member: Int, _ values: [Double]) {
    for (choice, value) in values.enumerated() {
      task.preferences[member * task.choices + choice] = value
    }
  }
}

extension SimulationState {
  mutating func run(_ phase: any Phase, round: Int = 1) {
    var turn = Turn()
    turn.round = round
    phase.run(&self, &turn)
  }
}

extension ActorKind {
  /// A kind whose actors are those of a stage made by hand.
  static func alike(
    _ name: String, _ side: Side, _ count: Int, office: Office = .none
  ) -> ActorKind {
    ActorKind(
      name: name, side: side, office: office, count: count, isAffected: side == .external,
      hasStrata: side == .external, cultureWeight: 0, hours: .constant(10),
      authority: .constant(0.5), legitimacy: .constant(0.5), knowledge: .constant(0.5),
      trust: .constant(0.6), motives: .init(saving: 0.2, quality: 0.5, need: 0.3))
  }
}

extension Landscape {
  /// A smooth landscape: the quality of a design is the sum of its choices' weights.
  static func additive(_ weights: [Double], costEffect: [Double]? = nil) -> Landscape {
    Landscape(
      neighbours: weights.map { _ in [] }, tables: weights.map { [0, $0] },
      costEffect: costEffect ?? weights.map { _ in 0 })
  }
}

/// Equal but for rounding: a few dozen operations on doubles lose no more than 1e-12 of the larger.
func near(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-12) -> Bool {
  guard let a, let b else { return a == b }
  return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}

/// Whether a share of independent draws is within four standard errors of its probability; by
/// chance one seed in 16,000 is not, and seeds are fixed.
func isLikely(_ hits: Int, of draws: Int, probability: Double) -> Bool {
  let share = Double(hits) / Double(draws)
  return abs(share - probability)
    <= 4 * (probability * (1 - probability) / Double(draws)).squareRoot()
}
