/// Experience moves trust, bad experience more than good.
///
/// Throughput: voice had, by what there is to decide, and expectations that the form does not meet.
/// Output: satisfaction against an aspiration that
/// adapts to it. Those who have never taken part see the service by its reputation.
struct BuildTrust: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    let trust = task.parameters.trust
    let quality = task.realisedQuality
    let visible = task.visibleCoverage(round: turn.round)
    let pulse = turn.round == Int(task.parameters.world.rounds) / 2 ? trust.pulse : 0
    for index in world.involved
    where !actors[index].isExternal || task.members[index].everParticipated {
      var member = task.members[index]
      let satisfaction = visible * (member.isAffected ? member.fit : quality)
      var change = trust.returnRate * (member.initialTrust - member.trust)
      change += trust.outputGain * trust.weighted(satisfaction - member.aspiration)
      member.aspiration += trust.experienceRate * (satisfaction - member.aspiration)
      if member.participates && member.decisions > 0 {
        let had = member.decisionsAgreed / Double(member.decisions)
        member.voice = unitClamped(member.voice + trust.experienceRate * (had - member.voice))
        let expected = member.believedOpenness - task.openness
        change +=
          trust.throughputGain
          * trust.weighted(task.openness * (member.voice - Member.initialVoice) - expected / 2)
      }
      if member.participates { change += trust.throughputGain * trust.weighted(pulse) }
      member.trust = unitClamped(member.trust + change)
      task.members[index] = member
    }
    let satisfaction = visible * Needs.fit(of: task.design, task.needs.affectedMean)
    let surprise = trust.weighted(satisfaction - task.reputation.aspiration)
    // Who can look into a service trusts it the more.
    let seen =
      trust.transparency * (task.documentation(world) - Join.Reference.documentation)
    task.reputation.shift +=
      trust.outputGain * surprise - trust.returnRate * (task.reputation.shift - seen)
    task.reputation.shift = min(1, max(-1, task.reputation.shift))
    task.reputation.aspiration +=
      trust.experienceRate * (satisfaction - task.reputation.aspiration)
  }
}

extension TrustParameters {
  /// A bad experience weighs more than an equal good one.
  fileprivate func weighted(_ difference: Double) -> Double {
    difference < 0 ? lossAversion * difference : difference
  }
}
