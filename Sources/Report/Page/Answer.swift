internal import Analysis

/// The answer in plain words, with its uncertainty.
extension Report {
  /// One sentence.
  public var answer: String {
    guard strategies.count > 1 else { return alone }
    let parts = ofMetrics.compactMap { part($0) }
    guard !parts.isEmpty else { return "No strategy has a value of these metrics." }
    if parts.count > 1, parts.count == metrics.count, let only = parts[0].leader,
      parts.allSatisfy({ $0.leader == only })
    {
      return "\(Self.capital(only)) is best on all: "
        + Wording.list(parts.map { "\($0.metric) (\($0.how))" }) + "."
    }
    let missing = metrics.filter { metric in !parts.contains { $0.metric == metric.title } }
    let clauses =
      parts.map { part in
        part.leader.map { "\($0) leads on \(part.metric) (\(part.how))" }
          ?? "on \(part.metric) \(part.how)"
      } + missing.map { "no strategy has a value of \($0.title)" }
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

  /// What else there is to know of the answer: other weighings, what is traded for what, the price, where
  /// it holds, and how far to trust it.
  public var notes: [String] {
    var lines: [String] = []
    if strategies.count > 1 {
      lines = plausibleModels + [weighing, tradeOff].compactMap(\.self) + price + whereabouts
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

  /// In how many plausible models who is ahead.
  private var plausibleModels: [String] {
    guard models > 0 else { return [] }
    let clauses = metrics.compactMap { metric -> String? in
      let own = plausible.map(\.models).filter { $0.metric == metric.name }
      let shares = own.map {
        "\($0.strategy) in \($0.ahead) (95 %: \(PlausibleWording.range($0.interval)))"
      }
      return own.isEmpty ? nil : "on \(metric.title) \(Wording.list(shares))"
    }
    return [
      "Over \(models) plausible models, with other values of all that is assumed, ahead of \(versus): "
        + clauses.joined(separator: "; ") + ". The averages above are over these models."
    ]
  }

  /// Whether there are contexts enough to speak of probabilities.
  private var isCertain: Bool { contexts >= 10 }

  /// Who comes first with all metrics together.
  private var weighing: String? {
    guard
      let weighted = comparisons.first(where: { comparison in
        !metrics.contains { $0.name == comparison.response }
      }), let best = weighted.best, weighted.standings.count(where: { $0.mean != nil }) > 1
    else { return nil }
    let share = weighted.standings.first { $0.strategy == best }?.best
    let chance = share.flatMap { share in
      !isCertain
        ? nil
        : "; \(best) is best in \(Wording.percent(share.share)) of \(share.contexts) municipalities (95 %: "
          + "\(Wording.percent(share.interval.lowerBound)) to "
          + "\(Wording.percent(share.interval.upperBound)))"
    }
    let missing = weighted.standings.filter { $0.mean == nil }.map(\.strategy)
    let without =
      missing.isEmpty ? "" : " Some metric is not defined for \(Wording.list(missing))."
    return "With all metrics weighed the same, each by how much it varies from run to run, "
      + (weighted.rivals.isEmpty
        ? "\(best) comes first"
        : "it is too close to call between "
          + Self.together([best] + weighted.rivals, weighted))
      + (chance ?? "") + "." + without
  }

  /// Whether someone has all of it.
  private var tradeOff: String? {
    guard isCertain, let front, front.members.count > 1 else { return nil }
    let members = front.members.filter(\.isUndominated)
    let names = members.map { "\($0.strategy) (\(Wording.percent($0.probability)))" }
    let without =
      front.without.isEmpty
      ? ""
      : " Some metric is not defined for \(Wording.list(front.without)), so it is left out here."
    let meaning =
      "undominated, which is that no other is at least as good on every metric and better on one; in "
      + "brackets, how often when municipalities are drawn anew."
    let leaders = Set(ofMetrics.compactMap { part($0)?.leader })
    if leaders.count > 1 {
      return "No one can have all of it: \(Wording.list(names)) are \(meaning)" + without
    }
    return "By their means \(Wording.list(names)) \(names.count == 1 ? "is" : "are") \(meaning) "
      + "What is too close to call may be chance." + without
  }

  /// What those who lead cost whom.
  private var price: [String] {
    var lines: [String] = []
    var leaders = ofMetrics.compactMap { part($0)?.leader }
    leaders = strategies.filter(leaders.contains)
    let told = prices.prefix(2)
    let clauses = leaders.compactMap { leader -> String? in
      let amounts = told.compactMap { comparison -> String? in
        guard let mean = mean(of: leader, in: comparison) else { return nil }
        let metric = metric(comparison.response)
        let difference = comparison.pair(leader, versus).map {
          $0.isTooClose
            ? " (too close to call with \(versus))"
            : " (\(Wording.number(abs($0.difference.value))) "
              + "\($0.difference.value < 0 ? "less" : "more") than \(versus))"
        }
        return
          "\(metric.title) is \(Wording.number(mean.value))\(metric.unit == "1" ? "" : " \(metric.unit)")"
          + (difference ?? "")
      }
      return amounts.isEmpty ? nil : "with \(leader), \(Wording.list(amounts))"
    }
    if !clauses.isEmpty { lines.append("The price: \(clauses.joined(separator: "; ")).") }
    if let allCosts, let comparison = prices.first(where: { $0.response == allCosts }),
      let part = part(comparison)
    {
      lines.append(
        "Counting what external actors give as a cost too: "
          + (part.leader.map { "\($0) leads on \(part.metric) (\(part.how))." }
            ?? "on \(part.metric) \(part.how)."))
    }
    return lines
  }

  /// At how many design points who is best.
  private var whereabouts: [String] {
    let clauses = ofMetrics.compactMap { comparison -> String? in
      let own = discoveries.filter { $0.metric == comparison.response && $0.interest == .best }
      guard let first = own.max(by: { $0.cases < $1.cases }), first.points > 0 else { return nil }
      let others = own.filter { $0.strategy != first.strategy && $0.cases * 10 >= $0.points }
        .sorted { $0.cases > $1.cases }
      return "on \(metric(comparison.response).title) \(first.strategy) at \(first.cases) of "
        + "\(first.points)"
        + others.map { other in
          let part = other.prim.flatMap(\.believed)
          return ", \(other.strategy) at \(other.cases)\(part.map { ", mostly where \($0)" } ?? "")"
        }.joined()
    }
    guard !clauses.isEmpty else { return [] }
    return [
      "Where: by the means at the design points the best is \(clauses.joined(separator: "; ")). "
        + (maps.isEmpty
          ? "By the means alone nothing says whether it is clearly the best there."
          : "Whether it is clearly the best there, the map below says.")
    ]
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
    if comparison.standings.count(where: { $0.mean != nil }) == 1 {
      return Part(metric: title, leader: nil, how: "only \(best) has a value")
    }
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
        + "\(lead.versus), 95 % interval \(Wording.number(ends[0])) to \(Wording.number(ends[1]))"
        + (lead.difference.count < contexts
          ? ", in the \(lead.difference.count) of \(contexts) municipalities that have it" : "")
        + (againstBaseline(best, lead.versus, comparison) ?? ""))
  }

  /// How far the best is from the strategy that differences are shown against, if that is not the next.
  private func againstBaseline(_ best: String, _ next: String, _ comparison: Comparison) -> String?
  {
    guard best != versus, next != versus, let pair = comparison.pair(best, versus),
      !pair.isTooClose
    else { return nil }
    return "; \(Wording.number(abs(pair.difference.value))) "
      + "\(pair.difference.value < 0 ? "below" : "above") \(versus)"
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
