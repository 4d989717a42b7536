import CoCreation
import Testing

@testable import Experiments

/// Settings from outside the file.
@Suite("Overrides")
struct ScenarioOverrideTests {
  private func scenario(
    _ settings: [(String, String)], replicates: Replicates? = nil, seed: UInt64? = nil,
    text: String = ScenarioGoodTests.full
  ) throws -> Scenario {
    try Scenario(
      text: text, name: "x.yaml",
      overrides: .init(
        settings: settings.map { .init(key: $0.0, value: $0.1) }, replicates: replicates,
        seed: seed))
  }

  @Test("Settings go over the context and under the strategies")
  func applied() throws {
    let scenario = try scenario(
      [
        ("press_scrutiny", "0.4"), ("error_tolerance", "0.1"), ("network", "complete"),
        ("actors.foundation.count", "7"), ("rounds", "12"),
      ], replicates: Replicates(contexts: 2, processes: 3), seed: 99)
    #expect(scenario.parameters["press_scrutiny"] == 0.4)
    #expect(scenario.parameters["rounds"] == 12)
    #expect(scenario.network == .complete)
    #expect(scenario.kinds.last?.count == 7)
    #expect(scenario.replicates.count == 6)
    #expect(scenario.seed == 99)
    #expect(scenario.text == ScenarioGoodTests.full)
    let guided = try scenario.configuration(for: scenario.strategies[0])
    #expect(guided.parameters["error_tolerance"] == 0.1)
    let empowering = try scenario.configuration(for: scenario.strategies[1])
    #expect(empowering.parameters["error_tolerance"] == 0.8)
  }

  @Test("The default population has kinds too")
  func defaults() throws {
    let scenario = try scenario([("actors.citizen.count", "3")], text: ScenarioGoodTests.minimal)
    #expect(scenario.kinds.first { $0.name == "citizen" }?.count == 3)
  }

  @Test(
    "Bad settings are faults of the setting and of no line",
    arguments: [
      ("demnad", "3", "--set demnad: unknown key; did you mean demand?"),
      ("demand", "many", "--set demand: found the text \"many\"; allowed: a number from 1"),
      ("demand", "", "--set demand: found nothing; allowed: a number from 1"),
      ("demand", "0", "--set demand: found 0; allowed: a number from 1"),
      ("demand", "nan", "--set demand: found nan; allowed: a number from 1"),
      ("network", "rings", "--set network: found the text \"rings\"; did you mean ring?"),
      ("actors.citzen.count", "3", "did you mean actors.citizen.count?"),
      ("actors.citizen.count", "2.5", "--set actors.citizen.count: found 2.5; allowed: a whole"),
      ("actors.citizen.count", "-2", "--set actors.citizen.count: found -2; allowed: a whole"),
      ("actors.citizen.count", "0", "--set actors.citizen.count: found no external actor whom"),
      ("free_rider_share", "0.9", "--set free_rider_share: found free_rider_share + triangle"),
      ("zebra", "3", "--set zebra: unknown key; allowed: a parameter (cocreate params), network"),
    ])
  func bad(key: String, value: String, expected: String) throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try scenario([(key, value)], text: ScenarioGoodTests.minimal)
    }
    #expect(error.faults.count == 1, "\(error)")
    #expect(error.description.contains(expected), "\(error)")
    #expect(error.faults.first?.line == nil)
  }

  @Test("Faults of settings come after those of the file; a key is set once; seeds have a limit")
  func order() throws {
    let error = try #require(throws: ScenarioFaults.self) {
      try scenario(
        [("demand", "3"), ("demand", "4")], seed: 1 << 63,
        text: ScenarioGoodTests.minimal + "\nzebra: 1")
    }
    #expect(error.faults.map(\.path).sorted() == ["--seed", "--set demand", "zebra"])
    #expect(error.faults.first?.path == "zebra")
  }

  @Test("Replicates are bounded")
  func replicates() {
    #expect(Replicates(contexts: 1000, processes: 1000)?.count == 1_000_000)
    #expect(Replicates(contexts: 1000, processes: 1001) == nil)
    #expect(Replicates(contexts: .max, processes: .max) == nil)
    #expect(Replicates(contexts: 0) == nil)
    #expect(Replicates(contexts: 1, processes: 0) == nil)
  }
}
