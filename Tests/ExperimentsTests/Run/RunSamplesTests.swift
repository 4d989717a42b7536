import GSL
import Testing

@testable import CoCreation
@testable import Experiments

/// What claims read off runs is what the tables say.
@Suite("Samples of runs")
struct RunSamplesTests {
  @Test("Over several tasks a metric is that of runs.csv, not a mean of the tasks' values")
  func severalTasks() async throws {
    let scenario = try Scenario(
      text: """
        format: 1
        name: samples
        question: Are they the same?
        rounds: 6
        replicates: 3
        context:
          tasks: [{name: large, demand: 400}, {name: small, demand: 20, unit_hours: 9}]
        strategies:
          one: {form: guided}
          two: {form: facilitating}

        """, name: "samples.yaml")
    let plan = try RunPlan(scenario)
    let names = ["value_per_public_euro", "proposals", "quality_realised"]
    let samples = try RunSamples(
      plan, generator: .splitmix, quantities: names.map(Quantity.run), threads: 2)
    var turn = Turn()
    for (arm, strategy) in ["one", "two"].enumerated() {
      for replicate in 0..<3 {
        let run = plan[replicate * 2 + arm]
        let outcome = Simulation.run(run.arm.configuration, key: run.key, turn: &turn)
        let tasks = outcome.months.indices.map(outcome.task)
        for name in names {
          let metric = try #require(Metrics.run.first { $0.name == name })
          #expect(
            samples.values(of: .run(name), under: strategy)[replicate]
              == metric.value(over: tasks), "\(name)")
        }
        // The tasks differ, so that a mean of ratios would be another number.
        let ratios = tasks.compactMap { task in
          Metrics.run.first { $0.name == "value_per_public_euro" }?.value(task)
        }
        #expect(
          ratios.reduce(0, +) / 2 != samples.values(of: .run(names[0]), under: strategy)[replicate])
      }
    }
  }

  @Test("Over several design points each value has its context and its point")
  func points() throws {
    let scenario = try Scenario(
      text: """
        format: 1
        name: samples
        question: Are they the same?
        rounds: 3
        replicates: {contexts: 2, processes: 2}
        design: {grid: {demand: [40, 300, 900]}}
        strategies:
          one: {form: guided}
          two: {form: facilitating}

        """, name: "samples.yaml")
    let plan = try RunPlan(scenario)
    let samples = try RunSamples(
      plan, generator: .splitmix, quantities: [.run("public_cost")], threads: 2)
    #expect(samples.contexts == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    #expect(samples.points == [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2])
    var turn = Turn()
    let values = samples.values(of: .run("public_cost"), under: "two")
    for index in 0..<plan.count where plan[index].arm.strategy.name == "two" {
      let run = plan[index]
      #expect(samples.contexts[index / 2] == run.key.context)
      #expect(samples.points[index / 2] == run.point)
      let outcome = Simulation.run(run.arm.configuration, key: run.key, turn: &turn)
      let metric = try #require(Metrics.run.first { $0.name == "public_cost" })
      #expect(values[index / 2] == metric.value(over: [outcome.task(0)]))
    }
  }
}
