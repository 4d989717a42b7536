internal import GSL

/// Writes down the month; changes nothing that the next month depends on.
struct Observe: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    var month = task.month
    month.round = turn.round
    month.isActive = task.isActive
    month.publicParticipants = task.publicParticipants
    month.externalParticipants = task.externalParticipants
    month.coverage = turn.round == 0 ? 0 : task.coverage
    month.quality = task.landscape.quality(of: task.design)
    // Later months have the quality they were delivered at, before the design grew more familiar.
    if turn.round == 0 { month.realisedQuality = task.realisedQuality }
    month.relevance = task.relevance
    month.novelty = task.landscape.distance(task.design, task.landscape.statusQuo)
    month.deviation = task.landscape.distance(task.design, task.plan)
    month.unitCost = task.unitCost
    month.unfamiliarity = task.unfamiliarity
    month.value = task.value(of: month)
    month.harm = task.harm(of: month)
    month.promised =
      task.parameters.world.unitValue
      * task.worth(quality: task.promisedQuality, relevance: task.promisedRelevance)
      * month.demanded * task.timeliness(round: turn.round)
    month.openness = task.openness
    month.centrality = task.centrality
    month.codesignShare = task.codesigned
    month.codeliveryShare = task.codelivered
    month.fear = world.fear
    month.operationalMaturity = task.operationalMaturity
    month.publicMaturity = world.publicMaturity
    month.externalMaturity = world.externalMaturity
    month.affectedTrust = task.affectedTrust(world)
    (month.decidedTogether, month.likeness, month.voiceEquality) = task.whoDecides(actors)
    observeParticipants(task, actors, &month)
    month.preferenceSpread = task.preferenceSpread
    task.month = month
  }

  private func observeParticipants(
    _ task: TaskState, _ actors: [Actor], _ month: inout MonthRecord
  ) {
    guard !task.participants.isEmpty else { return }
    var (voice, fatigue, openness) = (0.0, 0.0, 0.0)
    for index in task.participants {
      let member = task.members[index]
      voice += member.voice
      fatigue += actors[index].fatigue
      openness += member.believedOpenness
    }
    let count = Double(task.participants.count)
    month.trust = task.participantTrust
    month.voice = voice / count
    month.fatigue = fatigue / count
    month.believedOpenness = openness / count
  }
}

extension TaskState {
  /// Mean trust of those affected: of those with experience of the process their own, of the others
  /// the mean disposition of their kind and the reputation of the service.
  fileprivate func affectedTrust(_ world: World) -> Double {
    var sum = 0.0
    var experienced = [Int](repeating: 0, count: world.kinds.count)
    for index in world.involved
    where members[index].isAffected && members[index].acquaintance == .full {
      guard let kind = world.population.indices.firstIndex(where: { $0.contains(index) }),
        members[index].everParticipated || world.kinds[kind].side == .public
      else { continue }
      sum += members[index].trust
      experienced[kind] += 1
    }
    for group in needs.groups {
      sum +=
        Double(group.count)
        * unitClamped(world.kinds[group.kind].trust.mean + reputation.shift)
    }
    for (kind, count) in experienced.enumerated() where count > 0 {
      sum -= Double(count) * unitClamped(world.kinds[kind].trust.mean + reputation.shift)
    }
    return unitClamped(sum / Double(max(1, needs.affectedCount)))
  }

  /// Mean over the choices of the standard deviation of participants' preferences; `nil` below two.
  fileprivate var preferenceSpread: Double? {
    guard participants.count > 1 else { return nil }
    let count = Double(participants.count)
    var spread = 0.0
    for choice in 0..<choices {
      var (sum, squares) = (0.0, 0.0)
      for index in participants {
        let wish = preference(of: index, for: choice)
        sum += wish
        squares += wish * wish
      }
      let mean = sum / count
      spread += max(0, squares / count - mean * mean).squareRoot()
    }
    return spread / Double(choices)
  }
}
