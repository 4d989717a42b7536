import GSL
import Testing

@testable import CoCreation

@Suite struct LandscapeTests {
  /// Two choices, each depending on the other, by hand.
  ///
  /// Design 0: (1 + 2) / 2; 1: (3 + 6) / 2; 2: (5 + 4) / 2; 3: (7 + 8) / 2.
  @Test func contributionsOfTwoChoicesThatDependOnEachOther() {
    let values = Landscape.contributions(
      neighbours: [[1], [0]], tables: [[1, 3, 5, 7], [2, 4, 6, 8]])
    #expect(values == [1.5, 4.5, 4.5, 7.5])
  }

  @Test(arguments: [0, 1, 3, 5])
  func contributionsAreTheTablesLookedUpDesignByDesign(ruggedness: Int) {
    let choices = 6
    let (neighbours, tables) = Self.drawn(choices: choices, ruggedness: ruggedness)
    let values = Landscape.contributions(neighbours: neighbours, tables: tables)
    for design in 0..<1 << choices {
      var sum = 0.0
      for choice in 0..<choices {
        var entry = design >> choice & 1
        for (slot, other) in neighbours[choice].enumerated() {
          entry += (design >> other & 1) * (2 << slot)
        }
        sum += tables[choice][entry]
      }
      #expect(near(values[design], sum / Double(choices)))
    }
  }

  @Test(arguments: [0, 4, 11])
  func drawnTablesHaveTheRightShape(ruggedness: Int) {
    let (neighbours, tables) = Self.drawn(choices: 12, ruggedness: ruggedness)
    #expect(neighbours.count == 12 && tables.count == 12)
    for (choice, others) in neighbours.enumerated() {
      #expect(others.count == ruggedness && Set(others).count == ruggedness)
      #expect(!others.contains(choice) && others.allSatisfy((0..<12).contains))
    }
    #expect(tables.allSatisfy { $0.count == 2 << ruggedness })
    #expect(tables.joined().allSatisfy { (0..<1).contains($0) })
    #expect(Set(tables.joined()).count == 12 * 2 << ruggedness)
  }

  @Test func qualityRunsFromTheWorstDesignToTheBest() {
    let landscape = Landscape.additive([1, 2, 3, 4])
    #expect(landscape.quality.min() == 0 && landscape.quality.max() == 1)
    #expect(near(landscape.quality(of: 0b0101), 0.4))
  }

  @Test func aFlatLandscapeIsAllBest() {
    #expect(Landscape.additive([0, 0]).quality == [1, 1, 1, 1])
  }

  @Test func costCountsOnlyWhatDiffersFromTheStatusQuo() {
    var landscape = Landscape.additive([1, 1, 1], costEffect: [0.1, -0.2, 0.4])
    landscape.statusQuo = 0b001
    #expect(landscape.logCost(of: 0b001) == 0)
    #expect(near(landscape.logCost(of: 0b110), 0.1 - 0.2 + 0.4))
    #expect(near(landscape.logCost(of: 0b011), -0.2))
  }

  @Test func distanceIsTheShareOfChoicesThatDiffer() {
    let landscape = Landscape.additive([1, 1, 1, 1])
    #expect(landscape.distance(0b1010, 0b1010) == 0)
    #expect(landscape.distance(0b1010, 0b0010) == 0.25)
    #expect(landscape.distance(0b1010, 0b0101) == 1)
  }

  @Test func theSpreadOfCostsScalesThem() throws {
    let none = try Stage(setUp: [BuildLandscape()]) { $0.landscape.costSpread = 0 }
    #expect(none.task.landscape.costEffect == [Double](repeating: 0, count: 12))
    let one = try Stage(setUp: [BuildLandscape()]) { $0.landscape.costSpread = 0.05 }
    let two = try Stage(setUp: [BuildLandscape()]) { $0.landscape.costSpread = 0.1 }
    #expect(Set(one.task.landscape.costEffect).count == 12)
    for (a, b) in zip(one.task.landscape.costEffect, two.task.landscape.costEffect) {
      #expect(near(2 * a, b))
    }
  }

  @Test func moreTrialsNeverMakeTheStatusQuoWorse() throws {
    for seed in UInt64(0)..<10 {
      var last = -1.0
      for trials in [0.0, 1, 3, 8, 30] {
        let landscape = try Stage(setUp: [BuildLandscape()], seed: seed) {
          $0.landscape.legacyTrials = trials
        }.task.landscape
        let quality = landscape.quality(of: landscape.statusQuo)
        #expect(quality >= last)
        last = quality
      }
    }
  }

  /// 300 trials leave one of 12 choices untried with probability 12 (11/12)^300 = 6e-11.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func onASmoothLandscapeManyTrialsFindTheBestDesign(seed: UInt64) throws {
    let landscape = try Stage(setUp: [BuildLandscape()], seed: seed) {
      $0.landscape.ruggedness = 0
      $0.landscape.legacyTrials = 300
    }.task.landscape
    #expect(landscape.quality(of: landscape.statusQuo) == 1)
  }

  private static func drawn(choices: Int, ruggedness: Int) -> (
    neighbours: [[Int]], tables: [[Double]]
  ) {
    let run = RandomSource.runKey(20161, 3)
    var turn = Turn()
    return Landscape.tables(
      choices: choices, ruggedness: ruggedness,
      neighbourStream: RandomSource.stream(run: run, mechanism: 1, round: 0),
      tableStream: RandomSource.stream(run: run, mechanism: 2, round: 0), &turn)
  }
}
