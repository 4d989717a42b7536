import Testing

@testable import CoCreation

/// A course that changes the form, and what is made together.
@Suite struct FollowCourseFormTests {
  /// Only another form is framed anew; a form that is set is set, whatever it was.
  @Test(arguments: [("openness", 0.7, true), ("centrality", 0.1, true), ("openness", 0.5, false)])
  func anotherFormIsFramedAnew(lever: String, value: Double, isNew: Bool) throws {
    var stage = try Stage(course: [.init(settings: [lever: value])])
    stage.task.isToBeFramed = false
    stage.run(FollowCourse())
    #expect(stage.task.isToBeFramed == isNew && stage.task.formIsSet)
    #expect(stage.task.parameters.form[keyPath: Self.path(lever)] == value)
  }

  @Test(arguments: ["codesign_share", "codelivery_share", "facilitation_hours", "lottery"])
  func whatLeavesTheFormIsNotFramedAnew(lever: String) throws {
    var stage = try Stage(course: [.init(settings: [lever: 0.5])])
    stage.task.isToBeFramed = false
    stage.run(FollowCourse())
    #expect(!stage.task.isToBeFramed && !stage.task.formIsSet && stage.task.isActive)
  }

  /// From month 4 a contingent rule chooses no more.
  @Test func thePhaseTakesTheFormOutOfTheRulesHands() throws {
    let rule = FormRule.contingent(
      ContingentRule(cases: [
        .init(when: [.init("coverage", below: 0.5)], form: .init(openness: 0.1, centrality: 0.2)),
        .init(form: .init(openness: 0.8, centrality: 0.4)),
      ]))
    var stage = try Stage(
      rule: rule, course: [.init(from: 4, settings: ["centrality": 0.9])]
    ) { $0.frame.reviewMonths = 1 }
    for round in 2...6 {
      stage.task.coverage = round.isMultiple(of: 2) ? 0.2 : 0.9
      stage.run(FollowCourse(), round: round)
      stage.run(ChooseForm(), round: round)
    }
    #expect(stage.events(.form).map(\.round) == [2, 3])
    #expect(stage.task.form == FormPoint(openness: 0.8, centrality: 0.9))
  }

  /// In-house until month 7; either share is enough, and all that is left is needed.
  @Test(
    arguments: [
      (["codelivery_share": 0.5], 0.0, true), (["codesign_share": 1], 0, true),
      (["openness": 0.9, "payment": 10], 0, false), (["codelivery_share": 0.5], 1, false),
    ] as [([String: Double], Double, Bool)])
  func aProcessMayBeginLate(settings: [String: Double], duties: Double, begins: Bool) throws {
    var stage = try Self.inHouse(duties: duties, course: [.init(from: 7, settings: settings)])
    stage.task.isToBeFramed = false
    for round in 1...6 {
      stage.run(FollowCourse(), round: round)
      #expect(!stage.task.isActive && !stage.task.isCocreated)
    }
    stage.run(FollowCourse(), round: 7)
    #expect(stage.task.isActive == begins && stage.task.startRound == (begins ? 7 : nil))
    #expect(stage.task.isToBeFramed == begins)
  }

  /// Months later, and with the first month's chance of joining, which is certain here.
  @Test func whatBeginsLateBeginsAsOthersDo() throws {
    var stage = try Self.inHouse(course: [.init(from: 5, settings: ["codelivery_share": 1])]) {
      ($0.join.initialExternal, $0.join.initialPublic) = (1, 1)
    }
    stage.makeOutsiders(of: [2, 3])
    stage.stopParticipation(of: [0, 1])
    for round in 1...7 {
      stage.runMonth(round)
      #expect(stage.task.participants.count == (round < 5 ? 0 : 4))
      #expect(stage.task.month.joined == (round == 5 ? 4 : 0))
      #expect((stage.task.work.producedUnits > 0) == (round >= 5))
    }
    #expect(stage.events(.begin).map(\.round) == [5])
  }

  private static func path(_ lever: String) -> KeyPath<FormParameters, Double> {
    lever == "openness" ? \.openness : \.centrality
  }

  private static func inHouse(
    duties: Double = 0, course: [StrategyPhase], _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> Stage {
    try Stage(course: course) {
      $0.form.authorityShare = duties
      ($0.form.codesignShare, $0.form.codeliveryShare) = (0, 0)
      change(&$0)
    }
  }
}
