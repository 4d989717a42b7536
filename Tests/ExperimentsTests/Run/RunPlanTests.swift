import CoCreation
import Testing

@testable import Experiments

@Suite("Plan of runs")
struct RunPlanTests {
  @Test("Replicates are outermost, strategies in the order of the scenario")
  func order() throws {
    let plan = try RunPlan(Village.scenario(replicates: "4"))
    #expect(plan.count == 12)
    #expect(plan.experiment == "village")
    let runs = (0..<plan.count).map { plan[$0] }
    #expect(runs.map(\.index) == Array(0..<12))
    #expect(runs.map(\.replicate) == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3])
    #expect(runs.map(\.arm.strategy.name) == (0..<12).map { Village.strategies[$0 % 3] })
    #expect(runs.map(\.key.context) == runs.map(\.replicate))
    #expect(runs.allSatisfy { $0.key.process == 0 && $0.key.seed == 42 })
  }

  @Test("Points of the design lie between replicates and strategies")
  func points() throws {
    let scenario = try Village.scenario(
      replicates: "2", design: "{grid: {press_scrutiny: [0.1, 0.2]}}")
    let plan = try RunPlan(scenario)
    #expect(plan.count == 12)
    let runs = (0..<plan.count).map { plan[$0] }
    #expect(runs.map(\.replicate) == (0..<12).map { $0 / 6 })
    #expect(runs.map(\.point) == (0..<12).map { $0 / 3 % 2 })
    #expect(runs.map(\.arm.strategy.name) == (0..<12).map { Village.strategies[$0 % 3] })
    // The same municipality and the same luck at every point.
    #expect(runs.map(\.key) == runs.map { plan[$0.replicate * 6].key })
    for run in runs {
      let value = run.arm.configuration.tasks[0].parameters["press_scrutiny"]
      #expect(value == [0.1, 0.2][run.point])
    }
  }

  @Test("Replicates split into contexts and the processes of each")
  func contextsAndProcesses() throws {
    let plan = try RunPlan(Village.scenario(replicates: "{contexts: 2, processes: 3}"))
    #expect(plan.count == 18)
    let runs = (0..<plan.count).map { plan[$0] }
    #expect(runs.map(\.replicate) == (0..<18).map { $0 / 3 })
    #expect(runs.map(\.key.context) == (0..<18).map { $0 / 9 })
    #expect(runs.map(\.key.process) == (0..<18).map { $0 / 3 % 3 })
  }

  @Test("Strategies of a replicate share its key, replicates do not")
  func keys() throws {
    let plan = try RunPlan(Village.scenario(replicates: "{contexts: 2, processes: 2}"))
    for replicate in 0..<4 {
      let keys = (0..<3).map { plan[3 * replicate + $0].key }
      #expect(keys == Array(repeating: keys[0], count: 3))
      for other in 0..<replicate { #expect(plan[3 * other].key != keys[0]) }
    }
  }

  @Test("An arm has the configuration of its strategy")
  func arms() throws {
    let scenario = try Village.scenario()
    let plan = try RunPlan(scenario)
    #expect(plan.arms.map(\.strategy) == scenario.strategies)
    for arm in plan.arms {
      let configuration = try scenario.configuration(for: arm.strategy)
      #expect(arm.configuration.tasks.map(\.parameters) == configuration.tasks.map(\.parameters))
    }
  }
}
