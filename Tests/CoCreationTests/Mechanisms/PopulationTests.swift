import Foundation
import GSL
import Testing

@testable import CoCreation

@Suite struct PopulationTests {
  @Test func publicActorsComeFirstWhateverTheOrderOfKinds() throws {
    let actors = try Self.actors(kinds: ActorKind.municipality.reversed())
    #expect(actors.count == 1324)
    #expect(actors.prefix(31).allSatisfy { !$0.isExternal })
    #expect(actors.suffix(1293).allSatisfy { $0.isExternal })
    #expect(Set(actors.map(\.id)).count == 1324)
  }

  @Test func kindsGiveTheirNumberAndSide() throws {
    let actors = try Self.actors()
    for (index, kind) in ActorKind.municipality.enumerated() {
      let own = actors.filter { $0.kind == index }
      #expect(own.count == kind.count)
      #expect(own.allSatisfy { $0.isExternal == (kind.side == .external) })
    }
  }

  /// Staff is known from the start; of the pool no more than who is poor.
  @Test func thePoolIsDrawnWhenItIsNeeded() throws {
    let stage = try Stage(setUp: [])
    #expect(stage.world.involved == Array(0..<31))
    #expect(stage.actors[..<31].allSatisfy { $0.acquaintance == .full && $0.isInvolved })
    let staff = stage.actors[..<31].filter { stage.world.kinds[$0.kind].office != .politics }
    #expect(near(stage.world.staffHours, staff.reduce(0) { $0 + $1.hours }))
    let pool = stage.actors[31...]
    #expect(pool.allSatisfy { $0.acquaintance == .none && !$0.isInvolved && $0.hours == 0 })
    #expect(isLikely(pool.count(where: \.isPoor), of: 1233, probability: 0.35))
    #expect(stage.world.population.externalCount == 1293)
    #expect(stage.world.population.stratifiedCount == 1233)
  }

  /// At a glance one sees hours and knowledge, and the same as at length.
  @Test func aGlanceSeesWhatActorsAreLike() throws {
    let stage = try Stage(setUp: [])
    var turn = Turn()
    for (index, met) in try Self.actors().enumerated() where index % 50 == 49 {
      var actor = stage.actors[index]
      stage.world.population.glance(at: &actor, &turn)
      #expect(actor.acquaintance == .glance && actor.authority == 0)
      #expect(actor.hours == met.hours && actor.knowledge == met.knowledge)
      stage.world.population.meet(&actor, &turn)
      #expect("\(actor)" == "\(met)")
    }
  }

  @Test func indicesOfKindsAreWhereTheirActorsAre() throws {
    let stage = try Stage(setUp: [], kinds: ActorKind.municipality.reversed())
    for (kind, indices) in stage.world.population.indices.enumerated() {
      #expect(stage.actors[indices].allSatisfy { $0.kind == kind })
      #expect(indices.count == stage.world.kinds[kind].count)
    }
  }

  @Test func motivesAreSharesOfOne() throws {
    for actor in try Self.actors() {
      #expect(near(actor.saving + actor.quality + actor.need, 1))
      #expect([actor.saving, actor.quality, actor.need].allSatisfy { (0...1).contains($0) })
    }
  }

  /// Dirichlet(2e5, 5e5, 3e5): standard deviations below 0.0005, so 0.005 is ten of them.
  @Test func motivesFollowTheirConcentrations() throws {
    var kinds = ActorKind.municipality
    for index in kinds.indices {
      kinds[index].motives = .init(saving: 2e5, quality: 5e5, need: 3e5)
    }
    for actor in try Self.actors(kinds: kinds) {
      #expect(near(actor.saving, 0.2, 0.005) && near(actor.quality, 0.5, 0.005))
      #expect(near(actor.need, 0.3, 0.005))
    }
  }

  @Test func attributesFollowTheirDistributions() throws {
    var kinds = ActorKind.municipality
    for index in kinds.indices {
      kinds[index].hasStrata = false
      kinds[index].hours = .constant(11)
      kinds[index].authority = .constant(0.1)
      kinds[index].legitimacy = .constant(0.2)
      kinds[index].knowledge = .constant(0.3)
    }
    for actor in try Self.actors(kinds: kinds) {
      #expect(actor.hours == 11 && actor.authority == 0.1)
      #expect(actor.legitimacy == 0.2 && actor.initialLegitimacy == 0.2)
      #expect(actor.knowledge == 0.3 && actor.fatigue == 0)
    }
  }

  @Test func oneMoreOfAKindLeavesEveryOtherActorAsItWas() throws {
    var kinds = ActorKind.municipality
    kinds[0].count += 1
    kinds[4].count += 3
    let more = Dictionary(
      uniqueKeysWithValues: try Self.actors(kinds: kinds).map { ($0.id, $0) })
    for actor in try Self.actors() {
      let same = try #require(more[actor.id])
      #expect(same.hours == actor.hours && same.knowledge == actor.knowledge)
      #expect(same.need == actor.need && same.socialType == actor.socialType)
      #expect(same.isPoor == actor.isPoor)
    }
  }

  /// Relative to 42 hours, up to eight times as many, after what the stratum does to them.
  @Test func logarithmsOfHoursFollowTheHours() throws {
    for actor in try Self.actors() {
      #expect(near(42 * exp(actor.logHours), min(8 * 42, actor.hours)))
    }
    var actor = Actor(id: 1, kind: 0, isExternal: true)
    #expect(near(actor.logHours, log(1e-6)))
    actor.hours = 1000
    #expect(near(actor.logHours, log(8)))
  }

  /// Shares of ¼, ⅛ and ½ leave ⅛: the borders are exact.
  @Test(
    arguments: [
      (0.0, SocialType.freeRider), (0.249, .freeRider), (0.25, .triangle), (0.374, .triangle),
      (0.375, .other), (0.874, .other), (0.875, .conditionalCooperator),
      (0.999, .conditionalCooperator),
    ] as [(Double, SocialType)])
  func socialTypesByTheirShares(draw: Double, type: SocialType) {
    var population = PopulationParameters()
    (population.freeRiderShare, population.triangleShare) = (0.25, 0.125)
    population.otherShare = 0.5
    #expect(population.socialType(at: draw) == type)
  }

  @Test func withNeutralSharesAllCooperateConditionally() throws {
    let actors = try Self.actors {
      ($0.population.freeRiderShare, $0.population.triangleShare) = (0, 0)
      $0.population.otherShare = 0
    }
    #expect(actors.allSatisfy { $0.socialType == .conditionalCooperator })
  }

  /// A full lot deals what there is out anew, and changes nothing else.
  @Test func authorityIsDealtOutByLot() throws {
    let actors = try Self.actors()
    let dealt = try Self.actors { $0.population.authorityLot = 1 }
    #expect(dealt.map(\.authority).sorted() == actors.map(\.authority).sorted())
    #expect(zip(dealt, actors).count { $0.authority != $1.authority } > 1200)
    #expect(dealt.map(\.legitimacy) == actors.map(\.legitimacy))
    #expect(dealt.map(\.hours) == actors.map(\.hours))
    // The public side loses what it had more: by lot each side has the mean.
    func publicMean(_ actors: [Actor]) -> Double {
      actors.prefix(31).reduce(0) { $0 + $1.authority } / 25
    }
    #expect(publicMean(actors) > 0.3 && publicMean(dealt) < 0.2)
  }

  /// Who draws no lot keeps its authority; a larger share deals for those of a smaller one too.
  @Test func aShareOfTheLotLeavesTheOthersAlone() throws {
    let actors = try Self.actors().map(\.authority)
    let dealt = try Self.actors { $0.population.authorityLot = 0.3 }.map(\.authority)
    #expect(dealt.sorted() == actors.sorted())
    let moved = zip(dealt, actors).count { $0 != $1 }
    // Of 395 lots, four standard deviations of 17 more or less, one on average falls on its owner.
    #expect((325...465).contains(moved))
  }

  static func actors(
    kinds: [ActorKind] = ActorKind.municipality, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> [Actor] {
    var stage = try Stage(setUp: [], kinds: kinds, change)
    var turn = Turn()
    for index in stage.actors.indices {
      stage.world.population.meet(&stage.actors[index], &turn)
    }
    return stage.actors
  }
}
