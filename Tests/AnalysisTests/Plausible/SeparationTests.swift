import GSL
import Testing

@testable import Analysis

@Suite("What separates cases from others")
struct SeparationTests {
  /// Points with factors that are uniform, whole or in and out.
  private func design(_ count: Int, factors: Int, seed: UInt64) -> DesignPoints {
    var random = RandomSource()
    let values = (0..<count).map { point -> [Double] in
      random.place(
        RandomSource.stream(run: RandomSource.runKey(seed), mechanism: 0, round: 0),
        item: UInt32(point))
      return (0..<factors).map { factor in
        switch factor % 4 {
        case 0, 1: random.uniform()
        case 2: Double(random.integer(below: 6))
        default: Double(random.integer(below: 2))
        }
      }
    }
    return DesignPoints(factors: (0..<factors).map { "f\($0)" }, values: values)
  }

  /// What is found where the response says no more than whether it is a case.
  private func found(_ design: DesignPoints, _ isCase: [Bool]) -> [Separation] {
    Separation.found(design, responses: isCase.map { $0 ? 1 : -1 }, isCase: isCase)
  }

  private func chances(_ count: Int, seed: UInt64) -> [Double] {
    var random = RandomSource()
    return (0..<count).map { point in
      random.place(
        RandomSource.stream(run: RandomSource.runKey(seed), mechanism: 1, round: 0),
        item: UInt32(point))
      return random.uniform()
    }
  }

  @Test("It finds a planted factor among fifty, its limit and its direction", arguments: 1...3)
  func planted(seed: UInt64) throws {
    let design = design(200, factors: 50, seed: seed)
    let isCase = zip(design.values, chances(200, seed: seed)).map { values, chance in
      chance < (values[5] > 0.4 ? 0.93 : 0.5)
    }
    let first = try #require(found(design, isCase).first)
    #expect(first.factor == "f5")
    #expect((0.25...0.55).contains(first.limit))
    #expect(first.above.share > first.below.share + 0.25)
    #expect(first.above.points + first.below.points == 200)
    #expect(first.above.cases + first.below.cases == isCase.count(where: \.self))
    #expect(first.above.points == design.values.count { $0[5] > first.limit })
    #expect(first.probability <= 0.05)
  }

  @Test("A mechanism and a whole number are found as well as a continuous factor", arguments: 1...2)
  func kinds(seed: UInt64) throws {
    let design = design(300, factors: 30, seed: seed)
    let isCase = zip(design.values, chances(300, seed: seed)).map { values, chance in
      chance < 0.25 + (values[3] == 1 ? 0.35 : 0) + (values[2] > 2 ? 0.35 : 0)
    }
    let found = self.found(design, isCase)
    #expect(Set(found.map(\.factor)) == ["f2", "f3"])
    #expect(found.first { $0.factor == "f2" }?.limit == 2)
    #expect(found.first { $0.factor == "f3" }?.limit == 0)
  }

  @Test("On noise it names a factor in about one of twenty searches at most")
  func noise() {
    let searches = 40
    let wrong = (1...searches).count { seed in
      let design = design(60, factors: 25, seed: UInt64(seed))
      let isCase = chances(60, seed: UInt64(seed)).map { $0 < 0.7 }
      return !found(design, isCase).isEmpty
    }
    // Binomial with 40 searches of 5 %: above 6 three times in a thousand.
    #expect(wrong <= 6)
  }

  @Test("With fewer than five cases or five others nothing is named")
  func fewest() {
    let design = DesignPoints(factors: ["a"], values: (0..<50).map { [Double($0)] })
    #expect(found(design, (0..<50).map { $0 < 4 }).isEmpty)
    #expect(found(design, (0..<50).map { $0 >= 4 }).isEmpty)
    #expect(found(design, (0..<50).map { $0 < 5 }).map(\.factor) == ["a"])
    #expect(found(design, [Bool](repeating: false, count: 50)).isEmpty)
    let same = DesignPoints(factors: ["a"], values: [[Double]](repeating: [1], count: 50))
    #expect(found(same, (0..<50).map { $0 < 25 }).isEmpty)
  }

  @Test("A perfect limit is the one that is named, at a tenth of the values")
  func limit() throws {
    let design = DesignPoints(factors: ["a"], values: (0..<100).map { [Double($0) + 0.5] })
    let found = try #require(
      found(design, (0..<100).map { $0 < 30 }).first)
    #expect(found.limit == 30)
    #expect(
      (found.below, found.above) == (.init(cases: 30, points: 30), .init(cases: 0, points: 70)))
    #expect(found.probability == 1.0 / 1001)
  }

  @Test("How large differences are tells more than on which side they are", arguments: 1...2)
  func magnitudes(seed: UInt64) {
    let design = design(200, factors: 50, seed: seed)
    let responses = zip(design.values, chances(200, seed: seed)).map { values, chance in
      1.5 * values[0] + values[1] + chance - 0.7
    }
    let isCase = responses.map { $0 > 0 }
    let whole = Separation.found(design, responses: responses, isCase: isCase)
    #expect(Set(whole.map(\.factor)) == ["f0", "f1"])
    #expect(whole.allSatisfy { $0.above.share > $0.below.share })
    #expect(whole.count >= found(design, isCase).count)
  }

  @Test("What moves the response but not across is not named")
  func withinASide() {
    let design = design(200, factors: 4, seed: 5)
    // f0 moves what lies far from 0 anyway; f1 decides on which side.
    let responses = design.values.map { ($0[1] > 0.5 ? 1.0 : -1) * (0.1 + $0[0]) + 5 * $0[0] }
    let isCase = design.values.map { $0[1] > 0.5 }
    let found = Separation.found(design, responses: responses, isCase: isCase)
    #expect(!found.contains { $0.factor == "f0" })
  }

  @Test("At most three are named, and all points are counted though not all are searched")
  func most() throws {
    let count = 1500
    let design = design(count, factors: 8, seed: 3)
    let isCase = design.values.map { values in
      [0, 1, 4, 5].reduce(0) { $0 + values[$1] } > 2
    }
    let found = self.found(design, isCase)
    #expect(found.count == 3)
    #expect(Set(found.map(\.factor)).isSubset(of: ["f0", "f1", "f4", "f5"]))
    #expect(found[0].above.points + found[0].below.points == count)
    #expect(found == self.found(design, isCase))
  }
}
