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
    stage.task.countAffected(stage.actors, stage.world)
    #expect(try stage.observed()("inclusion_poor") == nil)
  }

  /// Those affected are counted whether they ever come into view or not.
  @Test func strangersAreNotIncluded() throws {
    var stage = try Self.stage()
    stage.makeOutsiders(of: [2, 3, 4, 9, 10, 11])
    #expect(near(try stage.observed()("inclusion"), 0.4))
    #expect(near(try stage.observed()("inclusion_poor"), 0.25))
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

  /// Ten are outside, six of whom never came into view and have no influence.
  @Test func strangersHaveNoInfluence() throws {
    var stage = try Self.stage()
    stage.makeOutsiders(of: [2, 3, 4, 9, 10, 11])
    for index in 5...8 { stage.task.members[index].credit = 0.7 }
    // Sorted six times 0, four times 1: 3 + 5 + 7 + 9 = 24, over 10·4, times 10/9.
    #expect(near(try stage.observed()("influence_equality"), 1 - 0.6 * 10 / 9))
  }

  @Test func externalInfluenceCountsThePlanForThePublicSide() throws {
    var stage = try Self.stage()
    #expect(try stage.observed()("external_influence") == nil)
    stage.task.plannedCredit = 3
    (stage.task.members[0].credit, stage.task.members[7].credit) = (1, 4)
    #expect(near(try stage.observed()("external_influence"), 0.5))
    let inHouse = try Stage { ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0) }
    #expect(try inHouse.observed()("external_influence") == 0)
    #expect(try inHouse.observed()("inclusion") == nil)
  }

  /// Mean wishes of those affected 0.9, 0.1, 0.6, 0.4 against the design 0b0011.
  @Test func congruenceIsWithTheMeanWish() throws {
    var stage = try Self.stage()
    stage.task.design = 0b0011
    stage.task.needs.affectedSum = [9, 1, 6, 4]
    #expect(try stage.observed()("congruence") == 0.5)
    // Four who took part wish 1, 0, 1, 0.5; the other six 5/6, 1/6, 1/3, 1/3: three are met.
    for index in 5...8 { stage.setPreferences(of: index, [1, 0, 1, 0.5]) }
    #expect(try stage.observed()("congruence_nonparticipants") == 0.75)
    // Public participants are not affected.
    for index in 0...1 {
      stage.task.members[index].everParticipated = true
      stage.setPreferences(of: index, [0, 1, 0, 1])
    }
    #expect(try stage.observed()("congruence_nonparticipants") == 0.75)
    for index in 2..<12 { stage.task.members[index].everParticipated = true }
    #expect(try stage.observed()("congruence_nonparticipants") == nil)
  }

  /// Those who are of two minds would leave it as it is.
  @Test func whatHalfWishIsNotWished() throws {
    var stage = try Self.stage()
    stage.task.needs.affectedSum = [5, 5, 5, 5]
    stage.task.design = 0b0001
    #expect(try stage.observed()("congruence") == 0.75)
  }

  /// Two groups who are sure what they want, with fits of 1 and 0.75: a deviation of 1/8.
  @Test func equityFallsWithDifferencesBetweenGroups() throws {
    var stage = try Self.stage()
    stage.task.design = 0b0001
    stage.task.needs.groups = [
      Needs.Group(kind: 1, isPoor: true, count: 5, means: [1, 0, 0, 0]),
      Needs.Group(kind: 1, isPoor: false, count: 5, means: [0, 0, 0, 0]),
    ]
    #expect(near(try stage.observed()("equity"), 0.75))
    // Nine to one: √(0.09) of a quarter.
    stage.task.needs.groups[0].count = 9
    stage.task.needs.groups[1].count = 1
    #expect(near(try stage.observed()("equity"), 1 - 2 * 0.3 / 4))
  }

  /// Wishes around one half at a concentration of 6: a variance of 1/28 for each of four choices.
  @Test func equityFallsWithDifferencesWithinAGroup() throws {
    let stage = try Self.stage { $0.population.needConcentration = 6 }
    let variance = 4 * (1.0 / 28) / 16
    #expect(near(try stage.observed()("equity"), 1 - 2 * variance.squareRoot()))
    let agreed = try Self.stage { $0.population.needConcentration = 40 }
    #expect(near(try agreed.observed()("equity"), 1 - 2 * (0.25 / 41 / 4).squareRoot()))
  }

  /// The distribution of needs is that of the people: 733 of them, whose standard deviation has a
  /// standard error of about a fortieth of it.
  @Test func equityIsThatOfThePeopleThereAre() throws {
    var stage = try Stage(setUp: Simulation.setUp) { $0.population.needGap = 0.3 }
    stage.meetEveryone()
    let fits = stage.task.members.filter(\.isAffected).map(\.fit)
    let count = Double(fits.count)
    let mean = fits.reduce(0, +) / count
    let variance = fits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let equity = try #require(try stage.observed()("equity"))
    #expect(abs((1 - equity) / 2 / variance.squareRoot() - 1) < 0.1)
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
    // The last month in which there were two to differ.
    let ended = try Stage().observed(
      months(3) { round, month in month.preferenceSpread = round < 3 ? Double(round) / 10 : nil })
    #expect(try ended("preference_spread") == 0.2)
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
  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage(externalActors: 10, change)
    for index in 2..<12 {
      stage.actors[index].isPoor = index < 6
      stage.task.members[index].everParticipated = (5...8).contains(index)
    }
    stage.task.countAffected(stage.actors, stage.world)
    return stage
  }
}
