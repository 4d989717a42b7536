internal import Foundation

/// How far a batch is: a bar on a terminal, elsewhere a line every ten per cent, two seconds apart at
/// least, and one at the end.
struct Progress {
  private let total: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var tenths = 0
  /// Whether the bar's line has no end yet.
  private var isOpen = false
  /// The runs that were there already.
  private var first: Int?

  init(total: Int) {
    self.total = total
    start = clock.now
    shown = start
  }

  /// Leaves the line of the bar, wherever it stopped.
  func end() {
    if isTerminal, let first, isOpen, first < total { Console.note("\n") }
  }

  mutating func update(_ done: Int) {
    let now = clock.now
    let seconds = max(1e-9, (now - start) / .seconds(1))
    let before = first ?? done
    first = before
    let rate = Double(done - before) / seconds
    let left = rate > 0 ? Double(total - done) / rate : 0
    guard done > before else { return }
    if isTerminal {
      guard done == total || now - shown > .milliseconds(100) else { return }
      shown = now
      let filled = 30 * done / total
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      let time = done == total ? "in \(Duration.text(seconds))" : "\(Duration.text(left)) left"
      Console.note("\r\u{1B}[K\(bar) \(done)/\(total)  \(Self.short(rate)) runs/s  \(time)")
      isOpen = done < total
      if done == total { Console.note("\n") }
    } else if done == total || 10 * done / total > tenths && now - shown > .seconds(2) {
      shown = now
      tenths = 10 * done / total
      let time = done == total ? "in \(Duration.text(seconds))" : "\(Duration.text(left)) left"
      Console.note("\(done) of \(total) runs, \(Self.short(rate)) runs/s, \(time)\n")
    }
  }

  private static func short(_ rate: Double) -> String {
    rate < 10 ? String(format: "%.1f", rate) : String(Int(rate))
  }
}
