/// What working together costs: coordination first, then documentation, then design work.
struct Coordinate: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    guard task.isActive else { return }
    let misalignment = task.alignBeliefs()
    let coordination = share(task, actors, world, misalignment: misalignment)
    let documentation = task.documentation(world)
    let work = task.work
    let design = ratio(work.plannedDesign, work.plannedDesign + work.plannedDelivery) ?? 0

    let sources: [(source: Ledger.Source, given: Double, effort: Double)] = [
      (.publicBudget, work.staffPaid, work.staffPaid),
      (.externalTime, work.externalUsed, work.externalEffort),
    ]
    task.receive(hours: work.externalOffered, from: .externalTime)
    task.book(
      hours: work.externalOffered - work.externalUsed, from: .externalTime, to: .unused)
    for (source, given, effort) in sources {
      var rest = effort
      func take(_ share: Double) -> Double {
        let taken = rest * share
        rest -= taken
        return taken
      }
      task.book(hours: given - effort, from: source, to: .slack)
      let coordinated = take(coordination)
      task.book(hours: coordinated, from: source, to: .coordination)
      task.book(hours: take(documentation), from: source, to: .documentation)
      let designed = take(design)
      task.book(hours: designed, from: source, to: .design)
      task.work.designHours += designed
      if source == .publicBudget {
        task.work.publicDelivery = rest
        task.work.publicOverhead += coordinated + designed
      } else {
        task.work.externalDelivery = rest
      }
    }
    task.month.coordinationShare = coordination
    task.month.documentationShare = documentation
    task.month.misalignment = misalignment
    task.month.designHours = task.work.designHours
  }

  /// The share of effort that coordination takes: x / (1 + x) with
  /// x = loss · H(m) (1 + a·ambiguity) (1 + b·misalignment) (1 + c·o) (1 − r·maturity)
  /// / (1 + gain (leader's legitimacy − ½)).
  private func share(
    _ task: TaskState, _ actors: [Actor], _ world: World, misalignment: Double
  ) -> Double {
    let parameters = task.parameters.coordinate
    let legitimacy = task.leader.map { actors[$0].legitimacy } ?? 0.5
    let people = Double(task.participants.count)
    let meetings = Self.meetings(
      of: people,
      teamSize: task.parameters.rivals.coordination == 1
        ? people : task.parameters.contribute.teamSize)
    let x =
      parameters.loss * meetings * (1 + parameters.ambiguityLoss * task.ambiguity)
      * (1 + parameters.misalignmentLoss * misalignment)
      * (1 + parameters.opennessLoss * task.openness)
      * (1 - parameters.maturityRelief * world.cocreationMaturity)
      / max(0.1, 1 + task.parameters.lead.gain * (legitimacy - 0.5))
    return x / (1 + x)
  }

  /// How much a head has to coordinate, relative to a team of two.
  ///
  /// √(m − 1) in a team; from a team's size on, people meet in teams and one of each in a team of
  /// teams, H(m) = √(s − 1) + H(m / s) / s, which levels off: large groups do not fall behind many
  /// small ones (Mao et al. 2016). Process loss in a team: Steiner 1972.
  static func meetings(of people: Double, teamSize: Double) -> Double {
    guard people > teamSize else { return max(0, people - 1).squareRoot() }
    return (teamSize - 1).squareRoot()
      + meetings(of: people / teamSize, teamSize: teamSize) / teamSize
  }
}

extension TaskState {
  /// Measures how far participants' beliefs about the form lie apart, then moves them towards each
  /// other and towards the form as it is.
  ///
  /// - Returns: The mean distance of beliefs from the participants' mean, summed over both axes.
  mutating func alignBeliefs() -> Double {
    guard !participants.isEmpty else { return 0 }
    let count = Double(participants.count)
    let openness = participants.reduce(0) { $0 + members[$1].believedOpenness } / count
    let centrality = participants.reduce(0) { $0 + members[$1].believedCentrality } / count
    let (talk, insight) = (
      parameters.frame.beliefTalk, parameters.competences.sharedUnderstanding
    )
    func moved(_ belief: Double, to mean: Double, truth: Double) -> Double {
      unitClamped(belief + talk * (mean + insight * (truth - mean) - belief))
    }
    var distance = 0.0
    for index in participants {
      let (own, ownCentrality) = (
        members[index].believedOpenness, members[index].believedCentrality
      )
      distance += abs(own - openness) + abs(ownCentrality - centrality)
      members[index].believedOpenness = moved(own, to: openness, truth: self.openness)
      members[index].believedCentrality = moved(
        ownCentrality, to: centrality, truth: self.centrality)
    }
    return distance / count
  }
}
