import GSL
import Testing

@testable import CoCreation

/// The public side makes a plan again when the form has changed.
@Suite struct FrameAgainTests {
  @Test func nothingIsFramedUntilTheFormChanges() throws {
    let before = try Self.framed(openness: 0.3) { _ in }
    var after = before
    after.task.form.openness = 0.9
    after.run(Frame(), round: 13)
    #expect(StatePrint(after.state) != StatePrint(before.state))
    after.task.form.openness = 0.3
    #expect(StatePrint(after.state) == StatePrint(before.state))
    #expect(!before.task.isToBeFramed)
  }

  /// What is open in a more open form was open in the less open one.
  @Test(arguments: [(0.2, 0.8), (0.8, 0.2), (0.5, 0.5)] as [(Double, Double)])
  func openChoicesAreNested(first: Double, second: Double) throws {
    for seed in UInt64(0)..<10 {
      var stage = try Self.framed(openness: first, seed: seed) { _ in }
      let before = stage.task.openChoices
      Self.reframe(&stage, openness: second)
      let after = stage.task.openChoices
      #expect(before & after == (first < second ? before : after))
      #expect(before != after || first == second)
    }
  }

  /// Without trials the design in force is the plan, and nothing is undone.
  @Test func withoutTrialsWhatWasReachedIsKept() throws {
    var stage = try Self.framed(openness: 0.8) { $0.frame.planTrials = 0 }
    let reached = stage.task.design ^ 0b1011
    (stage.task.design, stage.task.unfamiliarity) = (reached, 0.3)
    Self.reframe(&stage, openness: 0.2)
    #expect(stage.task.plan == reached && stage.task.design == reached)
    #expect(stage.task.plannedCredit == 0 && stage.task.unfamiliarity == 0.3)
    let quality = stage.task.landscape.quality(of: reached)
    #expect(near(stage.task.promisedQuality, quality))
  }

  /// Fixed choices follow the new plan, open ones what was in force; the changes are the planners'.
  @Test func thePlanStartsFromWhatWasReached() throws {
    var changes = 0
    for seed in UInt64(0)..<20 {
      var stage = try Self.framed(openness: 0.8, seed: seed) { _ in }
      let reached = stage.task.design ^ 0b0110_1011
      (stage.task.design, stage.task.unfamiliarity) = (reached, 0.9)
      let credit = stage.task.plannedCredit
      Self.reframe(&stage, openness: 0.4)
      let task = stage.task
      #expect(task.design & task.openChoices == reached & task.openChoices)
      #expect(task.design & ~task.openChoices == task.plan & ~task.openChoices)
      let changed = (task.design ^ reached).nonzeroBitCount
      #expect(task.plannedCredit == credit + Double(changed))
      #expect(near(task.unfamiliarity, min(1, 0.9 + Double(changed) / 12)))
      for member in task.members.indices {
        #expect(task.members[member].fit == task.fit(of: task.design, member: member))
      }
      changes += changed
    }
    #expect(changes > 10)
  }

  /// New ideas come to the planners each time, in every process of a context the same.
  @Test func ideasAreNewInEachMonth() throws {
    let plans = try [13, 25].map { round in
      try (UInt64(0)..<10).map { seed in
        var stage = try Self.framed(openness: 0.5, seed: seed) { $0.frame.planTrials = 20 }
        Self.reframe(&stage, openness: 0.6, round: round)
        return stage.task.plan
      }
    }
    #expect(plans[0] != plans[1])
  }

  @Test func whatActorsAspireToAndWhenTheProcessBeganStay() throws {
    var stage = try Self.framed(openness: 0.3) { _ in }
    for index in stage.task.members.indices { stage.task.members[index].aspiration = 0.123 }
    Self.reframe(&stage, openness: 0.9)
    #expect(stage.task.members.allSatisfy { $0.aspiration == 0.123 })
    #expect(stage.events(.begin).map(\.round) == [0])
  }

  /// Coverage 0.8 of the status quo: those affected have its fit, the others its quality.
  @Test func aspirationsStartFromTheServiceBeforeTheProcess() throws {
    let task = try Self.framed(openness: 0.3) { $0.frame.planTrials = 100 }.task
    let statusQuo = task.landscape.statusQuo
    #expect(task.design != statusQuo)
    for (index, member) in task.members.enumerated() {
      let served =
        member.isAffected
        ? task.fit(of: statusQuo, member: index) : task.landscape.quality(of: statusQuo)
      #expect(near(member.aspiration, 0.8 * served))
    }
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
