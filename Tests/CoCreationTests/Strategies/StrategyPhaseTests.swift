import Testing

@testable import CoCreation

@Suite struct StrategyPhaseTests {
  @Test func aPhaseWaitsForItsMonthAndItsConditions() throws {
    var stage = try Stage()
    let phase = StrategyPhase(
      from: 5, when: [.init("fear", below: 0.3), .init("coverage", above: 0.6)],
      settings: ["lottery": 1])
    for (month, fear, coverage, begins) in [
      (4, 0.2, 0.8, false), (5, 0.2, 0.8, true), (60, 0.2, 0.8, true), (5, 0.3, 0.8, false),
      (5, 0.2, 0.6, false),
    ] {
      (stage.world.fear, stage.task.coverage) = (fear, coverage)
      let situation = Situation(stage.task, stage.world, round: month)
      #expect(phase.begins(in: situation) == begins, "month \(month), \(fear), \(coverage)")
    }
  }

  @Test func withoutConditionsTheMonthIsEnough() throws {
    let stage = try Stage()
    let phase = StrategyPhase(settings: ["lottery": 1])
    #expect(phase.begins(in: Situation(stage.task, stage.world, round: 1)))
    // In the set-up nothing begins.
    #expect(!phase.begins(in: Situation(stage.task, stage.world, round: 0)))
  }
}
