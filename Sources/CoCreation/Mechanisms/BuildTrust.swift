internal import GSL

/// Experience moves trust, bad experience more than good.
///
/// Throughput: voice had against voice promised. Output: satisfaction against an aspiration that
/// adapts to it.
struct BuildTrust: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let trust = task.parameters.trust
    let quality = task.realisedQuality
    let visible = task.visibleCoverage(round: round)
    let pulse = round == Int(task.parameters.world.rounds) / 2 ? trust.pulse : 0
    func weighted(_ difference: Double) -> Double {
      difference < 0 ? trust.lossAversion * difference : difference
    }
    for index in task.members.indices {
      var member = task.members[index]
      let design = member.isAffected ? member.fit : quality
      let satisfaction = visible * design
      var change = trust.returnRate * (member.initialTrust - member.trust)
      change += trust.outputGain * weighted(satisfaction - member.aspiration)
      member.aspiration += trust.experienceRate * (satisfaction - member.aspiration)
      if member.participates && member.decisions > 0 {
        let had = Double(member.decisionsAgreed) / Double(member.decisions)
        member.voice = unitClamped(member.voice + trust.experienceRate * (had - member.voice))
        change += trust.throughputGain * weighted(member.voice - member.believedOpenness)
      }
      if member.participates { change += trust.throughputGain * weighted(pulse) }
      member.trust = unitClamped(member.trust + change)
      task.members[index] = member
    }
  }
}

extension TaskState {
  /// Coverage as actors see it: early wins show more at first and as much less later.
  func visibleCoverage(round: Int) -> Double {
    let wins = parameters.contribute.earlyWins
    let rounds = parameters.world.rounds
    guard wins != 0, rounds > 1 else { return coverage }
    return coverage * (1 + wins * (1 - 2 * Double(round - 1) / (rounds - 1)))
  }

  /// Technical quality less what an unfamiliar design loses in practice.
  var realisedQuality: Double {
    landscape.quality(of: design) * (1 - parameters.deliver.implementationLoss * unfamiliarity)
  }
}
