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
      var random = RandomSource()
      let run = Simulation.run(configuration, key: point.key, random: &random)
      #expect(run.fingerprint == walked.fingerprint, "\(point)")
    }
  }

  /// The points are no proof if next to nothing happens in them.
  @Test func pointsAreNotAllDegenerate() throws {
    var (lively, closed, implemented, stories, owed) = (0, 0, 0, 0, 0)
    var (several, changed) = (0, 0)
    for number in 0..<90 {
      let point = try RandomPoint(number: number)
      let configuration = try point.configuration()
      guard let run = Soundness.check(configuration, key: point.key, "\(point)") else { continue }
      lively += run.end.tasks[0].isActive ? 1 : 0
      closed += run.months[0].contains(where: \.isActive) && !run.end.tasks[0].isActive ? 1 : 0
      implemented += run.observations.reduce(0) { $0 + $1.count(\.implemented) }
      stories += run.observations.reduce(0) { $0 + $1.count(\.stories) }
      several += run.end.tasks.count { $0.isActive } > 1 ? 1 : 0
      changed += run.task(0).months.contains { $0.openness != run.months[0][0].openness } ? 1 : 0
      owed += run.end.tasks[0].ledger[.publicLiability, .sanction] > 0 ? 1 : 0
    }
    #expect(lively >= 10 && closed >= 10, "\(lively) alive, \(closed) closed")
    #expect(implemented >= 30 && stories >= 10, "\(implemented) changes, \(stories) stories")
    #expect(owed >= 1, "\(owed) with sanctions beyond the budget")
    #expect(several >= 5 && changed >= 5, "\(several) with several, \(changed) with another form")
  }
}
