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

  /// Of 10,000 € that were promised month by month.
  @Test(arguments: [(10_000.0, 0), (8000, -0.2), (15_000, 0.5)] as [(Double, Double)])
  func deviationOfValueIsSigned(value: Double, deviation: Double) throws {
    let observed = try Stage().observed(
      months(2) { round, month in
        month.promised = 4000 * Double(round) - 1000
        month.value = round == 1 ? value : 0
      })
    #expect(near(try observed("value_deviation"), deviation))
    let nothing = try Stage().observed(months(2) { _, month in month.value = value })
    #expect(try nothing("value_deviation") == nil && nothing("promise_kept") == nil)
  }

  @Test(arguments: [(1800.0, 1.0), (1799, 0), (3000, 1)] as [(Double, Double)])
  func aPromiseIsKeptFromNineTenths(value: Double, kept: Double) throws {
    let observed = try Stage().observed(
      months(2) { round, month in (month.promised, month.value) = (1000, value / 2) })
    #expect(try observed("promise_kept") == kept)
  }

  @Test(arguments: ["quality", "quality_best", "relevance", "novelty", "innovation", "coverage"])
  func withoutMonthsThereIsNothing(name: String) throws {
    #expect(try Stage().observed()(name) == nil)
  }
}
