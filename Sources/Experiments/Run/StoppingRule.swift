internal import CoCreation

/// How precise results must be before no further replicates are made.
///
/// It looks at a design point's results after ``looks`` replicates and stops at the first where
/// every target is precise enough. The intervals hold together: with L looks and S statistics
/// (a mean of each strategy, or one contrast, per target), each is Student's t interval at the
/// level 1 - (1 - confidence) / (L S), so that by Bonferroni's inequality the chance that any
/// interval of any look misses its true value is at most 1 - confidence, whatever depends on what.
/// An interval at the usual level, looked at again and again, misses more often than it says
/// (Armitage, McPherson & Rowe 1969). Student's t is exact for normal values.
public struct StoppingRule: Equatable, Sendable {
  /// A number that must be known precisely.
  public struct Target: Equatable, Sendable {
    /// A metric of runs.
    public let metric: String
    /// What is compared on the same replicates; `nil` for the mean of every strategy.
    public let contrast: Contrast?
    /// The half width of the interval that is precise enough, above 0.
    public let halfWidth: Double

    /// Describes a target.
    public init(metric: String, contrast: Contrast? = nil, halfWidth: Double) {
      self.metric = metric
      self.contrast = contrast
      self.halfWidth = halfWidth
    }
  }

  /// What must be precise; never empty.
  public let targets: [Target]
  /// The chance that all intervals of a design point cover their true values, above 0, below 1.
  public let confidence: Double
  /// The replicates of the first look, from 2.
  public let atLeast: Int
  /// The replicates after which no more are made, whatever the precision.
  public let atMost: Int

  /// Makes a rule.
  ///
  /// - Parameters:
  ///   - targets: What must be precise; not empty, half widths above 0.
  ///   - confidence: Above 0 and below 1.
  ///   - atLeast: The replicates of the first look, from 2.
  ///   - atMost: The replicates of the last, from `atLeast`.
  public init(
    targets: [Target], confidence: Double = usualConfidence, atLeast: Int = usualAtLeast,
    atMost: Int
  ) {
    precondition(!targets.isEmpty && targets.allSatisfy { $0.halfWidth > 0 })
    precondition(confidence > 0 && confidence < 1)
    precondition(atLeast >= Self.fewest && atMost >= atLeast)
    self.targets = targets
    self.confidence = confidence
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// The confidence of a rule that says nothing of it.
  public static let usualConfidence = 0.95
  /// The replicates of the first look of a rule that says nothing of it.
  public static let usualAtLeast = 20
  /// The fewest replicates of a first look: fewer have no interval.
  public static let fewest = 2
  /// By how much replicates grow from look to look: few looks cost little confidence, and at most
  /// half of the replicates that were needed are made in vain.
  static let growth = (numerator: 3, denominator: 2)

  /// The metrics that it needs of every run, each once.
  public var metrics: [String] {
    var names: [String] = []
    for target in targets where !names.contains(target.metric) { names.append(target.metric) }
    return names
  }

  /// The numbers of replicates after which it looks, rising by half from ``atLeast`` to
  /// ``atMost``.
  public var looks: [Int] {
    var looks = [atLeast]
    while let last = looks.last, last < atMost {
      let (numerator, denominator) = Self.growth
      looks.append(min(atMost, (last * numerator + denominator - 1) / denominator))
    }
    return looks
  }

  /// The level of a single interval of a single look.
  ///
  /// - Parameter strategies: The number of strategies.
  /// - Returns: Its chance to miss: (1 - confidence) / (looks x statistics).
  public func alpha(strategies: Int) -> Double {
    let statistics = targets.reduce(0) { $0 + ($1.contrast == nil ? strategies : 1) }
    return (1 - confidence) / Double(looks.count * max(1, statistics))
  }
}

extension Contrast {
  /// The contrast as a sum, such as `equal - in-house` or `0.5 a + 0.5 b - c`.
  public var text: String {
    terms.enumerated().map { index, term in
      let size = abs(term.weight)
      let sign = term.weight < 0 ? "- " : "+ "
      let factor = size == 1 ? "" : "\(short(size)) "
      return (index == 0 ? (term.weight < 0 ? "-" : "") : sign) + factor + term.strategy
    }.joined(separator: " ")
  }
}
