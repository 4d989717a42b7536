@testable import CoCreation
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
    var turn = Turn(RandomSource(generator))
    return (0..<replicates * plan.arms.count).map {
      Simulation.run(plan[$0].arm.configuration, key: plan[$0].key, turn: &turn)
    }
  }

  /// Makes the first replicates of the first strategy, and looks at the state before and after
  /// people contribute.
  func followContributions(
    replicates: Int, _ see: (_ before: SimulationState, _ after: SimulationState, Int) -> Void
  ) {
    var turn = Turn(RandomSource(generator))
    for number in 0..<replicates {
      let run = plan[number * plan.arms.count]
      turn.round = 0
      var state = SimulationState(run.arm.configuration, key: run.key, &turn)
      for round in 0...Int(run.arm.configuration.parameters["rounds"]) {
        turn.round = round
        for phase in round == 0 ? Simulation.setUp : Simulation.month {
          let before = phase is Contribute ? state : nil
          phase.run(&state, &turn)
          if let before { see(before, state, round) }
        }
      }
    }
  }
}

/// A stream of random numbers for docking cases that are no run of the model.
func dockingStream(_ number: Int) -> RandomStream {
  RandomSource.stream(run: RandomSource.runKey(20161), mechanism: 0, round: number)
}
