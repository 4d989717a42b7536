import Testing

@testable import CoCreation

@Suite struct FailTests {
  /// A shift of the logit of failure, from a base rate of ½, where the shift is easiest to see.
  struct Term: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let parameters: @Sendable (inout Parameters) -> Void
    var state: @Sendable (inout Stage) -> Void = { _ in }
    /// The odds that follow.
    let odds: Double
  }

  private static let e = 2.718281828459045

  static let terms: [Term] = [
    .init(testDescription: "base", parameters: { _ in }, odds: 1),
    .init(
      testDescription: "lower base", parameters: { $0.fail.base = 0.1 }, odds: 1.0 / 9),
    .init(
      testDescription: "novelty", parameters: { $0.fail.novelty = 4 },
      state: { $0.task.unfamiliarity = 0.25 }, odds: e),
    // K = 3 of 4 choices is full interplay; the base rate holds at 4/11.
    .init(
      testDescription: "ruggedness",
      parameters: {
        $0.landscape.ruggedness = 3
        $0.fail.ruggedness = 11.0 / 7
      }, odds: e),
    .init(
      testDescription: "shortfall", parameters: { $0.fail.shortfall = 2 },
      state: { $0.task.month.delivered = 50 }, odds: e),
    .init(
      testDescription: "maturity in co-creation", parameters: { $0.fail.maturity = 2 },
      state: { ($0.world.publicMaturity, $0.world.externalMaturity) = (0.9, 0.8) }, odds: 1 / e),
    // By who delivers: 3/4 · operational 0.9 + 1/4 · 0.7 = 0.85.
    .init(
      testDescription: "maturity of both kinds",
      parameters: { ($0.fail.maturity, $0.form.codeliveryShare) = (2, 0.25) },
      state: {
        $0.task.operationalMaturity = 0.9
        ($0.world.publicMaturity, $0.world.externalMaturity) = (0.8, 0.6)
      }, odds: 1 / e),
    .init(
      testDescription: "in-house no maturity in co-creation",
      parameters: { ($0.fail.maturity, $0.form.codesignShare) = (2, 0) },
      state: {
        $0.task.isActive = false
        ($0.task.operationalMaturity, $0.world.publicMaturity) = (0.85, 0)
      }, odds: 1 / e),
    .init(
      testDescription: "tolerance",
      parameters: {
        $0.fail.slack = 2
        $0.competences.errorTolerance = 1
      }, odds: e),
    // 2 · requirement 0.8 · share 0.8 · external half of the effort = 0.64.
    .init(
      testDescription: "external work",
      parameters: {
        ($0.fail.external, $0.staff.professionalRequirement) = (2, 0.8)
        $0.form.authorityShare = 0.2
      }, state: { ($0.task.work.staffPaid, $0.task.work.externalEffort) = (40, 40) },
      odds: 1.8964808793049515),
    // As it was last in the process: 2 · 0.8 · share 0.5 · external 0.8 of the effort.
    .init(
      testDescription: "external work that is handed back",
      parameters: { ($0.fail.external, $0.staff.professionalRequirement) = (2, 0.8) },
      state: {
        $0.task.isActive = false
        $0.task.handover = Handover(
          monthsLeft: 2, units: 0, hours: 0, share: 0.5, openness: 0.5, externalShare: 0.8)
      }, odds: 1.8964808793049515),
    .init(
      testDescription: "external work that has been handed back",
      parameters: { ($0.fail.external, $0.staff.professionalRequirement) = (2, 0.8) },
      state: {
        $0.task.isActive = false
        ($0.task.work.staffPaid, $0.task.work.externalEffort) = (40, 40)
      }, odds: 1),
  ]

  @Test(arguments: terms) func chanceOfAFailureByHand(_ term: Term) throws {
    var stage = try Stage {
      $0.fail.base = 0.5
      term.parameters(&$0)
    }
    (stage.task.month.demanded, stage.task.month.delivered) = (100, 100)
    term.state(&stage)
    var failures = 0
    for round in 1...2000 {
      var stage = stage
      stage.run(Fail(), round: round)
      failures += stage.task.month.failures
      #expect(stage.task.failedLastMonth == (stage.task.month.failures == 1))
    }
    #expect(isLikely(failures, of: 2000, probability: term.odds / (1 + term.odds)))
  }

  @Test func moreNoveltyOnlyAddsFailures() throws {
    let stage = try Self.stage { ($0.fail.base, $0.fail.novelty) = (0.2, 4) }
    for round in 1...200 {
      var (known, novel) = (stage, stage)
      novel.task.unfamiliarity = 0.3
      known.run(Fail(), round: round)
      novel.run(Fail(), round: round)
      #expect(known.task.month.failures <= novel.task.month.failures)
    }
  }

  @Test func withANeutralBaseNothingEverFails() throws {
    var stage = try Self.stage { $0.fail.novelty = 40 }
    stage.task.unfamiliarity = 1
    for round in 1...200 {
      stage.run(Fail(), round: round)
      #expect(!stage.task.failedLastMonth && stage.task.month.delivered == 80)
    }
    #expect(stage.task.coverage == 0.8 && stage.events(.failure).isEmpty)
  }

  /// Severity is gamma(shape, 1/shape): mean 1, variance 1/shape.
  @Test(arguments: [0.5, 2]) func severityDestroysItsShareOfTheOutput(shape: Double) throws {
    let stage = try Self.stage {
      ($0.fail.base, $0.fail.loss, $0.fail.severityShape) = (0.5, 0.4, shape)
    }
    var severities: [Double] = []
    for round in 1...2000 {
      var stage = stage
      stage.run(Fail(), round: round)
      guard stage.task.month.failures == 1 else {
        #expect(stage.task.month.severity == 0)
        continue
      }
      let severity = stage.task.month.severity
      severities.append(severity)
      #expect(near(stage.task.month.delivered, 80 * max(0, 1 - 0.4 * severity)))
      #expect(near(stage.task.coverage, stage.task.month.delivered / 100))
      #expect(stage.events(.failure).first?.value == severity)
    }
    let mean = severities.reduce(0, +) / Double(severities.count)
    #expect(abs(mean - 1) < 4 * (1 / shape / Double(severities.count)).squareRoot())
    // The variance of a sample variance is (fourth moment − variance²) / n, of a gamma's here
    // (3 + 6/shape − 1)/shape²/n.
    let variance =
      severities.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(severities.count)
    let error = ((2 + 6 / shape) / Double(severities.count)).squareRoot() / shape
    #expect(abs(variance - 1 / shape) < 4 * error)
  }

  @Test func theWorstFailureLeavesNothing() throws {
    let stage = try Self.stage { ($0.fail.base, $0.fail.loss) = (0.5, 1) }
    let outputs = (1...60).map { round in
      var stage = stage
      stage.run(Fail(), round: round)
      if stage.task.month.severity >= 1 { #expect(stage.task.month.delivered == 0) }
      return stage.task.month.delivered
    }
    #expect(outputs.contains(0) && outputs.allSatisfy { $0 >= 0 })
  }

  private static func stage(_ change: (inout Parameters) -> Void) throws -> Stage {
    var stage = try Stage(change)
    (stage.task.month.demanded, stage.task.month.delivered) = (100, 80)
    return stage
  }
}
