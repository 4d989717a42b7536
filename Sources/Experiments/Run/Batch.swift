internal import Foundation
public import GSL

/// Makes the runs of a plan on several threads and writes their rows in the order of the plan.
///
/// The bytes written do not depend on the number of threads.
public struct Batch: Sendable {
  private let encoder: RunEncoder

  /// Prepares a batch.
  ///
  /// - Parameters:
  ///   - plan: The runs.
  ///   - generator: The generator that runs draw from.
  ///   - tables: The tables to write.
  public init(_ plan: RunPlan, generator: Generator, tables: Set<ResultTable>) {
    encoder = RunEncoder(plan: plan, generator: generator, tables: tables)
  }

  /// Makes all runs.
  ///
  /// - Parameters:
  ///   - threads: How many runs are made at the same time, at least 1.
  ///   - folder: Where rows go.
  ///   - progress: Called with the number of runs whose rows are written.
  /// - Throws: ``TableFileError`` or ``RunFault``; rows written until then stay in the folder.
  public func run(
    threads: Int, into folder: inout ResultsFolder, progress: (Int) -> Void = { _ in }
  ) async throws {
    let count = encoder.plan.count
    // Chunks are long enough to make a task's overhead small, and short enough to share the end.
    let size = max(1, min(16, count / (threads * 8)))
    // Rows wait for those before them; the window bounds how many can.
    let window = 4 * threads * size
    try await withThrowingTaskGroup(of: Chunk.self) { group in
      var (next, written, running) = (0, 0, 0)
      var waiting: [Int: Chunk] = [:]
      while written < count {
        while running < threads, next < min(count, written + window) {
          let range = next..<min(count, next + size)
          group.addTask { [encoder] in try encoder.encode(range) }
          next = range.upperBound
          running += 1
        }
        guard let chunk = try await group.next() else { break }
        running -= 1
        waiting[chunk.runs.lowerBound] = chunk
        while let ready = waiting.removeValue(forKey: written) {
          try folder.write(ready)
          written = ready.runs.upperBound
          progress(written)
        }
      }
    }
  }
}
