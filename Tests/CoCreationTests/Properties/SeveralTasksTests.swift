import GSL
import Testing

@testable import CoCreation

/// Several tasks share the actors, their time and one budget, and nothing else.
@Suite struct SeveralTasksTests {
  private static let key = RunKey(seed: 20161, context: 2, process: 1)
  private static let tasks: [[String: Double]] = [
    ["demand": 120], ["demand": 60, "choices": 8, "openness": 0.8, "stake": 1],
    ["unit_hours": 9, "demand": 30, "affected_share": 0.4, "centrality": 0.9],
  ]

  /// To the bit, whether what it sets is the task's or the context's.
  @Test(arguments: tasks) func aTaskInAListIsTheSingleTask(settings: [String: Double]) throws {
    let rules = [
      FormRule.fixed, .adaptive(AdaptiveRule(policy: .ucb, forms: Form.points)),
    ]
    for rule in rules {
      let always = ["rounds": 20.0, "review_months": 3]
      let listed = try ModelConfiguration.with(always, tasks: [settings], rule: rule)
      let single = try ModelConfiguration.with(always.merging(settings) { $1 }, rule: rule)
      let (one, other) = (listed.run(), single.run())
      #expect(one.fingerprint == other.fingerprint)
      #expect(StatePrint(one.end) == StatePrint(other.end))
    }
  }

  /// Whatever other tasks there are, in whatever order, and however their processes go.
  @Test func aTasksContextDoesNotDependOnOtherTasks() throws {
    func prints(_ tasks: [[String: Double]]) throws -> [ContextPrint] {
      let state = PropertyRun.setUp(try .with([:], tasks: tasks), key: Self.key)
      return state.tasks.indices.map { ContextPrint(state, task: $0) }
    }
    let all = try prints(Self.tasks)
    let alone = try prints([Self.tasks[0]])
    let reversed = try prints(Self.tasks.reversed())
    #expect(alone[0] == all[0] && reversed[1] == all[1])
    let process = [["openness": 0.1], ["openness": 0.9, "team_size": 3], ["budget_hours": 1000]]
    let (one, other) = (try prints(process), try prints(process.reversed()))
    #expect(one == other)
  }

  @Test func eachTaskIsATaskOfItsOwn() throws {
    let state = PropertyRun.setUp(try .with([:], tasks: [[:], [:], [:]]), key: Self.key)
    let tasks = state.tasks
    #expect(Set(tasks.map(\.landscape.quality)).count == 3)
    #expect(Set(tasks.map(\.preferences)).count == 3)
    #expect(Set(tasks.map { $0.members.map(\.understands) }).count == 3)
    #expect(Set(tasks.map(\.openChoices)).count == 3)
  }

  @Test func runsOfThreeTasksAreSound() throws {
    for form in Form.presets {
      for process in 0..<3 {
        let configuration = try ModelConfiguration.with(
          ["rounds": 20, "openness": form.openness, "centrality": form.centrality],
          tasks: Self.tasks)
        Soundness.check(
          configuration, key: RunKey(seed: 1, context: 0, process: process), "three tasks")
      }
    }
  }

  /// The bound of a full load is reached by some who have one task, and kept by who has more.
  @Test func timeIsSharedAndNotMultiplied() throws {
    var (most, engaged) = (0.0, 0)
    let follow: PropertyRun.Follower = { phase, state, _ in
      guard phase is Staff else { return true }
      for index in state.actors.indices {
        let loads = state.tasks.map { $0.members[index].load }
        let count = state.tasks.count { $0.members[index].participates }
        let share = loads.reduce(0, +) / Double(max(1, count))
        most = max(most, share)
        engaged = max(engaged, count)
        #expect(share <= 1 && state.actors[index].engagements == Int32(count))
      }
      return true
    }
    _ = PropertyRun.walk(
      try .with(["rounds": 20, "incentive": 0.8, "belief_mean": 20], tasks: [[:], [:], [:]]),
      key: Self.key, after: follow)
    #expect(engaged == 3 && most > 0.3)
  }

  /// No euro is spent twice: months of all tasks together get what the budget has.
  @Test func allTasksTogetherGetTheOneBudget() throws {
    let run = try ModelConfiguration.with(["rounds": 20, "sanction_hours": 0], tasks: Self.tasks)
      .run()
    for number in 1...20 {
      let inflow = run.months.reduce(0) { $0 + $1[number].ledger.inflow[0] }
      #expect(near(inflow, 45_000))
    }
    #expect(run.months.allSatisfy { $0.dropFirst().contains { $0.ledger.publicCost > 1000 } })
  }

  /// More tasks take time from each other: what outsiders give to one falls when there are others.
  @Test func tasksCompeteForTheSamePeople() throws {
    func hours(_ count: Int) throws -> Double {
      let tasks = [[String: Double]](repeating: ["demand": 250], count: count)
      return try (0..<8).reduce(0) { sum, context in
        let run = try ModelConfiguration.with(
          ["rounds": 12, "closure_hazard": 0, "viable_external": 0], tasks: tasks
        ).run(context)
        return sum + run.months[0].reduce(0) { $0 + $1.ledger.inflow[2] }
      }
    }
    let (alone, among) = (try hours(1), try hours(3))
    #expect(among < 0.8 * alone, "\(among) of \(alone)")
  }

  /// A rule that knows one form is that form, to the bit.
  @Test func aRuleWithOneFormIsTheFixedForm() throws {
    for form in Form.points {
      let axes = ["openness": form.openness, "centrality": form.centrality]
      let rule = FormRule.contingent(ContingentRule(cases: [.init(form: form)]))
      let always = ["rounds": 20.0, "review_months": 3]
      let chosen = try ModelConfiguration.with(always, rule: rule).run()
      let fixed = try ModelConfiguration.with(always.merging(axes) { $1 }).run()
      #expect(chosen.fingerprint == fixed.fingerprint)
      #expect(StatePrint(chosen.end) == StatePrint(fixed.end))
    }
  }
}
