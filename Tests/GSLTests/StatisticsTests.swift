import GSL
import Testing

/// Statistics against NumPy 2 and SciPy 1.17.
@Suite struct StatisticsTests {
  let values = [2.5, 4, 4.5, 7, 9.5, 11]

  @Test func meanAndDeviation() throws {
    let mean = try #require(Statistics.mean(values))
    let deviation = try #require(Statistics.standardDeviation(values))
    #expect(abs(mean - 6.416666666666667) < 1e-14)
    #expect(abs(deviation - 3.33791351995025) < 1e-13)
  }

  @Test(arguments: [(0, 2.5), (0.1, 3.25), (0.25, 4.125), (0.5, 5.75), (0.9, 10.25), (1, 11)])
  func quantile(_ fraction: Double, _ known: Double) throws {
    let found = try #require(Statistics.quantile(sorted: values, fraction))
    #expect(abs(found - known) < 1e-14)
  }

  @Test(arguments: [
    (0.975, 1, 12.706204736174694), (0.975, 4, 2.7764451051977934), (0.9, 30, 1.3104150253913955),
    (0.05, 2.5, -2.5582186141359364), (0.995, 1000, 2.580754698065951), (0.5, 7, 0),
  ])
  func studentQuantile(_ probability: Double, _ degrees: Double, _ known: Double) throws {
    // GSL refines its start by Newton steps until they are below 1e-13 or so.
    let found = try Statistics.studentQuantile(probability, degreesOfFreedom: degrees)
    #expect(abs(found - known) < 1e-11)
  }

  @Test func halfWidth() throws {
    let at95 = try #require(try Statistics.halfWidth(values))
    let at90 = try #require(try Statistics.halfWidth(values, confidence: 0.9))
    #expect(abs(at95 - 3.5029254107264483) < 1e-11)
    #expect(abs(at90 - 2.7459013570147577) < 1e-11)
  }

  @Test func tooFewValuesGiveNil() throws {
    #expect(Statistics.mean([]) == nil)
    #expect(Statistics.standardDeviation([]) == nil)
    #expect(Statistics.standardDeviation([1]) == nil)
    #expect(Statistics.quantile(sorted: [], 0.5) == nil)
    #expect(try Statistics.halfWidth([]) == nil)
    #expect(try Statistics.halfWidth([1]) == nil)
  }

  @Test func oneValueIsItsMeanAndEveryQuantile() {
    #expect(Statistics.mean([3]) == 3)
    for fraction in [0, 0.5, 1] { #expect(Statistics.quantile(sorted: [3], fraction) == 3) }
    #expect(Statistics.standardDeviation([3, 3]) == 0)
  }

  @Test func aFractionOutsideIsAProgrammingError() async {
    await #expect(processExitsWith: .failure) { _ = Statistics.quantile(sorted: [1, 2], 1.5) }
    await #expect(processExitsWith: .failure) { _ = Statistics.quantile(sorted: [1, 2], -0.5) }
    await #expect(processExitsWith: .failure) { _ = Statistics.quantile(sorted: [1, 2], .nan) }
  }
}
