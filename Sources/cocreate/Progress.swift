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

  init(total: Int) {
    self.total = total
    start = clock.now
    shown = start
  }

  mutating func update(_ done: Int) {
    let now = clock.now
    let seconds = max(1e-9, (now - start) / .seconds(1))
    let rate = Double(done) / seconds
    let left = Double(total - done) / rate
    if isTerminal {
      guard done == total || now - shown > .milliseconds(100) else { return }
      shown = now
      let filled = 30 * done / total
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      let time = done == total ? "in \(Self.duration(seconds))" : "\(Self.duration(left)) left"
      Console.note("\r\u{1B}[K\(bar) \(done)/\(total)  \(Self.short(rate)) runs/s  \(time)")
      if done == total { Console.note("\n") }
    } else if done == total || 10 * done / total > tenths && now - shown > .seconds(2) {
      shown = now
      tenths = 10 * done / total
      let time = done == total ? "in \(Self.duration(seconds))" : "\(Self.duration(left)) left"
      Console.note("\(done) of \(total) runs, \(Self.short(rate)) runs/s, \(time)\n")
    }
  }

  private static func short(_ rate: Double) -> String {
    rate < 10 ? String(format: "%.1f", rate) : String(Int(rate))
  }

  private static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<10: String(format: "%.1f s", seconds)
    case ..<120: "\(Int(seconds)) s"
    case ..<7200: "\(Int(seconds / 60)) min"
    default: "\(Int(seconds / 3600)) h"
    }
  }
}
