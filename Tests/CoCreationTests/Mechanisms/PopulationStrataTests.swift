import Testing

@testable import CoCreation

/// What it does to belong to the resource-poor.
@Suite struct PopulationStrataTests {
  @Test(arguments: [(0.0, false), (1, true)] as [(Double, Bool)])
  func stratumAtTheEndsOfItsShare(share: Double, poor: Bool) throws {
    let actors = try PopulationTests.actors { $0.population.poorShare = share }
    for actor in actors {
      #expect(actor.isPoor == (poor && ActorKind.municipality[actor.kind].hasStrata))
    }
  }

  @Test(
    arguments: [(0.35, 0.5), (0.5, 1), (0.9, 0.2), (0, 0.7), (1, 0.5), (1, 1)] as [(Double, Double)]
  )
  func strataKeepTheMeanOfResources(share: Double, gap: Double) {
    var population = PopulationParameters()
    (population.poorShare, population.resourceGap) = (share, gap)
    let (poor, rich) = (
      population.resourceFactor(poor: true), population.resourceFactor(poor: false)
    )
    if share * gap < 1 { #expect(near(poor, (1 - gap) * rich)) }
    let mean =
      share * population.resourceFactor(poor: true)
      + (1 - share) * population.resourceFactor(poor: false)
    #expect(near(mean, 1))
  }

  @Test func withoutAGapStrataHaveTheSameHours() throws {
    var kinds = ActorKind.municipality
    for index in kinds.indices { kinds[index].hasStrata = false }
    let plain = try PopulationTests.actors(kinds: kinds)
    let neutral = try PopulationTests.actors { $0.population.resourceGap = 0 }
    #expect(plain.map(\.hours) == neutral.map(\.hours))
    let unequal = try PopulationTests.actors()
    #expect(plain.map(\.hours) != unequal.map(\.hours))
  }
}
