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
    if case .cases(let file) = try? VerificationFile.read(file: self.scenario.scenario) {
      if !quiet {
        try Console.print(
          "\(self.scenario.scenario): no faults\n\(file.cases.count) cases for `cocreate verify`")
      }
      return
    }
    let scenario = try scenario.read(quiet: quiet)
    guard !quiet else { return }
    let actors = Side.allCases.map { side in
      let count = scenario.kinds.filter { $0.side == side }.reduce(0) { $0 + $1.count }
      return "\(count) \(side.rawValue)"
    }
    let names = scenario.strategies.prefix(8).map(\.name).joined(separator: ", ")
    let most = scenario.stopping == nil ? "" : "at most "
    let tasks = scenario.tasks.count == 1 ? "" : ", \(scenario.tasks.count) tasks"
    let design = scenario.design
    let factors = design.factors.count == 1 ? "1 factor" : "\(design.factors.count) factors"
    let kind = design.isPlausible ? "plausible models" : "points"
    let points = design.isSingle ? "" : "\(design.count) \(kind) of \(factors) x "
    let runs = design.count * scenario.strategies.count * scenario.replicates.count
    try Console.print(
      """
      \(self.scenario.scenario): no faults
      \(points)\(scenario.strategies.count) strategies (\(names)\(scenario.strategies.count > 8 ? ", …" : "")) \
      x \(most)\(scenario.replicates.count) replicates = \(most)\(runs) runs \
      of \(Int(scenario.parameters["rounds"])) months \
      with \(actors.joined(separator: " and ")) actors\(tasks)
      \(scenario.capacityInWords)
      """)
  }
}
