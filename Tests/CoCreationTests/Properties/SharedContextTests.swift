import GSL
import Testing

@testable import CoCreation

/// Strategies are compared in the same context: the same task, people, needs and plan.
@Suite struct SharedContextTests {
  private static let key = RunKey(seed: 20161, context: 3)

  /// What a planner may choose without changing the context.
  private static let choices: [[String: Double]] =
    Form.presets.map { ["openness": $0.openness, "centrality": $0.centrality] } + [
      ["openness": 0, "centrality": 0], ["openness": 1, "centrality": 1],
      ["authority_share": 0.5, "codelivery_share": 1], ["codesign_share": 0.3],
      ["codesign_share": 0, "codelivery_share": 0],
      ["error_tolerance": 0, "responsiveness": 0, "role_clarity": 1, "shared_understanding": 0],
      ["press_scrutiny": 1, "public_maturity": 1, "external_maturity": 0],
      [
        "lottery": 1, "support_hours": 9, "invitation_hours": 4, "onboarding_limit": 3,
        "payment": 30,
      ],
      ["decision_threshold": 0.8, "deliberation": 4, "proposal_rate": 0.5, "team_size": 3],
      ["facilitation_hours": 4, "budget_hours": 5000, "demand": 900, "initial_join_external": 1],
    ]

  @Test(arguments: 0..<choices.count)
  func theContextIsTheSameForEveryStrategy(number: Int) throws {
    let reference = PropertyRun.setUp(try .with([:]), key: Self.key)
    let state = PropertyRun.setUp(try .with(Self.choices[number]), key: Self.key)
    #expect(ContextPrint(state) == ContextPrint(reference))
  }

  /// Whoever comes into view, in whatever month and under whatever strategy, is the same person; a run
  /// changes it no further than talk does.
  @Test(arguments: 0..<choices.count) func whoeverComesIntoViewIsTheSame(number: Int) throws {
    let always = ["deliberation": 0.0, "rounds": 24]
    let configuration = try ModelConfiguration.with(
      always.merging(Self.choices[number]) { $1 },
      course: [StrategyPhase(from: 9, settings: ["openness": 0.7])])
    let start = ContextPrint(PropertyRun.setUp(try .with(always), key: Self.key))
    var turn = Turn()
    var observation = Observation()
    observation.actors = true
    let run = Simulation.run(
      configuration, key: Self.key, turn: &turn, observation: observation)
    #expect(run.end.actors.allSatisfy { $0.acquaintance == .full })
    let end = ContextPrint(run.end)
    #expect(end.people == start.people)
    #expect(end.contacts == start.contacts && end.needs == start.needs)
    #expect(end.quality == start.quality && end.statusQuo == start.statusQuo)
  }

  @Test func moreOpennessOnlyOpensMore() throws {
    for context in 0..<30 {
      var open = ChoiceSet()
      for openness in stride(from: 0, through: 1, by: 0.05) {
        let state = PropertyRun.setUp(
          try .with(["openness": openness, "authority_share": 0]),
          key: RunKey(seed: 1, context: context))
        let more = state.tasks[0].openChoices
        #expect(open.numbers.allSatisfy(more.numbers.contains), "openness \(openness)")
        open = more
      }
      #expect(open.count == 12)
    }
  }

  /// Beliefs about the form err alike in every form.
  @Test func beliefsErrAlike() throws {
    func members(_ openness: Double) throws -> [Member] {
      PropertyRun.setUp(try .with(["openness": openness]), key: Self.key).tasks[0].members
    }
    let pairs = zip(try members(0.4), try members(0.6)).filter {
      $0.acquaintance == .full && $0.believedOpenness > 0 && $1.believedOpenness < 1
    }
    #expect(pairs.count > 5)
    for (one, other) in pairs {
      #expect(abs(other.believedOpenness - one.believedOpenness - 0.2) < 1e-12)
      #expect(other.believedCentrality == one.believedCentrality)
    }
  }

  @Test(arguments: [ActorKind].small.indices)
  func oneMoreOfAKindChangesNobodyElse(number: Int) throws {
    var kinds = [ActorKind].small
    kinds[number].count += 1
    try Self.expectSamePeople(kinds, newcomers: 1)
  }

  @Test func anotherKindAtTheEndChangesNobody() throws {
    for side in Side.allCases {
      var newcomer = ActorKind.municipality[3]
      (newcomer.name, newcomer.side, newcomer.count) = ("newcomer", side, 7)
      let state = try Self.expectSamePeople(.small + [newcomer], newcomers: 7)
      let reference = PropertyRun.setUp(try .with([:]), key: Self.key)
      // The public side makes the plan, so newcomers outside do not change it.
      if side == .external { #expect(state.tasks[0].plan == reference.tasks[0].plan) }
    }
  }

  @Test func anotherDistributionOfAKindChangesNobodyElse() throws {
    for number in [ActorKind].small.indices {
      var kinds = [ActorKind].small
      kinds[number].hours = try Distribution(.pareto(a: 2, b: 3))
      kinds[number].trust = try Distribution(.beta(a: 0.1, b: 0.2))
      kinds[number].motives = .init(saving: 9, quality: 0.1, need: 0.1)
      kinds[number].cultureWeight = 1
      let changed = try Self.people(kinds).filter { $0.key >> 24 != UInt32(number + 1) }
      let others = try Self.people(.small).filter { $0.key >> 24 != UInt32(number + 1) }
      #expect(changed == others)
    }
  }

  @discardableResult
  private static func expectSamePeople(_ kinds: [ActorKind], newcomers: Int) throws
    -> SimulationState
  {
    let state = PropertyRun.setUp(try .with([:], kinds: kinds), key: key)
    let reference = PropertyRun.setUp(try .with([:]), key: key)
    let (print, expected) = (ContextPrint(state), ContextPrint(reference))
    #expect(print.quality == expected.quality)
    #expect(print.costEffect == expected.costEffect)
    #expect(print.statusQuo == expected.statusQuo)
    #expect(print.people.count == expected.people.count + newcomers)
    let people = try people(kinds)
    for person in expected.people { #expect(people[person.id] == person) }
    return state
  }

  private static func people(_ kinds: [ActorKind]) throws -> [UInt32: ContextPrint.Person] {
    let print = ContextPrint(PropertyRun.setUp(try .with([:], kinds: kinds), key: key))
    return Dictionary(uniqueKeysWithValues: print.people.map { ($0.id, $0) })
  }
}
