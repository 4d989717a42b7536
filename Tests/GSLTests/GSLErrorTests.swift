import GSL
import Testing

/// GSL's errors are thrown; its default handler would abort the process.
@Suite struct GSLErrorTests {
  static let outside: [(Double, Double)] = [
    (0, 5), (1, 5), (-1, 5), (2, 5), (.nan, 5), (0.9, 0), (0.9, -1), (0.9, .nan), (0.9, .infinity),
  ]

  @Test(arguments: outside)
  func argumentsOutsideTheDomainAreRefused(_ probability: Double, _ degrees: Double) throws {
    let error = try #require(throws: GSLError.self) {
      try Statistics.studentQuantile(probability, degreesOfFreedom: degrees)
    }
    #expect(error.code == 1)
    #expect(error.meaning == "input domain error")
    #expect(error.reason.contains("\(probability)") && error.reason.contains("\(degrees)"))
  }

  @Test func aConfidenceOfOneIsRefused() {
    #expect(throws: GSLError.self) { try Statistics.halfWidth([1, 2], confidence: 1) }
  }

  /// So few degrees of freedom that GSL's iteration fails and calls the handler.
  @Test func whatGSLReportsIsThrown() throws {
    let error = try #require(throws: GSLError.self) {
      try Statistics.studentQuantile(0.975, degreesOfFreedom: 1e-5)
    }
    #expect(error.code == 5)
    #expect(error.meaning == "generic failure")
    #expect(error.reason == "inverse failed to converge")
  }

  @Test func anEarlierErrorIsNotBlamedOnALaterCall() throws {
    var source = RandomSource(.taus2)
    // More than 32 bits can give: GSL reports it and returns 0.
    #expect(source.integer(below: 1 << 40) == 0)
    #expect(try Statistics.studentQuantile(0.5, degreesOfFreedom: 3) == 0)
    #expect(takeGSLError() == nil)
  }

  @Test func whatASamplerReportedCanBeTaken() throws {
    var source = RandomSource(.taus2)
    _ = source.integer(below: 1 << 40)
    #expect(try #require(takeGSLError()).reason.contains("invalid n"))
    #expect(takeGSLError() == nil)
  }

  @Test func theVersionIsKnown() { #expect(gslVersion.hasPrefix("2.")) }
}
