import CoCreation
import Testing

@testable import Experiments

/// Designs that are written out in a scenario.
@Suite("Designs")
struct DesignReadingTests {
  @Test("A scenario without a design has one point")
  func single() throws {
    let scenario = try Designed.scenario("")
    #expect(scenario.design == .single)
    #expect(scenario.design.count == 1)
    #expect(scenario.design.values(of: 0).isEmpty)
    #expect(scenario.design.isSingle)
  }

  @Test("A grid has every combination, the last factor changing first")
  func grid() throws {
    let design = try Designed.design(
      "design: {grid: {press_scrutiny: [0.1, 0.3], stake: {range: [0, 0.25, 1]}}}")
    #expect(design.factors.map(\.path) == ["press_scrutiny", "stake"])
    #expect(
      Designed.rows(design) == [
        [0.1, 0], [0.1, 0.25], [0.1, 0.5], [0.1, 0.75], [0.1, 1],
        [0.3, 0], [0.3, 0.25], [0.3, 0.5], [0.3, 0.75], [0.3, 1],
      ])
    #expect(!design.isSingle)
  }

  @Test(
    "A range is start + i * step; its end is in it but for rounding",
    arguments: [
      ("[0, 0.1, 0.3]", [0, 0.1, 0.2, 0.3]), ("[0.3, -0.1, 0]", [0.3, 0.3 - 0.1, 0.3 - 0.2, 0]),
      ("[0.7, 0.1, 1]", [0.7, 0.7 + 0.1, 0.7 + 0.2, 1]), ("[0, 0.4, 1]", [0, 0.4, 0.8]),
      ("[0.5, 1, 0.5]", [0.5]),
    ])
  func range(range: String, expected: [Double]) throws {
    let design = try Designed.design("design: {grid: {press_scrutiny: {range: \(range)}}}")
    #expect(design.count == expected.count)
    for (value, expected) in zip(design.values, expected) { #expect(abs(value - expected) < 1e-15) }
  }

  @Test("A list has its points in order, whatever the order of its keys")
  func list() throws {
    let design = try Designed.design(
      """
      design:
        list:
          - {press_scrutiny: 0.1, actors.citizen.count: 40}
          - {actors.citizen.count: 50, press_scrutiny: 0.2}
      """)
    #expect(design.factors.map(\.path) == ["press_scrutiny", "actors.citizen.count"])
    #expect(Designed.rows(design) == [[0.1, 40], [0.2, 50]])
  }

  @Test("One at a time starts at the scenario's own values")
  func oneAtATime() throws {
    let factors =
      "{press_scrutiny: [0.1], stake: [0, 1], strategies.strict.error_tolerance: [0.7], "
      + "actors.citizen.count: [5], strategies.guided.stake: [0.1]}"
    let scenario = try Designed.scenario(
      "design: {one_at_a_time: \(factors)}",
      .init(settings: [.init(key: "stake", value: "0.25")]))
    let base = [0.2, 0.25, 0.1, 733, 0.25]
    #expect(
      Designed.rows(scenario.design) == [
        base, [0.1, 0.25, 0.1, 733, 0.25], [0.2, 0, 0.1, 733, 0.25], [0.2, 1, 0.1, 733, 0.25],
        [0.2, 0.25, 0.7, 733, 0.25], [0.2, 0.25, 0.1, 5, 0.25], [0.2, 0.25, 0.1, 733, 0.1],
      ])
    for strategy in scenario.strategies {
      #expect(
        try scenario.configuration(for: strategy, at: 0) == scenario.configuration(for: strategy))
    }
  }

  static let tasks = """
    format: 1
    name: tasks
    question: What if?
    context:
      demand: 100
      tasks: [{name: home.care, demand: 200}, {name: parks}]
    strategies:
      guided: {form: guided}
      a.b: {authority_share: 0.1, codelivery_share: 0.6, demand: 300}
    design:
      list:
        - demand: 1000
          tasks.home.care.stake: 0.125
          strategies.guided.openness: 0.4
          strategies.a.b.authority_share: 0.5
          actors.citizen.count: 7
          tasks.parks.demand: 500
          rounds: 6
    """

  @Test("Factors of the context go under tasks and strategies, those of either over them")
  func layers() throws {
    let scenario = try Scenario(text: Self.tasks, name: "tasks.yaml")
    let guided = try scenario.configuration(for: scenario.strategies[0], at: 0)
    #expect(guided.parameters["demand"] == 1000)
    #expect(guided.parameters["rounds"] == 6)
    #expect(guided.tasks[0].parameters["demand"] == 200)
    #expect(guided.tasks[1].parameters["demand"] == 500)
    #expect(guided.tasks[0].parameters["stake"] == 0.125)
    #expect(guided.tasks[1].parameters["stake"] == Parameters()["stake"])
    #expect(guided.tasks[0].parameters["openness"] == 0.4)
    #expect(guided.tasks[0].parameters["centrality"] == 0.2)
    #expect(guided.kinds.first { $0.name == "citizen" }?.count == 7)
    let other = try scenario.configuration(for: scenario.strategies[1], at: 0)
    #expect(other.parameters["demand"] == 300)
    #expect(other.tasks[1].parameters["demand"] == 300)
    #expect(other.tasks[0].parameters["openness"] == Parameters()["openness"])
    #expect(other.tasks[0].parameters["authority_share"] == 0.5)
    #expect(other.tasks[0].parameters["codelivery_share"] == 0.6)
    // The context itself is as it was.
    #expect(scenario.parameters["demand"] == 100)
    #expect(
      try scenario.configuration(for: scenario.strategies[0]).tasks[1].parameters["demand"] == 100)
  }

  @Test("What is taken out stays out; the trusted way gives the same")
  func ablation() throws {
    let ablation = try #require(Ablation.named("failure"))
    let scenario = try Designed.scenario(
      "design: {list: [{failure_base: 0.3, stake: 1}, {failure_base: 0.4, stake: 0.5}]}",
      .init(ablations: [ablation]))
    for point in 0..<2 {
      for (index, strategy) in scenario.strategies.enumerated() {
        let configuration = try scenario.configuration(for: strategy, at: point)
        #expect(configuration.parameters["failure_base"] == ablation.settings["failure_base"])
        #expect(scenario.configuration(ofStrategy: index, at: point) == configuration)
      }
    }
    #expect(
      scenario.designNotes == [
        "failure_base counts for nothing: `failure` is taken out of the model"
      ])
  }

  @Test("Notes name points that are the same, constant factors and whom a factor does not reach")
  func notes() throws {
    let scenario = try Designed.scenario(
      "design: {grid: {press_scrutiny: [0.1, 0.2, 0.1, 0.1, 0.2, 0.1], stake: [0.5]}}")
    #expect(
      scenario.designNotes == [
        "4 of 6 points are the same as an earlier one: points 0 and 2, 0 and 3, 1 and 4, …",
        "stake is 0.5 at every point",
        "press_scrutiny does not reach strict: set there by the strategy itself, by form or name",
      ])
    #expect(scenario.design.notes.count == 2)
    #expect(try Designed.scenario("").designNotes.isEmpty)
    #expect(try Designed.scenario("design: {list: [{stake: 0.5}]}").designNotes.isEmpty)
    #expect(try Designed.scenario("design: {grid: {stake: [0, 1]}}").designNotes.isEmpty)
  }
}
