import GSL

@testable import CoCreation

extension Parameters {
  /// Every parameter that has a neutral value at that value, the others at their default.
  static let neutral = register.reduce(into: Parameters()) { parameters, entry in
    if let neutral = entry.neutral { parameters[entry.name] = neutral }
  }
}

/// Everything that a phase works on.
struct Stage {
  var task: TaskState
  var actors: [Actor]
  var world: World

  /// A state made by hand: neutral parameters, the whole task co-created, four choices.
  ///
  /// The landscape is additive with weights 1 to 4, so that a design's quality is the sum of the
  /// weights of its choices over 10, and the status quo takes no choice. All actors are alike, take
  /// part, understand everything and are indifferent between designs; external ones are affected.
  init(
    publicActors: Int = 2, externalActors: Int = 2, seed: UInt64 = 20161,
    rule: FormRule = .fixed, _ change: (inout Parameters) -> Void = { _ in }
  ) throws {
    var parameters = Parameters.neutral
    (parameters.landscape.choices, parameters.landscape.ruggedness) = (4, 0)
    (parameters.form.authorityShare, parameters.form.optimisationShare) = (0, 0)
    change(&parameters)
    let configuration = try ModelConfiguration(parameters: parameters, rule: rule)
    world = World(configuration, recordingEvents: true)
    task = TaskState(parameters: parameters, index: 0, key: RunKey(seed: seed, context: 1))
    actors = (0..<publicActors + externalActors).map { index in
      let isExternal = index >= publicActors
      var actor = Actor(
        id: Actor.id(kind: isExternal ? 1 : 0, number: index), kind: isExternal ? 1 : 0,
        isExternal: isExternal)
      actor.hours = 10
      (actor.authority, actor.knowledge) = (0.5, 0.5)
      (actor.legitimacy, actor.initialLegitimacy) = (0.5, 0.5)
      (actor.saving, actor.quality, actor.need) = (0.2, 0.5, 0.3)
      return actor
    }
    task.landscape = .additive([1, 2, 3, 4])
    task.preferences = [Double](repeating: 0.5, count: 4 * actors.count)
    task.affectedNeed = [Double](repeating: 0.5 * Double(externalActors), count: 4)
    task.affectedCount = externalActors
    task.openChoices = 0b1111
    var member = Member()
    (member.understands, member.searchOrder) = (0b1111, 0x3210)
    (member.trust, member.initialTrust, member.fit) = (0.6, 0.6, 0.5)
    (member.belief, member.contribution) = (10, 0.5)
    (member.believedOpenness, member.believedCentrality) = (task.openness, task.centrality)
    (member.participates, member.everParticipated) = (true, true)
    task.members = actors.map { actor in
      member.isAffected = actor.isExternal
      return member
    }
    task.gatherParticipants(actors)
  }

  /// A state made by the model's own set-up phases.
  init(
    setUp phases: [any Phase], kinds: [ActorKind] = ActorKind.municipality,
    network: Network = .smallWorld, seed: UInt64 = 20161,
    _ change: (inout Parameters) -> Void = { _ in }
  ) throws {
    var parameters = Parameters()
    change(&parameters)
    let configuration = try ModelConfiguration(
      parameters: parameters, kinds: kinds, network: network)
    let key = RunKey(seed: seed, context: 1)
    var random = RandomSource()
    actors = makePopulation(configuration, key: key, &random)
    world = World(configuration, recordingEvents: true)
    task = TaskState(parameters: parameters, index: 0, key: key)
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

  /// How often something of a kind happened.
  func events(_ kind: Event.Kind) -> [Event] { world.events.events.filter { $0.kind == kind } }

  mutating func stopParticipation(of indices: [Int]) {
    for index in indices { task.members[index].participates = false }
    task.gatherParticipants(actors)
  }

  mutating func setPreferences(of member: Int, _ values: [Double]) {
    for (choice, value) in values.enumerated() {
      task.preferences[member * task.choices + choice] = value
    }
  }
}

extension SimulationState {
  mutating func run(_ phase: any Phase, round: Int = 1) {
    var random = RandomSource()
    phase.run(&self, round: round, &random)
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
