import Testing

@testable import CoCreation

@Suite struct QualityTests {
  @Test func lastBestAndMeanOfTheMonths() throws {
    let observed = try Stage().observed(
      months(3) { round, month in
        month.quality = [0.2, 0.9, 0.5][round - 1]
        month.realisedQuality = [0.1, 0.6, 0.5][round - 1]
        month.relevance = [0.9, 0.1, 0.7][round - 1]
        month.novelty = [0, 0.25, 0.5][round - 1]
        month.deviation = [1, 0.5, 0.75][round - 1]
      })
    #expect(try observed("quality") == 0.5 && observed("quality_best") == 0.9)
    #expect(near(try observed("quality_realised"), 0.4))
    #expect(try observed("relevance") == 0.7)
    #expect(try observed("novelty") == 0.5 && observed("design_deviation") == 0.75)
  }

  /// The status quo has a quality of 0.3.
  @Test(arguments: [(0.31, 0.5), (0.3, 0), (0.1, 0)] as [(Double, Double)])
  func innovationIsNovelAndBetter(quality: Double, innovation: Double) throws {
    var stage = try Stage()
    stage.task.landscape.statusQuo = 0b0011
    let observed = stage.observed(
      months(2) { _, month in
        month.quality = quality
        month.novelty = 0.5
      })
    #expect(try observed("innovation") == innovation)
  }

  @Test func coverageIsDeliveredOfDemandedOverTheRun() throws {
    let observed = try Stage().observed(
      months(2) { round, month in
        month.demanded = 100 * Double(round)
        month.delivered = round == 1 ? 100 : 80
      })
    #expect(near(try observed("coverage"), 0.6))
  }

  @Test func reliabilityIsTheShareOfMonthsWithoutAFailure() throws {
    let observed = try Stage().observed(
      months(4) { round, month in month.failures = round == 2 ? 1 : 0 })
    #expect(try observed("reliability") == 0.75)
    #expect(try Stage().observed(months(4) { _, _ in })("reliability") == 1)
  }

  /// Promised: 400 € · (¼ · 0.8 + ¾ · 0.4) for each of 50 units = 10,000 €.
  @Test(arguments: [(10_000.0, 0), (8000, -0.2), (15_000, 0.5)] as [(Double, Double)])
  func deviationOfValueIsSigned(value: Double, deviation: Double) throws {
    var stage = try Stage { $0.world.qualityWeight = 0.25 }
    (stage.task.promisedQuality, stage.task.promisedRelevance) = (0.8, 0.4)
    let observed = stage.observed(
      months(2) { round, month in
        month.demanded = 25
        month.value = round == 1 ? value : 0
      })
    #expect(near(try observed("value_deviation"), deviation))
    (stage.task.promisedQuality, stage.task.promisedRelevance) = (0, 0)
    #expect(try stage.observed(observed.months)("value_deviation") == nil)
  }

  @Test(arguments: ["quality", "quality_best", "relevance", "novelty", "innovation", "coverage"])
  func withoutMonthsThereIsNothing(name: String) throws {
    #expect(try Stage().observed()(name) == nil)
  }
}
