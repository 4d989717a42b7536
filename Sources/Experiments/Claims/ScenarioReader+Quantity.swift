internal import CoCreation
internal import Tables

/// What is read off each run, and what is made of it.
extension ScenarioReader {
  /// What is read off each run: of all tasks, or of the one that the claim names.
  mutating func readQuantity(
    _ fields: ScenarioFields, _ statistic: String, _ scope: ClaimScope
  ) -> Quantity? {
    let quantity = readQuantityOfAll(fields, statistic, scope)
    guard let entry = fields["task"] else { return quantity }
    if let key = ["observable", "observed"].first(where: { fields[$0] != nil }) {
      fault(
        entry.place, "found a task beside `\(key)`", allowed: "one beside a `metric` alone")
      return nil
    }
    guard let name = choice(entry.value, of: scope.tasks), let quantity,
      let index = scope.tasks.firstIndex(of: name)
    else { return nil }
    return .task(index, name: name, quantity)
  }

  private mutating func readQuantityOfAll(
    _ fields: ScenarioFields, _ statistic: String, _ scope: ClaimScope
  ) -> Quantity? {
    let isChange = statistic == "monthly_change"
    let isSeries = statistic == "root_mean_square_error"
    refuse("rounds", unless: isChange, "the statistic monthly_change", in: fields)
    refuse("observed", unless: isSeries, "the statistic root_mean_square_error", in: fields)
    refuse("round", unless: !isChange, "a statistic other than monthly_change", in: fields)
    let isOfMonths = isChange || isSeries || fields["round"] != nil
    if let entry = fields["observable"] {
      return readObservable(entry, fields, isOfMonths: isOfMonths)
    }
    let metric = required("metric", in: fields, "the name of a metric, or `observable`")
      .flatMap { readMetric($0.value, isOfMonths: isOfMonths) }
    if isChange {
      guard let rounds = readRounds(fields, scope), let metric else { return nil }
      return .change(metric, from: rounds.from, to: rounds.to)
    }
    var round: Int?
    if let entry = fields["round"] {
      round = whole(entry.value, in: 0...scope.rounds)
      if round == nil { return nil }
    }
    guard let metric else { return nil }
    return isOfMonths ? .month(metric, round ?? 1) : .run(metric)
  }

  /// A number that no table has.
  private mutating func readObservable(
    _ entry: ScenarioItem.Entry, _ fields: ScenarioFields, isOfMonths: Bool
  ) -> Quantity? {
    if let metric = fields["metric"] {
      fault(metric.place, "found `metric` beside `observable`", allowed: "one of them")
    }
    if isOfMonths {
      fault(
        entry.place, "found an observable, which is of whole runs", allowed: "a `metric` of months")
    }
    return choice(entry.value, of: Observables.all.map(\.name)).map { .observable($0) }
  }

  private mutating func refuse(
    _ key: String, unless isAllowed: Bool, _ wanted: String, in fields: ScenarioFields
  ) {
    guard let entry = fields[key], !isAllowed else { return }
    fault(entry.place, "found it without \(wanted)", allowed: "both, or neither")
  }

  mutating func readMetric(_ item: ScenarioItem, isOfMonths: Bool) -> String? {
    let names = isOfMonths ? Metrics.month.map(\.name) : Metrics.run.map(\.name)
    guard case .scalar(let text, _) = item.content, !names.contains(text) else {
      return choice(item, of: names)
    }
    let others = isOfMonths ? Metrics.run.map(\.name) : Metrics.month.map(\.name)
    let allowed =
      others.contains(text)
      ? (isOfMonths
        ? "a metric of months, a column of rounds.csv; it is one of runs"
        : "a metric of runs, a column of runs.csv; it is one of months, which take `round`")
      : isOfMonths
        ? "a metric of months, a column of rounds.csv"
        : "a metric of runs, a column of runs.csv; with `round` one of months"
    wrong(
      item, allowed: allowed,
      suggestion: others.contains(text) ? nil : nearestName(to: text, among: names))
    return nil
  }

  private mutating func readRounds(_ fields: ScenarioFields, _ scope: ClaimScope) -> (
    from: Int, to: Int
  )? {
    let expected = "two months, as [1, 12]"
    guard let item = required("rounds", in: fields, expected)?.value else { return nil }
    guard case .list(let items) = item.content, items.count == 2 else {
      wrong(item, allowed: expected)
      return nil
    }
    let months = items.map { whole($0, in: 0...scope.rounds) }
    guard let from = months[0], let to = months[1] else { return nil }
    guard from < to else {
      fault(item.place, "found \(from) and \(to)", allowed: "the earlier month first")
      return nil
    }
    return (from, to)
  }

  mutating func readStatistic(
    _ name: String, _ fields: ScenarioFields, _ quantity: Quantity?, _ scope: ClaimScope
  ) -> ClaimStatistic? {
    switch name {
    case "mean_of_each": return .meanOfEach
    case "geometric_mean": return .geometricMean
    case "log_variance_ratio":
      if scope.processes < 2, let entry = fields["statistic"] {
        fault(
          entry.place, "found one process in each context",
          allowed: "replicates: {contexts: ..., processes: ...} with 2 processes at least")
      }
      return .logVarianceRatio
    case "root_mean_square_error":
      guard let observed = readObserved(fields) else { return nil }
      if case .month(_, let first) = quantity, first + observed.count - 1 > scope.rounds,
        let entry = fields["observed"]
      {
        fault(
          entry.place, "found \(observed.count) months from month \(first) on",
          allowed: "at most \(max(0, scope.rounds - first + 1))")
        return nil
      }
      return .rootMeanSquareError(observed: observed)
    default: return .mean
    }
  }

  private mutating func readObserved(_ fields: ScenarioFields) -> [Double]? {
    let expected = "a list of numbers, one a month"
    guard let item = required("observed", in: fields, expected)?.value else { return nil }
    guard case .list(let items) = item.content, !items.isEmpty else {
      wrong(item, allowed: expected)
      return nil
    }
    let values = items.compactMap { number($0) }
    return values.count == items.count ? values : nil
  }
}
