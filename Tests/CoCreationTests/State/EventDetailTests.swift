import Testing

@testable import CoCreation

/// What events say for a story and tables do not hold.
@Suite struct EventDetailTests {
  @Test func aProposalSaysWhatItChangesAndFromWhichQualityToWhich() throws {
    var stage = try Stage.searching { $0.propose.limit = 1 }
    let before = stage.task.landscape.quality(of: stage.task.design)
    stage.run(Search())
    let choices = (0..<4).filter { stage.task.design >> $0 & 1 == 1 }.map { Int($0) + 1 }
    #expect(choices.count == 1)
    #expect(
      stage.events(.implement).first?.detail
        == .change(
          choices: choices, before: before,
          after: stage.task.landscape.quality(of: stage.task.design)))
  }

  @Test func aProcessBeginsWithWhatThePublicSidePlanned() throws {
    let stage = try Stage(setUp: Simulation.setUp)
    let (task, statusQuo) = (stage.task, stage.task.landscape.statusQuo)
    func choices(_ bits: UInt32) -> [Int] {
      (1...task.choices).filter { bits >> UInt32($0 - 1) & 1 == 1 }
    }
    #expect(
      stage.events(.begin).map(\.detail) == [
        .plan(
          choices: choices(task.design ^ statusQuo), open: choices(task.openChoices),
          before: task.landscape.quality(of: statusQuo),
          after: task.landscape.quality(of: task.design), promised: task.promisedQuality)
      ])
    #expect(task.design != statusQuo && task.openChoices != 0)
  }

  @Test func anEndSaysWhy() throws {
    var few = try Stage(publicActors: 2, externalActors: 1) {
      ($0.join.viableExternal, $0.join.patience) = (3, 1)
    }
    few.run(Close(), round: 1)
    #expect(few.events(.close).map(\.detail) == [.closure(.participation)])
    var distrusted = try Stage { $0.join.closureHazard = 0.1 }
    for round in 1...100 { distrusted.run(Close(), round: round) }
    #expect(distrusted.events(.close).map(\.detail) == [.closure(.distrust)])
  }
}
