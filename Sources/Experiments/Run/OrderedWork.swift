internal import Foundation
internal import Synchronization

/// Long-lived workers that take numbered pieces of work; what they make comes back in order.
///
/// Each worker is a thread that keeps what it needs from piece to piece. Results wait for those
/// before them; a window bounds how many can, and so the memory.
enum OrderedWork {
  /// What a worker asks for and gives back.
  struct Desk<Output: Sendable>: Sendable {
    fileprivate let board: Board<Output>

    /// The next piece to do; `nil` when there are no more.
    func next() -> Int? { board.take() }

    /// Hands in what became of a piece.
    func deliver(_ piece: Int, _ output: Output) { board.deliver(piece, output) }
  }

  /// Does pieces 0 ..< `count`.
  ///
  /// - Parameters:
  ///   - count: The number of pieces.
  ///   - threads: The number of workers.
  ///   - worker: What each worker does: take pieces from the desk until there are none.
  ///   - goesOn: Asked now and then, also while nothing comes; `false` ends the work early.
  ///   - consume: Called with each output in the order of pieces, on the calling thread.
  /// - Throws: What `consume` throws. Workers then end after the piece they are at.
  /// - Returns: Whether all pieces were done.
  static func run<Output: Sendable>(
    _ count: Int, threads: Int, worker: @escaping @Sendable (Desk<Output>) -> Void,
    goesOn: () -> Bool = { true }, consume: (Output) throws -> Void
  ) throws -> Bool {
    let board = Board<Output>(count: count, window: 8 * threads)
    defer { board.close() }
    for _ in 0..<min(threads, count) {
      Thread.detachNewThread { worker(Desk(board: board)) }
    }
    for piece in 0..<count {
      var output = board.collect(piece)
      while output == nil {
        guard goesOn() else { return false }
        board.wait(milliseconds: 100)
        output = board.collect(piece)
      }
      guard goesOn(), let output else { return false }
      try consume(output)
    }
    return true
  }

  /// Where pieces are given out and outputs put down.
  fileprivate final class Board<Output: Sendable>: Sendable {
    private struct State {
      var next = 0
      var isClosed = false
      var waiting: [Int: Output] = [:]
    }

    private let count: Int
    private let window: Int
    private let state = Mutex(State())
    /// One for each piece that may be begun.
    private let places: DispatchSemaphore
    private let arrivals = DispatchSemaphore(value: 0)

    init(count: Int, window: Int) {
      self.count = count
      self.window = window
      // A semaphore must not end its life below its first value: hence 0, raised at once.
      places = DispatchSemaphore(value: 0)
      for _ in 0..<window { places.signal() }
    }

    func take() -> Int? {
      places.wait()
      return state.withLock { state in
        guard !state.isClosed, state.next < count else {
          // Whoever else waits must learn of it too.
          places.signal()
          return nil
        }
        state.next += 1
        return state.next - 1
      }
    }

    func deliver(_ piece: Int, _ output: Output) {
      state.withLock { if !$0.isClosed { $0.waiting[piece] = output } }
      arrivals.signal()
    }

    func collect(_ piece: Int) -> Output? {
      let output = state.withLock { $0.waiting.removeValue(forKey: piece) }
      if output != nil { places.signal() }
      return output
    }

    func wait(milliseconds: Int) {
      _ = arrivals.wait(timeout: .now() + .milliseconds(milliseconds))
    }

    func close() {
      state.withLock {
        $0.isClosed = true
        $0.waiting = [:]
      }
      places.signal()
    }
  }
}
