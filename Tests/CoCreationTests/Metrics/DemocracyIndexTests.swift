import Testing

@testable import CoCreation

/// Fung's three dimensions and their volume.
@Suite("Democracy")
struct DemocracyIndexTests {
  private static func index(
    together: Double, likeness: Double = 0.8, equality: Double = 0.7, relevance: Double = 0.6,
    adopted: Int = 4, implemented: Int = 3, referred: Int = 2
  ) -> DemocracyIndex {
    var index = DemocracyIndex()
    for month in 0..<2 {
      var record = MonthRecord()
      (record.decidedTogether, record.likeness) = (together, likeness)
      (record.voiceEquality, record.relevance) = (equality, relevance)
      if month == 0 {
        (record.adopted, record.implemented, record.referred) = (adopted, implemented, referred)
      }
      index.add(record)
    }
    return index
  }

  @Test func beforeAMonthItIsNotDefined() {
    #expect(DemocracyIndex().dimensions(included: 0, vote: 0.2) == nil)
  }

  /// Nobody takes part, all have a vote, and the plan is carried out.
  @Test func inHouseIsDefined() throws {
    let index = Self.index(together: 0, adopted: 0, implemented: 0, referred: 0)
    let parts = try #require(index.dimensions(included: 0, vote: 0.2))
    #expect(near(parts.inclusion, (0.2 + 0.8) / 2) && near(parts.equality, 0.7))
    #expect(near(parts.effect, (1 + 0.6) / 2) && near(parts.democracy, 0.6542132620450948, 1e-3))
  }

  /// What the process decides alone takes the vote away; what is referred gives it back.
  @Test func aProcessThatDecidesAloneTakesTheVoteAway() throws {
    let parts = try #require(Self.index(together: 0.5).dimensions(included: 0.1, vote: 0.2))
    #expect(near(parts.inclusion, (0.1 + 0.9 * 0.2 * 0.75 + 0.8) / 2))
    #expect(near(parts.effect, (0.5 * 0.75 + 0.5 + 0.6) / 2))
    let alone = try #require(
      Self.index(together: 1, referred: 0).dimensions(included: 0.1, vote: 0.2))
    #expect(near(alone.inclusion, (0.1 + 0.8) / 2))
  }

  @Test func aProcessThatDecidesNothingCarriesNothingOut() throws {
    let index = Self.index(together: 1, adopted: 0, implemented: 0, referred: 0)
    let parts = try #require(index.dimensions(included: 0.1, vote: 0.2))
    #expect(near(parts.effect, 0.3))
  }

  @Test func weightsOfThoseWhoDecideAreMixedByTheirShare() throws {
    var stage = try Stage {
      $0.form.openness = 0.5
      $0.form.codesignShare = 1
    }
    stage.actors[0].authority = 1
    let own = stage.task.whoDecides(stage.actors)
    #expect(own.together == 0.5)
    stage.end()
    let without = stage.task.whoDecides(stage.actors)
    // Two public actors with authority 1 and a half: Gini 1/3.
    #expect(without.together == 0 && near(without.equality, 2.0 / 3))
    #expect(without.equality != own.equality)
  }
}
