import Testing

@testable import CoCreation

@Suite struct BuildTrustTests {
  /// Coverage 0.9: those affected are served by their own fit 0.6, others by quality 0.3.
  @Test func satisfactionIsCoverageTimesOwnFitOrQuality() throws {
    var stage = try Self.stage { $0.trust.experienceRate = 1 }
    stage.run(BuildTrust(), round: 1)
    #expect(near(stage.task.members[0].aspiration, 0.27))
    #expect(near(stage.task.members[2].aspiration, 0.54))
    // Whom the task concerns is the task's: another is served by quality.
    stage.task.members[2].isAffected = false
    stage.run(BuildTrust(), round: 2)
    #expect(near(stage.task.members[2].aspiration, 0.27))
  }

  /// 0.25 · (satisfaction − aspiration), twice where it falls short.
  @Test(arguments: [(0.44, 0.25 * 0.1), (0.64, -0.25 * 2 * 0.1), (0.54, 0)] as [(Double, Double)])
  func resultsAgainstAspirationMoveTrust(aspiration: Double, change: Double) throws {
    let stage = try Self.stage {
      ($0.trust.outputGain, $0.trust.lossAversion) = (0.25, 2)
      $0.trust.experienceRate = 0.1
    }
    for round in 1...2 {
      // From the first month: there was a service before the process.
      var stage = stage
      stage.task.members[2].aspiration = aspiration
      stage.run(BuildTrust(), round: round)
      #expect(near(stage.task.members[2].trust, 0.6 + change))
      #expect(near(stage.task.members[2].aspiration, aspiration + 0.1 * (0.54 - aspiration)))
    }
  }

  /// Voice 0.5 moves 0.2 of the way to 3 of 4 decisions: 0.5 · (0.55 − 0.6), less half of what the
  /// form was believed to be more open than its 0.5.
  @Test(arguments: [(0.35, 0.06 * 0.05), (0.55, -0.06 * 2 * 0.05)] as [(Double, Double)])
  func voiceAgainstThePromiseMovesTrust(promised: Double, change: Double) throws {
    var stage = try Self.heard(promised: promised)
    stage.run(BuildTrust(), round: 1)
    #expect(near(stage.task.members[1].voice, 0.55))
    #expect(near(stage.task.members[1].trust, 0.6 + change))
  }

  @Test func withNeutralLossAversionGoodAndBadWeighTheSame() throws {
    let changes = try [0.35, 0.55].map { promised in
      var stage = try Self.heard(promised: promised) { $0.trust.lossAversion = 1 }
      stage.run(BuildTrust(), round: 1)
      return stage.task.members[1].trust - 0.6
    }
    #expect(near(changes[0], -changes[1]) && changes[0] > 0)
  }

  @Test func whoeverDecidesNothingHearsNothing() throws {
    var (absent, idle) = (try Self.heard(promised: 0.9), try Self.heard(promised: 0.9))
    absent.stopParticipation(of: [1])
    idle.task.members[1].decisions = 0
    for var stage in [absent, idle] {
      stage.run(BuildTrust(), round: 1)
      #expect(stage.task.members[1].voice == 0.5 && stage.task.members[1].trust == 0.6)
    }
  }

  @Test func trustReturnsToTheDisposition() throws {
    var stage = try Self.stage { $0.trust.returnRate = 0.03 }
    stage.task.members[0].trust = 0.1
    stage.run(BuildTrust(), round: 2)
    #expect(near(stage.task.members[0].trust, 0.1 + 0.03 * 0.5))
    #expect(stage.task.members[1].trust == 0.6)
  }

  @Test func withNeutralParametersTrustStays() throws {
    var stage = try Self.stage()
    stage.task.members[0].trust = 0.2
    stage.task.members[1].decisions = 4
    for round in 1...12 { stage.run(BuildTrust(), round: round) }
    #expect(stage.task.members.map(\.trust) == [0.2, 0.6, 0.6, 0.6])
  }

  @Test func trustStaysWithinItsRange() throws {
    var stage = try Self.stage {
      ($0.trust.outputGain, $0.trust.lossAversion) = (1, 5)
    }
    stage.task.members[0].aspiration = 1
    (stage.task.members[3].aspiration, stage.task.members[3].trust) = (0, 0.9)
    stage.run(BuildTrust(), round: 2)
    #expect(stage.task.members[0].trust == 0 && stage.task.members[3].trust == 1)
  }

  /// In the middle of 20 months a pulse of ½ moves the trust of participants, and only then.
  @Test(arguments: [(0.5, 0.06 * 0.5), (-0.5, -0.06 * 2 * 0.5)] as [(Double, Double)])
  func aPulseMovesTheTrustOfParticipantsOnce(pulse: Double, change: Double) throws {
    for round in 1...20 {
      var stage = try Self.stage {
        ($0.trust.throughputGain, $0.trust.lossAversion, $0.trust.pulse) = (0.06, 2, pulse)
        $0.world.rounds = 20
      }
      stage.stopParticipation(of: [3])
      stage.run(BuildTrust(), round: round)
      #expect(near(stage.task.members[0].trust, round == 10 ? 0.6 + change : 0.6))
      #expect(stage.task.members[3].trust == 0.6)
    }
  }

  /// Early wins move what is seen from the end to the start, and add nothing over the run.
  @Test(arguments: [0.0, 0.6, -1]) func earlyWinsShiftWhatIsSeen(wins: Double) throws {
    let stage = try Self.stage {
      $0.contribute.earlyWins = wins
      $0.world.rounds = 9
    }
    let seen = (1...9).map { stage.task.visibleCoverage(round: $0) }
    #expect(near(seen.reduce(0, +) / 9, 0.9))
    #expect(near(seen[0], 0.9 * (1 + wins)) && near(seen[8], 0.9 * (1 - wins)))
    #expect(near(seen[2] - seen[1], seen[8] - seen[7]))
    let short = try Self.stage {
      $0.contribute.earlyWins = wins
      $0.world.rounds = 1
    }
    #expect(short.task.visibleCoverage(round: 1) == 0.9)
  }

  /// With early wins of ½ satisfaction in the first month is half as much again.
  @Test func whatIsSeenSatisfies() throws {
    var stage = try Self.stage {
      ($0.trust.experienceRate, $0.contribute.earlyWins) = (1, 0.5)
    }
    stage.run(BuildTrust(), round: 1)
    #expect(near(stage.task.members[2].aspiration, 1.5 * 0.54))
  }

  @Test func unfamiliarDesignsLoseQualityInPractice() throws {
    var stage = try Self.stage { $0.deliver.implementationLoss = 0.6 }
    #expect(near(stage.task.realisedQuality, 0.3))
    stage.task.unfamiliarity = 0.5
    #expect(near(stage.task.realisedQuality, 0.3 * 0.7))
  }

  /// Who has left keeps its experience and goes on having it; staff has it without taking part.
  @Test func experienceStaysPersonal() throws {
    var stage = try Self.stage { $0.trust.outputGain = 0.25 }
    stage.stopParticipation(of: [0, 3])
    stage.task.members[0].everParticipated = false
    for index in 0...3 { stage.task.members[index].aspiration = index < 2 ? 0.17 : 0.44 }
    stage.run(BuildTrust())
    for member in stage.task.members { #expect(near(member.trust, 0.6 + 0.25 * 0.1)) }
  }

  @Test func outsidersHaveNoExperienceOfTheirOwn() throws {
    var stage = try Self.stage { ($0.trust.outputGain, $0.trust.experienceRate) = (0.25, 1) }
    stage.makeOutsiders(of: [3])
    // One of them is involved in another task.
    stage.actors[3].isInvolved = true
    stage.world.involved.append(3)
    let before = stage.task.members[3]
    stage.run(BuildTrust())
    #expect(stage.task.members[3].trust == before.trust)
    #expect(stage.task.members[3].aspiration == before.aspiration)
    #expect(near(stage.task.members[2].aspiration, 0.54))
  }

  private static func heard(
    promised: Double, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    var stage = try stage {
      ($0.trust.throughputGain, $0.trust.lossAversion) = (0.06, 2)
      $0.trust.experienceRate = 0.2
      change(&$0)
    }
    stage.task.members[1].voice = 0.5
    stage.task.members[1].believedOpenness = promised
    (stage.task.members[1].decisions, stage.task.members[1].decisionsAgreed) = (4, 3)
    return stage
  }

  private static func stage(_ change: (inout Parameters) -> Void = { _ in }) throws -> Stage {
    var stage = try Stage(change)
    stage.task.coverage = 0.9
    stage.task.design = 0b0100
    for index in 0...3 { stage.task.members[index].fit = 0.6 }
    return stage
  }
}
