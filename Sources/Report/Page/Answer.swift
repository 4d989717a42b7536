internal import Analysis

/// The answer in plain words, with its uncertainty.
extension Report {
  /// One sentence.
  public var answer: String {
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

  /// Whether and how much to trust it, and what a weighing says.
  public var caveats: [String] {
    var lines: [String] = []
    if let weighted = comparisons.first(where: { comparison in
      !metrics.contains { $0.name == comparison.response }
    }), let best = weighted.best {
      let share = weighted.standings.first { $0.strategy == best }?.best
      let chance =
        share.map {
          "; \(best) is best in \(Wording.percent($0.share)) of municipalities (95 %: "
            + "\(Wording.percent($0.interval.lowerBound)) to "
            + "\(Wording.percent($0.interval.upperBound)))"
        } ?? ""
      lines.append(
        weighted.rivals.isEmpty
          ? "With all metrics weighed the same, in standard deviations, \(best) comes first\(chance)."
          : "With all metrics weighed the same, in standard deviations, it is too close to call "
            + "between \(Self.together([best] + weighted.rivals, weighted))\(chance).")
    }
    if let front, contexts > 1 {
      let members = front.members.filter(\.isUndominated)
      lines.append(
        members.count == 1
          ? "\(Self.capital(members[0].strategy)) dominates: no other is better on anything."
          : "No one can have all of it: \(Wording.list(members.map(\.strategy))) are undominated, so "
            + "more of one metric costs some of another.")
    }
    if contexts < 10 {
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
