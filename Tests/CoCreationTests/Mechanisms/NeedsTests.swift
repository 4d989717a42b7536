import GSL
import Testing

@testable import CoCreation

@Suite struct NeedsTests {
  @Test func fitIsOneMinusTheMeanDistanceFromPreferences() throws {
    var stage = try Stage()
    stage.setPreferences(of: 2, [1, 0, 0.75, 0.5])
    // Distances of design 0b0101: 0, 0, 0.25, 0.5.
    #expect(near(stage.task.fit(of: 0b0101, member: 2), 1 - 0.75 / 4))
    #expect(near(Needs.fit(of: 0b0101, [1, 0, 0.75, 0.5]), 1 - 0.75 / 4))
    // Of its opposite: 1, 1, 0.75, 0.5.
    #expect(near(stage.task.fit(of: 0b1010, member: 2), 1 - 3.25 / 4))
  }

  @Test(arguments: [0b0001, 0b0110, 0b1111, 0] as [ChoiceSet])
  func gainOfFitIsTheFitAfterLessTheFitBefore(flips: ChoiceSet) throws {
    var stage = try Stage()
    stage.setPreferences(of: 3, [0.1, 0.8, 0.35, 0.6])
    for bits in UInt32(0)..<16 {
      let design = ChoiceSet(bits: bits)
      stage.task.design = design
      let after = stage.task.fit(of: design ^ flips, member: 3)
      let before = stage.task.fit(of: design, member: 3)
      #expect(near(stage.task.fitGain(of: flips, member: 3), after - before))
    }
  }

  @Test func relevanceRunsFromTheWorstToTheBestDesign() {
    // Best 0b1001 or with the third choice.
    func relevance(_ design: ChoiceSet) -> Double {
      Needs.relevance(of: design, [0.9, 0.2, 0.5, 0.7])
    }
    #expect(near(relevance(0b1001), 1) && near(relevance(0b1101), 1))
    #expect(near(relevance(0b0010), 0))
    // Value 0.9 + 0.8 + 0.5 + 0.3 between worst 1.1 and best 2.9.
    #expect(near(relevance(0b0001), 1.4 / 1.8))
  }

  @Test func whereNobodyPrefersAnythingEveryDesignIsRelevant() {
    #expect(Needs.relevance(of: 0b01, [0.5, 0.5]) == 1)
  }

  /// What groups want on average: (1 − w) (need ± shift) + w culture, from 0.02 to 0.98.
  @Test func groupsWantWhatTheyNeedOnAverage() throws {
    var stage = try Stage(publicActors: 2, externalActors: 4)
    stage.task.needs.profile = [0.9, 0.5, 0.3, 0.1]
    stage.task.needs.shifts = [0.2, -0.1, 0, 0.05]
    stage.task.needs.cultures = [[1, 1, 1, 1], [0, 0, 0.5, 1]]
    func means(_ stratum: Bool, culture: Double, isAffected: Bool = true) -> [Double] {
      var kind = stage.world.kinds[1]
      kind.cultureWeight = culture
      return (0..<4).map {
        stage.task.needs.mean(of: $0, kind: kind, isPoor: stratum, isAffected: isAffected)
      }
    }
    for (means, values) in [
      (means(true, culture: 0), [0.98, 0.4, 0.3, 0.15]),
      (means(false, culture: 0), [0.7, 0.6, 0.3, 0.05]),
      (means(false, culture: 0.25), [0.525, 0.45, 0.35, 0.2875]),
      // Shifts are those of people whom the task concerns.
      (means(true, culture: 0, isAffected: false), [0.9, 0.5, 0.3, 0.1]),
    ] {
      for (mean, value) in zip(means, values) { #expect(near(mean, value)) }
    }
    // One of four is poor.
    stage.actors[5].isPoor = true
    stage.task.countAffected(stage.actors, stage.world)
    let needs = stage.task.needs
    #expect(needs.affectedCount == 4 && needs.groups.map(\.count) == [3, 1])
    #expect(needs.groups.map(\.isPoor) == [false, true])
    for (sum, value) in zip(needs.affectedSum, [2.1 + 0.98, 1.8 + 0.4, 1.2, 0.3]) {
      #expect(near(sum, value))
    }
    for (mean, sum) in zip(needs.affectedMean, needs.affectedSum) { #expect(near(mean, sum / 4)) }
  }

  /// They are what those affected want on average, not what a sample of them wants.
  @Test func needsDoNotHangOnTheNumberOfThoseAffected() throws {
    let means = try [0.1, 0.4, 1].map { share in
      let needs = try Stage(setUp: [BuildLandscape(), ConcernCitizens(), FormNeeds()]) {
        ($0.population.affectedShare, $0.population.needGap) = (share, 0)
      }.task.needs
      #expect(needs.affectedCount == needs.groups.reduce(0) { $0 + $1.count })
      #expect(isLikely(needs.affectedCount, of: 733, probability: share))
      return needs.affectedMean
    }
    for (a, b) in zip(means[0] + means[1], means[2] + means[2]) { #expect(near(a, b)) }
  }

  @Test func preferencesAreShares() throws {
    var stage = try Stage(setUp: Self.phases)
    #expect(stage.task.preferences.count == 1324 * 12 && stage.task.needs.affectedCount == 733)
    #expect(stage.task.preferences.allSatisfy { $0 == 0 })
    stage.run(FormPerspectives(), round: 0)
    #expect(stage.task.preferences.count { $0 > 0 } == 31 * 12)
    stage.meetEveryone()
    #expect(stage.task.preferences.allSatisfy { $0 > 0 && $0 <= 1 })
  }

  @Test func withoutANeedGapTheStratumSaysNothingOfNeeds() throws {
    func preferences(gap: Double, swapped: Bool) throws -> [Double] {
      var stage = try Stage(setUp: [BuildLandscape(), ConcernCitizens()]) {
        $0.population.needGap = gap
      }
      if swapped { for index in stage.actors.indices { stage.actors[index].isPoor.toggle() } }
      stage.run(FormNeeds(), round: 0)
      stage.run(FormPerspectives(), round: 0)
      stage.meetEveryone()
      return stage.task.preferences
    }
    #expect(try preferences(gap: 0, swapped: false) == preferences(gap: 0, swapped: true))
    #expect(try preferences(gap: 0.15, swapped: false) != preferences(gap: 0.15, swapped: true))
  }

  @Test func aKindWithoutStrataHasNoShiftOfNeeds() throws {
    func preferences(gap: Double, strata: Bool) throws -> [Double] {
      var kinds = Self.kinds(culture: 0)
      for index in kinds.indices { kinds[index].hasStrata = strata }
      return try Self.met(kinds) { $0.population.needGap = gap }.task.preferences
    }
    #expect(try preferences(gap: 0, strata: false) == preferences(gap: 0.3, strata: false))
    #expect(try preferences(gap: 0, strata: true) != preferences(gap: 0.3, strata: true))
  }

  /// At concentration 40 a preference deviates by less than 0.08, a mean of 100 by less than
  /// 0.008: 0.05 is six standard errors.
  @Test func cultureTakesTheSidesAwayFromTheNeeds() throws {
    #expect(try largestDistanceOfSides(culture: 0) < 0.05)
    #expect(try largestDistanceOfSides(culture: 1) > 0.2)
  }

  /// Around 50 people's preferences of a concentration of 40 lie 0.08 apart, their means 0.011 from
  /// that of their group: 0.05 is four standard errors.
  @Test func preferencesLieAroundTheirGroupsMean() throws {
    let stage = try Self.met(Self.kinds(culture: 0.3)) {
      ($0.population.needConcentration, $0.population.needGap) = (40, 0.1)
      $0.population.poorShare = 0.5
    }
    #expect(stage.task.needs.groups.count == 2)
    for group in stage.task.needs.groups {
      let own = stage.actors.indices.filter {
        stage.actors[$0].kind == group.kind && stage.actors[$0].isPoor == group.isPoor
      }
      #expect(own.count == group.count && group.count > 30)
      for choice in 0..<12 {
        let sum = own.reduce(0) { $0 + stage.task.preference(of: $1, for: choice) }
        #expect(near(sum / Double(own.count), group.means[choice], 0.05))
      }
    }
    let (poor, rich) = (stage.task.needs.groups[1].means, stage.task.needs.groups[0].means)
    // Twice 0.7 of a shift with standard deviation 0.1: 0.11 expected.
    #expect(zip(poor, rich).reduce(0) { $0 + abs($1.0 - $1.1) } / 12 > 0.05)
  }

  private func largestDistanceOfSides(culture: Double) throws -> Double {
    let stage = try Self.met(Self.kinds(culture: culture)) {
      $0.population.needConcentration = 40
      $0.population.needGap = 0
    }
    return (0..<12).map { choice in
      let sums = [false, true].map { external in
        stage.actors.indices.filter { stage.actors[$0].isExternal == external }
          .reduce(0) { $0 + stage.task.preferences[$1 * 12 + choice] }
      }
      return abs(sums[0] / 100 - sums[1] / 200)
    }.max() ?? 0
  }

  private static let phases: [any Phase] = [BuildLandscape(), ConcernCitizens(), FormNeeds()]

  private static func met(
    _ kinds: [ActorKind], _ change: (inout Parameters) -> Void
  ) throws -> Stage {
    var stage = try Stage(setUp: phases + [FormPerspectives()], kinds: kinds, change)
    stage.meetEveryone()
    return stage
  }

  /// 100 public actors; 100 external ones who are affected, in two strata, and 100 who are not.
  private static func kinds(culture: Double) -> [ActorKind] {
    var (professional, citizen, business) = (
      ActorKind.municipality[0], ActorKind.municipality[3], ActorKind.municipality[6]
    )
    (professional.count, citizen.count, business.count) = (100, 100, 100)
    professional.cultureWeight = culture
    citizen.cultureWeight = culture
    business.cultureWeight = culture
    return [professional, citizen, business]
  }
}
