import GSL
import Testing

@testable import CoCreation

@Suite struct ChooseFormTests {
  private static let forms = [
    FormPoint(openness: 0.1, centrality: 0.2), FormPoint(openness: 0.3, centrality: 0.9),
    FormPoint(openness: 0.8, centrality: 0.4),
  ]

  /// The form in use before a choice.
  private static let half = FormPoint(openness: 0.5, centrality: 0.5)

  /// The first form where little is covered, the second where there is fear, else the third.
  private static let rule = FormRule.contingent(
    ContingentRule(cases: [
      .init(when: [.init("coverage", below: 0.5)], form: forms[0]),
      .init(when: [.init("fear", above: 0.3)], form: forms[1]), .init(form: forms[2]),
    ]))

  @Test func aFixedFormStays() throws {
    var stage = try Stage { $0.frame.reviewMonths = 1 }
    let form = stage.task.form
    for round in 0...5 { stage.run(ChooseForm(), round: round) }
    #expect(stage.task.form == form && stage.events(.form).isEmpty)
  }

  @Test func whatChangesIsFramedAgain() throws {
    var stage = try Stage(rule: Self.rule)
    stage.task.isToBeFramed = false
    stage.run(ChooseForm(), round: 0)
    #expect(stage.task.form == Self.forms[2] && stage.task.isToBeFramed)
    #expect(stage.events(.form).map(\.value) == [0.8])
    #expect(stage.events(.form).map(\.detail) == [.form(openness: 0.8, centrality: 0.4)])
    stage.task.isToBeFramed = false
    stage.run(ChooseForm(), round: 13)
    #expect(stage.task.form == Self.forms[2] && !stage.task.isToBeFramed)
    #expect(stage.events(.form).count == 1)
  }

  /// At the start, and each time that many months are over.
  @Test(arguments: [(1, [0] + Array(2...15)), (5, [0, 6, 11]), (12, [0, 13]), (1200, [0])])
  func reviewsComeAtTheirMonths(interval: Int, months: [Int]) throws {
    var stage = try Stage(rule: Self.rule) { $0.frame.reviewMonths = Double(interval) }
    for round in 0...15 {
      // Always the other of two forms is the one that fits.
      stage.task.coverage = stage.task.form == Self.forms[0] ? 1 : 0
      stage.run(ChooseForm(), round: round)
    }
    #expect(stage.events(.form).map(\.round) == months)
  }

  @Test func anEndedProcessHasNoForm() throws {
    var stage = try Stage(rule: Self.rule)
    stage.end()
    stage.run(ChooseForm(), round: 0)
    #expect(stage.events(.form).isEmpty)
  }

  /// Not even a first one.
  @Test func withoutAProcessThereIsNothingToChoose() throws {
    var stage = try Stage(rule: Self.rule) {
      ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0)
      $0.frame.reviewMonths = 1
    }
    for round in 0...5 { stage.run(ChooseForm(), round: round) }
    #expect(stage.events(.form).isEmpty)
  }

  /// Between reviews, in the month in which the process begins.
  @Test func aProcessThatBeginsLaterHasAFirstChoice() throws {
    var stage = try Stage(rule: Self.rule)
    for round in 0...6 {
      stage.task.startRound = 4
      stage.task.isActive = round >= 4
      stage.run(ChooseForm(), round: round)
    }
    #expect(stage.events(.form).map(\.round) == [4] && stage.task.form == Self.forms[2])
  }

  @Test func whatAPhaseHasSetNoRuleChooses() throws {
    var stage = try Stage(rule: Self.rule) { $0.frame.reviewMonths = 1 }
    stage.task.formIsSet = true
    for round in 0...5 { stage.run(ChooseForm(), round: round) }
    #expect(stage.events(.form).isEmpty && stage.task.form == Self.half)
  }

  /// By their own situation.
  @Test func eachTaskHasAFormOfItsOwn() throws {
    let stage = try Stage(rule: Self.rule)
    var other = stage.task
    other.coverage = 0.1
    var state = stage.state(beside: [other])
    state.run(ChooseForm(), round: 0)
    #expect(state.tasks.map(\.form) == [Self.forms[2], Self.forms[0]])
  }

  /// What does not fit is each of the others alike.
  @Test(arguments: [0, 0.5, 1]) func competenceIsHowOftenTheFormFits(competence: Double) throws {
    let chosen = try (1...1000).map { try Self.choice(seed: $0, competence: competence) }
    let fitting = chosen.count { $0 == Self.forms[2] }
    #expect(isLikely(fitting, of: 1000, probability: competence))
    for form in Self.forms[..<2] {
      let other = chosen.count { $0 == form }
      #expect(isLikely(other, of: 1000, probability: (1 - competence) / 2))
    }
  }

  /// More competence only mends choices, and which ones fail does not depend on the situation.
  @Test func theLotIsTheSameInEverySituation() throws {
    func misses(_ competence: Double, coverage: Double = 0.8) throws -> Set<Int> {
      let fitting = coverage < 0.5 ? Self.forms[0] : Self.forms[2]
      return Set(
        try (1...200).filter {
          try Self.choice(seed: $0, competence: competence, coverage: coverage) != fitting
        })
    }
    #expect(try misses(0.8).isStrictSubset(of: misses(0.3)))
    #expect(try misses(0.5) == misses(0.5, coverage: 0.1))
  }

  @Test func aRuleWithoutAnotherFormNeedsNoCompetence() throws {
    let rule = FormRule.contingent(ContingentRule(cases: [.init(form: Self.forms[1])]))
    var stage = try Stage(rule: rule) { $0.competences.strategicCompetence = 0 }
    stage.run(ChooseForm(), round: 0)
    #expect(stage.task.form == Self.forms[1])
  }

  private static func choice(
    seed: Int, competence: Double, coverage: Double = 0.8
  ) throws -> FormPoint {
    var stage = try Stage(seed: UInt64(seed), rule: rule) {
      $0.competences.strategicCompetence = competence
    }
    stage.task.coverage = coverage
    stage.run(ChooseForm(), round: 0)
    return stage.task.form
  }
}
