import CoCreation
import Experiments
import Foundation
import GSL

/// A scenario file of the folder scenarios/docking and the runs it plans.
struct DockingScenario {
  private let plan: RunPlan
  private let generator: Generator

  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scenarios/docking/\(name).yaml").standardized.path
    let scenario = try Scenario.read(file: file)
    (plan, generator) = (try RunPlan(scenario), scenario.generator)
  }

  /// Makes the first replicates of every strategy.
  func run(replicates: Int) -> [RunObservation] {
    var random = RandomSource(generator)
    return (0..<replicates * plan.arms.count).map {
      Simulation.run(plan[$0].arm.configuration, key: plan[$0].key, random: &random)
    }
  }
}

/// A stream of random numbers for docking cases that are no run of the model.
func dockingStream(_ number: Int) -> RandomStream {
  RandomSource.stream(run: RandomSource.runKey(20161), mechanism: 0, round: number)
}
