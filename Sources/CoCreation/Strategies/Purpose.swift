/// How far the purpose of co-creation is attained, over the three ambitions.
///
/// attainment = (w₁ x / (1 + x) + w₂ y + w₃ z) / (w₁ + w₂ + w₃), with x the value per public euro,
/// y the mean realised quality, z the external share of influence on the design, and w the
/// weights `purpose_saving`, `purpose_quality` and `purpose_democracy`. From 0 to 1.
package enum Purpose {
  static func attainment(
    valuePerPublicEuro: Double, quality: Double, externalInfluence: Double,
    _ parameters: PurposeParameters
  ) -> Double {
    let weights = parameters
    let value = max(0, valuePerPublicEuro)
    let sum =
      weights.saving * (value / (1 + value)) + weights.quality * quality
      + weights.democracy * externalInfluence
    return unitClamped(sum / (weights.saving + weights.quality + weights.democracy))
  }
}

/// What a task brought since the last review.
package struct Review: BitwiseCopyable, Sendable {
  private var value = 0.0
  private var publicCost = 0.0
  private var quality = 0.0
  private var months = 0
  /// The credit of both sides when the review began.
  private var credit = (external: 0.0, all: 0.0)

  init() {}

  /// Begins a review.
  init(of task: TaskState, _ actors: [Actor]) { credit = task.credit(actors) }

  /// Takes in the month that has just ended.
  mutating func add(_ task: TaskState) {
    value += task.value(of: task.month)
    publicCost += task.month.ledger.publicCost
    quality += task.month.realisedQuality
    months += 1
  }

  /// Attainment of the purpose, or `nil` before a month is over.
  func attainment(of task: TaskState, _ actors: [Actor]) -> Double? {
    guard months > 0 else { return nil }
    let now = task.credit(actors)
    let (external, all) = (now.external - credit.external, now.all - credit.all)
    return Purpose.attainment(
      valuePerPublicEuro: publicCost > 0 ? value / publicCost : 0,
      quality: quality / Double(months), externalInfluence: all > 0 ? external / all : 0,
      task.parameters.purpose)
  }
}

extension TaskState {
  /// Credit for changes of the design, of external actors and of all, the fixed plan's included.
  func credit(_ actors: [Actor]) -> (external: Double, all: Double) {
    var (external, all) = (0.0, plannedCredit)
    for (index, member) in members.enumerated() {
      all += member.credit
      if actors[index].isExternal { external += member.credit }
    }
    return (external, all)
  }

  /// External share of the credit for changes of the design, or `nil` where nothing changed.
  func externalInfluence(_ actors: [Actor]) -> Double? {
    let credit = credit(actors)
    return credit.all > 0 ? credit.external / credit.all : nil
  }
}
