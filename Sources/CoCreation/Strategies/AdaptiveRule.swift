internal import GSL
internal import Glibc

/// Chooses the form by what it brought so far: a multi-armed bandit whose reward is the attainment
/// of the purpose since the last review.
///
/// Forms that were never tried come first, in random order. Then, with x̄ the mean reward of a form,
/// n how often it was tried, N the sum of n, and s the pooled standard deviation of rewards:
///
/// - Thompson sampling takes the largest x̄ + s z / √n, z a standard normal draw (Thompson 1933; with
///   normal samples Agrawal & Goyal 2013);
/// - the upper confidence bound takes the largest x̄ + s √(2 ln N / n) (Auer et al. 2002).
public struct AdaptiveRule: Equatable, Sendable {
  /// How outcomes and curiosity are weighed.
  public enum Policy: String, CaseIterable, Sendable {
    /// Thompson sampling.
    case thompson
    /// Upper confidence bound.
    case ucb
  }

  /// How outcomes and curiosity are weighed.
  public var policy: Policy
  /// The forms to try; at least two.
  public var forms: [FormPoint]
  /// Whether tasks learn from each other's outcomes.
  public var isPooled: Bool

  /// Creates a rule.
  public init(policy: Policy, forms: [FormPoint], isPooled: Bool = false) {
    self.policy = policy
    self.forms = forms
    self.isPooled = isPooled
  }

  /// The form to use next; draws are by arm.
  func choose(
    from records: [RewardRecord], _ stream: RandomStream, _ turn: inout Turn
  ) -> FormPoint {
    func draw(_ arm: Int) -> Double { turn.draw(stream, UInt32(arm)) { $0.gaussian() } }
    let untried = records.indices.filter { records[$0].count == 0 }
    if !untried.isEmpty {
      return forms[Self.best(of: untried.map { (arm: $0, score: draw($0)) })]
    }
    let deviation = RewardRecord.pooledDeviation(records)
    let trials = records.reduce(0) { $0 + $1.count }
    let scores = records.indices.map { arm -> (arm: Int, score: Double) in
      let record = records[arm]
      let doubt =
        switch policy {
        case .thompson: draw(arm) / Double(record.count).squareRoot()
        case .ucb: (2 * log(Double(trials)) / Double(record.count)).squareRoot()
        }
      return (arm, record.mean + deviation * doubt)
    }
    return forms[Self.best(of: scores)]
  }

  private static func best(of scores: [(arm: Int, score: Double)]) -> Int {
    scores.max { $0.score < $1.score }?.arm ?? 0
  }
}

/// What a form brought where it was tried: Welford's running mean and sum of squares.
package struct RewardRecord: Equatable, Sendable {
  private(set) var count = 0
  private(set) var mean = 0.0
  private var squares = 0.0

  mutating func add(_ reward: Double) {
    count += 1
    let difference = reward - mean
    mean += difference / Double(count)
    squares += difference * (reward - mean)
  }

  /// Standard deviation within forms; between their means as long as each was tried once.
  static func pooledDeviation(_ records: [RewardRecord]) -> Double {
    let freedom = records.reduce(0) { $0 + max(0, $1.count - 1) }
    guard freedom == 0 else {
      return (records.reduce(0) { $0 + $1.squares } / Double(freedom)).squareRoot()
    }
    var means = RewardRecord()
    for record in records { means.add(record.mean) }
    return means.count > 1 ? (means.squares / Double(means.count - 1)).squareRoot() : 0
  }
}
