import Testing

@testable import CoCreation

@Suite struct LeadTests {
  @Test func entropyIsRelativeToThatOfEqualShares() {
    #expect(Lead.relativeEntropy([1]) == nil && Lead.relativeEntropy([]) == nil)
    #expect(Lead.relativeEntropy([1, 0]) == 0)
    #expect(near(Lead.relativeEntropy([0.25, 0.25, 0.25, 0.25]), 1))
    // ¾ log₂(4/3) + ¼ log₂ 4.
    #expect(near(Lead.relativeEntropy([0.75, 0.25]), 0.8112781244591328))
  }

  @Test(arguments: [(0.0, 0.9), (0.25, 0.75), (0.5, 0.6), (1, 0.3)] as [(Double, Double)])
  func weightMovesFromAuthorityToLegitimacy(openness: Double, weight: Double) throws {
    var actor = try Stage().actors[0]
    (actor.authority, actor.legitimacy) = (0.9, 0.3)
    #expect(near(actor.weight(openness: openness), weight))
  }

  @Test func sharesOfDecisionsSumToOneAndFollowWeights() throws {
    var stage = try Self.stage(openness: 0)
    let weights = DecisionWeights(stage.task, stage.actors)
    #expect(near(weights.shares[0], 0.5) && near(weights.shares[3], 0.125))
    #expect(near(weights.shares.reduce(0, +), 1))
    // Knowledge 0.1, 0.2, 0.3, 0.4 by shares ½, ¼, ⅛, ⅛.
    #expect(near(weights.knowledge, 0.05 + 0.05 + 0.0375 + 0.05))
    for index in 0...3 { stage.actors[index].authority = 0 }
    #expect(DecisionWeights(stage.task, stage.actors).shares == [0.25, 0.25, 0.25, 0.25])
  }

  @Test(
    arguments: [(0.0, [0.5, 0.25, 0.125, 0.125]), (1, [0.1, 0.2, 0.3, 0.4])] as [(Double, [Double])]
  )
  func leadersAreDrawnByTheirShares(openness: Double, shares: [Double]) throws {
    var stage = try Self.stage(openness: openness)
    var led = [0, 0, 0, 0]
    for round in 1...2000 {
      stage.run(Lead(), round: round)
      let leader = try #require(stage.task.leader)
      led[leader] += 1
      #expect(stage.task.month.leaderIsExternal == (leader >= 2))
    }
    for (index, share) in shares.enumerated() {
      #expect(isLikely(led[index], of: 2000, probability: share))
    }
    #expect(near(stage.task.month.leaderEntropy, Lead.relativeEntropy(shares)))
  }

  @Test func onlyAChangeOfLeaderIsAnEvent() throws {
    var stage = try Self.stage(openness: 0)
    var (changes, last) = (0, Int?.none)
    for round in 1...50 {
      stage.run(Lead(), round: round)
      if stage.task.leader != last { changes += 1 }
      last = stage.task.leader
    }
    #expect(changes > 1 && stage.events(.lead).count == changes)
  }

  @Test func soleParticipantAlwaysLeadsAndThoseOutsideNever() throws {
    var stage = try Self.stage(openness: 0.5)
    stage.stopParticipation(of: [0, 1, 3])
    for round in 1...20 {
      stage.run(Lead(), round: round)
      #expect(stage.task.leader == 2 && stage.task.month.leaderEntropy == nil)
    }
  }

  @Test func withoutParticipantsNobodyLeads() throws {
    var stage = try Self.stage(openness: 0.5)
    stage.run(Lead())
    stage.task.month = MonthRecord()
    stage.stopParticipation(of: [0, 1, 2, 3])
    stage.run(Lead())
    #expect(stage.task.leader == nil && stage.task.month.leaderIsExternal == nil)
    #expect(stage.task.month.leaderEntropy == nil)
  }

  private static func stage(openness: Double) throws -> Stage {
    var stage = try Stage { $0.form.openness = openness }
    for (index, authority) in [0.8, 0.4, 0.2, 0.2].enumerated() {
      stage.actors[index].authority = authority
      stage.actors[index].legitimacy = Double(index + 1) / 5
      stage.actors[index].knowledge = Double(index + 1) / 10
    }
    return stage
  }
}
