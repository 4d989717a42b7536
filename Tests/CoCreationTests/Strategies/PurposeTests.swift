import Foundation
import Testing

@testable import CoCreation

@Suite struct PurposeTests {
  /// Value 3 per euro counts ¾.
  @Test(
    arguments: [
      (1.0, 1.0, 1.0, (0.75 + 0.6 + 0.3) / 3), (1000, 0.001, 0.001, 0.75),
      (0.001, 1000, 0.001, 0.6),
      (0.001, 0.001, 1000, 0.3), (2, 1, 1, (1.5 + 0.6 + 0.3) / 4),
    ] as [(Double, Double, Double, Double)])
  func attainmentIsAWeightedMean(
    saving: Double, quality: Double, democracy: Double, expected: Double
  ) {
    let attainment = Self.attainment(3, 0.6, 0.3, (saving, quality, democracy))
    #expect(near(attainment, expected, 1e-5))
  }

  @Test func whatDoesHarmSavesNothing() {
    #expect(near(Self.attainment(-5, 0.6, 0.3), 0.3))
    #expect(Self.attainment(0, 0, 0) == 0)
    #expect(Self.attainment(1e12, 1, 1) <= 1 && Self.attainment(1e12, 1, 1) > 0.999)
  }

  /// Months of 12,000 € and of nothing for 6000 € each make a value of 1 per euro, which counts ½.
  ///
  /// Quality is 0.5, whatever the coverage. One of two external actors took part, and votes count
  /// nothing: with a likeness of 1 inclusion is ¾, with equality 0.9 and all carried out at relevance 0.7
  /// democracy is (0.75 · 0.9 · 0.85)^(1/3).
  @Test func aReviewIsOfTheMonthsSinceTheLastChoice() throws {
    var stage = try Stage { $0.purpose.vote = 0 }
    stage.makeOutsiders(of: [3])
    var review = Review()
    #expect(review.attainment(of: stage.task, stage.actors, stage.world) == nil)
    stage.task.month.ledger.book(6000, from: .publicBudget, to: .delivery)
    (stage.task.month.realisedQuality, stage.task.month.relevance) = (0.5, 0.7)
    (stage.task.month.decidedTogether, stage.task.month.likeness) = (1, 1)
    stage.task.month.voiceEquality = 0.9
    (stage.task.month.adopted, stage.task.month.implemented) = (2, 2)
    for (delivered, coverage) in [(50.0, 0.8), (0, 0.4)] {
      (stage.task.month.delivered, stage.task.coverage) = (delivered, coverage)
      review.add(stage.task)
    }
    let attainment = review.attainment(of: stage.task, stage.actors, stage.world)
    #expect(near(attainment, Self.equally(0.5, 0.5, cbrt(0.75 * 0.9 * 0.85))))
  }

  /// The plan and public proposers have credit against those outside, whoever has left since.
  @Test func influenceIsOfAllWhoEverHadAny() throws {
    var stage = try Stage()
    #expect(stage.task.influence(stage.actors, stage.world.involved).externalShare == nil)
    stage.task.plannedCredit = 2
    (stage.task.members[0].credit, stage.task.members[3].credit) = (1, 5)
    stage.stopParticipation(of: [3])
    let influence = stage.task.influence(stage.actors, stage.world.involved)
    #expect(influence.external == 5 && influence.all == 8 && influence.externalShare == 0.625)
  }

  /// A value of 1 per euro, quality 0.5, and democracy as its metric says.
  @Test func overARunItIsOfWhatTheMetricsSay() throws {
    var stage = try Stage()
    stage.task.ledger.book(1000, from: .publicBudget, to: .delivery)
    let observed = stage.observed(
      months(2) { round, month in
        (month.value, month.demanded, month.delivered) = (500, 100, round == 1 ? 100 : 60)
        (month.realisedQuality, month.relevance) = (0.5, 0.4)
        (month.likeness, month.voiceEquality) = (0.7, 0.8)
      })
    let democracy = try #require(try observed("democracy"))
    #expect(democracy > 0.5)
    #expect(near(try observed("purpose_attainment"), Self.equally(0.5, 0.5, democracy)))
    #expect(try Stage().observed(months(1) { _, _ in })("purpose_attainment") == 0)
  }

  /// Attainment where all three ambitions weigh the defaults of a neutral stage.
  private static func equally(_ value: Double, _ quality: Double, _ democracy: Double) -> Double {
    let weights = PurposeParameters()
    return (weights.saving * value + weights.quality * quality + weights.democracy * democracy)
      / (weights.saving + weights.quality + weights.democracy)
  }

  private static func attainment(
    _ value: Double, _ quality: Double, _ democracy: Double,
    _ weights: (Double, Double, Double) = (1, 1, 1)
  ) -> Double {
    var purpose = PurposeParameters()
    (purpose.saving, purpose.quality, purpose.democracy) = weights
    return Purpose.attainment(
      valuePerPublicEuro: value, quality: quality, democracy: democracy, purpose)
  }
}
