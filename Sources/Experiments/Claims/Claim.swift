/// Something that a scenario is said to show: a hypothesis with all that it takes to test it.
public struct Claim: Equatable, Sendable {
  /// The claim in a sentence.
  public let text: String
  /// Who says so.
  public let source: String
  /// What is read off each run.
  public let quantity: Quantity
  /// What is made of it over all runs.
  public let statistic: ClaimStatistic
  /// Strategies and their weights.
  public let contrast: Contrast
  /// Where the statistic of the contrast should lie.
  public let expectation: Expectation
  /// The smallest effect that is worth having, as a distance from the bound: the estimate must reach
  /// it, and the runs must have the power to find it.
  public let effect: Double?
  /// The same contrast with the mechanism out of the model; it must come to next to nothing.
  public let control: Contrast?
  /// Whether the control must be zero in every context, and not only small.
  public let controlIsZero: Bool
  /// Why the claim does not appear, if it is known that it does not.
  public let unmet: String?
  /// Whether the claim is true by the model's construction, so that it is evidence of nothing.
  public let isByConstruction: Bool
  /// The published number that the expectation was made of, if it is one.
  public let published: PublishedNumber?
  /// The parameters that were chosen with this claim in view, so that meeting it is calibration.
  public let calibrated: [CalibratedParameter]

  /// Everything that must be read off each run to test the claim.
  public var quantities: [Quantity] {
    guard case .rootMeanSquareError(let observed) = statistic,
      case .month(let metric, let first) = quantity
    else { return [quantity] }
    return observed.indices.map { .month(metric, first + $0) }
  }

  /// Whether the claim is about given months, so that a run must have them.
  public var namesMonths: Bool {
    quantity.isOfMonths
  }
}

/// A number that is read off a run: the mean over its tasks that have it.
public indirect enum Quantity: Hashable, Sendable {
  /// A metric of a run.
  case run(String)
  /// A metric of a month.
  case month(String, Int)
  /// The mean change a month of a metric, as a rate: (last / first)^(1 / months) - 1.
  case change(String, from: Int, to: Int)
  /// A number of the list of observables, which no table has.
  case observable(String)
  /// A metric of one task alone, by its place among the tasks and its name.
  case task(Int, name: String, Quantity)

  /// The name of the metric or observable.
  public var metric: String {
    switch self {
    case .run(let name), .month(let name, _), .change(let name, _, _), .observable(let name): name
    case .task(_, _, let quantity): quantity.metric
    }
  }

  /// Whether it is read off given months.
  var isOfMonths: Bool {
    switch self {
    case .run, .observable: false
    case .month, .change: true
    case .task(_, _, let quantity): quantity.isOfMonths
    }
  }
}

/// What is made of a quantity over runs; the context is the unit of its standard error.
public enum ClaimStatistic: Equatable, Sendable {
  /// The mean of the contrast, replicate by replicate.
  case mean
  /// The contrast of the strategies' own means, each over the runs that have the number, so that
  /// strategies that have it seldom do not decide in which runs it is looked at.
  case meanOfEach
  /// The product of geometric means, each to the power of its strategy's weight: for numbers above 0
  /// that are ratios, as odds are.
  case geometricMean
  /// The contrast of logarithms of the variance over processes within contexts.
  case logVarianceRatio
  /// The distance of the mean of consecutive months from what was observed elsewhere.
  case rootMeanSquareError(observed: [Double])

  /// The name in a scenario.
  public var name: String {
    switch self {
    case .mean: "mean"
    case .meanOfEach: "mean_of_each"
    case .geometricMean: "geometric_mean"
    case .logVarianceRatio: "log_variance_ratio"
    case .rootMeanSquareError: "root_mean_square_error"
    }
  }
}

/// A sum of strategies with weights, in the order of the file.
public struct Contrast: Equatable, Sendable {
  /// A strategy with its weight.
  public struct Term: Equatable, Sendable {
    /// The name of the strategy.
    public let strategy: String
    /// Its weight, not 0.
    public let weight: Double
  }

  /// The terms; never empty.
  public let terms: [Term]

  /// Each strategy for itself, with the weight 1.
  public var strategiesAlone: [(strategy: String, contrast: Contrast)] {
    terms.map {
      ($0.strategy, Contrast(terms: [Term(strategy: $0.strategy, weight: 1)]))
    }
  }
}

/// Where a number should lie.
public enum Expectation: Equatable, Sendable {
  /// Above a value.
  case above(Double)
  /// Below a value.
  case below(Double)
  /// Within a distance of a value; 0 means the value itself, in every context.
  case near(Double, within: Double)
  /// As near to a value as so many of its own standard errors.
  case agreeing(Double, errors: Double)
  /// Between two values.
  case between(Double, Double)
}
