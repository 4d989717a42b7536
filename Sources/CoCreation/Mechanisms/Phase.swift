internal import Glibc
package import GSL

/// A step of a month, or of the set-up.
///
/// A phase draws only from its own streams, so that leaving one out moves no other's numbers.
package protocol Phase: Sendable {
  func run(_ state: inout SimulationState, round: Int, _ random: inout RandomSource)
}

/// A step that every task takes for itself.
package protocol TaskPhase: Phase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource)
}

extension TaskPhase {
  package func run(_ state: inout SimulationState, round: Int, _ random: inout RandomSource) {
    for index in state.tasks.indices {
      run(&state.tasks[index], &state.actors, &state.world, round: round, &random)
    }
  }
}

/// The logistic function.
@inline(__always)
func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

/// The logarithm of the odds of a probability; infinite at 0 and 1.
func logOdds(_ probability: Double) -> Double { log(probability / (1 - probability)) }

/// A value moved into [0, 1].
@inline(__always)
func unitClamped(_ value: Double) -> Double { min(1, max(0, value)) }
