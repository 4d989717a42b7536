import Testing

@testable import CoCreation

/// When a process closes, and what it leaves behind.
@Suite struct ClosingTests {
  /// Too little is offered below 0.1 of the 500 hours asked for; the third month in a row is the last.
  @Test func aProcessWithoutEnoughHoursEndsAfterItsPatience() throws {
    var stage = try Stage { ($0.join.viableShare, $0.join.patience) = (0.1, 3) }
    stage.task.work.externalAsked = 500
    func close(offered: Double, _ rounds: ClosedRange<Int>) {
      stage.task.work.externalOffered = offered
      for round in rounds { stage.run(Close(), round: round) }
    }
    close(offered: 50, 1...10)
    #expect(stage.task.isActive && stage.task.monthsBelowViable == 0)
    close(offered: 49, 11...12)
    #expect(stage.task.isActive && stage.task.monthsBelowViable == 2)
    // One good month starts the count anew.
    close(offered: 51, 13...13)
    close(offered: 0, 14...15)
    #expect(stage.task.isActive)
    close(offered: 0, 16...16)
    #expect(!stage.task.isActive)
    #expect(stage.events(.close).map(\.round) == [16])
    #expect(stage.events(.close).first?.detail == .closure(.participation))
    stage.run(Close(), round: 17)
    #expect(stage.events(.close).count == 1)
  }

  @Test func whereNothingIsAskedForNothingIsMissing() throws {
    var stage = try Stage { ($0.join.viableShare, $0.join.patience) = (1, 1) }
    stage.run(Close())
    #expect(stage.task.isActive && stage.task.monthsBelowViable == 0)
  }

  /// Odds 1/9 at the reference trust of 0.6; times e at 0.6 − ⅙, divided by e at 0.6 + ⅙.
  @Test(
    arguments: [
      (0.6, 1.0), (0.6 - 1.0 / 6, 2.718281828459045), (0.6 + 1.0 / 6, 1 / 2.718281828459045),
    ] as [(Double, Double)])
  func distrustEndsProcesses(trust: Double, factor: Double) throws {
    var stage = try Stage { ($0.join.closureHazard, $0.join.closureTrust) = (0.1, 6) }
    for index in 0...3 { stage.task.members[index].trust = trust }
    var ended = 0
    for round in 1...2000 {
      var stage = stage
      stage.run(Close(), round: round)
      guard !stage.task.isActive else { continue }
      #expect(stage.events(.close).first?.detail == .closure(.distrust))
      ended += 1
    }
    let odds = factor / 9
    #expect(isLikely(ended, of: 2000, probability: odds / (1 + odds)))
  }

  @Test func withNeutralParametersNoProcessEnds() throws {
    var stage = try Stage { $0.join.closureTrust = 20 }
    for index in 0...3 { stage.task.members[index].trust = 0 }
    stage.task.work.externalAsked = 500
    for round in 1...200 { stage.run(Close(), round: round) }
    #expect(stage.task.isActive)
  }

  @Test func nobodyTakesPartInWhatHasEnded() throws {
    var stage = try Stage()
    for index in 0...3 {
      stage.actors[index].engagements = 2
      (stage.task.members[index].load, stage.task.members[index].tenure) = (0.4, 7)
    }
    stage.stopParticipation(of: [3])
    (stage.task.leader, stage.task.design) = (1, 0b0101)
    stage.end(.strategy, round: 9)
    let task = stage.task
    #expect(!task.isActive && task.isCocreated && task.participants.isEmpty && task.leader == nil)
    #expect(task.publicParticipants == 0 && task.codelivered == 0 && task.codesigned == 0)
    for member in task.members[0...2] {
      #expect(!member.participates && member.everParticipated)
      #expect(member.load == 0 && member.contribution == 0 && member.tenure == 0)
    }
    #expect(stage.actors.map(\.engagements) == [1, 1, 1, 2])
    #expect(task.design == 0b0101 && task.form == FormPoint(openness: 0.5, centrality: 0.5))
    #expect(stage.events(.close).first?.detail == .closure(.strategy))
  }

  /// Two of four choices are off the plan, and half of that is known to their makers alone.
  @Test(arguments: [(0.2, 0.45), (0.9, 1)] as [(Double, Double)])
  func whatOnlyItsMakersKnowIsUnfamiliarAgain(before: Double, after: Double) throws {
    var stage = try Stage { $0.join.handoverKnowledge = 0.5 }
    (stage.task.design, stage.task.plan) = (0b0111, 0b0001)
    stage.task.unfamiliarity = before
    stage.end(round: 9)
    #expect(near(stage.task.unfamiliarity, after))
    // Knowledge is lost however long the hand-over takes.
    #expect(stage.task.handover == nil)
  }

  @Test func whatTheProcessDidIsHandedOver() throws {
    var stage = try Stage {
      $0.join.handoverMonths = 6
      ($0.form.authorityShare, $0.form.codeliveryShare) = (0.2, 0.5)
      ($0.form.openness, $0.form.centrality) = (0.3, 0.9)
    }
    (stage.task.work.producedUnits, stage.task.work.filledUnits) = (70, 11)
    (stage.task.work.staffPaid, stage.task.work.externalEffort) = (150, 50)
    (stage.task.work.publicOverhead, stage.task.work.plannedDelivery) = (33, 100)
    stage.end(round: 9)
    #expect(
      stage.task.handover
        == Handover(
          monthsLeft: 6, units: 70, hours: 33, share: 0.4, openness: 0.3, externalShare: 0.25))
    // While it lasts the task is shared as it was, then not at all.
    #expect(stage.task.sharedWork.share == 0.4 && stage.task.sharedWork.openness == 0.3)
    #expect(stage.task.sharedWork.externalShare == 0.25)
    stage.task.handover = nil
    #expect(stage.task.sharedWork.share == 0 && stage.task.sharedWork.externalShare == 0)
  }
}
