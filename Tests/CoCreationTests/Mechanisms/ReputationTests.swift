import Testing

@testable import CoCreation

/// How those who have never taken part see the service.
@Suite struct ReputationTests {
  /// Coverage 0.9 · mean fit (0.2 + 0.6 + 0.9 + 0.9) / 4 = 0.585, against what was expected; a shift of
  /// 0.2 returns by 0.03 of itself.
  @Test(
    arguments: [(0.485, 0.25 * 0.1), (0.685, -0.25 * 2 * 0.1), (0.585, 0)] as [(Double, Double)])
  func whatThoseAffectedHaveOnAverageMovesIt(aspiration: Double, change: Double) throws {
    var stage = try Self.stage {
      ($0.trust.outputGain, $0.trust.lossAversion, $0.trust.returnRate) = (0.25, 2, 0.03)
      $0.trust.experienceRate = 0.1
    }
    (stage.task.reputation.shift, stage.task.reputation.aspiration) = (0.2, aspiration)
    stage.run(BuildTrust())
    #expect(near(stage.task.reputation.shift, 0.2 - 0.006 + change))
    #expect(near(stage.task.reputation.aspiration, aspiration + 0.1 * (0.585 - aspiration)))
  }

  /// It is the needs of all affected that count, not the fits of those who have come into view.
  @Test func fitsOfParticipantsDoNotMatter() throws {
    var (plain, changed) = (try Self.stage(), try Self.stage())
    for index in 0...3 { changed.task.members[index].fit = 0.1 }
    plain.run(BuildTrust())
    changed.run(BuildTrust())
    #expect(plain.task.reputation.shift == changed.task.reputation.shift)
    #expect(plain.task.reputation.shift != 0)
  }

  /// Early wins of ½ show half as much again in the first month.
  @Test func itSeesWhatIsVisible() throws {
    var stage = try Self.stage {
      ($0.trust.experienceRate, $0.contribute.earlyWins) = (1, 0.5)
    }
    stage.run(BuildTrust())
    #expect(near(stage.task.reputation.aspiration, 1.5 * 0.585))
  }

  @Test func itLivesOnWithoutAProcess() throws {
    var stage = try Self.stage { ($0.trust.outputGain, $0.trust.experienceRate) = (0.25, 0.5) }
    stage.end()
    stage.run(BuildTrust())
    #expect(near(stage.task.reputation.shift, 0.25 * 0.585))
    #expect(near(stage.task.reputation.aspiration, 0.5 * 0.585))
  }

  @Test(arguments: [(0.0, 1.0), (2, -1)] as [(Double, Double)])
  func itStaysWithinItsRange(aspiration: Double, end: Double) throws {
    var stage = try Self.stage {
      ($0.trust.outputGain, $0.trust.lossAversion, $0.trust.experienceRate) = (1, 5, 0)
    }
    stage.task.reputation.aspiration = aspiration
    for round in 1...5 { stage.run(BuildTrust(), round: round) }
    #expect(stage.task.reputation.shift == end)
  }

  @Test func withNeutralParametersItStays() throws {
    var stage = try Stage()
    stage.task.reputation.shift = 0.3
    for round in 1...5 { stage.run(BuildTrust(), round: round) }
    #expect(stage.task.reputation.shift == 0.3)
  }

  /// Mean wishes of 0.8, 0.4, 0.9 and 0.1 and a design that takes the third choice.
  private static func stage(
    _ change: (inout Parameters) -> Void = { $0.trust.outputGain = 0.25 }
  ) throws -> Stage {
    var stage = try Stage(change)
    stage.task.coverage = 0.9
    stage.task.design = 0b0100
    stage.task.needs.affectedSum = [1.6, 0.8, 1.8, 0.2]
    return stage
  }
}
