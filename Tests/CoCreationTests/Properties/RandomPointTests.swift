import GSL
import Testing

@testable import CoCreation

/// No invariant breaks anywhere in the parameter space.
@Suite struct RandomPointTests {
  // Several tests share the points, so that they run on several threads.
  @Test(arguments: 0..<8)
  func everyPointIsSound(part: Int) throws {
    for number in stride(from: part, to: 320, by: 8) {
      let point = try RandomPoint(number: number)
      Soundness.check(try point.configuration(), key: point.key, "\(point)")
    }
  }

  @Test func aRunIsItsPhasesInOrder() throws {
    for number in 0..<12 {
      let point = try RandomPoint(number: number)
      let configuration = try point.configuration()
      // A run that breaks an invariant would end the whole test.
      guard let walked = Soundness.check(configuration, key: point.key, "\(point)") else {
        continue
      }
      var turn = Turn()
      let run = Simulation.run(configuration, key: point.key, turn: &turn)
      #expect(run.fingerprint == walked.fingerprint, "\(point)")
    }
  }

  /// The points are no proof if next to nothing happens in them.
  @Test func pointsAreNotAllDegenerate() throws {
    var seen: [String: Int] = [:]
    func count(_ what: String, _ number: Int) { seen[what, default: 0] += number }
    for number in 0..<240 {
      let point = try RandomPoint(number: number)
      let configuration = try point.configuration()
      guard let run = Soundness.check(configuration, key: point.key, "\(point)") else { continue }
      let (months, task) = (run.months[0], run.end.tasks[0])
      func happens(_ what: (MonthRecord) -> Bool) -> Int { months.contains(where: what) ? 1 : 0 }
      count("alive", task.isActive ? 1 : 0)
      count("ended", task.isCocreated && !task.isActive ? 1 : 0)
      count("ended as planned", task.endedAsPlanned ? 1 : 0)
      count("never co-created", task.isCocreated ? 0 : 1)
      count("begun on the way", task.startRound ?? 0 > 1 ? 1 : 0)
      count("another form", happens { $0.openness != months[0].openness })
      count("changed course", task.begunPhases.isEmpty ? 0 : 1)
      count("handed back", happens { $0.ledger.total(.handover) > 0 })
      count("paid", happens { $0.ledger.total(.payment) > 0 })
      count("extra hours", run.end.world.extraHours > 1 ? 1 : 0)
      count("owed", task.ledger[.publicLiability, .sanction] > 0 ? 1 : 0)
      count("several alive", run.end.tasks.count { $0.isActive } > 1 ? 1 : 0)
      count("implemented", run.observations.reduce(0) { $0 + $1.count(\.implemented) })
      count(
        "vetoed", run.observations.reduce(0) { $0 + $1.count(\.adopted) - $1.count(\.implemented) })
      count("referred", run.observations.reduce(0) { $0 + $1.count(\.referred) })
      count("stories", run.observations.reduce(0) { $0 + $1.count(\.stories) })
    }
    for (what, least) in Self.least { #expect(seen[what, default: 0] >= least, "\(what): \(seen)") }
  }

  private static let least = [
    "alive": 10, "ended": 10, "ended as planned": 5, "never co-created": 3,
    "begun on the way": 2, "another form": 5, "changed course": 20, "handed back": 5, "paid": 5,
    "extra hours": 10, "owed": 1, "several alive": 3, "implemented": 20, "vetoed": 5, "referred": 5,
    "stories": 10,
  ]
}
