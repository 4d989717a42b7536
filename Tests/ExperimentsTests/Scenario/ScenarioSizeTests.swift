import CoCreation
import Testing

@testable import Experiments

/// A strategy may be tried in a municipality of another size.
@Suite("Size")
struct ScenarioSizeTests {
  private func scenario(_ size: String) throws -> Scenario {
    try Scenario(
      text: """
        format: 1
        name: sizes
        question: Does it matter?
        context:
          demand: 100
          budget_hours: 400
          tasks: [{name: a}, {name: b, demand: 30}]
        strategies: {small: {form: guided}, large: {form: guided\(size)}}

        """, name: "sizes.yaml")
  }

  @Test(
    "People, demand of every task and budget are so many times as large, per head all is the same")
  func times() throws {
    let scenario = try scenario(", size: 8")
    #expect(scenario.strategies.map(\.size) == [1, 8])
    let (small, large) = (
      try scenario.configuration(for: scenario.strategies[0]),
      try scenario.configuration(for: scenario.strategies[1])
    )
    #expect(large.kinds.map(\.count) == small.kinds.map { 8 * $0.count })
    #expect(large.parameters["budget_hours"] == 3200)
    #expect(large.tasks.map { $0.parameters["demand"] } == [800, 240])
    for parameter in Parameters.register
    where !["demand", "budget_hours"].contains(parameter.name) {
      #expect(large.parameters[parameter.name] == small.parameters[parameter.name])
    }
  }

  @Test(
    "It is a whole number from 1 to 100",
    arguments: [
      (", size: 0", true), (", size: 101", true), (", size: 1.5", true), (", size: big", true),
      (", size: 1", false), (", size: 100", false),
    ])
  func range(size: String, isFault: Bool) throws {
    guard isFault else {
      #expect(try scenario(size).strategies[1].size >= 1)
      return
    }
    let error = try #require(throws: ScenarioFaults.self) { try scenario(size) }
    #expect(error.faults.map(\.path) == ["strategies.large.size"])
    #expect(error.faults.first?.allowed == "a whole number from 1 to 100")
  }
}
