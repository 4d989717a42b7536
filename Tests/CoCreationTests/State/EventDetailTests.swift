import Testing

@testable import CoCreation

/// What events say for a story and tables do not hold.
@Suite struct EventDetailTests {
  @Test func aProposalSaysWhatItChangesAndFromWhichQualityToWhich() throws {
    var stage = try Stage.searching { $0.propose.limit = 1 }
    let before = stage.task.landscape.quality(of: stage.task.design)
    stage.run(Search())
    let choices = stage.task.design.numbers
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
    #expect(
      stage.events(.begin).map(\.detail) == [
        .plan(
          choices: (task.design ^ statusQuo).numbers, open: task.openChoices.numbers,
          before: task.landscape.quality(of: statusQuo),
          after: task.landscape.quality(of: task.design), promised: task.promisedQuality)
      ])
    #expect(task.design != statusQuo && !task.openChoices.isEmpty)
  }

  /// A plan that is made in-house begins no process; a phase can begin one.
  @Test func aProcessBeginsWhenThereIsSomethingToMakeTogether() throws {
    var stage = try Stage(
      setUp: Simulation.setUp,
      course: [StrategyPhase(from: 5, settings: ["codesign_share": 1])]
    ) {
      ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0)
    }
    #expect(stage.events(.begin).isEmpty)
    for round in 1...6 { stage.runMonth(round) }
    #expect(stage.events(.begin).map(\.round) == [5])
    #expect(stage.events(.phase).map(\.round) == [5] && stage.events(.phase)[0].value == 1)
    #expect(stage.events(.join).allSatisfy { $0.round >= 5 } && !stage.events(.join).isEmpty)
  }

  @Test func anEndSaysWhy() throws {
    var few = try Stage { ($0.join.viableShare, $0.join.patience) = (0.5, 1) }
    (few.task.work.externalAsked, few.task.work.externalOffered) = (10, 4.9)
    few.run(Close(), round: 1)
    #expect(few.events(.close).map(\.detail) == [.closure(.participation)])
    var distrusted = try Stage { $0.join.closureHazard = 0.1 }
    for round in 1...100 { distrusted.run(Close(), round: round) }
    #expect(distrusted.events(.close).map(\.detail) == [.closure(.distrust)])
    var planned = try Stage(course: [StrategyPhase(from: 3, endsProcess: true)])
    for round in 1...5 { planned.run(FollowCourse(), round: round) }
    #expect(planned.events(.close).map(\.detail) == [.closure(.strategy)])
    #expect(planned.events(.close).map(\.round) == [3])
  }

  @Test func whatIsNotRecordedIsNotEvenMade() {
    var log = EventLog(isRecording: false)
    func made() -> Event.Detail {
      Issue.record("made")
      return .closure(.strategy)
    }
    log.note(.close, task: 0, round: 1, detail: made())
    #expect(log.events.isEmpty)
  }
}
