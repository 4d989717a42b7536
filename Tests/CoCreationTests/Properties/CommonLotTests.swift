import GSL
import Testing

@testable import CoCreation

/// Everybody in the pool has one lot a month, the same under every strategy; a strategy that appeals
/// more draws in those whom another one does, and more.
@Suite struct CommonLotTests {
  /// However few are looked at: whose lot is below a bound does not depend on how far one looks.
  @Test(arguments: [0.0005, 0.001, 0.0013, 0.03, 0.3, 0.7, 1])
  func lotsDoNotDependOnHowFarOneLooks(bound: Double) {
    for round in 1...3 {
      let all = Self.lots(below: 1, round: round)
      #expect(all.count == 3000)
      let some = Self.lots(below: bound, round: round)
      #expect(some == all.filter { $0.value < bound }, "bound \(bound)")
    }
  }

  @Test func lotsOfMonthsKindsAndProcessesAreDifferent() {
    let first = Self.lots(below: 1, round: 1)
    for other in [
      Self.lots(below: 1, round: 2), Self.lots(below: 1, round: 1, kind: 4),
      Self.lots(below: 1, round: 1, process: 1),
    ] {
      #expect(Set(first.values).isDisjoint(with: other.values))
    }
  }

  /// In the first month, where nobody has yet seen what the others do.
  @Test(arguments: [
    ("invitation_hours", [0.0, 0.5, 1, 4, 10]), ("initial_join_external", [0, 0.01, 0.06, 0.2, 1]),
    ("payment", [0, 3, 20, 90]), ("recognition_hours", [0, 1, 4]), ("support_hours", [0, 4, 20]),
    ("facilitation_hours", [0, 1, 5]), ("role_clarity", [0, 0.5, 1]),
    ("centrality", [0, 0.2, 0.8, 1]),
  ])
  func whoComesForLessComesForMore(lever: String, values: [Double]) throws {
    var grew = 0
    for context in 0..<6 {
      // Money enough that all that is promised can be paid, whoever comes.
      let always = ["budget_hours": 1e6, "demand": 20, "fear_weight": 0]
      let groups = try values.map { value in
        let settings = always.merging([lever: value]) { $1 }
        let first = FirstMonth(try .with(settings), context)
        return Set(first.participants.filter { $0 >= Self.publicActors })
      }
      for (few, more) in zip(groups, groups.dropFirst()) {
        // Where nobody comes one is asked by lot.
        #expect(few.isSubset(of: more) || few.count == 1, "\(lever): \(few) \(more)")
        grew += more.count > few.count ? 1 : 0
      }
    }
    #expect(grew >= 6)
  }

  private static let publicActors = [ActorKind].small.reduce(0) {
    $1.side == .public ? $0 + $1.count : $0
  }

  /// The lots below a bound by person, of a pool of 3000.
  private static func lots(below bound: Double, round: Int, kind: Int = 3, process: Int = 0)
    -> [Int: Double]
  {
    var turn = Turn()
    turn.round = round
    let key = RunKey(seed: 3, context: 0, process: process)
    let task = TaskState(parameters: Parameters(), index: 0, key: key)
    var members = [Member](repeating: Member(), count: 3010)
    var candidates = Candidates(of: kind, below: bound, turn.stream(.candidates, of: task))
    var lots: [Int: Double] = [:]
    while let (index, lot) = candidates.next(10..<3010, &members, &turn) { lots[index] = lot }
    return lots
  }
}
