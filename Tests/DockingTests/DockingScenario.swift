import CoCreation
import Experiments
import Foundation
import GSL

/// A scenario file of the folder scenarios/docking and the runs it plans.
struct DockingScenario {
  private let plan: RunPlan
  private let generator: Generator

  init(_ name: String, _ settings: [ScenarioOverrides.Setting] = []) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scenarios/docking/\(name).yaml").standardized.path
    let scenario = try Scenario.read(file: file, overrides: .init(settings: settings))
    (plan, generator) = (try RunPlan(scenario), scenario.generator)
  }

  /// Makes all runs of the only strategy.
  func run() -> [RunObservation] {
    var random = RandomSource(generator)
    return (0..<plan.count).map {
      Simulation.run(plan[$0].arm.configuration, key: plan[$0].key, random: &random)
    }
  }
}

/// A mean with the standard error that follows from the sample.
struct Estimate {
  let mean: Double
  let standardError: Double

  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardError = (squares / (count - 1) / count).squareRoot()
  }

  /// Whether a value is at most three standard errors away.
  func agrees(with value: Double) -> Bool { abs(mean - value) <= 3 * standardError }
}

/// A stream of random numbers for docking cases that are no run of the model.
func dockingStream(_ number: Int) -> RandomStream {
  RandomSource.stream(run: RandomSource.runKey(20161), mechanism: 0, round: number)
}
