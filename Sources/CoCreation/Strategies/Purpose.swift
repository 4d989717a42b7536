/// How far the purpose of co-creation is attained, over the three ambitions.
///
/// attainment = (w₁ x / (1 + x) + w₂ y + w₃ z) / (w₁ + w₂ + w₃), with x the value per public euro,
/// y the mean realised quality, z democracy (``DemocracyIndex``), and w the weights `purpose_saving`, `purpose_quality` and `purpose_democracy`. From 0 to 1.
package enum Purpose {
  static func attainment(
    valuePerPublicEuro: Double, quality: Double, democracy: Double,
    _ weights: PurposeParameters
  ) -> Double {
    let value = max(0, valuePerPublicEuro)
    let sum =
      weights.saving * (value / (1 + value)) + weights.quality * quality
      + weights.democracy * democracy
    return unitClamped(sum / (weights.saving + weights.quality + weights.democracy))
  }
}

/// What a task brought since the last review.
package struct Review: BitwiseCopyable, Sendable {
  private var value = 0.0
  private var publicCost = 0.0
  private var quality = 0.0
  private var months = 0
  private var democracy = DemocracyIndex()

  init() {}

  /// Takes in the month that has just ended.
  mutating func add(_ task: TaskState) {
    value += task.value(of: task.month)
    publicCost += task.month.ledger.publicCost
    quality += task.month.realisedQuality
    months += 1
    democracy.add(task.month)
  }

  /// Attainment of the purpose, or `nil` before a month is over.
  func attainment(of task: TaskState, _ actors: [Actor], _ world: World) -> Double? {
    guard months > 0 else { return nil }
    let dimensions = democracy.dimensions(
      included: task.includedShare(world.involved), vote: task.parameters.purpose.vote)
    return Purpose.attainment(
      valuePerPublicEuro: publicCost > 0 ? value / publicCost : 0,
      quality: quality / Double(months), democracy: dimensions?.democracy ?? 0,
      task.parameters.purpose)
  }
}

/// Credit for changes of the design.
struct Influence: BitwiseCopyable, Sendable {
  var external = 0.0
  var all = 0.0

  /// External share, or `nil` where nothing changed.
  var externalShare: Double? { ratio(external, all) }
}

extension TaskState {
  /// Who has credit for changes of the design, the public side for the plan too.
  func influence(_ actors: [Actor], _ involved: [Int]) -> Influence {
    var influence = Influence(all: plannedCredit)
    for index in involved {
      influence.all += members[index].credit
      if actors[index].isExternal { influence.external += members[index].credit }
    }
    return influence
  }
}
