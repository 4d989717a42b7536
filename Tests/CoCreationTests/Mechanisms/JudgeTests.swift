import Testing

@testable import CoCreation

@Suite struct JudgeTests {
  @Test func aChangeIsWhatItDoesToQualityCostAndDesign() throws {
    let stage = try Self.stage()
    let change = Change(flips: 0b0101, of: stage.task, commonError: 0.07)
    // The first choice goes (−0.1), the third comes (+0.3).
    #expect(near(change.quality, 0.2 + 0.07))
    // The first choice's cost effect 0.1 is undone, the third's −0.05 comes.
    #expect(near(change.saving, 0.1 + 0.05))
  }

  /// quality 0.5·(0.2 + view 0.03 − 0.01 + 0.2·(1 − 0.6)·1.5) + need 5·0.3·Δfit + saving 2·0.2·0.15,
  /// with Δfit = (−0.2 + 0.6)/4.
  @Test func gainIsWeighedByMotives() throws {
    #expect(near(try Self.gain(), 0.5 * (0.2 + 0.02 + 0.12) + 0.15 + 0.06))
  }

  @Test(
    arguments: [
      ("judgement_error", 0.5 * (0.2 + 0.02) + 0.15 + 0.06),
      ("need_weight", 0.5 * 0.34 + 0.06), ("cost_weight", 0.5 * 0.34 + 0.15),
    ] as [(String, Double)])
  func withoutAWeightItsTermIsGone(name: String, expected: Double) throws {
    #expect(near(try Self.gain { $0[name] = 0 }, expected))
  }

  @Test func knowledgeSilencesOnesOwnError() throws {
    var stage = try Self.stage()
    stage.actors[0].knowledge = 1
    let judge = Judge(stage.task.parameters.decide)
    func gain(_ z: Double) -> Double {
      judge.opinion(
        of: Change(flips: 1, of: stage.task, commonError: 0), 0, stage.actors[0], stage.task,
        error: z, perspectiveError: 0
      ).gain
    }
    #expect(gain(3) == gain(-3))
  }

  private static func gain(_ change: (inout Parameters) -> Void = { _ in }) throws -> Double {
    let stage = try stage(change)
    let opinion = Judge(stage.task.parameters.decide).opinion(
      of: Change(flips: 0b0101, of: stage.task, commonError: 0), 0, stage.actors[0],
      stage.task, error: 1.5, perspectiveError: 0.03)
    let error = 0.4 * 1.5 * stage.task.parameters.decide.judgementError
    #expect(near(opinion.quality, 0.2 + 0.02 + error))
    return opinion.gain
  }

  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage {
      $0.decide.judgementError = 0.2
      ($0.decide.needWeight, $0.decide.costWeight) = (5, 2)
      change(&$0)
    }
    stage.task.landscape = .additive([1, 2, 3, 4], costEffect: [0.1, 0.3, -0.05, 0])
    stage.task.design = 0b0001
    stage.actors[0].knowledge = 0.6
    stage.task.members[0].perspectiveError = 0.01
    // Giving up the first choice costs 0.2, taking the third brings 0.6.
    stage.setPreferences(of: 0, [0.6, 0.5, 0.8, 0.5])
    return stage
  }
}
