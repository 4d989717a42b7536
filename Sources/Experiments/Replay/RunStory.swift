internal import CoCreation
internal import Foundation

/// What happened in a run, month by month, in plain English.
public struct RunStory: Equatable, Sendable {
  /// A month in which something happened.
  public struct Month: Equatable, Sendable {
    /// The month; 0 is the set-up.
    public let round: Int
    /// Sentences, in order.
    public let sentences: [String]
  }

  /// The months in which something happened, in order.
  public let months: [Month]
  /// The last month of the run.
  public let last: Int
  /// What came of it, on the three ambitions.
  public let ending: [String]

  init(_ outcome: RunObservation) {
    let tellers = outcome.configuration.tasks.indices.map { Teller(outcome, task: $0) }
    let events = Dictionary(grouping: outcome.events, by: \.round)
    last = (outcome.months.first?.count ?? 1) - 1
    months = (0...last).compactMap { round in
      let sentences = tellers.flatMap { $0.sentences(events[round] ?? [], round: round) }
      return sentences.isEmpty ? nil : Month(round: round, sentences: sentences)
    }
    ending = Self.outcomes(outcome) + tellers.map(\.end)
  }

  /// The headline of each ambition, over all tasks.
  private static func outcomes(_ outcome: RunObservation) -> [String] {
    let tasks = outcome.configuration.tasks.indices.map(outcome.task)
    return Metrics.headlines.compactMap { headline in
      Metrics.run.first { $0.name == headline.name }.map { metric in
        let value = metric.value(over: tasks).map { decimals($0) } ?? "not defined in this run"
        return "\(headline.family.rawValue): \(metric.name) \(value)"
      }
    }
  }

  static func decimals(_ value: Double) -> String { String(format: "%.2f", value) }
}

extension RunStory {
  /// The story as lines of text; months in which nothing happened are told together.
  public var text: String {
    var lines: [String] = []
    var next = 0
    func skip(to round: Int) {
      guard next < round else { return }
      let quiet = next == round - 1 ? Self.title(next) : "Months \(next) to \(round - 1)"
      lines.append("\(quiet): nothing happens")
    }
    for month in months {
      // A set-up without events is no news.
      if next == 0, month.round > 0 { next = 1 }
      skip(to: month.round)
      lines.append(Self.title(month.round))
      lines += month.sentences.map { "  \($0)" }
      next = month.round + 1
    }
    if next == 0 { next = 1 }
    skip(to: last + 1)
    lines.append("After \(last) months")
    lines += ending.map { "  \($0)" }
    return lines.joined(separator: "\n")
  }

  private static func title(_ round: Int) -> String { round == 0 ? "Set-up" : "Month \(round)" }
}
