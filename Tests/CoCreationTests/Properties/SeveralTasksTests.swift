import GSL
import Testing

@testable import CoCreation

/// Several tasks share the actors, their time and one budget, and nothing else.
@Suite struct SeveralTasksTests {
  private static let key = RunKey(seed: 20161, context: 2, process: 1)
  private static let tasks: [[String: Double]] = [
    ["demand": 60],
    ["demand": 30, "choices": 8, "openness": 0.8, "stake": 1, "codesign_share": 0.4],
    [
      "unit_hours": 9, "demand": 15, "affected_share": 0.4, "centrality": 0.9,
      "operational_maturity": 0.1,
    ],
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
    let process = [["openness": 0.1], ["openness": 0.9, "team_size": 3], ["codelivery_share": 0]]
    let (one, other) = (try prints(process), try prints(process.reversed()))
    #expect(one == other)
  }

  @Test func eachTaskIsATaskOfItsOwn() throws {
    let state = PropertyRun.setUp(try .with([:], tasks: [[:], [:], [:]]), key: Self.key)
    let tasks = state.tasks
    #expect(Set(tasks.map(\.landscape.quality)).count == 3)
    #expect(Set(tasks.map(\.preferences)).count == 3)
    #expect(Set(tasks.map(\.needs.profile)).count == 3)
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
      try .with(
        [
          "rounds": 20, "initial_join_external": 0.3, "belief_mean": 20, "budget_hours": 2000,
          "demand": 900,
          "centrality": 0.9,
        ], tasks: [[:], [:], [:]]), key: Self.key, after: follow)
    #expect(engaged == 3 && most > 0.3, "\(engaged), \(most)")
  }

  /// No euro is spent twice: months of all tasks together get what the budget has.
  @Test func allTasksTogetherGetTheOneBudget() throws {
    let run = try ModelConfiguration.with(["rounds": 20, "sanction_share": 0], tasks: Self.tasks)
      .run()
    for number in 1...20 {
      let inflow = run.months.reduce(0) { $0 + $1[number].ledger.inflow[0] }
      #expect(near(inflow, 560 * 45))
    }
    #expect(run.months.allSatisfy { $0.dropFirst().contains { $0.ledger.publicCost > 1000 } })
  }

  /// Nobody is paid twice either: staff is shared out, and what one task finds beyond it all have.
  @Test func allTasksTogetherHaveTheOneStaff() throws {
    let configuration = try ModelConfiguration.with(
      ["rounds": 20, "demand": 200, "budget_hours": 3000, "hiring_rate": 0.3],
      tasks: [[:], ["demand": 50], ["codelivery_share": 1]])
    var opened: [Purse] = []
    var (there, paid): ([Purse], [Double]) = ([], [])
    let follow: PropertyRun.Follower = { phase, state, round in
      if phase is Fund {
        opened.append(.sum(state.tasks.map(\.purse)))
        there.append(Purse(staff: state.world.staffHours, extra: state.world.extraHours))
      }
      if phase is Observe, round > 0 { paid.append(Self.staffHours(state)) }
      return true
    }
    let run = PropertyRun.walk(configuration, key: Self.key, after: follow)
    for (number, hours) in paid.enumerated() {
      #expect(near(opened[number].staff, there[number].staff))
      #expect(near(opened[number].extra, there[number].extra))
      #expect(hours <= (there[number].staff + there[number].extra) * (1 + 1e-9))
    }
    // More is asked for than there is, so what has been found is used.
    let found = run?.end.world.extraHours ?? 0
    #expect(paid[19] > 1.5 * paid[0] && found > 300, "\(paid[0]), \(paid[19]), \(found)")
  }

  private static func staffHours(_ state: SimulationState) -> Double {
    state.tasks.reduce(0) { $0 + $1.month.staffHours }
  }

  /// The end of one task's process disappoints in all of them.
  @Test func anEndIsToldInAllTasks() throws {
    func trust(_ disappointment: Double) throws -> [[Double]] {
      let tasks = [["closure_hazard": 0.1, "ending_disappointment": disappointment], [:]]
      return try (0..<6).map { context in
        let run = try ModelConfiguration.with(
          ["rounds": 20, "closure_hazard": 0, "political_stop": 0, "viable_share": 0], tasks: tasks
        ).run(context)
        #expect(run.end.tasks[1].isActive)
        return run.months[1].map(\.affectedTrust)
      }
    }
    let (kept, told) = (try trust(0), try trust(0.4))
    #expect(kept != told)
    for (kept, told) in zip(kept, told) {
      let first = zip(kept, told).enumerated().first { $0.element.0 != $0.element.1 }
      if let first { #expect(first.element.1 < first.element.0, "month \(first.offset)") }
    }
  }

  /// More tasks take time from each other: what outsiders give to one falls when there are others.
  @Test func tasksCompeteForTheSamePeople() throws {
    func hours(_ count: Int) throws -> Double {
      let tasks = [[String: Double]](repeating: ["demand": 140], count: count)
      return try (0..<8).reduce(0) { sum, context in
        let run = try ModelConfiguration.with(
          [
            "rounds": 12, "closure_hazard": 0, "political_stop": 0, "viable_share": 0,
            "initial_join_external": 0.4,
            "monthly_join_external": 0, "monthly_leave": 0,
          ], tasks: tasks
        ).run(context)
        return sum + run.months[0].reduce(0) { $0 + $1.ledger.inflow[2] }
      }
    }
    // With a chance of 0.4 for each, who takes part in one has two thirds of its time for it.
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
      let rules: Set = ["fittingForm", "review", "formRecords"]
      let (one, other) = (
        StatePrint(chosen.end, except: rules), StatePrint(fixed.end, except: rules)
      )
      #expect(one.differences(from: other) == [])
    }
  }
}
