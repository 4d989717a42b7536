import GSL
import Testing

@testable import CoCreation

/// Every mechanism draws at addresses of its own.
@Suite struct MechanismAddressTests {
  private static func task(_ key: RunKey, index: Int = 0) -> TaskState {
    TaskState(parameters: Parameters(), index: index, key: key)
  }

  @Test func anAddressGivesTheSameNumbersWhateverCameBefore() {
    var random = RandomSource()
    let task = Self.task(RunKey(seed: 1, context: 2, process: 3))
    func draw(_ mechanism: Mechanism) -> [Double] {
      random.place(task.stream(mechanism, round: 7, step: 2), item: 5)
      return [random.uniform(), random.gaussian(), random.beta(0.4, 2), Double(random.poisson(3))]
    }
    let first = Mechanism.allCases.map(draw)
    for (count, mechanism) in Mechanism.allCases.enumerated().reversed() {
      for _ in 0..<count { _ = random.uniform() }
      #expect(draw(mechanism) == first[count])
    }
    #expect(Set(first).count == Mechanism.allCases.count)
  }

  @Test func contextStreamsDependOnContextAndTaskOnly() {
    var random = RandomSource()
    func draw(_ key: RunKey, index: Int = 0) -> [UInt64] {
      let task = Self.task(key, index: index)
      return Mechanism.allCases.map {
        random.place(task.contextStream($0), item: 1)
        return random.bits()
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
    var random = RandomSource()
    func draw(_ key: RunKey, context: Bool = false) -> [UInt64] {
      let task = Self.task(key)
      return Mechanism.allCases.map {
        random.place(context ? task.contextStream($0) : task.stream($0, round: 0), item: 1)
        return random.bits()
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
      (.closure, 56),
    ]
    for (mechanism, number) in numbers { #expect(mechanism.rawValue == number, "\(mechanism)") }
  }
}
