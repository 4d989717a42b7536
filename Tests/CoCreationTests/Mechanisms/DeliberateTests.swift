import GSL
import Testing

@testable import CoCreation

@Suite struct DeliberateTests {
  @Test(
    arguments: [
      // Convergence 0.3 of the difference 0.2, from either side.
      (0.4, 0.6, 0.3, 0.46, 0.54), (0.6, 0.4, 0.3, 0.54, 0.46),
      // At ½ they meet.
      (0.4, 0.6, 0.5, 0.5, 0.5),
      // At the bound of 0.25 and beyond nobody moves.
      (0.25, 0.5, 0.5, 0.25, 0.5), (0, 1, 0.5, 0, 1),
      (0.3, 0.3, 0.5, 0.3, 0.3), (0.4, 0.6, 0, 0.4, 0.6),
    ] as [(Double, Double, Double, Double, Double)])
  func twoMeet(a: Double, b: Double, convergence: Double, newA: Double, newB: Double) {
    var (p, q) = (a, b)
    Deliberate.meet(&p, &q, confidence: 0.25, convergence: convergence)
    #expect(near(p, newA) && near(q, newB))
  }

  @Test func onlyWhatTheProposalChangesIsTalkedAbout() throws {
    let before = try Self.stage()
    let after = try Self.talked(about: 0b0110)
    for member in 0..<20 {
      for choice in [0, 3] {
        let index = member * 4 + choice
        #expect(after.task.preferences[index] == before.task.preferences[index])
      }
    }
    #expect(after.task.preferences != before.task.preferences)
  }

  @Test func talkKeepsTheMeanAndReducesTheSpread() throws {
    let (before, after) = (try Self.stage().task, try Self.talked(about: 0b1111).task)
    for choice in 0..<4 {
      func wishes(_ task: TaskState) -> [Double] {
        (0..<20).map { task.preferences[$0 * 4 + choice] }
      }
      #expect(near(Statistics.mean(wishes(after)), Statistics.mean(wishes(before))))
      let narrower = try #require(Statistics.standardDeviation(wishes(after)))
      #expect(narrower < (try #require(Statistics.standardDeviation(wishes(before)))))
    }
  }

  @Test func fitAndSumsOfNeedsFollowThePreferences() throws {
    let stage = try Self.talked(about: 0b1111)
    for member in 0..<20 {
      let fit = stage.task.fit(of: stage.task.design, member: member)
      #expect(near(stage.task.members[member].fit, fit))
    }
    for choice in 0..<4 {
      let sum = (10..<20).reduce(0) { $0 + stage.task.preferences[$1 * 4 + choice] }
      #expect(near(stage.task.needs.affectedSum[choice], sum))
    }
  }

  @Test(arguments: ["deliberation", "convergence", "confidence_bound"])
  func withoutItNobodyMoves(name: String) throws {
    let after = try Self.talked(about: 0b1111) { $0[name] = 0 }
    #expect(after.task.preferences == (try Self.stage()).task.preferences)
  }

  @Test func onlyParticipantsTalk() throws {
    var stage = try Self.stage()
    stage.stopParticipation(of: Array(0..<18))
    var turn = Turn()
    let before = stage.task.preferences
    stage.task.talk(about: 0b1111, &turn)
    #expect(stage.task.preferences[..<72] == before[..<72])
    stage.stopParticipation(of: [18])
    let alone = stage.task.preferences
    stage.task.talk(about: 0b1111, &turn)
    #expect(stage.task.preferences == alone)
  }

  /// One conversation for each two participants leaves most of them with their old preference or
  /// one new one; four times the talk moves more.
  @Test func moreTalkMovesMore() throws {
    func moved(_ talk: Double) throws -> Double {
      let (before, after) = (
        try Self.stage().task.preferences,
        try Self.talked(about: 0b1111) { $0.deliberate.talk = talk }.task.preferences
      )
      return zip(before, after).reduce(0) { $0 + abs($1.0 - $1.1) }
    }
    #expect(try moved(0.2) < moved(1))
    #expect(try moved(1) < moved(4))
  }

  private static func talked(
    about flips: ChoiceSet, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try stage(change)
    var turn = Turn()
    turn.round = 1
    stage.task.talk(about: flips, &turn)
    return stage
  }

  /// Twenty participants, half of them affected, whose wishes are spread evenly; design 0b0011.
  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage(publicActors: 10, externalActors: 10) {
      ($0.deliberate.talk, $0.deliberate.convergence) = (1, 0.3)
      $0.deliberate.confidence = 1
      change(&$0)
    }
    stage.task.design = 0b0011
    for member in 0..<20 {
      let wish = Double(member) / 20
      stage.setPreferences(of: member, [wish, 1 - wish, wish, 1 - wish])
      stage.task.members[member].fit = stage.task.fit(of: 0b0011, member: member)
    }
    for choice in 0..<4 {
      stage.task.needs.affectedSum[choice] = (10..<20).reduce(0) {
        $0 + stage.task.preferences[$1 * 4 + choice]
      }
    }
    return stage
  }
}
