internal import Glibc
internal import GSL

/// Participants propose, deliberate, decide and have their decisions ratified.
struct Search: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    for index in task.participants {
      task.members[index].decisions = 0
      task.members[index].decisionsAgreed = 0
    }
    guard task.isActive, !task.openChoices.isEmpty else { return }
    let propose = task.parameters.propose
    let hours = task.work.demandedUnits * task.parameters.world.unitHours
    // Talk takes its time from the hours of design.
    let expected =
      propose.rate * task.work.designHours / hours * exp(-propose.fearEffect * world.fear)
      / (1 + task.parameters.deliberate.cost * task.parameters.deliberate.talk)
    guard expected > 0 else { return }
    let drawn = turn.draw(turn.stream(.proposals, of: task), 0) { $0.poisson(min(expected, 1e6)) }
    let count = min(Int(propose.limit), drawn)
    guard count > 0 else { return }

    let judge = Judge(task.parameters.decide)
    let boldness = task.parameters.perspective.boldness * (1 - world.fear)
    var weights = DecisionWeights(task, actors)
    for step in 0..<count {
      turn.step = step
      let proposer = drawProposer(task, actors, &turn)
      guard
        let proposal = task.bestIdea(
          of: proposer, actors, judge: judge, boldness: boldness, &turn)
      else { continue }
      task.month.proposals += 1
      task.talk(about: proposal.flips, &turn)
      decide(proposal, &task, actors, &world, judge, &weights, &turn)
    }
    turn.step = 0
    if let share = ratio(Double(task.month.implemented), Double(task.month.adopted)) {
      task.carriedOut += task.parameters.trust.experienceRate * (share - task.carriedOut)
    }
  }

  /// The side follows centrality; within a side hours given count.
  private func drawProposer(
    _ task: TaskState, _ actors: [Actor], _ turn: inout Turn
  ) -> Int {
    let (sideDraw, draw) = turn.draw(turn.stream(.proposer, of: task), 0) {
      ($0.uniform(), $0.uniform())
    }
    let external =
      task.externalParticipants > 0
      && (sideDraw < min(0.95, max(0.05, task.centrality)) || task.publicParticipants == 0)
    let side =
      external
      ? task.participants[task.publicParticipants...]
      : task.participants[..<task.publicParticipants]
    func hours(_ index: Int) -> Double {
      task.members[index].contribution * actors[index].available
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
    _ judge: Judge, _ weights: inout DecisionWeights, _ turn: inout Turn
  ) {
    let parameters = task.parameters.decide
    let pooled = task.parameters.deliberate.pooled
    let change = sharedView(of: proposal, task, actors, world, weights, pooled: pooled, &turn)
    let changed = task.design ^ proposal.flips
    let commonView = task.perspectiveError(0, design: changed, &turn)
    let votes = turn.stream(.vote, of: task)
    var support = 0.0
    var (quality, knowledge) = (0.0, 0.0)
    for (slot, index) in task.participants.enumerated() {
      let view = task.members[index].perspective
      let perspectiveError =
        view == 0 ? commonView : task.perspectiveError(view, design: changed, &turn)
      let error = turn.draw(votes, actors[index].id) { $0.gaussian() }
      let opinion = judge.opinion(
        of: change, index, actors[index], task, error: error, perspectiveError: perspectiveError)
      weights.opinions[slot] = opinion
      quality += actors[index].knowledge * opinion.quality
      knowledge += actors[index].knowledge
    }
    let common = ratio(quality, knowledge)
    for (slot, index) in task.participants.enumerated() {
      let opinion = weights.opinions[slot]
      // Who has talked sees the quality in part as those do who know.
      let learnt = common.map { pooled * actors[index].quality * ($0 - opinion.quality) } ?? 0
      weights.supports[slot] = opinion.gain + learnt > parameters.statusQuoBias
      if weights.supports[slot] { support += weights.shares[slot] }
    }

    let isAdopted = Decide.adopts(support: support, threshold: parameters.threshold)
    let line =
      isAdopted
      ? task.ratifies(change, commonView: commonView, actors, &world, &turn)
      : (isRatified: false, by: [])
    let isRatified = line.isRatified
    let listened = task.parameters.deliberate.listened
    for (slot, index) in task.participants.enumerated() {
      task.members[index].decisions += 1
      task.members[index].decisionsAgreed += weights.supports[slot] == isRatified ? 1 : listened
    }
    let kind: Event.Kind = isRatified ? .implement : isAdopted ? .veto : .reject
    world.events.note(
      kind, task: task.index, round: turn.round, actor: proposal.proposer, value: support,
      detail: .change(
        choices: proposal.flips.numbers, before: task.landscape.quality(of: task.design),
        after: task.landscape.quality(of: changed)))
    guard isAdopted else { return }
    task.month.adopted += 1
    task.month.acceptance += min(1, support)
    guard isRatified else { return }
    implement(proposal, &task, weights, support: support)
    task.credit(proposal.proposer, weights, support: support, ratifiers: line.by, actors, world)
    task.seeDesign(world, &turn)
  }

  /// What a proposal does, with the error that all who judge it share.
  private func sharedView(
    of proposal: Proposal, _ task: TaskState, _ actors: [Actor], _ world: World,
    _ weights: DecisionWeights, pooled: Double, _ turn: inout Turn
  ) -> Change {
    let error = turn.draw(turn.stream(.commonError, of: task), 0) { $0.gaussian() }
    // What a single participant knows becomes common knowledge by talk.
    let best = task.participants.reduce(weights.knowledge) { max($0, actors[$1].knowledge) }
    let knowledge = weights.knowledge + pooled * (best - weights.knowledge)
    let scale =
      task.parameters.decide.judgementError * (1 - knowledge)
      * (1 - task.parameters.coordinate.maturityRelief * world.cocreationMaturity)
    return Change(flips: proposal.flips, of: task, commonError: scale * error)
  }

  /// Changes the design and credits each change half to the proposer, half to supporters.
  private func implement(
    _ proposal: Proposal, _ task: inout TaskState, _ weights: DecisionWeights, support: Double
  ) {
    let changes = Double(proposal.flips.count)
    task.month.implemented += 1
    task.design ^= proposal.flips
    task.unfamiliarity = min(1, task.unfamiliarity + changes / Double(task.choices))
    task.members[proposal.proposer].credit += changes / 2
    for (slot, index) in task.participants.enumerated() where weights.supports[slot] {
      task.members[index].credit += changes / 2 * weights.shares[slot] / support
    }
  }
}

extension TaskState {
  /// Counts a change that is carried out for every kind that furthered it: somebody of it proposed or
  /// ratified it, or without the support of its actors it would not have been adopted.
  fileprivate mutating func credit(
    _ proposer: Int, _ weights: DecisionWeights, support: Double, ratifiers: [Int],
    _ actors: [Actor], _ world: World
  ) {
    if furthered.isEmpty { furthered = [Int](repeating: 0, count: world.kinds.count) }
    var own = [Double](repeating: 0, count: world.kinds.count)
    for (slot, index) in participants.enumerated() where weights.supports[slot] {
      own[actors[index].kind] += weights.shares[slot]
    }
    for (kind, part) in own.enumerated() {
      let isNeeded = !Decide.adopts(
        support: support - part, threshold: parameters.decide.threshold)
      if isNeeded || actors[proposer].kind == kind
        || ratifiers.contains(where: { actors[$0].kind == kind })
      {
        furthered[kind] += 1
      }
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
  var opinions: [(gain: Double, quality: Double)]

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
    opinions = [(gain: Double, quality: Double)](repeating: (0, 0), count: weights.count)
  }
}
