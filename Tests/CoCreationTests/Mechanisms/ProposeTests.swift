import GSL
import Testing

@testable import CoCreation

@Suite struct ProposeTests {
  @Test func anIdeaStopsAtWhatItsOwnerDoesNotUnderstand() throws {
    var stage = try Stage()
    stage.task.members[0].understands = 0
    #expect(Self.ideas(stage, boldness: 0.95).allSatisfy { $0.isEmpty })
    // Order 0, 1, 2, 3: from 0 it gets to 1, from 1 no further, from 3 around to 1.
    stage.task.members[0].understands = 0b1011
    #expect(Set(Self.ideas(stage, boldness: 1)) == [0, 0b0011, 0b0010, 0b1011])
  }

  @Test func withoutBoldnessAnIdeaIsOneChoice() throws {
    let ideas = Self.ideas(try Stage(), boldness: 0)
    for choice in 0..<4 {
      #expect(isLikely(ideas.count { $0.numbers == [choice + 1] }, of: 400, probability: 0.25))
    }
  }

  @Test func withFullBoldnessAnIdeaIsAllThatIsOpen() throws {
    #expect(Self.ideas(try Stage(), boldness: 1).allSatisfy { $0 == 0b1111 })
    #expect(Self.ideas(try Stage(), open: 0b1010, boldness: 1).allSatisfy { $0 == 0b1010 })
  }

  /// Of the second to fourth choice each is added with probability ½ to those before.
  @Test func boldnessIsTheChanceOfOneMoreChoice() throws {
    let sizes = Self.ideas(try Stage(), boldness: 0.5).map(\.count)
    for (size, probability) in [(1, 0.5), (2, 0.25), (3, 0.125), (4, 0.125)] {
      #expect(isLikely(sizes.count { $0 == size }, of: 400, probability: probability))
    }
  }

  @Test func closedChoicesAreSkippedNotStoppedAt() throws {
    var stage = try Stage()
    // Not understood, but closed.
    stage.task.members[0].understands = 0b1010
    #expect(Self.ideas(stage, open: 0b1010, boldness: 1).allSatisfy { $0 == 0b1010 })
    #expect(Self.ideas(stage, open: 0, boldness: 1).allSatisfy { $0.isEmpty })
  }

  @Test func ideasAreRunsInTheOwnersOrder() throws {
    var stage = try Stage()
    // Order 2, 0, 3, 1.
    stage.task.members[0].searchOrder = 0x1302
    let pairs = Set(Self.ideas(stage, boldness: 0.5).filter { $0.count == 2 })
    #expect(pairs == [0b0101, 0b1001, 0b1010, 0b0110])
  }

  @Test func whatMakesThingsWorseIsNotPutForward() throws {
    var stage = try Stage()
    stage.task.design = 0b1111
    #expect(Self.best(stage) == nil)
    stage.task.design = 0b1110
    #expect(Self.best(stage)?.flips == 0b0001)
  }

  /// Ten single ideas miss the best of four choices with probability (3/4)^10 = 0.056.
  @Test func theBestOfSeveralIdeasIsPutForward() throws {
    func share(ideas: Double) throws -> Int {
      let stage = try Stage { $0.propose.ideas = ideas }
      return (1...400).count { Self.best(stage, round: $0)?.flips == 0b1000 }
    }
    #expect(isLikely(try share(ideas: 1), of: 400, probability: 0.25))
    #expect(isLikely(try share(ideas: 10), of: 400, probability: 0.9436864852905273))
  }

  @Test func theProposersOwnNeedCountsToo() throws {
    var stage = try Stage {
      $0.propose.ideas = 10
      $0.decide.needWeight = 20
    }
    (stage.actors[0].quality, stage.actors[0].need, stage.actors[0].saving) = (0, 1, 0)
    stage.setPreferences(of: 0, [0.9, 0.1, 0.2, 0.3])
    for round in 1...20 {
      let proposal = Self.best(stage, round: round)
      #expect(proposal == nil || proposal?.flips == 0b0001)
    }
  }

  private static func ideas(
    _ stage: Stage, open: ChoiceSet = 0b1111, boldness: Double
  ) -> [ChoiceSet] {
    var turn = Turn()
    return (1...400).map { round in
      turn.round = round
      return turn.draw(turn.stream(.idea, of: stage.task), 0) {
        stage.task.idea(of: 0, among: open, boldness: boldness, &$0)
      }
    }
  }

  /// The best idea of the first actor; of ten, so that some single choice is an improvement.
  private static func best(_ stage: Stage, round: Int? = nil) -> Proposal? {
    var turn = Turn()
    let judge = Judge(stage.task.parameters.decide)
    for round in round.map({ [$0] }) ?? Array(1...50) {
      turn.round = round
      let proposal = stage.task.bestIdea(
        of: 0, stage.actors, judge: judge, boldness: 0, &turn)
      if proposal != nil || round == 50 { return proposal }
    }
    return nil
  }
}
