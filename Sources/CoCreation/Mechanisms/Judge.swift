/// What a change of the design does to quality and cost.
struct Change {
  let flips: ChoiceSet
  /// Change of technical quality, with the error that all judges share.
  let quality: Double
  /// Fall of the logarithm of the unit cost.
  let saving: Double

  init(flips: ChoiceSet, of task: TaskState, commonError: Double) {
    let changed = task.design ^ flips
    self.flips = flips
    quality =
      task.landscape.quality(of: changed) - task.landscape.quality(of: task.design) + commonError
    saving = task.landscape.logCost(of: task.design) - task.landscape.logCost(of: changed)
  }
}

/// How actors judge a change by their motives.
///
/// gain = w_q (ΔQ + common error + Δperspective error + σ_j (1 − k) z) + n w_d Δfit
/// + c w_s (−Δ ln cost), with w the actor's motive weights and k its knowledge.
struct Judge {
  private let error: Double
  private let needWeight: Double
  private let costWeight: Double

  init(_ parameters: DecideParameters) {
    error = parameters.judgementError
    needWeight = parameters.needWeight
    costWeight = parameters.costWeight
  }

  /// What an actor believes to gain, in all and in quality.
  ///
  /// `z` is a standard normal draw, `perspectiveError` the error of the actor's view about the
  /// changed design.
  @inline(__always)
  func opinion(
    of change: Change, _ member: Int, _ actor: Actor, _ task: TaskState, error z: Double,
    perspectiveError: Double
  ) -> (gain: Double, quality: Double) {
    opinion(
      of: change, actor, perspectiveError: perspectiveError - task.members[member].perspectiveError,
      error: z, fitGain: task.fitGain(of: change.flips, member: member))
  }

  /// The same by the change of the view's error and of the fit with the needs that count.
  @inline(__always)
  func opinion(
    of change: Change, _ actor: Actor, perspectiveError: Double, error z: Double, fitGain: Double
  ) -> (gain: Double, quality: Double) {
    let quality = change.quality + perspectiveError + error * (1 - actor.knowledge) * z
    let gain =
      actor.quality * quality + needWeight * actor.need * fitGain
      + costWeight * actor.saving * change.saving
    return (gain, quality)
  }
}
