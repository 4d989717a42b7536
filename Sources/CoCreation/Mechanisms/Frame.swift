internal import GSL

/// The public side makes a plan alone and fixes a share of it, at the start and when the form changes.
struct Frame: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    guard task.isToBeFramed else { return }
    if round == 0 { task.design = task.landscape.statusQuo }
    let before = task.design
    task.formBeliefs(actors, round: round, &random)
    task.seeDesign(&random)
    if round == 0 { task.formAspirations() }
    makePlan(&task, actors, world, round: round, &random)

    task.openChoices = Self.openChoices(
      task.choices, openness: task.openness, task.contextStream(.openChoices), &random)
    // Without a process the public side carries out its whole plan.
    task.design =
      task.isActive ? task.plan & ~task.openChoices | before & task.openChoices : task.plan
    task.seeDesign(&random)
    let changes = Double((task.design ^ before).nonzeroBitCount)
    task.plannedCredit += changes
    task.unfamiliarity = min(1, task.unfamiliarity + changes / Double(task.choices))
    task.isToBeFramed = false
    if round == 0, task.isActive {
      world.events.note(
        .begin, task: task.index, round: round, detail: task.planned(instead: before))
    }
  }

  /// Weighs ideas of public actors, one after the other, by what their proposer perceives.
  ///
  /// Only gains that are perceived are added to the promise: the winner's curse makes it too high.
  private func makePlan(
    _ task: inout TaskState, _ actors: [Actor], _ world: World, round: Int,
    _ random: inout RandomSource
  ) {
    let decide = task.parameters.decide
    let judge = Judge(decide)
    let publicCount = actors.firstIndex(where: \.isExternal) ?? actors.count
    var promised = task.landscape.quality(of: task.design)
    let ideas = task.contextStream(.planIdea, round: round)
    for trial in 0..<Int(task.parameters.frame.planTrials) {
      random.place(ideas, item: UInt32(trial))
      let planner = random.integer(below: publicCount)
      let flips = task.idea(
        of: planner, among: ~0, boldness: task.parameters.perspective.boldness, &random)
      let error = random.gaussian()
      guard flips != 0 else { continue }
      let change = Change(flips: flips, of: task, commonError: 0)
      let view = task.perspectiveError(
        task.members[planner].perspective, design: task.design ^ flips, &random)
      let opinion = judge.opinion(
        of: change, planner, actors[planner], task, error: error, perspectiveError: view)
      if opinion.gain > decide.statusQuoBias {
        task.design ^= flips
        task.seeDesign(&random)
        promised += opinion.quality
      }
    }
    task.plan = task.design
    task.promisedQuality = unitClamped(promised)
    task.promisedRelevance = TaskState.relevance(
      of: task.plan, needs: task.needs(of: 0..<publicCount), count: publicCount)
  }

  /// The choices left open: the first ⌊oN + U⌋ of a random order, so that the expected number is
  /// continuous in openness and more openness only adds.
  static func openChoices(
    _ choices: Int, openness: Double, _ stream: RandomStream, _ random: inout RandomSource
  ) -> UInt32 {
    random.place(stream, item: 0)
    let count = min(choices, Int(openness * Double(choices) + random.uniform()))
    var order = Array(0..<choices)
    var open: UInt32 = 0
    for slot in 0..<count {
      order.swapAt(slot, slot + random.integer(below: choices - slot))
      open |= 1 << UInt32(order[slot])
    }
    return open
  }
}

extension TaskState {
  /// The design that the process begins with, as told.
  fileprivate func planned(instead statusQuo: UInt32) -> Event.Detail {
    .plan(
      choices: Event.choices(design ^ statusQuo), open: Event.choices(openChoices),
      before: landscape.quality(of: statusQuo), after: landscape.quality(of: design),
      promised: promisedQuality)
  }

  /// Actors form their belief of what kind of co-creation this is, the vaguer the less
  /// understanding is shared.
  mutating func formBeliefs(_ actors: [Actor], round: Int, _ random: inout RandomSource) {
    let stream = contextStream(.formBelief, round: round)
    let blur =
      parameters.frame.beliefNoise * (1 - parameters.competences.sharedUnderstanding)
    for index in members.indices {
      random.place(stream, item: actors[index].id)
      members[index].believedOpenness = unitClamped(openness + blur * random.gaussian())
      members[index].believedCentrality = unitClamped(centrality + blur * random.gaussian())
    }
  }

  /// Actors expect of the process what the service gave them before it.
  mutating func formAspirations() {
    let quality = landscape.quality(of: design)
    for index in members.indices {
      members[index].aspiration =
        coverage * (members[index].isAffected ? members[index].fit : quality)
    }
  }

  /// Sums of preferences over some members.
  func needs(of members: Range<Int>) -> [Double] {
    (0..<choices).map { choice in
      members.reduce(0) { $0 + preferences[$1 * choices + choice] }
    }
  }
}
