import Testing

@testable import CoCreation

@Suite struct DemocracyTests {
  /// Ten affected, four of them poor; of those one takes part, of the others three.
  @Test func inclusionByStratum() throws {
    let observed = try Self.stage().observed()
    #expect(near(try observed("inclusion"), 0.4))
    #expect(near(try observed("inclusion_poor"), 0.25))
    #expect(near(try observed("inclusion_rich"), 0.5))
    // Poor are ¼ of participants and 0.4 of those affected.
    #expect(near(try observed("representativeness"), 0.85))
  }

  @Test func whoOnceTookPartIsIncludedWhoeverElseIsNot() throws {
    var stage = try Self.stage()
    for index in 2..<12 { stage.task.members[index].participates = false }
    #expect(near(try stage.observed()("inclusion"), 0.4))
    for index in 2..<12 { stage.task.members[index].everParticipated = false }
    let observed = stage.observed()
    #expect(try observed("inclusion") == 0 && observed("representativeness") == nil)
    for index in 2..<12 { stage.actors[index].isPoor = false }
    #expect(try stage.observed()("inclusion_poor") == nil)
  }

  @Test func influenceIsEqualWhereAllExternalsHaveTheSame() throws {
    var stage = try Self.stage()
    #expect(try stage.observed()("influence_equality") == nil)
    for index in 2..<12 { stage.task.members[index].credit = 0.3 }
    #expect(near(try stage.observed()("influence_equality"), 1))
    for index in 2..<12 { stage.task.members[index].credit = index == 5 ? 2 : 0 }
    #expect(near(try stage.observed()("influence_equality"), 0))
    // Public credit does not enter, but does among participants: two public, four external.
    stage.task.members[0].credit = 2
    #expect(near(try stage.observed()("influence_equality"), 0))
    // Sorted 0 0 0 0 2 2: Σ (2i − 7) x = 2·3 + 2·5 = 16, over 6·4, times 6/5.
    #expect(near(try stage.observed()("influence_equality_participants"), 1 - 0.8))
  }

  @Test func externalInfluenceCountsThePlanForThePublicSide() throws {
    var stage = try Self.stage()
    #expect(try stage.observed()("external_influence") == nil)
    stage.task.plannedCredit = 3
    (stage.task.members[0].credit, stage.task.members[7].credit) = (1, 4)
    #expect(near(try stage.observed()("external_influence"), 0.5))
    let inHouse = try Stage { ($0.form.authorityShare, $0.form.optimisationShare) = (0.5, 0.5) }
    #expect(try inHouse.observed()("external_influence") == 0)
    #expect(try inHouse.observed()("inclusion") == nil)
  }

  /// Medians of those affected 0.9, 0.1, 0.6, 0.4 against the design 0b0011.
  @Test func congruenceIsWithTheMedianWish() throws {
    var stage = try Self.stage()
    stage.task.design = 0b0011
    for index in 2..<12 { stage.setPreferences(of: index, [0.9, 0.1, index < 5 ? 0 : 0.6, 0.4]) }
    for index in 0...1 { stage.setPreferences(of: index, [0, 1, 0, 1]) }
    #expect(try stage.observed()("congruence") == 0.5)
    // The six who never took part wish otherwise: three of their four medians are met.
    for index in 2..<12 where !stage.task.members[index].everParticipated {
      stage.setPreferences(of: index, [0.1, 0.9, 0.2, 0.2])
    }
    #expect(try stage.observed()("congruence_nonparticipants") == 0.75)
    for index in 2..<12 { stage.task.members[index].everParticipated = true }
    #expect(try stage.observed()("congruence_nonparticipants") == nil)
  }

  /// With four wishes the median is the mean of the middle two.
  @Test func theMedianOfAnEvenNumberIsTheMiddle() throws {
    var stage = try Stage(publicActors: 1, externalActors: 4)
    for (index, wish) in [0.0, 0.45, 0.65, 0.9].enumerated() {
      stage.setPreferences(of: index + 1, [wish, wish, wish, wish])
    }
    stage.task.design = 0b1111
    #expect(try stage.observed()("congruence") == 1)
  }

  /// Fits of those affected 0.5 ± 0.2.
  @Test func equityFallsWithTheSpreadOfFit() throws {
    var stage = try Self.stage()
    for index in 2..<12 { stage.task.members[index].fit = index % 2 == 0 ? 0.3 : 0.7 }
    stage.task.members[0].fit = 0
    #expect(near(try stage.observed()("equity"), 0.6))
    for index in 2..<12 { stage.task.members[index].fit = 0.4 }
    #expect(near(try stage.observed()("equity"), 1))
  }

  @Test func decisionsAreCountedOverTheMonths() throws {
    let observed = try Stage().observed(
      months(2) { round, month in
        (month.proposals, month.adopted, month.implemented) = (5 * round, round, round - 1)
        month.acceptance = 0.7 * Double(round)
        month.preferenceSpread = Double(round) / 10
      })
    #expect(try observed("proposals") == 15 && observed("adopted") == 3)
    #expect(try observed("implemented") == 1 && observed("preference_spread") == 0.2)
    #expect(near(try observed("acceptance"), 0.7))
    #expect(near(try observed("ratified_share"), 1.0 / 3))
    let idle = try Stage().observed(months(2) { _, _ in })
    #expect(try idle("acceptance") == nil && idle("ratified_share") == nil)
  }

  /// Public actors with 1 + 2a + 4l credit: relative to the mean of 4, slopes of ½ and 1.
  @Test func influenceOfAuthorityIsThatBesideLegitimacy() throws {
    var stage = try Stage(publicActors: 6, externalActors: 1)
    stage.task.members[6].everParticipated = false
    stage.task.members[6].credit = 99
    let attributes = [(0.1, 0.2), (0.3, 0.4), (0.5, 0.9), (0.5, 0.1), (0.9, 0.6), (0.7, 0.8)]
    for (index, (authority, legitimacy)) in attributes.enumerated() {
      stage.actors[index].authority = authority
      stage.actors[index].initialLegitimacy = legitimacy
      stage.task.members[index].credit = 1 + 2 * authority + 4 * legitimacy
    }
    // Mean authority and legitimacy are ½.
    #expect(near(try stage.observed()("authority_influence"), 0.5))
    #expect(near(try stage.observed()("legitimacy_influence"), 1))
    // Legitimacy that has grown since is not what influence came from.
    for index in 0..<6 { stage.actors[index].legitimacy = 0.99 }
    #expect(near(try stage.observed()("legitimacy_influence"), 1))
    for index in 0..<6 { stage.actors[index].authority = 0.5 }
    #expect(try stage.observed()("authority_influence") == nil)
    #expect(try Stage(externalActors: 8).observed()("legitimacy_influence") == nil)
  }

  @Test func bothSidesAreCountedWhileAProcessLives() throws {
    let sides = [(2, 3), (1, 0), (0, 4), (1, 1), (0, 0)]
    let observed = try Stage().observed(
      months(5) { round, month in
        (month.publicParticipants, month.externalParticipants) = sides[round - 1]
      })
    #expect(try observed("both_sides") == 0.5)
    #expect(try Stage().observed(months(2) { _, _ in })("both_sides") == nil)
  }

  /// Two public actors and ten who are affected, 2 to 5 poor; 5 to 8 and both public took part.
  private static func stage() throws -> Stage {
    var stage = try Stage(externalActors: 10)
    for index in 2..<12 {
      stage.actors[index].isPoor = index < 6
      stage.task.members[index].everParticipated = (5...8).contains(index)
    }
    return stage
  }
}
