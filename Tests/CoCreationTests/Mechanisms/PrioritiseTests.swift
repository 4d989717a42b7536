import Testing

@testable import CoCreation

/// Politicians divide the budget between tasks.
@Suite("Prioritise")
struct PrioritiseTests {
  private static func state(
    politicians: Int = 3, _ change: (inout Parameters) -> Void = { _ in }
  ) throws -> SimulationState {
    var stage = try Stage(politicians: politicians) {
      $0.form.openness = 0.8
      change(&$0)
    }
    stage.task.leader = stage.actors.firstIndex(where: \.isExternal)
    return stage.state(beside: [stage.task])
  }

  private static func budgets(_ state: inout SimulationState) -> [Double] {
    state.run(Prioritise())
    state.run(Fund())
    return state.tasks.map(\.purse.money)
  }

  @Test func withoutInterestAndSayTheBudgetFollowsNeed() throws {
    var state = try Self.state()
    state.tasks[0].coverage = 0.1
    let budgets = Self.budgets(&state)
    #expect(budgets[0] == budgets[1] && near(budgets[0] + budgets[1], 1000))
  }

  /// Say is openness · unmet share · legitimacy of the leader: 0.8 · 0.5 · 0.5 = 0.2.
  @Test func unmetDemandOfAnOpenProcessIsHeardAndOthersPay() throws {
    var state = try Self.state { $0.frame.citizensSay = 1 }
    (state.tasks[0].coverage, state.tasks[1].coverage) = (0.5, 1)
    let budgets = Self.budgets(&state)
    #expect(near(state.tasks[0].priority, 1.2214027581601699))
    #expect(budgets[0] > budgets[1] && near(budgets[0] + budgets[1], 1000))
    state.tasks[0].isActive = false
    #expect(Self.budgets(&state)[0] == 500)
  }

  @Test func interestsOfPoliticiansLast() throws {
    var state = try Self.state { $0.frame.politicalInterest = 0.5 }
    let first = Self.budgets(&state)
    #expect(first[0] == first[1], "both tasks of the stage have the addresses of one")
    #expect(state.tasks[0].priority != 1)
    let priority = state.tasks[0].priority
    state.run(Prioritise(), round: 7)
    #expect(state.tasks[0].priority == priority)
    var without = try Self.state(politicians: 0) { $0.frame.politicalInterest = 0.5 }
    _ = Self.budgets(&without)
    #expect(without.tasks[0].priority == 1)
  }
}
