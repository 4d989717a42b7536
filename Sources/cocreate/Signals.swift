internal import Experiments
internal import Foundation

/// Signals that end a batch in order.
enum Signals {
  /// What they ask.
  static let interruption = Interruption()

  /// From now on the first of them asks the batch to end; the second ends the program at once.
  static func prepare() {
    _ = interruption
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var former = sigaction()
      unsafe sigaction(number, nil, &former)
      // What starts us with nohup, say, does not want us to listen.
      guard !isIgnored(former) else { continue }
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { _ in Signals.interruption.ask() }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      unsafe sigaction(number, &action, nil)
    }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    let handler = unsafe action.__sigaction_handler.sa_handler
    return unsafe unsafeBitCast(handler, to: Int.self) == 1
  }
}
