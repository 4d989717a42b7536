internal import Synchronization

/// A request to end a batch early, in order: what is finished is kept, and it can be resumed.
public final class Interruption: Sendable {
  private let isAsked = Atomic(false)

  /// Nobody asks yet.
  public init() {}

  /// Asks to end; may be called from a signal handler.
  public func ask() { isAsked.store(true, ordering: .relaxed) }

  /// Whether somebody asked.
  public var isRequested: Bool { isAsked.load(ordering: .relaxed) }
}
