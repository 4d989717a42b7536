internal import Analysis
internal import CoCreation
internal import Experiments
internal import Report

/// What a comparison prints.
struct CompareReport {
  private let manifest: Manifest
  private let metrics: [RunMetric]
  private let options: CompareCommand.Options
  private let answer: CompareCommand.Answer
  private let plausible: PlausibleAnswer?
  private let folder: String
  private let results: String

  init(
    _ manifest: Manifest, _ metrics: [RunMetric], _ options: CompareCommand.Options,
    _ answer: CompareCommand.Answer, _ plausible: PlausibleAnswer?, folder: String, results: String
  ) {
    self.manifest = manifest
    self.metrics = metrics
    self.options = options
    self.answer = answer
    self.plausible = plausible
    self.folder = folder
    self.results = results
  }

  var text: String {
    let title = manifest.scenario.question ?? manifest.scenario.name
    let robust = answer.robustness.isEmpty ? [] : [robustness]
    // What the mean over models is, and how sure, matters less than in how many of them it holds.
    let sections =
      plausible.map { [$0.text, verdicts] }
      ?? [verdicts] + answer.overall.map(section) + [notes] + robust
    return "\n" + ([title] + sections + [next]).joined(separator: "\n\n")
  }

  private var isSeveral: Bool { !answer.robustness.isEmpty }

  /// A plain sentence for each response.
  private var verdicts: String {
    (plausible == nil ? "" : "By their means over all models:\n")
      + Console.table(
        answer.overall.map { comparison in
          [comparison.response, Self.verdict(comparison)]
        }) + (undominated.map { "\n\($0)" } ?? "")
  }

  static func verdict(_ comparison: Comparison) -> String {
    guard let best = comparison.best else { return "not defined" }
    if comparison.standings.count(where: { $0.mean != nil }) == 1 {
      return "only \(best) has a value"
    }
    let rivals = comparison.rivals
    guard rivals.isEmpty else {
      let isUntested = comparison.pairs.allSatisfy { $0.difference.standardError == nil }
      return isUntested
        ? "no verdict on one context; \(best) is ahead"
        : "too close to call: " + ([best] + rivals).joined(separator: ", ")
    }
    guard let pair = comparison.lead, let interval = pair.difference.interval(0.95) else {
      return best
    }
    let sign = pair.difference.value < 0 ? -1.0 : 1
    let ends = [sign * interval.lowerBound, sign * interval.upperBound].sorted()
    return "\(best), \(sign < 0 ? "below" : "above") \(pair.versus) by "
      + "\(Wording.number(abs(pair.difference.value))) [\(Wording.number(ends[0])), \(Wording.number(ends[1]))]"
  }

  private var undominated: String? {
    guard let front = answer.front else { return nil }
    // One context cannot be drawn anew.
    let isTested = answer.overall.contains {
      $0.pairs.contains { $0.difference.standardError != nil }
    }
    let members = front.members.filter { isTested ? $0.probability > 0 : $0.isUndominated }.map {
      isTested ? "\($0.strategy) (\(Wording.percent($0.probability)))" : $0.strategy
    }
    return "Undominated on \(metrics.map(\.name).joined(separator: ", ")): "
      + (members.isEmpty ? "none" : members.joined(separator: ", "))
      + (front.without.isEmpty
        ? "."
        : "; without a place, since some of these are not defined: "
          + front.without.joined(separator: ", ") + ".")
  }

  private func section(_ comparison: Comparison) -> String {
    let direction = comparison.higherIsBetter ? "more is better" : "less is better"
    let headings = [
      "", "mean", "- \(options.versus)", "95 % interval", "effect", "p (Holm)",
      "best in (95 %)", "verdict",
    ]
    let rows = comparison.standings.map { standing -> [String] in
      guard let mean = standing.mean else { return [standing.strategy, "–"] }
      let best = standing.best.map {
        "\(Wording.percent($0.share)) [\(Wording.percent($0.interval.lowerBound)), "
          + "\(Wording.percent($0.interval.upperBound))]"
      }
      let most = comparison.standings.compactMap(\.mean?.count).max() ?? 0
      let own = [
        standing.strategy,
        Wording.number(mean.value) + (mean.count < most ? " (\(mean.count))" : ""),
      ]
      guard let pair = comparison.pair(standing.strategy, options.versus) else {
        return own + ["", "", "", "", best ?? "–"]
      }
      let interval = pair.difference.interval(0.95).map {
        "[\(Wording.number($0.lowerBound)), \(Wording.number($0.upperBound))]"
      }
      return own + [
        Wording.number(pair.difference.value, sign: true), interval ?? "–",
        pair.effectSize.map { Wording.number($0, digits: 2, sign: true) } ?? "–",
        Wording.probability(pair.familyProbability), best ?? "–",
        pair.isTooClose ? "too close to call" : pair.isAhead ? "better" : "worse",
      ]
    }
    let unit = metrics.first { $0.name == comparison.response }?.unit ?? "1"
    let measure = unit == "1" ? "" : ", \(unit)"
    return "\(comparison.response) (\(direction)\(measure))\n" + Console.table([headings] + rows)
  }

  private var notes: String {
    let pairs = answer.overall.flatMap(\.pairs)
    let reductions = pairs.compactMap(\.varianceReduction).sorted()
    let contexts = pairs.map(\.difference.count).max() ?? 0
    let median = reductions.isEmpty ? nil : reductions[reductions.count / 2]
    let weights = zip(metrics, options.weights).map { "\($0.name) \(short($1))" }
    var lines = [
      """
      \(isSeveral ? "Means over all design points. " : "")\
      Paired differences on the same random numbers, over \(contexts) contexts; t intervals.
      Effect: in standard deviations between contexts. In brackets: contexts that have the metric,
      where not all do. Verdicts hold with 95 % for all pairs of a metric together.
      """
    ]
    if contexts < 10 {
      lines.append(
        "With so few contexts little is certain; more: cocreate run FILE --replicates 100.")
    }
    if let median {
      lines.append(
        "Pairing took \(Wording.percent(median)) of the variance out of a difference (median of the "
          + "pairs).")
    }
    if metrics.count > 1 {
      lines.append(
        "weighted: each metric in standard deviations of all runs, by the weights "
          + weights.joined(separator: ", ") + ".")
    }
    return lines.joined(separator: "\n")
  }

  private var robustness: String {
    let shown: [(name: String, parameter: Double?, heading: String)] = [
      ("maximin", nil, "worst point"), ("hurwicz", nil, "Hurwicz"),
      ("minimax_regret", nil, "largest regret"), ("satisficing", nil, "good enough at"),
      ("best_share", nil, "best at"), ("percentile", 5, "5 %"), ("percentile", 50, "median"),
      ("percentile", 95, "95 %"),
    ]
    let tables = zip(answer.robustness, answer.thresholds).map { scores, threshold -> String in
      let columns = shown.map { scores.scores(by: $0.name, $0.parameter) }
      let rows = manifest.strategies.indices.compactMap { place -> [String]? in
        let cells = zip(shown, columns).map { criterion, column -> String in
          guard place < column.count, let value = column[place].value else { return "–" }
          let isShare = ["satisficing", "best_share"].contains(criterion.name)
          let isFirst = column[place].rank == 1 && criterion.name != "percentile"
          return (isShare ? Wording.percent(value) : Wording.number(value)) + (isFirst ? " *" : "")
        }
        return [manifest.strategies[place]] + cells
      }
      return
        "\(scores.response) over \(scores.points) design points (good enough: "
        + (threshold.map { Wording.number($0) }
          ?? "not known, as \(options.versus) has no value; say --satisfice") + ")\n"
        + Console.table([[""] + shown.map(\.heading)] + rows)
    }
    let front = answer.front.map { front in
      "Undominated at so many points: "
        + front.members.map { "\($0.strategy) \(Wording.percent($0.shareOfPoints))" }
        .joined(separator: ", ") + "."
    }
    return (tables + [front].compactMap(\.self)).joined(separator: "\n\n")
      + "\n* the best by this rule. Regret: how far a strategy falls short of the best at a point. "
      + "Percentiles count from the worse end. Hurwicz: \(short(options.optimism)) best + "
      + "\(short(1 - options.optimism)) worst."
  }

  private var next: String {
    "Every pair is in \(folder)/comparison.csv"
      + (isSeveral ? ", every rule in \(folder)/robustness.csv" : "")
      + (plausible == nil ? "" : ", every model in \(folder)/plausible_models.csv") + ".\n"
      + "Other weights: cocreate compare \(results) --weights "
      + metrics.indices.map { $0 == 0 ? "2" : "1" }.joined(separator: ",")
      + (isSeveral ? "\nWhat drives it: cocreate explain \(results)" : "")
      + "\nAt what price, in pictures: cocreate report \(results)"
  }
}
