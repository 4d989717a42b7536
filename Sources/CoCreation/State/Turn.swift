public import GSL

/// Where a run is in time, and the door to its random numbers.
///
/// A draw names its address: a stream of a mechanism in this round, and an item, an actor say. The
/// same address gives the same numbers whatever else is drawn.
///
/// ```swift
/// let lot = turn.draw(turn.stream(.lead, of: task), 0) { $0.uniform() }
/// ```
public struct Turn: ~Copyable {
  /// The month; 0 is the set-up.
  package var round = 0
  /// The step within a phase that has several, a proposal say; 0 elsewhere.
  package var step = 0
  package var random: RandomSource

  /// Creates a turn that draws from a source; what was drawn from it before does not matter.
  public init(_ random: consuming RandomSource = RandomSource()) { self.random = random }

  /// Draws at an address.
  @inline(__always)
  package mutating func draw<Value>(
    _ stream: RandomStream, _ item: UInt32, _ body: (inout RandomSource) -> Value
  ) -> Value {
    random.place(stream, item: item)
    return body(&random)
  }

  /// A stream of a task's process in this round and step; where a step takes attempts, of an attempt.
  package func stream(
    _ mechanism: Mechanism, of task: TaskState, attempt: Int? = nil
  ) -> RandomStream {
    RandomSource.stream(
      run: task.processKey, mechanism: mechanism.rawValue, round: round,
      step: attempt.map { step * 16 + $0 } ?? step)
  }
}

extension TaskState {
  /// A stream that is the same in every process of the context.
  func contextStream(_ mechanism: Mechanism, round: Int = 0) -> RandomStream {
    RandomSource.stream(run: contextKey, mechanism: mechanism.rawValue, round: round)
  }
}
