internal import GSL

/// What the replicates of one design point say so far, for a ``StoppingRule``.
///
/// It keeps running means and variances and the values of the last replicate: its size does not
/// depend on the number of replicates.
public struct StoppingProgress: Sendable {
  private let rule: StoppingRule
  private let looks: [Int]
  private let strategies: Int
  private let metrics: Int
  private let alpha: Double
  private var statistics: [Statistic]
  private var replicate: Int?
  /// The values of the replicate that is coming in, strategy by strategy.
  private var row: [Double?]

  /// Starts without replicates.
  ///
  /// - Parameters:
  ///   - rule: The rule; its contrasts are of these strategies.
  ///   - strategies: The names of the strategies.
  public init(_ rule: StoppingRule, strategies: [String]) {
    self.rule = rule
    looks = rule.looks
    alpha = rule.alpha(strategies: strategies.count)
    self.strategies = strategies.count
    let names = rule.metrics
    metrics = names.count
    row = Array(repeating: nil, count: strategies.count * names.count)
    statistics = rule.targets.flatMap { target -> [Statistic] in
      guard let metric = names.firstIndex(of: target.metric) else { return [] }
      guard let contrast = target.contrast else {
        return strategies.indices.map {
          Statistic(target, of: strategies[$0], metric, [(strategy: $0, weight: 1)])
        }
      }
      let terms = contrast.terms.map { term in
        guard let strategy = strategies.firstIndex(of: term.strategy) else {
          preconditionFailure("a contrast of a strategy that is not there")
        }
        return (strategy: strategy, weight: term.weight)
      }
      return [Statistic(target, of: contrast.text, metric, terms)]
    }
  }

  /// Takes in a run; a run that failed is left out.
  ///
  /// - Parameters:
  ///   - strategy: The strategy's index.
  ///   - replicate: The replicate; never below one that was already added.
  ///   - values: The values of the rule's metrics; `nil` where missing.
  public mutating func add(strategy: Int, replicate: Int, values: [Double?]) {
    precondition(values.count == metrics && strategy < strategies)
    if replicate != self.replicate {
      precondition(self.replicate.map { $0 < replicate } ?? true, "replicates come in order")
      takeIn()
      self.replicate = replicate
    }
    row.replaceSubrange(strategy * metrics..<(strategy + 1) * metrics, with: values)
  }

  /// Decides after a number of replicates.
  ///
  /// - Parameter replicates: One of the rule's looks; all its runs were added or failed.
  /// - Returns: The decision to stop; `nil` to go on, and where the rule does not look.
  public mutating func decide(at replicates: Int) -> StoppingDecision? {
    guard let look = looks.firstIndex(of: replicates) else { return nil }
    takeIn()
    let findings = statistics.map { finding(of: $0) }
    let reasons = Set(findings.map(\.reason))
    // A statistic that has no value, or one value only, may never have another: it waits for the
    // others, and they do not wait for it.
    let isPrecise = reasons.contains(.precise) && !reasons.contains(.atMost)
    guard isPrecise || replicates == rule.atMost else { return nil }
    return StoppingDecision(
      replicates: replicates, looks: look + 1, isPrecise: isPrecise, findings: findings)
  }

  /// Adds the replicate that has come in to the running means.
  private mutating func takeIn() {
    guard replicate != nil else { return }
    for index in statistics.indices { statistics[index].add(row, metrics: metrics) }
    for index in row.indices { row[index] = nil }
    replicate = nil
  }

  private func finding(of statistic: Statistic) -> StoppingDecision.Finding {
    let (target, count) = (statistic.target, statistic.count)
    var halfWidth: Double?
    if count > 1, !statistic.isConstant,
      let t = try? Statistics.studentQuantile(
        alpha / 2, degreesOfFreedom: Double(count - 1))
    {
      halfWidth = -t * statistic.standardError
    }
    let reason: StoppingDecision.Reason
    if count == 0 {
      reason = .undefined
    } else if statistic.isConstant, count >= rule.atLeast {
      reason = .constant
    } else if let halfWidth, halfWidth <= target.halfWidth, count >= rule.atLeast {
      reason = .precise
    } else {
      reason = .atMost
    }
    return StoppingDecision.Finding(
      target: target, of: statistic.name, estimate: count > 0 ? statistic.mean : nil,
      halfWidth: halfWidth, count: count, reason: reason)
  }
}

/// The running mean and variance of one strategy or contrast (Welford 1962).
private struct Statistic: Sendable {
  let target: StoppingRule.Target
  let name: String
  private let metric: Int
  private let terms: [(strategy: Int, weight: Double)]
  private(set) var count = 0
  private(set) var mean = 0.0
  private var squares = 0.0
  private var first = 0.0
  /// Whether all values are the same.
  private(set) var isConstant = true

  init(
    _ target: StoppingRule.Target, of name: String, _ metric: Int,
    _ terms: [(strategy: Int, weight: Double)]
  ) {
    self.target = target
    self.name = name
    self.metric = metric
    self.terms = terms
  }

  /// The standard error of the mean; with two values at least.
  var standardError: Double { (squares / Double(count - 1) / Double(count)).squareRoot() }

  mutating func add(_ row: [Double?], metrics: Int) {
    var (value, size) = (0.0, 0.0)
    for (strategy, weight) in terms {
      guard let term = row[strategy * metrics + metric] else { return }
      value += weight * term
      size += abs(weight * term)
    }
    // What rounding leaves of terms that cancel is nothing.
    if abs(value) < 1e-14 * size { value = 0 }
    count += 1
    if count == 1 { first = value }
    if value != first { isConstant = false }
    let distance = value - mean
    // Equal values leave the mean where it is.
    mean = isConstant ? first : mean + distance / Double(count)
    squares += isConstant ? 0 : distance * (value - mean)
  }
}

/// Why a design point got no further replicates, and what is known of it then.
public struct StoppingDecision: Equatable, Sendable {
  /// What became of a target.
  public enum Reason: String, Sendable {
    /// Its interval is as narrow as was wanted.
    case precise
    /// No more replicates were allowed.
    case atMost = "at_most"
    /// It had no value in any run.
    case undefined
    /// It had the same value in every run: there is no interval, and rarer values may be missed.
    case constant
  }

  /// What is known of a strategy or contrast.
  public struct Finding: Equatable, Sendable {
    /// What was wanted.
    public let target: StoppingRule.Target
    /// The strategy's name, or the contrast as a sum.
    public let of: String
    /// The mean; `nil` without values.
    public let estimate: Double?
    /// Half the width of its interval, at the level of a single look; `nil` without spread.
    public let halfWidth: Double?
    /// The replicates that have a value.
    public let count: Int
    /// What became of it.
    public let reason: Reason
  }

  /// The replicates made.
  public let replicates: Int
  /// How often was looked.
  public let looks: Int
  /// Whether every target that has an interval is precise; else ``StoppingRule/atMost`` was
  /// reached.
  public let isPrecise: Bool
  /// What is known of each statistic: by target, then by strategy.
  public let findings: [Finding]
}
