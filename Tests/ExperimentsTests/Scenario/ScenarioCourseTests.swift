import CoCreation
import Testing

@testable import Experiments

/// Strategies that change course are read as they are written, and their course reaches every run.
@Suite("Phases of strategies")
struct ScenarioCourseTests {
  private static func scenario(
    _ strategy: String, _ more: String = "", _ overrides: ScenarioOverrides = .init()
  ) throws -> Scenario {
    try Scenario(
      text: """
        format: 1
        name: course
        question: For how long?
        strategies:
          usual: {form: guided}
          other: {\(strategy)}
        \(more)

        """, name: "course.yaml", overrides: overrides)
  }

  private static func fault(
    _ strategy: String, _ more: String = "", _ overrides: ScenarioOverrides = .init()
  ) throws -> String {
    let error = try #require(throws: ScenarioFaults.self) {
      try scenario(strategy, more, overrides)
    }
    return error.description
  }

  static let lines: [(String, [StrategyPhase])] = [
    (
      "[{from: 13, codelivery_share: 0}]",
      [StrategyPhase(from: 13, settings: ["codelivery_share": 0])]
    ),
    ("[{from: 13, end: true}]", [StrategyPhase(from: 13, endsProcess: true)]),
    (
      "[{when: {external_participants: {below: 5}}, end: true}]",
      [StrategyPhase(when: [Condition("external_participants", below: 5)], endsProcess: true)]
    ),
    (
      "[{from: 7, codelivery_share: 0.8, form: empowering}]",
      [
        StrategyPhase(
          from: 7, settings: ["codelivery_share": 0.8, "openness": 0.2, "centrality": 0.8])
      ]
    ),
    (
      "[{from: 48, openness: 1}, {from: 2, when: {fear: {above: 0.5}, trust: {below: 0.4}}, end: true}]",
      [
        StrategyPhase(from: 48, settings: ["openness": 1]),
        StrategyPhase(
          from: 2, when: [Condition("fear", above: 0.5), Condition("trust", below: 0.4)],
          endsProcess: true),
      ]
    ),
    (
      "[{from: 1, onboarding_limit: 3, payment: 12.5}, {from: 1, payment: 0}]",
      [
        StrategyPhase(settings: ["onboarding_limit": 3, "payment": 12.5]),
        StrategyPhase(settings: ["payment": 0]),
      ]
    ),
  ]

  @Test("A line says what is changed and when", arguments: lines)
  func reading(line: String, expected: [StrategyPhase]) throws {
    #expect(try Self.scenario("phases: \(line)").strategies[1].course == expected)
  }

  @Test(
    "Any kind of strategy may change course",
    arguments: [
      "form: equal", "choose: [{form: equal}]", "adapt: {policy: ucb}", "openness: 0.3",
      "codesign_share: 0, codelivery_share: 0",
    ])
  func kinds(strategy: String) throws {
    let plain = try Self.scenario(strategy).strategies[1]
    let phased = try Self.scenario("\(strategy), phases: [{from: 13, codelivery_share: 1}]")
      .strategies[1]
    #expect(plain.course.isEmpty && phased.course.count == 1)
    #expect(phased.rule == plain.rule && phased.settings == plain.settings)
  }

  @Test("Every lever can be set")
  func levers() throws {
    for lever in StrategyPhase.levers {
      let value = try #require(Parameters.parameter(lever)).range.upperBound
      let course = try Self.scenario("phases: [{from: 2, \(lever): \(value)}]").strategies[1].course
      #expect(course == [StrategyPhase(from: 2, settings: [lever: value])])
    }
  }

  @Test("A configuration has the course of its strategy, at every point")
  func configurations() throws {
    let scenario = try Self.scenario(
      "codelivery_share: 0.2, phases: [{from: 13, codelivery_share: 0.8}]",
      "design: {grid: {strategies.other.codelivery_share: [0.1, 0.3], demand: [100, 200]}}")
    let strategy = scenario.strategies[1]
    #expect(strategy.course == [StrategyPhase(from: 13, settings: ["codelivery_share": 0.8])])
    #expect(try scenario.configuration(for: strategy).course == strategy.course)
    #expect(try scenario.configuration(for: scenario.strategies[0]).course.isEmpty)
    for point in 0..<scenario.design.count {
      let configuration = try scenario.configuration(for: strategy, at: point)
      #expect(configuration.course == strategy.course)
      #expect(configuration.parameters["codelivery_share"] == (point < 2 ? 0.1 : 0.3))
      #expect(configuration == scenario.configuration(ofStrategy: 1, at: point))
    }
    #expect(
      scenario.designNotes == [
        "strategies.other.codelivery_share reaches other only until a phase sets it"
      ])
  }

  @Test("Notes say which factor of the context a phase stops, and of whom")
  func notes() throws {
    let text = "design: {grid: {lottery: [0, 1], demand: [100, 200]}}"
    #expect(
      try Self.scenario("phases: [{from: 13, lottery: 0.5}]", text).designNotes == [
        "lottery reaches other only until a phase sets it"
      ])
    #expect(
      try Self.scenario("lottery: 0, phases: [{from: 13, lottery: 0.5}]", text).designNotes == [
        "lottery does not reach other: set there by the strategy itself, by form or name"
      ])
  }

  @Test("A mechanism that is taken out is out in every phase")
  func ablation() throws {
    let scenario = try Self.scenario(
      "phases: [{from: 3, facilitation_hours: 2, lottery: 0.5}, {from: 5, end: true}]", "",
      ScenarioOverrides(ablations: [try #require(Ablation.named("facilitation"))]))
    let configuration = try scenario.configuration(for: scenario.strategies[1])
    #expect(configuration.parameters["facilitation_hours"] == 0)
    #expect(
      configuration.course == [
        StrategyPhase(from: 3, settings: ["facilitation_hours": 0, "lottery": 0.5]),
        StrategyPhase(from: 5, endsProcess: true),
      ])
  }

  private static let ending = "phases: [{from: 2, lottery: 1}, {from: 13, end: true}]"

  @Test("The length of a run counts as it is in the end; the fault is where the phase is")
  func rounds() throws {
    let short = ScenarioOverrides(settings: [.init(key: "rounds", value: "12")])
    #expect(
      try Self.fault(Self.ending, "", short)
        == "course.yaml:6:50: strategies.other.phases[1].from: found 13; "
        + "allowed: a whole number from 1 to 12, the months of a run")
    let long = ScenarioOverrides(settings: [.init(key: "rounds", value: "13")])
    _ = try Self.scenario(Self.ending, "rounds: 12", long)
    #expect(
      try Self.fault(Self.ending, "design: {list: [{rounds: 24}, {rounds: 12}]}")
        == "course.yaml:6:44: strategies.other.phases[1].from: found month 13 at point 1; "
        + "allowed: a month from 1 to 12, the length of a run")
  }

  @Test("A length of a run that is not readable brings no fault of a phase in its train")
  func unreadable() throws {
    for line in ["rounds: many", "context: {rounds: many}"] {
      let faults = try Self.fault("phases: [{from: 60, end: true}]", line)
      #expect(faults.split(separator: "\n").count == 1 && faults.contains("rounds: found"))
    }
    let unread = ScenarioOverrides(settings: [.init(key: "rounds", value: "many")])
    #expect(
      try Self.fault("phases: [{from: 60, end: true}]", "", unread).contains("--set rounds: found"))
  }

  @Test("Faults of several phases come together, and those after an end with them")
  func several() throws {
    let faults = try Self.fault(
      "phases: [{from: 3, end: true}, {lottry: 1}, {from: 7, lottery: 1}, {from: 99, lottery: 2}]")
    #expect(
      faults.split(separator: "\n").map { $0.split(separator: " ")[1] } == [
        "strategies.other.phases[1].lottry:", "strategies.other.phases[2].from:",
        "strategies.other.phases[3].from:", "strategies.other.phases[3].lottery:",
      ], "\(faults)")
  }

  @Test("Money without a price is found whoever takes the price away")
  func payments() throws {
    let free = ScenarioOverrides.Setting(key: "shadow_wage", value: "0")
    let payment = "phases: [{from: 2, payment: 10}]"
    let words =
      "found a payment where an hour has no price (shadow_wage 0); "
      + "allowed: a `shadow_wage` above 0, or no `payment`"
    #expect(
      try Self.fault(payment, "", .init(settings: [free]))
        == "course.yaml:6:30: strategies.other.phases[0].payment: \(words)")
    #expect(
      try Self.fault("", "", .init(settings: [free, .init(key: "payment", value: "10")]))
        == "course.yaml: --set payment: \(words)")
    let atPoint = try Self.fault(payment, "design: {list: [{shadow_wage: 25}, {shadow_wage: 0}]}")
    #expect(atPoint.hasPrefix("course.yaml:7:"), "\(atPoint)")
    #expect(atPoint.contains("design.list[1]: found a payment"), "\(atPoint)")
    #expect(atPoint.contains("under other at point 1"), "\(atPoint)")
    // Without the mechanism nobody is paid, in no phase.
    _ = try Self.scenario(
      payment, "",
      .init(settings: [free], ablations: [try #require(Ablation.named("payment"))]))
  }
}
