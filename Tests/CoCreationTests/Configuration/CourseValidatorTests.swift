import Testing

@testable import CoCreation

@Suite struct CourseValidatorTests {
  @Test func soundCoursesHaveNoFaults() {
    #expect(Self.faults([]).isEmpty)
    #expect(
      Self.faults([
        StrategyPhase(settings: ["openness": 0, "centrality": 1]),
        StrategyPhase(from: 48, settings: ["codelivery_share": 0]),
        StrategyPhase(
          from: 13, when: [.init("fear", below: 0.3), .init("demand", above: 2)],
          settings: ["payment": 200]),
        StrategyPhase(when: [.init("trust", below: 0.2)], endsProcess: true),
      ]).isEmpty)
  }

  @Test(arguments: [0, -1, 49]) func aPhaseBeginsWithinTheRun(month: Int) {
    let faults = Self.faults([
      StrategyPhase(settings: ["lottery": 1]), StrategyPhase(from: month, settings: ["lottery": 0]),
    ])
    #expect(faults.map(\.path) == [["phases", "2", "from"]])
    #expect(faults.first?.found == "month \(month)")
    #expect(faults.first?.allowed == "a month from 1 to 48, the length of a run")
  }

  /// What has ended does not begin again; whether conditions will hold nobody knows.
  @Test func nothingBeginsAfterACertainEnd() {
    func faults(_ month: Int, _ conditions: [Condition] = []) -> [[String]] {
      Self.faults([
        StrategyPhase(from: month, settings: ["lottery": 1]),
        StrategyPhase(from: 24, when: conditions, endsProcess: true),
        StrategyPhase(from: 36, endsProcess: true),
      ]).map(\.path)
    }
    // A second end comes too late.
    let late = [["phases", "3", "from"]]
    #expect(faults(23) == late && faults(24) == [["phases", "1", "from"]] + late)
    let unsure = [Condition("coverage", above: 0.9)]
    #expect(faults(35, unsure) == [] && faults(36, unsure) == [["phases", "1", "from"]])
    #expect(faults(40, unsure) == [["phases", "1", "from"]])
  }

  @Test func aPhaseEitherEndsTheProcessOrChangesIt() {
    let both = Self.faults([
      StrategyPhase(settings: ["openness": 0.2, "lottery": 1], endsProcess: true)
    ])
    #expect(both.map(\.path) == [["phases", "1", "end"]])
    #expect(both.first?.found == "an end beside lottery")
    let neither = Self.faults([StrategyPhase(from: 4)])
    #expect(neither.map(\.path) == [["phases", "1"]])
    #expect(neither.first?.found == "a phase that changes nothing")
  }

  @Test(arguments: ["authority_share", "budget_hours", "rounds", "no_such_thing", "viable_share"])
  func onlyLeversChangeOnTheWay(name: String) {
    let faults = Self.faults([StrategyPhase(settings: [name: 0.5])])
    #expect(faults.map(\.path) == [["phases", "1", name]])
    #expect(faults.first?.allowed.contains("onboarding_limit") == true)
  }

  @Test(
    arguments: [
      ("openness", 1.1), ("payment", -1), ("onboarding_limit", 2.5), ("lottery", .nan),
      ("facilitation_hours", 7),
    ] as [(String, Double)])
  func leversStayInTheirRange(name: String, value: Double) {
    let faults = Self.faults([StrategyPhase(settings: [name: value])])
    #expect(faults.map(\.path) == [["phases", "1", name]])
    #expect(faults.first?.allowed == Parameters.parameter(name)?.allowed)
  }

  @Test func conditionsLookAtWhatThereIsToSee() {
    let conditions = [Condition("voice", above: 1), Condition("external_participants", above: 9)]
    let faults = Self.faults([StrategyPhase(when: conditions, settings: ["lottery": 1])])
    #expect(faults.map(\.found) == ["a condition on voice"])
  }

  /// A shorter run can break a course that was sound.
  @Test func itsRuleIsJoinedWithTheLengthOfTheRun() throws {
    let rules = ModelConfiguration.rules(joining: ["rounds"])
    var parameters = Parameters()
    parameters.world.rounds = 10
    let short = ModelConfiguration(
      trusted: parameters, kinds: ActorKind.municipality, network: .none, tasks: [], rule: .fixed,
      course: [StrategyPhase(from: 11, settings: ["lottery": 1])])
    #expect(rules.flatMap { $0.faults(short) }.map(\.path) == [["phases", "1", "from"]])
    #expect(ModelConfiguration.rules(joining: ["openness"]).isEmpty)
  }

  @Test func theFirstOfSeveralCertainEndsCounts() {
    let phases = [
      StrategyPhase(from: 30, endsProcess: true), StrategyPhase(from: 20, endsProcess: true),
      StrategyPhase(from: 5, when: [.init("fear", above: 0.5)], endsProcess: true),
    ]
    #expect(phases.certainEnd == 20)
    #expect([phases[2]].certainEnd == nil && [StrategyPhase]().certainEnd == nil)
  }

  private static func faults(_ course: [StrategyPhase]) -> [ConfigurationFault] {
    do throws(ConfigurationFaults) {
      _ = try ModelConfiguration(course: course)
      return []
    } catch {
      return error.faults
    }
  }
}
