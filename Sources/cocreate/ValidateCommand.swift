internal import ArgumentParser
internal import CoCreation
internal import Experiments

/// Checks a scenario.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check a scenario: every fault at once, with line and column.",
    discussion: "Exit status: 0 without faults, 2 with.")

  @OptionGroup var scenario: ScenarioOptions

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    let scenario = try scenario.read(quiet: quiet)
    let plan = try RunPlan(scenario)
    guard !quiet else { return }
    let actors = scenario.kinds.reduce(0) { $0 + $1.count }
    try Console.print(
      """
      \(self.scenario.scenario): no faults
      \(scenario.strategies.count) strategies (\(scenario.strategies.map(\.name).joined(separator: ", "))) \
      x \(scenario.replicates.count) replicates = \(plan.count) runs \
      of \(Int(scenario.parameters["rounds"])) months with \(actors) actors
      """)
  }
}
