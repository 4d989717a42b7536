import GSL
import Testing

@testable import CoCreation

/// A turn draws at addresses, and knows the month.
@Suite struct TurnTests {
  private static let task = TaskState(
    parameters: Parameters(), index: 0, key: RunKey(seed: 4, context: 1, process: 2))

  @Test func aStreamIsOfTheMonth() {
    var turn = Turn()
    func draw() -> UInt64 { turn.draw(turn.stream(.lead, of: Self.task), 3) { $0.bits() } }
    let setUp = draw()
    turn.round = 8
    let month = draw()
    #expect(month != setUp)
    _ = turn.random.gaussian()
    #expect(draw() == month)
    turn.round = 0
    #expect(draw() == setUp)
  }

  /// Whoever comes into view late is drawn as if it had come at once.
  @Test func aStreamOfTheContextIsOfNoMonth() {
    var turn = Turn()
    func draw() -> UInt64 { turn.draw(Self.task.contextStream(.trust), 3) { $0.bits() } }
    let setUp = draw()
    turn.round = 8
    #expect(draw() == setUp)
  }

  @Test func itDrawsWithTheGeneratorItWasGiven() {
    let numbers = Generator.allCases.map { generator in
      var turn = Turn(RandomSource(generator))
      return turn.draw(turn.stream(.lead, of: Self.task), 0) { $0.uniform() }
    }
    #expect(Set(numbers).count == Generator.allCases.count)
  }
}
