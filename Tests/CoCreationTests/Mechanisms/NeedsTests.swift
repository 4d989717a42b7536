import GSL
import Testing

@testable import CoCreation

@Suite struct NeedsTests {
  @Test func fitIsOneMinusTheMeanDistanceFromPreferences() throws {
    var stage = try Stage()
    stage.setPreferences(of: 2, [1, 0, 0.75, 0.5])
    // Distances of design 0b0101: 0, 0, 0.25, 0.5.
    #expect(near(stage.task.fit(of: 0b0101, member: 2), 1 - 0.75 / 4))
    // Of its opposite: 1, 1, 0.75, 0.5.
    #expect(near(stage.task.fit(of: 0b1010, member: 2), 1 - 3.25 / 4))
  }

  @Test(arguments: [0b0001, 0b0110, 0b1111, 0] as [UInt32])
  func gainOfFitIsTheFitAfterLessTheFitBefore(flips: UInt32) throws {
    var stage = try Stage()
    stage.setPreferences(of: 3, [0.1, 0.8, 0.35, 0.6])
    for design in UInt32(0)..<16 {
      stage.task.design = design
      let after = stage.task.fit(of: design ^ flips, member: 3)
      let before = stage.task.fit(of: design, member: 3)
      #expect(near(stage.task.fitGain(of: flips, member: 3), after - before))
    }
  }

  @Test func relevanceRunsFromTheWorstToTheBestDesign() {
    // Mean wishes 0.9, 0.2, 0.5, 0.7 of ten actors: best 0b1001 or with the third choice.
    let needs: [Double] = [9, 2, 5, 7]
    func relevance(_ design: UInt32) -> Double {
      TaskState.relevance(of: design, needs: needs, count: 10)
    }
    #expect(near(relevance(0b1001), 1) && near(relevance(0b1101), 1))
    #expect(near(relevance(0b0010), 0))
    // Value 0.9 + 0.8 + 0.5 + 0.3 between worst 1.1 and best 2.9.
    #expect(near(relevance(0b0001), 1.4 / 1.8))
  }

  @Test func whereNobodyPrefersAnythingEveryDesignIsRelevant() {
    #expect(TaskState.relevance(of: 0b01, needs: [2, 2], count: 4) == 1)
  }

  @Test func preferencesAreSharesAndTheSumsOfThoseAffectedFollow() throws {
    let stage = try Stage(setUp: [BuildLandscape(), ConcernCitizens(), FormNeeds()])
    let task = stage.task
    #expect(task.preferences.count == 120 * 12)
    #expect(task.preferences.allSatisfy { (0...1).contains($0) })
    #expect(task.affectedCount == 58)
    for choice in 0..<12 {
      let sum = task.members.indices.filter { task.members[$0].isAffected }
        .reduce(0) { $0 + task.preferences[$1 * 12 + choice] }
      #expect(near(task.affectedNeed[choice], sum))
    }
  }

  @Test func withoutANeedGapTheStratumSaysNothingOfNeeds() throws {
    func preferences(gap: Double, swapped: Bool) throws -> [Double] {
      var stage = try Stage(setUp: [BuildLandscape(), ConcernCitizens()]) {
        $0.population.needGap = gap
      }
      if swapped { for index in stage.actors.indices { stage.actors[index].isPoor.toggle() } }
      stage.run(FormNeeds(), round: 0)
      return stage.task.preferences
    }
    #expect(try preferences(gap: 0, swapped: false) == preferences(gap: 0, swapped: true))
    #expect(try preferences(gap: 0.15, swapped: false) != preferences(gap: 0.15, swapped: true))
  }

  @Test func aKindWithoutStrataHasNoShiftOfNeeds() throws {
    func preferences(gap: Double, strata: Bool) throws -> [Double] {
      var kinds = Self.kinds(culture: 0)
      for index in kinds.indices { kinds[index].hasStrata = strata }
      return try Stage(setUp: [BuildLandscape(), ConcernCitizens(), FormNeeds()], kinds: kinds) {
        $0.population.needGap = gap
      }.task.preferences
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

  @Test func shiftsOfStrataAreOppositeAndConcernThoseAffectedOnly() throws {
    var stage = try Stage(
      setUp: [BuildLandscape(), ConcernCitizens()], kinds: Self.kinds(culture: 0)
    ) {
      $0.population.needConcentration = 40
      $0.population.needGap = 0.1
    }
    let affected = stage.actors.indices.filter { stage.task.members[$0].isAffected }
    func mean(_ indices: [Int], choice: Int) -> Double {
      indices.reduce(0) { $0 + stage.task.preferences[$1 * 12 + choice] } / Double(indices.count)
    }
    let others = stage.actors.indices.filter { !stage.task.members[$0].isAffected }
    stage.run(FormNeeds(), round: 0)
    let poor = affected.filter { stage.actors[$0].isPoor }
    let rich = affected.filter { !stage.actors[$0].isPoor }
    var distance = 0.0
    for choice in 0..<12 {
      let middle = (mean(poor, choice: choice) + mean(rich, choice: choice)) / 2
      // Not where a clamped mean makes the two shifts unequal.
      if (0.3...0.7).contains(mean(others, choice: choice)) {
        #expect(near(middle, mean(others, choice: choice), 0.05))
      }
      distance += abs(mean(poor, choice: choice) - mean(rich, choice: choice)) / 12
    }
    // Twice a shift with standard deviation 0.1: 0.16 expected.
    #expect(distance > 0.08)
  }

  private func largestDistanceOfSides(culture: Double) throws -> Double {
    let stage = try Stage(
      setUp: [BuildLandscape(), ConcernCitizens(), FormNeeds()], kinds: Self.kinds(culture: culture)
    ) {
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

  /// 100 public actors; 100 external ones who are affected, half of them poor, and 100 who are not.
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
