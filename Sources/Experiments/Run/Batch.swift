/// Makes the runs of stages on several threads and gives their rows back in order.
///
/// The bytes do not depend on the number of threads, nor on how runs are cut into chunks.
struct Batch: Sendable {
  let encoder: RunEncoder
  let threads: Int

  /// Makes runs.
  ///
  /// - Parameters:
  ///   - stage: The numbers of the runs.
  ///   - goesOn: Asked now and then; `false` ends the batch early.
  ///   - consume: Called with the rows in order.
  /// - Throws: What `consume` throws.
  /// - Returns: Whether all runs were made.
  func run(
    _ stage: RunStage.SubSequence, goesOn: () -> Bool, consume: (Chunk) throws -> Void
  ) throws -> Bool {
    // Long enough to make handing over cheap, and short enough to share the end.
    let size = Swift.max(1, Swift.min(16, stage.count / (threads * 8)))
    let chunks = (stage.count + size - 1) / size
    return try OrderedWork.run(
      chunks, threads: threads,
      worker: { [encoder] desk in
        var worker = RunEncoder.Worker(encoder)
        while let piece = desk.next() {
          let start = stage.startIndex + piece * size
          let end = Swift.min(stage.endIndex, start + size)
          desk.deliver(piece, encoder.encode(stage[start..<end], &worker))
        }
      }, goesOn: goesOn, consume: consume)
  }
}
