import Testing

@testable import CoCreation

@Suite struct FormMetricTests {
  /// The process lives for three of four months.
  @Test func theFormIsThatOfALivingProcess() throws {
    let observed = try Stage().observed(
      months(4) { round, month in
        month.openness = [0.2, 0.2, 0.8, 0.9][round - 1]
        month.centrality = [0.5, 0.1, 0.3, 0.9][round - 1]
        month.publicParticipants = round < 4 ? 1 : 0
      })
    #expect(near(try observed("mean_openness"), 0.4))
    #expect(near(try observed("mean_centrality"), 0.3))
    let none = try Stage().observed(months(2) { _, month in month.openness = 0.3 })
    #expect(try none("mean_openness") == nil && none("mean_centrality") == nil)
  }

  @Test func changesOfEitherAxisAreCounted() throws {
    let forms = [(0.2, 0.2), (0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.2), (0.2, 0.2)]
    let observed = try Stage().observed(
      months(6) { round, month in
        (month.openness, month.centrality) = forms[round - 1]
        month.isActive = true
      })
    #expect(try observed("form_changes") == 3)
    // Without a process there is no form to change.
    let none = try Stage().observed(
      months(6) { round, month in (month.openness, month.centrality) = forms[round - 1] })
    #expect(try none("form_changes") == 0)
    #expect(try Stage().observed(months(1) { _, _ in })("form_changes") == 0)
  }
}
