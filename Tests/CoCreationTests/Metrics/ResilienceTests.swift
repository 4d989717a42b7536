import Testing

@testable import CoCreation

@Suite struct ResilienceTests {
  @Test func completedIfAliveAtTheEnd() throws {
    var stage = try Stage()
    #expect(try stage.observed()("completed") == 1)
    stage.task.close(stage.actors)
    #expect(try stage.observed()("completed") == 0)
    let inHouse = try Stage { ($0.form.authorityShare, $0.form.optimisationShare) = (0.5, 0.5) }
    #expect(try inHouse.observed()("completed") == nil)
  }

  @Test func monthsAliveAreThoseWithParticipants() throws {
    let record = months(5) { round, month in
      month.publicParticipants = round == 1 ? 2 : 0
      month.externalParticipants = round == 3 ? 1 : 0
    }
    #expect(try Stage().observed(record)("months_alive") == 2)
    #expect(try Stage().observed(months(2) { _, _ in })("months_alive") == 0)
    let inHouse = try Stage { ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0) }
    #expect(try inHouse.observed(record)("months_alive") == nil)
  }

  @Test func participationAndAttrition() throws {
    let observed = try Stage().observed(
      months(2) { round, month in
        (month.publicParticipants, month.externalParticipants) = (round == 1 ? 10 : 0, 6 * round)
        month.left = round
      })
    #expect(try observed("participants") == 14 && observed("external_participants") == 9)
    #expect(near(try observed("attrition"), 3.0 / 28))
    #expect(try Stage().observed(months(2) { _, _ in })("attrition") == nil)
  }

  @Test func burnoutIsFatigueAboveOneHalfOfThoseWhoEverTookPart() throws {
    var stage = try Stage(externalActors: 4)
    for (index, fatigue) in [0.9, 0.5, 0.51, 0.1, 0.2, 1].enumerated() {
      stage.actors[index].fatigue = fatigue
    }
    stage.task.members[5].everParticipated = false
    #expect(near(try stage.observed()("burnout"), 0.4))
    for index in 0..<6 { stage.task.members[index].everParticipated = false }
    #expect(try stage.observed()("burnout") == nil)
  }

  @Test func meansAreOverTheMonthsThatHaveAValue() throws {
    let observed = try Stage().observed(
      months(3) { round, month in
        month.fear = 0.1 * Double(round)
        month.affectedTrust = 0.2 * Double(round)
        guard round < 3 else { return }
        month.contribution = round == 1 ? 8 : 6
        month.leaderEntropy = round == 1 ? 0.9 : 0.8
        month.trust = round == 1 ? 0.5 : 0.7
      })
    #expect(near(try observed("contribution"), 7))
    #expect(near(try observed("leader_entropy"), 0.85))
    #expect(near(try observed("trust"), 0.6))
    #expect(near(try observed("fear"), 0.2))
    #expect(near(try observed("trust_affected"), 0.4))
    let empty = try Stage().observed(months(3) { _, _ in })
    #expect(try empty("contribution") == nil && empty("leader_entropy") == nil)
    #expect(try empty("trust") == nil && empty("fear") == 0)
  }

  @Test func whatWentWrongIsCounted() throws {
    let observed = try Stage().observed(
      months(3) { round, month in
        (month.failures, month.stories, month.violations) = (round > 1 ? 1 : 0, round / 3, round)
      })
    #expect(try observed("failures") == 2 && observed("stories") == 1)
    #expect(try observed("violations") == 6)
  }
}
