import Testing

@testable import CoCreation

/// A course that ends the process.
@Suite struct FollowCourseEndTests {
  @Test func aPhaseEndsTheProcessForGood() throws {
    var stage = try Self.stage(course: [
      .init(when: [.init("month", above: 3)], endsProcess: true),
      .init(from: 6, settings: ["codesign_share": 0.5]),
    ])
    stage.task.leader = 2
    for index in 0...3 { stage.actors[index].engagements = 2 }
    stage.run(FollowCourse(), round: 3)
    #expect(stage.task.isActive && !stage.task.endedAsPlanned)
    stage.run(FollowCourse(), round: 4)
    #expect(!stage.task.isActive && stage.task.endedAsPlanned && stage.task.isCocreated)
    #expect(stage.task.participants.isEmpty && stage.task.leader == nil)
    for member in stage.task.members {
      #expect(!member.participates && member.everParticipated)
      #expect(member.contribution == 0 && member.load == 0 && member.tenure == 0)
    }
    #expect(stage.actors.allSatisfy { $0.engagements == 1 })
    #expect(stage.events(.close).map(\.round) == [4])
    #expect(stage.events(.close).map(\.detail) == [.closure(.strategy)])
    // What has ended never begins again.
    for round in 5...8 { stage.run(FollowCourse(), round: round) }
    #expect(!stage.task.isActive && stage.task.parameters.form.codesignShare == 0.5)
    #expect(stage.events(.close).count == 1)
  }

  /// The last month of the process counts, not what other phases of the month make of it.
  @Test(arguments: [false, true]) func itEndsBeforeOtherPhasesChangeIt(endIsLast: Bool) throws {
    let change = StrategyPhase(
      from: 4, settings: ["openness": 0.9, "codelivery_share": 0.1, "codesign_share": 0.2])
    let end = StrategyPhase(from: 4, when: [.init("month", above: 3)], endsProcess: true)
    var stage = try Self.stage(course: endIsLast ? [change, end] : [end, change])
    stage.task.isToBeFramed = false
    stage.run(FollowCourse(), round: 4)
    let handover = try #require(stage.task.handover)
    #expect(handover == Self.handover)
    #expect(!stage.task.isActive && !stage.task.isToBeFramed)
    // The levers move all the same.
    #expect(stage.task.openness == 0.9 && stage.task.parameters.form.codeliveryShare == 0.1)
  }

  /// Nothing left to make together: as an end, with the hand-over of what there was.
  @Test func withoutSharesTheProcessEnds() throws {
    var stage = try Self.stage(course: [
      .init(from: 2, settings: ["codesign_share": 0]),
      .init(from: 4, settings: ["codelivery_share": 0]),
    ])
    stage.run(FollowCourse(), round: 2)
    #expect(stage.task.isActive)
    stage.run(FollowCourse(), round: 4)
    #expect(!stage.task.isActive && stage.task.endedAsPlanned)
    #expect(stage.task.handover == Self.handover)
    #expect(stage.task.parameters.form.codeliveryShare == 0)
  }

  /// One phase of a month takes what another left, and a third has changed the form before.
  @Test func sharesThatGoOneAfterTheOtherAreHandedBackAsTheyWere() throws {
    var stage = try Self.stage(course: [
      .init(from: 4, settings: ["openness": 0.9]),
      .init(from: 4, settings: ["codelivery_share": 0]),
      .init(from: 4, settings: ["codesign_share": 0]),
    ])
    stage.run(FollowCourse(), round: 4)
    #expect(!stage.task.isActive && stage.task.handover == Self.handover)
    #expect(!stage.task.parameters.form.isCocreated && stage.task.openness == 0.9)
  }

  /// Half of the co-delivered share, then the rest, while the design goes on.
  @Test func whatIsDeliveredNoMoreIsHandedBackInItsPart() throws {
    var stage = try Self.stage(course: [
      .init(from: 4, settings: ["codelivery_share": 0.3]),
      .init(from: 6, settings: ["codelivery_share": 0]),
    ]) { $0.join.endingDisappointment = 0.1 }
    let trust = stage.task.members.map(\.trust)
    stage.run(FollowCourse(), round: 4)
    #expect(stage.task.isActive && stage.task.participants.count == 4)
    let half = try #require(stage.task.handover)
    #expect(near(half.units, 20) && near(half.hours, 4.5) && near(half.share, 0.24))
    #expect(half.monthsLeft == 6 && half.openness == 0.5 && near(half.externalShare, 0.25))
    // Nothing of the task is lost: what duties leave is the process's, handed back, or in-house.
    #expect(near(stage.task.sharedWork.share, 0.48) && near(stage.task.codelivered, 0.24))
    stage.run(Disappoint(), round: 4)
    for index in 2...3 { #expect(near(stage.task.members[index].trust, trust[index] - 0.05)) }
    stage.task.handover?.monthsLeft = 4
    (stage.task.work.producedUnits, stage.task.work.publicOverhead) = (18, 6)
    stage.run(FollowCourse(), round: 6)
    let whole = try #require(stage.task.handover)
    #expect(near(whole.units, 38) && near(whole.hours, 10.5) && near(whole.share, 0.48))
    #expect(whole.monthsLeft == 6 && stage.task.isActive && stage.task.codelivered == 0)
  }

  @Test func whatIsDeliveredAgainIsHandedBackNoMore() throws {
    var stage = try Self.stage(course: [
      .init(from: 4, settings: ["codelivery_share": 0.3]),
      .init(from: 5, settings: ["codelivery_share": 0.45]),
      .init(from: 6, settings: ["codelivery_share": 1]),
    ])
    stage.run(FollowCourse(), round: 4)
    stage.run(FollowCourse(), round: 5)
    let left = try #require(stage.task.handover)
    #expect(near(left.units, 10) && near(left.hours, 2.25) && near(left.share, 0.12))
    stage.run(FollowCourse(), round: 6)
    #expect(stage.task.handover?.share == 0)
  }

  @Test func beforeItsFirstMonthThereIsNothingToHandBack() throws {
    var stage = try Self.stage(course: [.init(from: 1, settings: ["codelivery_share": 0])])
    stage.task.work = Workload()
    stage.run(FollowCourse(), round: 1)
    #expect(stage.task.handover == nil && stage.task.isActive)
  }

  /// An end for cause is none that was planned.
  @Test func onlyAnEndSetFromTheStartIsPlanned() throws {
    let cause = [Condition("external_participants", below: 5)]
    for (phase, isPlanned) in [
      (StrategyPhase(from: 4, endsProcess: true), true),
      (StrategyPhase(from: 4, when: cause, endsProcess: true), false),
      (StrategyPhase(settings: ["codesign_share": 0, "codelivery_share": 0]), true),
      (StrategyPhase(when: cause, settings: ["codesign_share": 0, "codelivery_share": 0]), false),
    ] {
      var stage = try Self.stage(course: [phase])
      stage.run(FollowCourse(), round: 4)
      #expect(!stage.task.isActive && stage.task.endedAsPlanned == isPlanned)
    }
  }

  /// Last month's pay draws nobody once there is less on offer.
  @Test func whatIsNoLongerOfferedDrawsNobody() throws {
    var stage = try Self.stage(course: [
      .init(from: 4, settings: ["payment": 5, "recognition_hours": 0, "invitation_hours": 3])
    ])
    (stage.task.received.payment, stage.task.received.recognition) = (20, 2)
    (stage.task.received.invitation, stage.task.received.support) = (1, 1)
    stage.run(FollowCourse(), round: 4)
    #expect(stage.task.received.payment == 5 && stage.task.received.recognition == 0)
    // What is offered more counts when it is paid.
    #expect(stage.task.received.invitation == 1 && stage.task.received.support == 0)
  }

  @Test func anEndWithoutAProcessEndsNothing() throws {
    var stage = try Stage(course: [
      .init(from: 2, when: [.init("fear", below: 0.5)], endsProcess: true),
      .init(from: 3, settings: ["codelivery_share": 1]),
    ]) { ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0) }
    stage.run(FollowCourse(), round: 2)
    #expect(!stage.task.endedAsPlanned && stage.events(.close).isEmpty)
    stage.run(FollowCourse(), round: 3)
    #expect(stage.task.isActive && stage.task.startRound == 3)
  }

  @Test func withNeutralParametersAnEndCostsNothing() throws {
    var stage = try Stage()
    stage.task.design = 0b0111
    (stage.task.work.producedUnits, stage.task.work.publicOverhead) = (100, 20)
    let trust = stage.task.members.map(\.trust)
    stage.end()
    stage.run(Disappoint())
    #expect(stage.task.handover == nil && stage.task.unfamiliarity == 0)
    #expect(stage.task.members.map(\.trust) == trust && stage.task.reputation.shift == 0)
  }

  /// In the month of the end and one more where the course ends it; in the two after where it closes.
  @Test(arguments: [(Event.Closure.strategy, [3, 4]), (.participation, [4, 5])])
  func handingOverTakesItsMonths(closure: Event.Closure, months: [Int]) throws {
    let course = closure == .strategy ? [StrategyPhase(from: 3, endsProcess: true)] : []
    var stage = try Stage(course: course) {
      ($0.join.handoverMonths, $0.join.handoverLoss, $0.join.handoverKnowledge) = (2, 0.2, 1)
      ($0.world.budgetHours, $0.coordinate.designShare) = (1000, 0.2)
      ($0.propose.rate, $0.deliver.familiarity) = (0, 0.5)
    }
    for index in 0...3 { stage.actors[index].hours = 300 }
    (stage.world.staffHours, stage.task.design) = (600, 0b1100)
    stage.task.isToBeFramed = false
    var unfamiliar: [Double] = []
    for round in 1...7 {
      if round == 3, closure != .strategy {
        stage.runMonth(round)
        stage.end(closure, round: round)
      } else {
        stage.runMonth(round)
      }
      let overhead = stage.task.month.ledger[.publicBudget, .handover]
      #expect((overhead > 0) == months.contains(round), "month \(round)")
      unfamiliar.append(stage.task.unfamiliarity)
    }
    // Nobody grows familiar with two of four choices while they are handed over.
    let first = months[0] - 1
    #expect(unfamiliar[first] == 0.5 && unfamiliar[first + 1] == 0.5)
    #expect(near(unfamiliar[first + 2], 0.25) && stage.task.handover == nil)
    #expect(stage.task.ledger.imbalance < 1e-12)
  }

  static let handover = Handover(
    monthsLeft: 6, units: 40, hours: 9, share: 0.48, openness: 0.5, externalShare: 0.25)

  /// A process of 60 % of what duties leave, after a month of its work.
  private static func stage(
    course: [StrategyPhase], _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try Stage(course: course) {
      ($0.form.authorityShare, $0.form.codeliveryShare) = (0.2, 0.6)
      $0.join.handoverMonths = 6
      change(&$0)
    }
    (stage.task.work.producedUnits, stage.task.work.publicOverhead) = (40, 9)
    stage.task.work.plannedDelivery = 100
    (stage.task.work.staffPaid, stage.task.work.externalEffort) = (30, 10)
    return stage
  }
}
