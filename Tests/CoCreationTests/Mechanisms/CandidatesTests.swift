import GSL
import Testing

@testable import CoCreation

@Suite struct CandidatesTests {
  struct Hit: Equatable {
    let round: Int
    let number: Int
    let lot: Double
  }

  /// 200 people in 2000 months, asked for lots below 0.3.
  static let below30 = hits(of: 200, below: 0.3, rounds: 2000)

  @Test func everybodyIsHitAtMostOnceAMonthAndBelowTheBound() {
    for month in Dictionary(grouping: Self.below30, by: \.round).values {
      #expect(Set(month.map(\.number)).count == month.count)
    }
    #expect(Self.below30.allSatisfy { (0..<200).contains($0.number) && (0..<0.3).contains($0.lot) })
  }

  /// Each in the same share of months, as if drawn one by one: normalised squares sum to χ².
  @Test func everybodyIsEquallyLikelyToBeHit() throws {
    for chance in [0.3, 0.1, 0.01] {
      var counts = [Int](repeating: 0, count: 200)
      for hit in Self.below30 where hit.lot < chance { counts[hit.number] += 1 }
      let expected = 2000 * chance
      let statistic = counts.reduce(0) { sum, count in
        let difference = Double(count) - expected
        return sum + difference * difference / (expected * (1 - chance))
      }
      #expect(try Self.isPlausible(statistic, freedom: 200))
    }
  }

  /// How many a month: binomial, at chances on both sides of the bounds of layers.
  @Test(arguments: [0.0005, 1.0 / 1024, 0.004, 1.0 / 64, 0.05, 0.125, 0.2, 0.3])
  func theNumberOfAMonthIsBinomial(chance: Double) throws {
    var counts = [Int](repeating: 0, count: 2000)
    for hit in Self.below30 where hit.lot < chance { counts[hit.round - 1] += 1 }
    let fit = try GoodnessOfFit(sample: counts.map(Double.init)).chiSquare { upTo in
      1 - Statistics.binomialUpperTail(Int(upTo) + 1, of: 200, chance)
    }
    #expect(fit > 1e-4)
  }

  /// The same as drawing a lot for everybody, month by month: two samples in the same cells.
  @Test func thinningIsLikeDrawingEverybody() throws {
    var turn = Turn()
    var (thinned, drawn) = ([Int](repeating: 0, count: 80), [Int](repeating: 0, count: 80))
    // Cells: groups of 25 people by ten classes of lots, finer below.
    func cell(_ number: Int, _ lot: Double) -> Int {
      number / 25 * 10 + min(9, Int(10 * (lot / 0.3).squareRoot()))
    }
    for hit in Self.below30 { thinned[cell(hit.number, hit.lot)] += 1 }
    for round in 1...2000 {
      turn.round = round
      for number in 0..<200 {
        let lot = turn.draw(Self.stream(.lead, turn), UInt32(number)) { $0.uniform() }
        if lot < 0.3 { drawn[cell(number, lot)] += 1 }
      }
    }
    let statistic = zip(thinned, drawn).reduce(0.0) { sum, counts in
      let difference = Double(counts.0 - counts.1)
      return sum + difference * difference / Double(counts.0 + counts.1)
    }
    #expect(try Self.isPlausible(statistic, freedom: 80))
  }

  @Test func lotsAreUniform() {
    let fit = GoodnessOfFit(sample: Self.below30.map(\.lot)).kolmogorovSmirnov { $0 / 0.3 }
    #expect(fit > 1e-4)
    // All lots, down to the smallest layer.
    let all = Self.hits(of: 50, below: 1, rounds: 2000)
    #expect(all.count == 50 * 2000)
    #expect(GoodnessOfFit(sample: all.map(\.lot)).kolmogorovSmirnov { $0 } > 1e-4)
    for layer in 1...10 {
      let bound = 1 / Double(1 << layer)
      #expect(isLikely(all.count { $0.lot < bound }, of: 100_000, probability: bound))
    }
  }

  /// Neighbours, the same person in the next month, and persons of the same number in other kinds.
  @Test func lotsAreIndependent() {
    var lots: [[Double?]] = Array(
      repeating: Array(repeating: nil, count: 200), count: 2001)
    for hit in Self.below30 { lots[hit.round][hit.number] = hit.lot }
    let others = Self.hits(of: 200, below: 0.3, rounds: 2000, kind: 2)
    var elsewhere = lots.map { $0.map { _ in nil as Double? } }
    for hit in others { elsewhere[hit.round][hit.number] = hit.lot }
    for chance in [0.3, 0.2] {
      func isHit(_ lot: Double?) -> Bool { lot.map { $0 < chance } ?? false }
      var (neighbours, months, kinds) = (0, 0, 0)
      for round in 1...2000 {
        for number in 0..<200 where isHit(lots[round][number]) {
          if number.isMultiple(of: 2), isHit(lots[round][number + 1]) { neighbours += 1 }
          if round.isMultiple(of: 2), isHit(lots[round - 1][number]) { months += 1 }
          if isHit(elsewhere[round][number]) { kinds += 1 }
        }
      }
      #expect(isLikely(neighbours, of: 200_000, probability: chance * chance))
      #expect(isLikely(months, of: 200_000, probability: chance * chance))
      #expect(isLikely(kinds, of: 400_000, probability: chance * chance))
    }
  }

  /// A higher bound adds lots and moves none.
  @Test(arguments: [0.0005, 1.0 / 512, 0.02, 0.25, 0.3]) func lotsAreTheSameWhateverTheBound(
    bound: Double
  ) {
    let fewer = Self.hits(of: 200, below: bound, rounds: 100)
    for higher in [0.31, 0.6, 1] {
      let more = Self.hits(of: 200, below: higher, rounds: 100)
      // Within a month layers come in order and within a layer persons; so what is left is in order.
      #expect(more.filter { $0.lot < bound } == fewer)
    }
  }

  /// At the end of a kind; and fewer persons are the first of more.
  @Test(arguments: [0.01, 0.3, 1]) func moreOfAKindMoveNobodysLot(bound: Double) {
    let before = Self.hits(of: 100, below: bound, rounds: 200)
    for more in [101, 150, 1000] {
      let after = Self.hits(of: more, below: bound, rounds: 200)
      #expect(after.filter { $0.number < 100 } == before)
    }
  }

  /// Where the kind stands among actors does not matter.
  @Test func lotsGoByTheNumberWithinTheKind() {
    #expect(
      Self.hits(of: 50, below: 0.3, rounds: 50)
        == Self.hits(of: 50, below: 0.3, rounds: 50, from: 30))
  }

  @Test func withoutAChanceOrPeopleNobodyIsHit() {
    #expect(Self.hits(of: 50, below: 0, rounds: 50).isEmpty)
    #expect(Self.hits(of: 0, below: 1, rounds: 50).isEmpty)
    #expect(Self.hits(of: 1, below: 1, rounds: 50).count == 50)
  }

  /// Who is hit in some months, layer by layer.
  private static func hits(
    of people: Int, below bound: Double, rounds: Int, kind: Int = 1, from start: Int = 0
  ) -> [Hit] {
    var turn = Turn()
    var members = [Member](repeating: Member(), count: start + people)
    var hits: [Hit] = []
    for round in 1...rounds {
      turn.round = round
      var candidates = Candidates(of: kind, below: bound, stream(.candidates, turn))
      while let hit = candidates.next(start..<start + people, &members, &turn) {
        hits.append(Hit(round: round, number: hit.index - start, lot: hit.lot))
      }
    }
    return hits
  }

  private static func stream(_ mechanism: Mechanism, _ turn: borrowing Turn) -> RandomStream {
    RandomSource.stream(
      run: RunKey(seed: 20161, context: 1).processKey(task: 0), mechanism: mechanism.rawValue,
      round: turn.round)
  }

  /// Whether a χ² statistic is neither too large nor too small to be one.
  private static func isPlausible(_ statistic: Double, freedom: Int) throws -> Bool {
    let chiSquare = try Distribution(.gamma(shape: Double(freedom) / 2, scale: 2))
    return (1e-4...1 - 1e-4).contains(chiSquare.cumulative(statistic))
  }
}
