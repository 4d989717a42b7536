import Testing

@testable import CoCreation

@Suite struct FearTests {
  /// Fear 0.2 returns at 0.11 to 2 · f · (1 − τ), at most 1.
  @Test(
    arguments: [(0.2, 0.5, 0.2), (1, 0, 1), (1, 1, 0), (0, 0.5, 0), (0.3, 0.75, 0.15)]
      as [(Double, Double, Double)])
  func fearReturnsToItsRestingLevel(general: Double, tolerance: Double, resting: Double) throws {
    var stage = try Self.fearful(general: general, tolerance: tolerance)
    stage.run(Fear())
    #expect(near(stage.world.fear, 0.2 + 0.11 * (resting - 0.2)))
  }

  /// Where errors are half tolerated, the organisation starts at the level it returns to.
  @Test func withoutStoriesFearIsWhatItIsInGeneral() throws {
    var stage = try Stage {
      $0.world.generalFear = 0.3
      ($0.account.fearDecay, $0.competences.errorTolerance) = (0.11, 0.5)
    }
    #expect(stage.world.fear == 0.3)
    for round in 1...12 { stage.run(Fear(), round: round) }
    #expect(near(stage.world.fear, 0.3))
  }

  /// A story of severity 0.8 adds 0.35 · 0.8 · (1 − τ).
  @Test(arguments: [0.25, 1]) func storiesRaiseFear(tolerance: Double) throws {
    var stage = try Self.fearful(general: 0.75, tolerance: tolerance)
    (stage.task.month.stories, stage.task.month.severity) = (1, 0.8)
    stage.run(Fear())
    let resting = min(1, 1.5 * (1 - tolerance))
    #expect(near(stage.world.fear, 0.2 + 0.11 * (resting - 0.2) + (1 - tolerance) * 0.28))
  }

  @Test func whatThePressDoesNotTellFrightensNobody() throws {
    var stage = try Self.fearful(general: 0, tolerance: 0)
    (stage.task.month.failures, stage.task.month.severity) = (1, 5)
    stage.task.month.violations = 3
    stage.run(Fear())
    #expect(near(stage.world.fear, 0.2 - 0.11 * 0.2))
  }

  @Test func fearStaysWithinItsRange() throws {
    var stage = try Self.fearful(general: 1, tolerance: 0)
    (stage.task.month.stories, stage.task.month.severity) = (1, 100)
    stage.run(Fear())
    #expect(stage.world.fear == 1)
  }

  /// One organisation: resting levels 0.2 and 0.4 make 0.3, and shocks 0 and 0.28 make 0.14.
  @Test func fearIsMovedByTheMeanOverTasks() throws {
    let stage = try Self.fearful(general: 0.2, tolerance: 0.5)
    var other = try Self.fearful(general: 0.2, tolerance: 0).task
    (other.month.stories, other.month.severity) = (1, 0.8)
    var state = stage.state(beside: [other])
    state.run(Fear())
    #expect(near(state.world.fear, 0.2 + 0.11 * (0.3 - 0.2) + 0.14))
  }

  /// Three tasks in the same state are as one.
  @Test func fearDecaysOnceAMonthWhateverTheNumberOfTasks() throws {
    let stage = try Self.fearful(general: 0.3, tolerance: 0.5)
    var state = stage.state(beside: [stage.task, stage.task])
    state.run(Fear())
    #expect(near(state.world.fear, 0.2 + 0.11 * (0.3 - 0.2)))
  }

  /// What stories have made people ask for is forgotten at the rate of fear, task by task.
  @Test func exposureFadesAsFearDoes() throws {
    var stage = try Self.fearful(general: 0.2, tolerance: 0.5)
    stage.task.exposure = 0.1
    var state = stage.state(beside: [try Stage().task])
    state.run(Fear())
    #expect(near(state.tasks[0].exposure, 0.1 * 0.89))
    #expect(state.tasks[1].exposure == 0)
  }

  private static func fearful(general: Double, tolerance: Double) throws -> Stage {
    var stage = try Stage {
      $0.account.pressScrutiny = 0.2
      $0.world.generalFear = general
      $0.competences.errorTolerance = tolerance
      ($0.account.fearDecay, $0.account.storyFear) = (0.11, 0.35)
    }
    stage.world.fear = 0.2
    return stage
  }
}
