import GSL
import Testing

@testable import CoCreation

/// What changes when the form does, and what stays.
@Suite struct FrameAgainTests {
  @Test func nothingIsFramedUntilTheFormChanges() throws {
    let before = try Self.framed(openness: 0.3) { _ in }
    var after = before
    after.run(Frame(), round: 13)
    #expect("\(after.task)" == "\(before.task)" && !before.task.isToBeFramed)
  }

  /// What is left open follows the share that is designed together; nothing is planned anew.
  @Test(arguments: [(1.0, 0.5), (0.25, 1), (0.5, 0)] as [(Double, Double)])
  func whenOnlyTheSharedDesignChangesPlanAndDesignStay(first: Double, second: Double) throws {
    for seed in UInt64(0)..<10 {
      var stage = try Self.framed(openness: 0.8, seed: seed) { $0.form.codesignShare = first }
      stage.task.design ^= 0b0110_1011
      let before = stage.task
      stage.task.parameters.form.codesignShare = second
      stage.run(Frame(), round: 13)
      let task = stage.task
      #expect(task.plan == before.plan && task.design == before.design)
      #expect(task.plannedCredit == before.plannedCredit)
      #expect(task.unfamiliarity == before.unfamiliarity)
      #expect(task.promisedQuality == before.promisedQuality)
      #expect(abs(Double(task.openChoices.count) - 12 * 0.8 * 0.8 * second) < 1)
      let (more, fewer) = first < second ? (task, before) : (before, task)
      #expect(fewer.openChoices.numbers.allSatisfy(more.openChoices.numbers.contains))
    }
  }

  @Test func whereTheProcessHasEndedNothingIsOpen() throws {
    var stage = try Self.framed(openness: 0.8) { _ in }
    #expect(!stage.task.openChoices.isEmpty)
    let before = stage.task
    stage.task.isToBeFramed = true
    stage.end(.strategy, round: 13)
    stage.run(Frame(), round: 13)
    #expect(stage.task.openChoices.isEmpty)
    #expect(stage.task.design == before.design && stage.task.plan == before.plan)
  }

  @Test func aProcessThatBeginsLaterIsFramedThen() throws {
    var stage = try Self.framed(openness: 0.8) {
      ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0)
    }
    #expect(stage.events(.begin).isEmpty && stage.task.openChoices.isEmpty)
    stage.task.parameters.form.codesignShare = 1
    (stage.task.isActive, stage.task.startRound) = (true, 13)
    Self.reframe(&stage, openness: 0.8)
    #expect(stage.events(.begin).map(\.round) == [13])
    // 0.8 of the 80 % that duties leave, of 12 choices.
    #expect((7...8).contains(stage.task.openChoices.count))
  }

  /// What is open in a more open form was open in the less open one.
  @Test(arguments: [(0.2, 0.8), (0.8, 0.2), (0.5, 0.5)] as [(Double, Double)])
  func openChoicesAreNested(first: Double, second: Double) throws {
    for seed in UInt64(0)..<10 {
      var stage = try Self.framed(openness: first, seed: seed) { _ in }
      let before = stage.task.openChoices
      Self.reframe(&stage, openness: second)
      let after = stage.task.openChoices
      let (fewer, more) = first < second ? (before, after) : (after, before)
      #expect(fewer.numbers.allSatisfy(more.numbers.contains))
      #expect(before != after || first == second)
    }
  }

  /// A plan costs nobody hours after the start, so there is one: the design, what the plan promised
  /// and whose credit it is stay when other choices are left open.
  @Test(arguments: [0.4, 0.95]) func thePlanAndWhatWasReachedStay(openness: Double) throws {
    for seed in UInt64(0)..<10 {
      var stage = try Self.framed(openness: 0.8, seed: seed) { $0.frame.planTrials = 100 }
      let reached = stage.task.design ^ 0b0110_1011
      (stage.task.design, stage.task.unfamiliarity) = (reached, 0.3)
      let before = stage.task
      Self.reframe(&stage, openness: openness)
      let task = stage.task
      #expect(task.design == reached && task.plan == before.plan && task.unfamiliarity == 0.3)
      #expect(task.plannedCredit == before.plannedCredit)
      #expect(task.promisedQuality == before.promisedQuality)
      #expect(task.promisedRelevance == before.promisedRelevance)
      #expect(task.openChoices != before.openChoices)
    }
  }

  @Test func beliefsFollowTheForm() throws {
    var stage = try Self.framed(openness: 0.2) { $0.competences.sharedUnderstanding = 1 }
    Self.reframe(&stage, openness: 0.9)
    #expect(
      stage.world.involved.allSatisfy { near(stage.task.members[$0].believedOpenness, 0.9) })
  }

  @Test func whatActorsAspireToAndWhenTheProcessBeganStay() throws {
    var stage = try Self.framed(openness: 0.3) { _ in }
    for index in stage.task.members.indices { stage.task.members[index].aspiration = 0.123 }
    let aspiration = stage.task.reputation.aspiration
    Self.reframe(&stage, openness: 0.9)
    #expect(stage.task.members.allSatisfy { $0.aspiration == 0.123 })
    #expect(stage.task.reputation.aspiration == aspiration)
    #expect(stage.events(.begin).map(\.round) == [0])
  }

  /// Coverage 0.8 of the status quo: those affected have its fit, the others its quality; and the
  /// public what those affected have on average.
  @Test func aspirationsStartFromTheServiceBeforeTheProcess() throws {
    var kinds = ActorKind.municipality
    kinds[1].isAffected = true
    let stage = try Stage(setUp: Simulation.setUp, kinds: kinds) { $0.frame.planTrials = 100 }
    let (task, statusQuo) = (stage.task, stage.task.landscape.statusQuo)
    #expect(task.design != statusQuo)
    var concerned = 0
    for index in stage.world.involved {
      let member = task.members[index]
      let served =
        member.isAffected
        ? task.fit(of: statusQuo, member: index) : task.landscape.quality(of: statusQuo)
      #expect(near(member.aspiration, 0.8 * served))
      if member.isAffected { concerned += 1 }
    }
    #expect(concerned == 2 && stage.world.involved.count == 31)
    let distance = task.needs.affectedMean.enumerated().reduce(0) {
      $0 + (statusQuo.contains($1.offset) ? 1 - $1.element : $1.element)
    }
    #expect(near(task.reputation.aspiration, 0.8 * (1 - distance / 12)))
  }

  private static func framed(
    openness: Double, seed: UInt64 = 20161, _ change: (inout Parameters) -> Void
  ) throws -> Stage {
    try Stage(setUp: Simulation.setUp, seed: seed) {
      $0.form.openness = openness
      change(&$0)
    }
  }

  private static func reframe(_ stage: inout Stage, openness: Double, round: Int = 13) {
    stage.task.form.openness = openness
    stage.task.isToBeFramed = true
    stage.run(Frame(), round: round)
    #expect(!stage.task.isToBeFramed)
  }
}
