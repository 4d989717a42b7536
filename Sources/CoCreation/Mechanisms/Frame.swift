internal import GSL

/// The public side makes a plan alone and fixes a share of it.
struct Frame: Phase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    task.design = task.landscape.statusQuo
    task.seeDesign(&random)
    makePlan(&task, actors, world, &random)

    task.openChoices = Self.openChoices(
      task.choices, openness: task.openness, task.contextStream(.openChoices), &random)
    let statusQuo = task.landscape.statusQuo
    let isCocreated = task.isActive
    // Without a process the public side carries out its whole plan.
    task.design =
      isCocreated ? task.plan & ~task.openChoices | statusQuo & task.openChoices : task.plan
    task.seeDesign(&random)
    task.plannedCredit = Double((task.design ^ statusQuo).nonzeroBitCount)
    task.unfamiliarity = task.landscape.distance(task.design, statusQuo)
    if isCocreated { world.events.note(.begin, task: task.index, round: round) }
  }

  /// Weighs ideas of public actors, one after the other, by what their proposer perceives.
  ///
  /// Only gains that are perceived are added to the promise: the winner's curse makes it too high.
  private func makePlan(
    _ task: inout TaskState, _ actors: [Actor], _ world: World, _ random: inout RandomSource
  ) {
    let decide = task.parameters.decide
    let judge = Judge(decide, fear: world.fear)
    let publicCount = actors.firstIndex(where: \.isExternal) ?? actors.count
    var promised = task.landscape.quality(of: task.design)
    let ideas = task.contextStream(.planIdea)
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
  /// Sums of preferences over some members.
  func needs(of members: Range<Int>) -> [Double] {
    (0..<choices).map { choice in
      members.reduce(0) { $0 + preferences[$1 * choices + choice] }
    }
  }
}
