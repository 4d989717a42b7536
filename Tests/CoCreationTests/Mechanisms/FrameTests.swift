import GSL
import Testing

@testable import CoCreation

@Suite struct FrameTests {
  private static let before: [any Phase] = [
    BuildLandscape(), ConcernCitizens(), FormNeeds(), FormPerspectives(), MeetContacts(),
  ]

  @Test func withoutTrialsThePlanIsTheStatusQuo() throws {
    let stage = try Stage(setUp: Self.before + [Frame()]) { $0.frame.planTrials = 0 }
    let (task, statusQuo) = (stage.task, stage.task.landscape.statusQuo)
    #expect(task.plan == statusQuo && task.design == statusQuo)
    #expect(task.promisedQuality == task.landscape.quality(of: statusQuo))
    #expect(task.plannedCredit == 0 && task.unfamiliarity == 0)
  }

  @Test(arguments: [0.0, 0.3, 0.8, 1])
  func fixedChoicesFollowThePlanAndOpenOnesTheStatusQuo(openness: Double) throws {
    for seed in UInt64(0)..<20 {
      let stage = try Stage(setUp: Self.before + [Frame()], seed: seed) {
        $0.form.openness = openness
      }
      let task = stage.task
      let statusQuo = task.landscape.statusQuo
      for choice in 0..<12 {
        let followed = task.openChoices.contains(choice) ? statusQuo : task.plan
        #expect(task.design.contains(choice) == followed.contains(choice))
      }
      let changed = Double((task.design ^ statusQuo).count)
      #expect(task.plannedCredit == changed)
      #expect(near(task.unfamiliarity, changed / 12))
      for member in stage.world.involved {
        #expect(task.members[member].fit == task.fit(of: task.design, member: member))
      }
    }
  }

  @Test func withoutAProcessThePublicSideCarriesOutItsWholePlan() throws {
    let stage = try Stage(setUp: Self.before + [Frame()]) {
      ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0)
      $0.frame.planTrials = 100
    }
    #expect(stage.task.design == stage.task.plan && stage.task.openChoices.isEmpty)
    #expect(stage.task.plan != stage.task.landscape.statusQuo)
    #expect(stage.events(.begin).isEmpty)
    #expect(try Stage(setUp: Self.before + [Frame()]).events(.begin).count == 1)
  }

  /// Of the 70 % that duties leave, half is designed together: at full openness 0.35 · 12 choices.
  @Test func whatIsOpenIsPartOfWhatIsDesignedTogether() throws {
    for seed in UInt64(0)..<20 {
      let task = try Stage(setUp: Self.before + [Frame()], seed: seed) {
        ($0.form.openness, $0.form.authorityShare) = (1, 0.3)
        $0.form.codesignShare = 0.5
      }.task
      #expect(near(task.openShare, 0.35))
      #expect((4...5).contains(task.openChoices.count))
    }
  }

  @Test func nothingAndEverythingCanBeOpen() throws {
    for seed in UInt64(0)..<20 {
      #expect(try Self.open(0, seed: seed) == 0)
      #expect(try Self.open(1, seed: seed) == 0b1111_1111_1111)
    }
  }

  @Test func moreOpennessOnlyAdds() throws {
    for seed in UInt64(0)..<20 {
      var last: ChoiceSet = 0
      for openness in stride(from: 0, through: 1, by: 0.05) {
        let open = try Self.open(openness, seed: seed)
        #expect(last.numbers.allSatisfy(open.numbers.contains))
        last = open
      }
    }
  }

  /// ⌊12 o + U⌋ has a standard deviation of at most ½: 0.1 is four standard errors of 400.
  @Test(arguments: [0.02, 0.2, 0.55, 0.99])
  func theExpectedNumberOfOpenChoicesIsContinuous(openness: Double) throws {
    var sum = 0
    var counts: Set<Int> = []
    for seed in UInt64(0)..<400 {
      let count = try Self.open(openness, seed: seed).count
      sum += count
      counts.insert(count)
    }
    #expect(abs(Double(sum) / 400 - 12 * openness) < 0.1)
    #expect(counts.count <= 2)
  }

  @Test func everyChoiceIsAsLikelyToBeOpen() throws {
    var counts = [Int](repeating: 0, count: 12)
    for seed in UInt64(0)..<400 {
      let open = try Self.open(0.25, seed: seed)
      for number in open.numbers { counts[number - 1] += 1 }
    }
    for count in counts { #expect(isLikely(count, of: 400, probability: 0.25)) }
  }

  /// Each idea is one choice with ΔQ = ¼, Δfit = 0.2/4 and −Δln c = 0.1.
  ///
  /// Motives make a gain of 0.5·0.25 + 5·0.3·0.05 + 1.5·0.2·0.1 = 0.23 of it.
  @Test(arguments: [(0.229, true), (0.231, false)] as [(Double, Bool)])
  func anIdeaEntersThePlanAboveTheStatusQuoBias(bias: Double, accepted: Bool) throws {
    var stage = try Self.planners { $0.decide.statusQuoBias = bias }
    stage.run(Frame(), round: 0)
    #expect(stage.task.plan.count == (accepted ? 1 : 0))
    #expect(near(stage.task.promisedQuality, accepted ? 0.25 : 0))
  }

  @Test func onlyPublicActorsPlanAndOnlyWhatTheyUnderstand() throws {
    var stage = try Self.planners {
      $0.frame.planTrials = 100
      $0.perspective.boldness = 0.5
    }
    for index in 0...1 { stage.task.members[index].understands = 0b0011 }
    stage.run(Frame(), round: 0)
    // 100 trials miss one of the two with probability 2 (3/4)^100 = 6e-13.
    #expect(stage.task.plan == 0b0011)
    for index in 0...1 { stage.task.members[index].understands = 0 }
    stage.task.isToBeFramed = true
    stage.run(Frame(), round: 0)
    #expect(stage.task.plan == 0)
  }

  @Test func promisedRelevanceIsThePlansFitWithThePublicSidesOwnView() throws {
    var stage = try Self.planners { $0.frame.planTrials = 0 }
    for index in 0...1 { stage.setPreferences(of: index, [0, 0, 0, 1]) }
    stage.run(Frame(), round: 0)
    // Three of four wishes met by the plan 0; mean wishes are 0 or 1.
    #expect(near(stage.task.promisedRelevance, 0.75))
  }

  /// The winner's curse: only gains that are perceived count.
  ///
  /// Without errors the promise is the plan's quality, with them it is too high on average.
  @Test func errorsOfPlannersMakeThePromiseTooHigh() throws {
    func excess(error: Double) throws -> [Double] {
      try (UInt64(0)..<120).map { seed in
        let task = try Stage(setUp: Self.before + [Frame()], seed: seed) {
          $0.decide.judgementError = error
          $0.perspective.error = 0
        }.task
        return task.promisedQuality - task.landscape.quality(of: task.plan)
      }
    }
    #expect(try excess(error: 0).allSatisfy { near($0, 0) })
    let wrong = try excess(error: 0.2)
    let mean = try #require(Statistics.mean(wrong))
    let deviation = try #require(Statistics.standardDeviation(wrong))
    #expect(mean > 3 * deviation / 120.0.squareRoot())
  }

  /// Where all share a view its error is gained with the plan: the steps' sum telescopes.
  @Test func aSharedViewsErrorIsPromisedOnce() throws {
    var checked = 0
    for seed in UInt64(0)..<10 {
      let stage = try Stage(setUp: Self.before + [Frame()], seed: seed) {
        ($0.decide.judgementError, $0.perspective.diversity) = (0, 0)
      }
      func seen(_ design: ChoiceSet) -> Double {
        var turn = Turn()
        return stage.task.landscape.quality(of: design)
          + stage.task.perspectiveError(0, design: design, &turn)
      }
      let statusQuo = stage.task.landscape.statusQuo
      let promised =
        stage.task.landscape.quality(of: statusQuo) + seen(stage.task.plan) - seen(statusQuo)
      guard (0...1).contains(promised) else { continue }
      #expect(near(stage.task.promisedQuality, promised))
      checked += 1
    }
    #expect(checked > 3)
  }

  /// Two public actors who like every choice equally, on a landscape of equal weights.
  private static func planners(_ change: (inout Parameters) -> Void) throws -> Stage {
    var stage = try Stage {
      $0.frame.planTrials = 1
      change(&$0)
    }
    stage.task.landscape = .additive([1, 1, 1, 1], costEffect: [-0.1, -0.1, -0.1, -0.1])
    for index in 0...3 { stage.setPreferences(of: index, [0.6, 0.6, 0.6, 0.6]) }
    return stage
  }

  private static func open(_ share: Double, seed: UInt64) throws -> ChoiceSet {
    let stream = RandomSource.stream(run: RandomSource.runKey(seed), mechanism: 1, round: 0)
    var turn = Turn()
    return Frame.openChoices(12, share: share, stream, &turn)
  }
}
