internal import GSL
internal import Glibc

/// Writes down the month; changes nothing that the next month depends on.
struct Observe: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    var month = task.month
    month.round = round
    month.isActive = task.isActive
    month.publicParticipants = task.publicParticipants
    month.externalParticipants = task.externalParticipants
    month.coverage = round == 0 ? 0 : task.coverage
    month.quality = task.landscape.quality(of: task.design)
    // Later months have the quality they were delivered at, before the design grew more familiar.
    if round == 0 { month.realisedQuality = task.realisedQuality }
    month.relevance = task.relevance
    month.novelty = task.landscape.distance(task.design, task.landscape.statusQuo)
    month.deviation = task.landscape.distance(task.design, task.plan)
    month.unitCost = task.unitCost
    month.unfamiliarity = task.unfamiliarity
    month.value = task.value(of: month)
    month.harm = task.harm(of: month)
    month.promised =
      task.parameters.world.unitValue * task.promisedWorth * month.demanded
      * task.timeliness(round: round)
    month.openness = task.openness
    month.centrality = task.centrality
    month.fear = world.fear
    month.publicMaturity = world.publicMaturity
    month.externalMaturity = world.externalMaturity
    month.affectedTrust =
      task.members.reduce(0) { $1.isAffected ? $0 + $1.trust : $0 } / Double(task.affectedCount)
    observeParticipants(task, actors, &month)
    month.preferenceSpread = task.preferenceSpread()
    task.month = month
  }

  private func observeParticipants(
    _ task: TaskState, _ actors: [Actor], _ month: inout MonthRecord
  ) {
    guard !task.participants.isEmpty else { return }
    var (trust, voice, fatigue, openness) = (0.0, 0.0, 0.0, 0.0)
    for index in task.participants {
      let member = task.members[index]
      trust += member.trust
      voice += member.voice
      fatigue += actors[index].fatigue
      openness += member.believedOpenness
    }
    let count = Double(task.participants.count)
    month.trust = trust / count
    month.voice = voice / count
    month.fatigue = fatigue / count
    month.believedOpenness = openness / count
  }
}

extension TaskState {
  /// Fit of the design with the mean needs of those affected, as a share of the attainable.
  var relevance: Double {
    Self.relevance(of: design, needs: affectedNeed, count: affectedCount)
  }

  /// What a unit of some quality and relevance is worth, from 0 to 1.
  func worth(quality: Double, relevance: Double) -> Double {
    let share = parameters.world.qualityWeight
    return share * quality + (1 - share) * relevance
  }

  /// The worth that the planners promised.
  var promisedWorth: Double { worth(quality: promisedQuality, relevance: promisedRelevance) }

  /// Value of a month in euros: units delivered, each worth its quality and relevance, less what
  /// violations take away and the harm that a failure does; the sooner, the more where it is urgent.
  func value(of month: MonthRecord) -> Double {
    let kept = max(0, 1 - parameters.account.violationLoss * Double(month.violations))
    let worth = worth(quality: month.realisedQuality, relevance: month.relevance)
    let served = parameters.world.unitValue * month.delivered * worth * kept
    return served * timeliness(round: month.round) - harm(of: month)
  }

  /// Harm of a month's failure and violations in euros: stake x (severity + loss x violations) x the
  /// value of a month's demand at full quality, the sooner the more where it is urgent.
  func harm(of month: MonthRecord) -> Double {
    let events =
      month.severity + parameters.account.violationLoss * Double(month.violations)
    return parameters.fail.stake * events * parameters.world.unitValue * month.demanded
      * timeliness(round: month.round)
  }

  /// What help in a month is worth relative to the run's mean month: (1 + urgency)^(-t/12), scaled to
  /// a mean of 1.
  func timeliness(round: Int) -> Double {
    let urgency = parameters.world.urgency
    guard urgency > 0, round > 0 else { return 1 }
    let (rounds, decay) = (parameters.world.rounds, pow(1 + urgency, -1.0 / 12))
    let sum = decay * (1 - pow(decay, rounds)) / (1 - decay)
    return pow(decay, Double(round)) * rounds / sum
  }

  /// Mean over the choices of the standard deviation of preferences, over all actors.
  func preferenceSpread() -> Double {
    guard members.count > 1 else { return 0 }
    let count = Double(members.count)
    // All choices side by side, member by member: the sums do not wait for each other.
    let (choices, preferences) = (choices, preferences.span)
    var sums = InlineArray<16, Double>(repeating: 0)
    var squares = sums
    for member in members.indices {
      for choice in 0..<choices {
        let wish = preferences[member * choices + choice]
        sums[choice] += wish
        squares[choice] += wish * wish
      }
    }
    let spread = (0..<choices).reduce(0) { spread, choice in
      let mean = sums[choice] / count
      return spread + max(0, squares[choice] / count - mean * mean).squareRoot()
    }
    return spread / Double(choices)
  }
}
