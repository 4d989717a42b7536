import Testing

@testable import CoCreation

/// What actors believe of the form, as Frame makes it.
@Suite struct FormBeliefTests {
  private static let beliefPhases: [any Phase] = [
    BuildLandscape(), ConcernCitizens(), FormNeeds(), FormPerspectives(), Frame(),
  ]

  @Test func withSharedUnderstandingAllKnowTheForm() throws {
    let members = try Stage(setUp: Self.beliefPhases) {
      ($0.form.openness, $0.form.centrality) = (0.3, 0.8)
      $0.competences.sharedUnderstanding = 1
    }.task.members
    #expect(members.allSatisfy { $0.believedOpenness == 0.3 && $0.believedCentrality == 0.8 })
  }

  /// Belief = form + 0.3 (1 − u) z: less understanding scales the same draws.
  @Test func beliefsOfTheFormBlurAsUnderstandingFalls() throws {
    func beliefs(_ understanding: Double) throws -> [Double] {
      try Stage(setUp: Self.beliefPhases) {
        $0.competences.sharedUnderstanding = understanding
        $0.frame.beliefNoise = 0.1
      }.task.members.map(\.believedOpenness)
    }
    for (blurred, clearer) in zip(try beliefs(0.5), try beliefs(0.75)) {
      #expect(near(blurred - 0.5, 2 * (clearer - 0.5)))
    }
  }
}
