import GSL
import Testing

@testable import CoCreation

@Suite struct PerspectivesTests {
  private static let phases: [any Phase] = [
    BuildLandscape(), ConcernCitizens(), FormNeeds(), FormPerspectives(),
  ]

  @Test func withoutDiversityAllSearchAndSeeAlike() throws {
    let members = try Stage(setUp: Self.phases) { $0.perspective.diversity = 0 }.task.members
    #expect(members.allSatisfy { $0.perspective == 0 })
    #expect(members.allSatisfy { Self.order($0) == Array(0..<12) })
  }

  @Test func withFullDiversityEachHasItsOwnView() throws {
    let members = try Stage(setUp: Self.phases) { $0.perspective.diversity = 1 }.task.members
    #expect(Set(members.map(\.perspective)).count == 120)
    #expect(!members.contains { $0.perspective == 0 })
    #expect(Set(members.map(\.searchOrder)).count == 120)
  }

  @Test(arguments: [0.2, 0.5, 0.8])
  func diversityIsTheShareOfOwnViewsAndOfReshuffledPositions(diversity: Double) throws {
    let members = try Stage(setUp: Self.phases) { $0.perspective.diversity = diversity }.task
      .members
    #expect(isLikely(members.count { $0.perspective != 0 }, of: 120, probability: diversity))
    var moved = 0
    for member in members {
      #expect(Self.order(member).sorted() == Array(0..<12))
      moved += Self.order(member).enumerated().count { $0.offset != $0.element }
    }
    // Of m reshuffled positions one on average falls where it was, at any m above 0.
    let expected = (12 * diversity - 1) / 12
    #expect(abs(Double(moved) / 1440 - expected) < 0.05)
  }

  @Test(arguments: [(0.0, 0.25), (0.4, 0.55), (1, 1)] as [(Double, Double)])
  func understandingGrowsWithKnowledge(knowledge: Double, share: Double) throws {
    var stage = try Stage(setUp: [BuildLandscape(), ConcernCitizens()])
    for index in stage.actors.indices { stage.actors[index].knowledge = knowledge }
    stage.run(FormPerspectives(), round: 0)
    let understood = stage.task.members.reduce(0) { $0 + $1.understands.nonzeroBitCount }
    #expect(isLikely(understood, of: 1440, probability: share))
  }

  @Test func trustAndBeliefComeFromTheirDistributions() throws {
    var kinds = ActorKind.municipality
    for index in kinds.indices { kinds[index].trust = .constant(Double(index) / 10) }
    let stage = try Stage(setUp: Self.phases, kinds: kinds) { $0.population.beliefDeviation = 0 }
    for (actor, member) in zip(stage.actors, stage.task.members) {
      #expect(member.trust == Double(actor.kind) / 10 && member.initialTrust == member.trust)
      #expect(member.belief == 9.8)
    }
  }

  @Test func beliefsStayBetween0And20() throws {
    let members = try Stage(setUp: Self.phases) { $0.population.beliefDeviation = 10 }.task.members
    #expect(members.allSatisfy { (0...20).contains($0.belief) })
    #expect(members.contains { $0.belief == 0 } && members.contains { $0.belief == 20 })
  }

  @Test func onASmoothTaskOrWithoutErrorAllSeeTheSame() throws {
    for (ruggedness, error) in [(0.0, 0.2), (2, 0)] {
      let stage = try Stage {
        $0.landscape.ruggedness = ruggedness
        $0.perspective.error = error
      }
      var random = RandomSource()
      #expect(stage.task.perspectiveError(0, design: 3, &random) == 0)
      #expect(stage.task.perspectiveError(9, design: 3, &random) == 0)
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
    var random = RandomSource()
    var errors: [Double] = []
    for view in UInt32(0)..<256 {
      for design in UInt32(0)..<16 {
        let error = stage.task.perspectiveError(view, design: design, &random)
        #expect(error == stage.task.perspectiveError(view, design: design, &random))
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
    var random = RandomSource()
    stage.task.seeDesign(&random)
    #expect(stage.task.members[0].fit == 1 && stage.task.members[1].fit == 0.5)
    let (common, own) = (
      stage.task.perspectiveError(0, design: 0b0011, &random),
      stage.task.perspectiveError(77, design: 0b0011, &random)
    )
    #expect(stage.task.members.map(\.perspectiveError) == [common, own, common, common])
    #expect(common != own)
  }

  private static func order(_ member: Member) -> [Int] {
    (0..<12).map { Int(member.searchOrder >> UInt64(4 * $0) & 15) }
  }
}
