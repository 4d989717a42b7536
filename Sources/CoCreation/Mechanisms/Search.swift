internal import Glibc
internal import GSL

/// Participants propose, deliberate, decide and have their decisions ratified.
struct Search: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    for index in task.participants {
      task.members[index].decisions = 0
      task.members[index].decisionsAgreed = 0
    }
    guard task.isActive, task.openChoices != 0 else { return }
    let propose = task.parameters.propose
    random.place(task.stream(.proposals, round: round), item: 0)
    let expected = propose.rate * task.work.designHours * exp(-propose.fearEffect * world.fear)
    let count = expected > 0 ? min(Int(propose.limit), random.poisson(min(expected, 1e6))) : 0
    guard count > 0 else { return }

    let judge = Judge(task.parameters.decide)
    let boldness = task.parameters.perspective.boldness * (1 - world.fear)
    var weights = DecisionWeights(task, actors)
    for step in 0..<count {
      let proposer = drawProposer(task, actors, round: round, step: step, &random)
      guard
        let proposal = task.bestIdea(
          of: proposer, actors, judge: judge, boldness: boldness, round: round, step: step,
          &random)
      else { continue }
      task.month.proposals += 1
      task.talk(about: proposal.flips, actors, round: round, step: step, &random)
      decide(
        proposal, &task, actors, &world, judge: judge, weights: &weights, round: round,
        step: step, &random)
    }
  }

  /// The side follows centrality; within a side hours given count.
  private func drawProposer(
    _ task: TaskState, _ actors: [Actor], round: Int, step: Int, _ random: inout RandomSource
  ) -> Int {
    random.place(task.stream(.proposer, round: round, step: step), item: 0)
    let (sideDraw, draw) = (random.uniform(), random.uniform())
    let external =
      task.externalParticipants > 0
      && (sideDraw < min(0.95, max(0.05, task.centrality)) || task.publicParticipants == 0)
    let side =
      external
      ? task.participants[task.publicParticipants...]
      : task.participants[..<task.publicParticipants]
    func hours(_ index: Int) -> Double {
      task.members[index].contribution * actors[index].hours * actors[index].shareOfTime
    }
    let total = side.reduce(0) { $0 + hours($1) }
    guard total > 0 else {
      return side[side.startIndex + min(side.count - 1, Int(draw * Double(side.count)))]
    }
    var rest = draw * total
    for index in side {
      rest -= hours(index)
      if rest < 0 { return index }
    }
    return side[side.endIndex - 1]
  }

  private func decide(
    _ proposal: Proposal, _ task: inout TaskState, _ actors: [Actor], _ world: inout World,
    judge: Judge, weights: inout DecisionWeights, round: Int, step: Int,
    _ random: inout RandomSource
  ) {
    let parameters = task.parameters.decide
    random.place(task.stream(.commonError, round: round, step: step), item: 0)
    let commonError =
      parameters.judgementError * (1 - weights.knowledge)
      * (1 - task.parameters.coordinate.maturityRelief * world.maturity) * random.gaussian()
    let change = Change(flips: proposal.flips, of: task, commonError: commonError)
    let changed = task.design ^ proposal.flips
    let commonView = task.perspectiveError(0, design: changed, &random)
    let votes = task.stream(.vote, round: round, step: step)
    var support = 0.0
    for (slot, index) in task.participants.enumerated() {
      let view = task.members[index].perspective
      let perspectiveError =
        view == 0 ? commonView : task.perspectiveError(view, design: changed, &random)
      random.place(votes, item: actors[index].id)
      let gain = judge.opinion(
        of: change, index, actors[index], task, error: random.gaussian(),
        perspectiveError: perspectiveError
      ).gain
      weights.supports[slot] = gain > parameters.statusQuoBias
      if weights.supports[slot] { support += weights.shares[slot] }
    }

    let isAdopted = Decide.adopts(support: support, threshold: parameters.threshold)
    let isRatified =
      isAdopted && ratifies(changed, task, round: round, step: step, &random)
    for (slot, index) in task.participants.enumerated() {
      task.members[index].decisions += 1
      if weights.supports[slot] == isRatified { task.members[index].decisionsAgreed += 1 }
    }
    let kind: Event.Kind = isRatified ? .implement : isAdopted ? .veto : .reject
    world.events.note(
      kind, task: task.index, round: round, actor: proposal.proposer, value: support,
      detail: .change(
        choices: Event.choices(proposal.flips), before: task.landscape.quality(of: task.design),
        after: task.landscape.quality(of: changed)))
    guard isAdopted else { return }
    task.month.adopted += 1
    task.month.acceptance += support
    guard isRatified else { return }
    implement(proposal, &task, weights: weights, support: support)
    task.seeDesign(&random)
  }

  /// Upper management ratifies with probability ρ + (1 − ρ) exp(−d · distance from the plan).
  private func ratifies(
    _ design: UInt32, _ task: TaskState, round: Int, step: Int, _ random: inout RandomSource
  ) -> Bool {
    let responsiveness = task.parameters.competences.responsiveness
    let distance = task.landscape.distance(design, task.plan)
    random.place(task.stream(.ratify, round: round, step: step), item: 0)
    let chance =
      responsiveness
      + (1 - responsiveness) * exp(-task.parameters.decide.ratificationDistance * distance)
    return random.uniform() < chance
  }

  /// Changes the design and credits each change half to the proposer, half to supporters.
  private func implement(
    _ proposal: Proposal, _ task: inout TaskState, weights: DecisionWeights, support: Double
  ) {
    let changes = Double(proposal.flips.nonzeroBitCount)
    task.month.implemented += 1
    task.design ^= proposal.flips
    task.unfamiliarity = min(1, task.unfamiliarity + changes / Double(task.choices))
    task.members[proposal.proposer].credit += changes / 2
    for (slot, index) in task.participants.enumerated() where weights.supports[slot] {
      task.members[index].credit += changes / 2 * weights.shares[slot] / support
    }
  }
}

/// The rule by which weighted votes become a decision.
package enum Decide {
  /// Whether a share of support reaches the threshold; a rounding error's worth of leeway lets
  /// two thirds of three equal votes be two thirds.
  package static func adopts(support: Double, threshold: Double) -> Bool {
    support > 0 && support >= threshold - 1e-12
  }
}

/// Participants' weights in decisions, (1 − o) authority + o legitimacy, and how they vote.
struct DecisionWeights {
  let shares: [Double]
  /// Mean knowledge of those who decide, by weight.
  let knowledge: Double
  var supports: [Bool]

  init(_ task: TaskState, _ actors: [Actor]) {
    let weights = task.participants.map { actors[$0].weight(openness: task.openness) }
    let total = weights.reduce(0, +)
    let count = Double(max(1, weights.count))
    let shares = weights.map { total > 0 ? $0 / total : 1 / count }
    self.shares = shares
    knowledge = unitClamped(
      task.participants.indices.reduce(0) {
        $0 + shares[$1] * actors[task.participants[$1]].knowledge
      })
    supports = [Bool](repeating: false, count: weights.count)
  }
}

extension Actor {
  /// What an actor's word weighs: formal authority in a defined process, legitimacy in an open one.
  func weight(openness: Double) -> Double {
    (1 - openness) * authority + openness * legitimacy
  }
}
