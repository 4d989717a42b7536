internal import GSL

/// The public side makes a plan alone and fixes a share of it; beliefs about the form are formed.
///
/// There is one plan. When the form changes, or a process begins later, other choices are left open,
/// and the design stays.
struct Frame: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    if task.isToBeFramed {
      for index in world.involved { task.formBeliefs(of: index, id: actors[index].id, &turn) }
      task.framedRound = turn.round
    }
    let share = task.openness * task.codesigned
    if share != task.openShare { task.open(share, &turn) }
    if turn.round == 0 { setOut(&task, actors, world, &turn) }
    task.isToBeFramed = false
    if task.isActive, !task.isBegun {
      task.isBegun = true
      world.events.note(.begin, task: task.index, round: turn.round, detail: task.planned)
    }
  }

  /// The service as it is, what is expected of it, the plan, and as much of it as is not left open.
  private func setOut(
    _ task: inout TaskState, _ actors: [Actor], _ world: World, _ turn: inout Turn
  ) {
    let statusQuo = task.landscape.statusQuo
    task.design = statusQuo
    task.seeDesign(world, &turn)
    task.formAspirations(world)
    makePlan(&task, actors, world, &turn)
    // Without a process the public side carries out its whole plan.
    task.design = .select(task.openChoices, statusQuo, else: task.plan)
    task.seeDesign(world, &turn)
    let changes = Double((task.design ^ statusQuo).count)
    task.plannedCredit = changes
    task.unfamiliarity = changes / Double(task.choices)
  }

  /// Weighs ideas of public actors, one after the other, by what their proposer perceives.
  ///
  /// Only gains that are perceived are added to the promise: the winner's curse makes it too high.
  private func makePlan(
    _ task: inout TaskState, _ actors: [Actor], _ world: World, _ turn: inout Turn
  ) {
    let decide = task.parameters.decide
    let judge = Judge(decide)
    let staff = actors.indices.prefix { !actors[$0].isExternal }.filter { !actors[$0].isElected }
    var promised = task.landscape.quality(of: task.design)
    let ideas = task.contextStream(.planIdea)
    let (all, boldness) = (
      ChoiceSet(first: task.choices), task.parameters.perspective.boldness
    )
    for trial in 0..<Int(task.parameters.frame.planTrials) {
      let (planner, flips, error) = turn.draw(ideas, UInt32(trial)) { random in
        let planner = staff[random.integer(below: staff.count)]
        let flips = task.idea(of: planner, among: all, boldness: boldness, &random)
        return (planner, flips, random.gaussian())
      }
      guard !flips.isEmpty else { continue }
      let change = Change(flips: flips, of: task, commonError: 0)
      let view = task.perspectiveError(
        task.members[planner].perspective, design: task.design ^ flips, &turn)
      let opinion = judge.opinion(
        of: change, planner, actors[planner], task, error: error, perspectiveError: view)
      if opinion.gain > decide.statusQuoBias {
        task.design ^= flips
        task.seeDesign(world, &turn)
        promised += opinion.quality
      }
    }
    task.plan = task.design
    task.promisedQuality = unitClamped(promised)
    task.promisedRelevance = Needs.relevance(
      of: task.plan, task.meanWishes(of: staff))
  }

  /// The choices left open: the first ⌊share · N + U⌋ of a random order, so that the expected number
  /// is continuous in the share and a larger one only adds.
  static func openChoices(
    _ choices: Int, share: Double, _ stream: RandomStream, _ turn: inout Turn
  ) -> ChoiceSet {
    turn.draw(stream, 0) { random in
      let count = min(choices, Int(share * Double(choices) + random.uniform()))
      var order = Array(0..<choices)
      var open = ChoiceSet()
      guard share > 0 else { return open }
      for slot in 0..<count {
        order.swapAt(slot, slot + random.integer(below: choices - slot))
        open.insert(order[slot])
      }
      return open
    }
  }
}

extension TaskState {
  /// Leaves a share of the choices open; what is no longer open stays as it is.
  fileprivate mutating func open(_ share: Double, _ turn: inout Turn) {
    openChoices = Frame.openChoices(choices, share: share, contextStream(.openChoices), &turn)
    openShare = share
  }

  /// The design that the process begins with, as told.
  fileprivate var planned: Event.Detail {
    .plan(
      choices: (design ^ landscape.statusQuo).numbers, open: openChoices.numbers,
      before: landscape.quality(of: landscape.statusQuo), after: landscape.quality(of: design),
      promised: promisedQuality)
  }

  /// An actor forms its belief of what kind of co-creation this is, the vaguer the less
  /// understanding is shared.
  mutating func formBeliefs(of index: Int, id: UInt32, _ turn: inout Turn) {
    let blur =
      parameters.frame.beliefNoise * (1 - parameters.competences.sharedUnderstanding)
    let framed = isToBeFramed ? turn.round : framedRound
    let (first, second) = turn.draw(contextStream(.formBelief, round: framed), id) {
      ($0.gaussian(), $0.gaussian())
    }
    members[index].believedOpenness = unitClamped(openness + blur * first)
    members[index].believedCentrality = unitClamped(centrality + blur * second)
  }

  /// Actors expect of the process what the service gave them before it.
  mutating func formAspirations(_ world: World) {
    let quality = landscape.quality(of: design)
    for index in world.involved {
      members[index].aspiration =
        coverage * (members[index].isAffected ? members[index].fit : quality)
    }
    reputation.aspiration = coverage * Needs.fit(of: design, needs.affectedMean)
  }

  /// Mean preferences of some members.
  func meanWishes(of members: [Int]) -> [Double] {
    (0..<choices).map { choice in
      members.reduce(0) { $0 + preference(of: $1, for: choice) } / Double(members.count)
    }
  }
}
