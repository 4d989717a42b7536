internal import Analysis

/// The answer in plain words, with its uncertainty.
extension Report {
  /// One sentence.
  public var answer: String {
    guard strategies.count > 1 else { return alone }
    let parts = ofMetrics.compactMap { part($0) }
    guard !parts.isEmpty else { return "No strategy has a value of these metrics." }
    if parts.count > 1, let only = parts[0].leader, parts.allSatisfy({ $0.leader == only }) {
      return "\(Self.capital(only)) is best on all: "
        + Wording.list(parts.map { "\($0.metric) (\($0.how))" }) + "."
    }
    let clauses = parts.map { part in
      part.leader.map { "\($0) leads on \(part.metric) (\(part.how))" }
        ?? "on \(part.metric) \(part.how)"
    }
    return Self.capital(clauses.joined(separator: "; ")) + "."
  }

  /// What the only strategy comes to.
  private var alone: String {
    let means = ofMetrics.map { comparison -> String in
      let mean = comparison.standings.first?.mean
      let interval = mean?.interval(0.95).map {
        " (95 % interval \(Wording.number($0.lowerBound)) to \(Wording.number($0.upperBound)))"
      }
      return "\(metric(comparison.response).title) "
        + (mean.map { Wording.number($0.value) } ?? "not defined") + (interval ?? "")
    }
    return "\(strategies.first ?? "nothing") alone was run, so nothing is compared: "
      + Wording.list(means) + "."
  }

  /// Whether and how much to trust it, and what a weighing says.
  public var caveats: [String] {
    var lines: [String] = []
    let isCertain = contexts >= 10
    if strategies.count > 1,
      let weighted = comparisons.first(where: { comparison in
        !metrics.contains { $0.name == comparison.response }
      }), let best = weighted.best
    {
      let share = weighted.standings.first { $0.strategy == best }?.best
      let chance =
        share.flatMap {
          !isCertain
            ? nil
            : "; \(best) is best in \(Wording.percent($0.share)) of municipalities (95 %: "
              + "\(Wording.percent($0.interval.lowerBound)) to "
              + "\(Wording.percent($0.interval.upperBound)))"
        } ?? ""
      lines.append(
        weighted.rivals.isEmpty
          ? "With all metrics weighed the same, in standard deviations, \(best) comes first\(chance)."
          : "With all metrics weighed the same, in standard deviations, it is too close to call "
            + "between \(Self.together([best] + weighted.rivals, weighted))\(chance).")
    }
    if strategies.count > 1, let front, isCertain {
      let members = front.members.filter(\.isUndominated)
      let names = members.map { "\($0.strategy) (\(Wording.percent($0.probability)))" }
      lines.append(
        members.count == 1
          ? "\(Self.capital(names[0])) is at least as good as any other on every metric and better on "
            + "one; in brackets, how often it is undominated when municipalities are drawn anew."
          : "No one can have all of it: \(Wording.list(names)) are undominated, so more of one metric "
            + "costs some of another; in brackets, how often when municipalities are drawn anew.")
    }
    if !isCertain {
      lines.append(
        "Only \(contexts) simulated \(contexts == 1 ? "municipality" : "municipalities"): little is "
          + "certain. Run it with more replicates.")
    }
    lines.append(
      "All of this holds in the model, under the assumptions below. It compares strategies; it does "
        + "not forecast a municipality.")
    return lines
  }

  private struct Part {
    let metric: String
    /// Who leads; `nil` where it is too close to call.
    let leader: String?
    let how: String
  }

  /// Who leads on a metric, and how that is known.
  private func part(_ comparison: Comparison) -> Part? {
    guard let best = comparison.best else { return nil }
    let title = metric(comparison.response).title
    let rivals = comparison.rivals
    guard rivals.isEmpty else {
      let isUntested = comparison.pairs.allSatisfy { $0.difference.standardError == nil }
      return isUntested
        ? Part(metric: title, leader: best, how: "one municipality, so no interval")
        : Part(
          metric: title, leader: nil,
          how: "\(Self.together([best] + rivals, comparison)) are too close to call")
    }
    guard let lead = comparison.lead, let interval = lead.difference.interval(0.95) else {
      return Part(metric: title, leader: best, how: "nothing to compare it with")
    }
    let sign = lead.difference.value < 0 ? -1.0 : 1
    let ends = [sign * interval.lowerBound, sign * interval.upperBound].sorted()
    return Part(
      metric: title, leader: best,
      how: "\(Wording.number(abs(lead.difference.value))) \(sign < 0 ? "below" : "above") "
        + "\(lead.versus), 95 % interval \(Wording.number(ends[0])) to \(Wording.number(ends[1]))")
  }

  /// The strategies that cannot be told apart; "all" where these are all of many.
  private static func together(_ strategies: [String], _ comparison: Comparison) -> String {
    let isAll = strategies.count == comparison.standings.count { $0.mean != nil }
    return isAll && strategies.count > 2 ? "all strategies" : Wording.list(strategies)
  }

  private static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
