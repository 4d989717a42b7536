internal import GSL

/// Experience moves trust, bad experience more than good.
///
/// Throughput: voice had against voice promised. Output: satisfaction against an aspiration that
/// adapts to it.
struct BuildTrust: Phase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let trust = task.parameters.trust
    let quality = task.realisedQuality
    func weighted(_ difference: Double) -> Double {
      difference < 0 ? trust.lossAversion * difference : difference
    }
    for index in task.members.indices {
      var member = task.members[index]
      let satisfaction = task.coverage * (actors[index].isAffected ? member.fit : quality)
      var change = trust.returnRate * (member.initialTrust - member.trust)
      if round > 1 { change += trust.outputGain * weighted(satisfaction - member.aspiration) }
      member.aspiration =
        round > 1
        ? member.aspiration + trust.aspirationRate * (satisfaction - member.aspiration)
        : satisfaction
      if member.participates && member.decisions > 0 {
        let had = Double(member.decisionsAgreed) / Double(member.decisions)
        member.voice = unitClamped(member.voice + trust.voiceRate * (had - member.voice))
        change += trust.throughputGain * weighted(member.voice - member.believedOpenness)
      }
      member.trust = unitClamped(member.trust + change)
      task.members[index] = member
    }
  }
}

extension TaskState {
  /// Technical quality less what an unfamiliar design loses in practice.
  var realisedQuality: Double {
    landscape.quality(of: design) * (1 - parameters.deliver.implementationLoss * unfamiliarity)
  }
}
