import Testing

@testable import CoCreation

/// What actors believe of the form, as Frame makes it.
@Suite struct FormBeliefTests {
  private static let before: [any Phase] = [
    BuildLandscape(), ConcernCitizens(), FormNeeds(), FormPerspectives(),
  ]

  @Test func withSharedUnderstandingAllKnowTheForm() throws {
    let members = try Self.members {
      ($0.form.openness, $0.form.centrality) = (0.3, 0.8)
      $0.competences.sharedUnderstanding = 1
    }
    #expect(members.allSatisfy { $0.believedOpenness == 0.3 && $0.believedCentrality == 0.8 })
  }

  /// Belief = form + 0.1 (1 − u) z: less understanding scales the same draws.
  @Test func beliefsOfTheFormBlurAsUnderstandingFalls() throws {
    func beliefs(_ understanding: Double) throws -> [Double] {
      try Self.members {
        $0.competences.sharedUnderstanding = understanding
        $0.frame.beliefNoise = 0.1
      }.map(\.believedOpenness)
    }
    let (blurred, clearer) = try (beliefs(0.5), beliefs(0.75))
    #expect(Set(clearer).count == clearer.count)
    for (blurred, clearer) in zip(blurred, clearer) {
      #expect(near(blurred - 0.5, 2 * (clearer - 0.5)))
    }
  }

  /// Whoever is met later believes what it would have believed had it been asked at once.
  @Test func beliefsAreThoseOfTheLastFraming() throws {
    var late = try Stage(setUp: Self.before + [Frame()])
    var early = late
    early.meetEveryone()
    let atFirst = early.task.members.map(\.believedOpenness)
    early.world.involved = Array(early.actors.indices)
    early.task.isToBeFramed = true
    late.task.isToBeFramed = true
    early.run(Frame(), round: 13)
    late.run(Frame(), round: 13)
    late.meetEveryone()
    #expect(late.task.members.map(\.believedOpenness) == early.task.members.map(\.believedOpenness))
    #expect(early.task.members.map(\.believedOpenness) != atFirst)
  }

  private static func members(_ change: (inout Parameters) -> Void) throws -> [Member] {
    var stage = try Stage(setUp: before + [Frame()], change)
    stage.meetEveryone()
    return stage.task.members
  }
}
