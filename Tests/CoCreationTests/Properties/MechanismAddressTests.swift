import GSL
import Testing

@testable import CoCreation

/// Every mechanism draws at addresses of its own.
@Suite struct MechanismAddressTests {
  private static func task(_ key: RunKey, index: Int = 0) -> TaskState {
    TaskState(parameters: Parameters(), index: index, key: key)
  }

  @Test func anAddressGivesTheSameNumbersWhateverCameBefore() {
    var turn = Turn()
    (turn.round, turn.step) = (7, 2)
    let task = Self.task(RunKey(seed: 1, context: 2, process: 3))
    func draw(_ mechanism: Mechanism, _ turn: inout Turn) -> [Double] {
      turn.draw(turn.stream(mechanism, of: task), 5) {
        [$0.uniform(), $0.gaussian(), $0.beta(0.4, 2), Double($0.poisson(3))]
      }
    }
    var first: [[Double]] = []
    for mechanism in Mechanism.allCases { first.append(draw(mechanism, &turn)) }
    for (count, mechanism) in Mechanism.allCases.enumerated().reversed() {
      for _ in 0..<count { _ = turn.random.uniform() }
      #expect(draw(mechanism, &turn) == first[count])
    }
    #expect(Set(first).count == Mechanism.allCases.count)
  }

  /// A stream is another one in another round, step or for another item.
  @Test func roundStepAndItemAreOfTheAddress() {
    let task = Self.task(RunKey(seed: 1, context: 2, process: 3))
    var seen: Set<UInt64> = []
    var turn = Turn()
    for round in 0..<3 {
      turn.round = round
      for step in 0..<3 {
        turn.step = step
        for item in 0..<3 as Range<UInt32> {
          seen.insert(turn.draw(turn.stream(.idea, of: task), item) { $0.bits() })
        }
      }
    }
    #expect(seen.count == 27)
  }

  @Test func contextStreamsDependOnContextAndTaskOnly() {
    func draw(_ key: RunKey, index: Int = 0) -> [UInt64] {
      let task = Self.task(key, index: index)
      var turn = Turn()
      // In whatever month somebody comes into view.
      turn.round = index + 3
      return Mechanism.allCases.map { mechanism in
        turn.draw(task.contextStream(mechanism), 1) { $0.bits() }
      }
    }
    let first = draw(RunKey(seed: 1, context: 2, process: 0))
    #expect(draw(RunKey(seed: 1, context: 2, process: 9)) == first)
    for other in [
      draw(RunKey(seed: 2, context: 2)), draw(RunKey(seed: 1, context: 3)),
      draw(RunKey(seed: 1, context: 2), index: 1),
    ] {
      #expect(Set(other).isDisjoint(with: first))
    }
  }

  @Test func processStreamsDependOnTheProcessToo() {
    func draw(_ key: RunKey, context: Bool = false) -> [UInt64] {
      let task = Self.task(key)
      var turn = Turn()
      return Mechanism.allCases.map { mechanism in
        let stream =
          context ? task.contextStream(mechanism) : turn.stream(mechanism, of: task)
        return turn.draw(stream, 1) { $0.bits() }
      }
    }
    let key = RunKey(seed: 1, context: 2, process: 0)
    #expect(draw(key) == draw(key))
    #expect(Set(draw(key)).isDisjoint(with: draw(RunKey(seed: 1, context: 2, process: 1))))
    #expect(Set(draw(key)).isDisjoint(with: draw(key, context: true)))
  }

  /// A number that changed hands would give published experiments other random numbers.
  @Test func numbersOfMechanismsStay() {
    let numbers: [(Mechanism, Int)] = [
      (.statusQuo, 1), (.stratum, 5), (.belief, 13), (.contacts, 14), (.preferences, 18),
      (.perspectiveError, 22), (.formBelief, 25), (.join, 40), (.teams, 43), (.vote, 48),
      (.closure, 56), (.formDraw, 58), (.generosity, 80), (.giving, 90), (.leave, 91),
      (.candidates, 92), (.draft, 93), (.readiness, 81), (.interest, 82), (.manager, 94),
      (.referral, 95), (.stop, 96),
    ]
    for (mechanism, number) in numbers { #expect(mechanism.rawValue == number, "\(mechanism)") }
  }
}
