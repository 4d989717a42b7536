import GSL
import Testing

@testable import CoCreation

@Suite struct PerspectivesTests {
  private static let phases: [any Phase] = [
    BuildLandscape(), ConcernCitizens(), FormNeeds(), FormPerspectives(),
  ]

  @Test func withoutDiversityAllSearchAndSeeAlike() throws {
    let members = try Self.members { $0.perspective.diversity = 0 }
    #expect(members.allSatisfy { $0.perspective == 0 })
    #expect(members.allSatisfy { Self.order($0) == Array(0..<12) })
  }

  @Test func withFullDiversityEachHasItsOwnView() throws {
    let members = try Self.members { $0.perspective.diversity = 1 }
    #expect(Set(members.map(\.perspective)).count == 1324)
    #expect(!members.contains { $0.perspective == 0 })
    #expect(Set(members.map(\.searchOrder)).count == 1324)
  }

  @Test(arguments: [0.2, 0.5, 0.8])
  func diversityIsTheShareOfOwnViewsAndOfReshuffledPositions(diversity: Double) throws {
    let members = try Self.members { $0.perspective.diversity = diversity }
    #expect(isLikely(members.count { $0.perspective != 0 }, of: 1324, probability: diversity))
    var moved = 0
    for member in members {
      #expect(Self.order(member).sorted() == Array(0..<12))
      moved += Self.order(member).enumerated().count { $0.offset != $0.element }
    }
    // Of m reshuffled positions one on average falls where it was, at any m above 0.
    let none = (0..<12).reduce(1.0) { product, _ in product * (1 - diversity) }
    let expected = (12 * diversity - (1 - none)) / 12
    // The number moved of one actor deviates by at most 2: four standard errors of its twelfth.
    #expect(abs(Double(moved) / (1324 * 12) - expected) < 0.02)
  }

  @Test(arguments: [(0.0, 0.25), (0.4, 0.55), (1, 1)] as [(Double, Double)])
  func understandingGrowsWithKnowledge(knowledge: Double, share: Double) throws {
    var kinds = ActorKind.municipality
    for index in kinds.indices { kinds[index].knowledge = .constant(knowledge) }
    let members = try Self.members(kinds: kinds)
    let understood = members.reduce(0) { $0 + $1.understands.count }
    #expect(isLikely(understood, of: 1324 * 12, probability: share))
  }

  @Test func trustAndBeliefComeFromTheirDistributions() throws {
    var kinds = ActorKind.municipality
    for index in kinds.indices { kinds[index].trust = .constant(Double(index) / 10) }
    var stage = try Stage(setUp: Self.phases, kinds: kinds) { $0.population.beliefDeviation = 0 }
    stage.meetEveryone()
    for (actor, member) in zip(stage.actors, stage.task.members) {
      #expect(member.trust == Double(actor.kind) / 10 && member.initialTrust == member.trust)
      #expect(member.belief == 9.8 && member.voice == 0.6)
    }
  }

  /// An outsider sees the service as it is spoken of; staff sees it itself.
  @Test(arguments: [(-0.2, 0.3), (0.7, 1), (-0.9, 0)] as [(Double, Double)])
  func outsidersTrustByReputation(reputation: Double, trust: Double) throws {
    var kinds = ActorKind.municipality
    for index in kinds.indices { kinds[index].trust = .constant(0.5) }
    var stage = try Stage(setUp: [BuildLandscape(), ConcernCitizens(), FormNeeds()], kinds: kinds)
    stage.task.reputation.shift = reputation
    stage.run(FormPerspectives(), round: 0)
    stage.meetEveryone()
    for (actor, member) in zip(stage.actors, stage.task.members) {
      #expect(near(member.trust, actor.isExternal ? trust : 0.5) && member.initialTrust == 0.5)
    }
  }

  @Test func beliefsStayBetween0And20() throws {
    let members = try Self.members { $0.population.beliefDeviation = 10 }
    #expect(members.allSatisfy { (0...20).contains($0.belief) })
    #expect(members.contains { $0.belief == 0 } && members.contains { $0.belief == 20 })
  }

  /// Standard normal among external actors: four standard errors of a mean and of a variance.
  @Test func generosityIsAStandardNormalOfThoseOutside() throws {
    let members = try Self.members()
    #expect(members[..<31].allSatisfy { $0.generosity == 0 })
    let generosity = members[31...].map(\.generosity)
    let (mean, deviation) = try (
      #require(Statistics.mean(generosity)), #require(Statistics.standardDeviation(generosity))
    )
    #expect(abs(mean) < 4 / 1293.0.squareRoot())
    #expect(abs(deviation * deviation - 1) < 4 * (2.0 / 1293).squareRoot())
  }

  /// Who is met last, after a process has gone on for months, is who it would have been at first.
  @Test func whoSomebodyIsDoesNotHangOnWhenItIsMet() throws {
    var atOnce = try Stage(setUp: Self.phases)
    var later = atOnce
    #expect(atOnce.task.members[..<31].allSatisfy { $0.acquaintance == .full })
    #expect(atOnce.task.members[31...].allSatisfy { $0.acquaintance == .none })
    atOnce.meetEveryone()
    var turn = Turn()
    turn.round = 17
    for index in later.actors.indices.reversed() where index % 3 == 0 {
      later.task.glance(at: index, later.actors[index], later.world, &turn)
      #expect(later.task.members[index].acquaintance >= .glance)
      if index % 2 == 0 { later.task.know(index, &later.actors[index], later.world, &turn) }
    }
    later.meetEveryone()
    #expect(later.task.preferences == atOnce.task.preferences)
    for (a, b) in zip(later.task.members, atOnce.task.members) {
      #expect(a.understands == b.understands && a.searchOrder == b.searchOrder)
      #expect(a.perspective == b.perspective && a.trust == b.trust && a.belief == b.belief)
      #expect(a.generosity == b.generosity)
    }
    #expect(later.actors.map(\.hours) == atOnce.actors.map(\.hours))
    #expect(later.actors.map(\.authority) == atOnce.actors.map(\.authority))
  }

  @Test func onASmoothTaskOrWithoutErrorAllSeeTheSame() throws {
    for (ruggedness, error) in [(0.0, 0.2), (2, 0)] {
      let stage = try Stage {
        $0.landscape.ruggedness = ruggedness
        $0.perspective.error = error
      }
      var turn = Turn()
      #expect(stage.task.perspectiveError(0, design: 3, &turn) == 0)
      #expect(stage.task.perspectiveError(9, design: 3, &turn) == 0)
    }
  }

  /// Standard deviation 0.2 √(2/3) on four choices with K = 2.
  ///
  /// The sample standard deviation of 4096 draws has a standard error of 1.1 %; 5 % is above four.
  @Test func errorsOfViewsHaveTheirStandardDeviationAndLast() throws {
    let stage = try Stage {
      $0.landscape.ruggedness = 2
      $0.perspective.error = 0.2
    }
    var turn = Turn()
    var errors: [Double] = []
    for view in UInt32(0)..<256 {
      for bits in UInt32(0)..<16 {
        turn.round = Int(bits)
        let error = stage.task.perspectiveError(view, design: ChoiceSet(bits: bits), &turn)
        turn.round = 0
        let again = stage.task.perspectiveError(view, design: ChoiceSet(bits: bits), &turn)
        #expect(error == again)
        errors.append(error)
      }
    }
    #expect(Set(errors).count == errors.count)
    let sigma = 0.2 * (2.0 / 3).squareRoot()
    let deviation = try #require(Statistics.standardDeviation(errors))
    #expect(near(deviation / sigma, 1, 0.05))
    #expect(abs(try #require(Statistics.mean(errors))) < 4 * sigma / 64)
  }

  @Test func seeingTheDesignBringsFitAndErrorsUpToDate() throws {
    var stage = try Stage {
      $0.landscape.ruggedness = 3
      $0.perspective.error = 0.2
    }
    stage.task.members[1].perspective = 77
    stage.setPreferences(of: 0, [1, 1, 0, 0])
    stage.task.design = 0b0011
    var turn = Turn()
    stage.task.seeDesign(stage.world, &turn)
    #expect(stage.task.members[0].fit == 1 && stage.task.members[1].fit == 0.5)
    let common = stage.task.perspectiveError(0, design: 0b0011, &turn)
    let own = stage.task.perspectiveError(77, design: 0b0011, &turn)
    #expect(stage.task.members.map(\.perspectiveError) == [common, own, common, common])
    #expect(common != own)
  }

  private static func members(
    kinds: [ActorKind] = ActorKind.municipality, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> [Member] {
    var stage = try Stage(setUp: phases, kinds: kinds, change)
    stage.meetEveryone()
    return stage.task.members
  }

  private static func order(_ member: Member) -> [Int] {
    (0..<12).map { Int(member.searchOrder >> UInt64(4 * $0) & 15) }
  }
}
