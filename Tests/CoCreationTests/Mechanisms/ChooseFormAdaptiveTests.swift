import GSL
import Testing

@testable import CoCreation

/// Rewards of an adaptive rule are of the months in which its form was in use.
@Suite struct ChooseFormAdaptiveTests {
  private static let forms = [
    FormPoint(openness: 0.1, centrality: 0.2), FormPoint(openness: 0.3, centrality: 0.9),
    FormPoint(openness: 0.8, centrality: 0.4),
  ]

  /// Reward of months 1 and 2 on the form that was in use, of month 3 on the next one.
  @Test func anAdaptiveRuleLearnsFromTheMonthsSinceItsLastChoice() throws {
    var stage = try Self.adaptive(isPooled: false)
    stage.run(ChooseForm(), round: 0)
    let first = try #require(Self.forms.firstIndex(of: stage.task.form))
    for (round, coverage) in [(1, 0.5), (2, 0.9), (3, 0.2)] {
      stage.run(ChooseForm(), round: round)
      Self.live(coverage: coverage, round: round, &stage.task)
    }
    let second = try #require(Self.forms.firstIndex(of: stage.task.form))
    stage.run(ChooseForm(), round: 4)
    stage.run(ChooseForm(), round: 5)
    let records = stage.world.formRecords[0]
    #expect(first != second && records.map(\.count).reduce(0, +) == 2)
    // With all weight on quality, which is 0.25, 0.45 and 0.1.
    #expect(records[first].count == 1 && near(records[first].mean, 0.35, 1e-5))
    #expect(near(records[second].mean, 0.1, 1e-5))
  }

  /// What was before the process is no reward of it: months 5 and 6 are, at the review of month 7.
  @Test func aProcessThatBeginsLaterLearnsFromItsOwnMonthsAlone() throws {
    var stage = try Self.adaptive(isPooled: false)
    stage.task.form = Self.forms[1]
    for (round, coverage) in [(1, 0.5), (2, 0.5), (3, 0.5), (4, 0.5), (5, 0.8), (6, 0.4)] {
      stage.task.startRound = 5
      stage.task.isActive = round >= 5
      stage.run(ChooseForm(), round: round)
      Self.live(coverage: coverage, round: round, &stage.task)
    }
    let first = try #require(Self.forms.firstIndex(of: stage.task.form))
    #expect(stage.world.formRecords[0].allSatisfy { $0.count == 0 })
    stage.run(ChooseForm(), round: 7)
    let records = stage.world.formRecords[0]
    #expect(records[first].count == 1 && near(records[first].mean, 0.3, 1e-5))
  }

  /// Tasks that learn from each other try the third form where each tried one.
  @Test(arguments: [false, true]) func tasksMayLearnFromEachOther(isPooled: Bool) throws {
    let stage = try Self.adaptive(isPooled: isPooled)
    var state = stage.state(beside: [stage.task])
    state.world.formRecords.append(state.world.formRecords[0])
    (state.tasks[0].form, state.tasks[1].form) = (Self.forms[0], Self.forms[1])
    for index in 0...1 { Self.live(coverage: 0.5, round: 1, &state.tasks[index]) }
    state.run(ChooseForm(), round: 3)
    let counts = state.world.formRecords.map { $0.map(\.count) }
    #expect(counts == (isPooled ? [[1, 1, 0], [0, 0, 0]] : [[1, 0, 0], [0, 1, 0]]))
    if isPooled { #expect(state.tasks[1].form == Self.forms[2]) }
  }

  /// Forms are learned about every two months; only quality counts, by 1000 to 0.001.
  private static func adaptive(isPooled: Bool) throws -> Stage {
    let rule = AdaptiveRule(policy: .ucb, forms: forms, isPooled: isPooled)
    return try Stage(rule: .adaptive(rule)) {
      $0.frame.reviewMonths = 2
      ($0.purpose.saving, $0.purpose.quality, $0.purpose.democracy) = (0.001, 1000, 0.001)
    }
  }

  /// A month of some coverage at a quality of one half.
  private static func live(coverage: Double, round: Int, _ task: inout TaskState) {
    task.coverage = coverage
    (task.month.round, task.month.realisedQuality) = (round, 0.5 * coverage)
  }
}
