public import Analysis

/// What a report tells: the results of analyses as they are, and where they come from.
public struct Report {
  /// A metric in words.
  public struct Metric: Sendable {
    /// Its name in tables.
    public let name: String
    /// The ambition that it speaks of.
    public let ambition: String
    /// The unit, "1" where it has none.
    public let unit: String
    /// Whether more is better; `nil` if one's gain is another's price.
    public let higherIsBetter: Bool?
    /// What it is.
    public let summary: String

    /// Describes a metric.
    public init(
      name: String, ambition: String, unit: String, higherIsBetter: Bool?, summary: String
    ) {
      self.name = name
      self.ambition = ambition
      self.unit = unit
      self.higherIsBetter = higherIsBetter
      self.summary = summary
    }

    /// The name with blanks.
    var title: String { Wording.name(name) }
    /// The name with the ambition.
    var heading: String { ambition.isEmpty ? title : "\(title) (\(ambition))" }
    /// The name with the unit.
    var labelled: String { unit == "1" ? title : "\(title), \(unit)" }
    /// The unit and the direction.
    var scale: String {
      let direction = higherIsBetter.map { $0 ? "more is better" : "less is better" }
      return [unit == "1" ? nil : unit, direction].compactMap(\.self).joined(separator: ", ")
    }
  }

  /// Where a strategy is on the two axes of co-creation; `nil` without participants.
  public struct Place: Sendable {
    /// The strategy.
    public let strategy: String
    /// Mean openness of the outcome, 0 to 1.
    public let openness: Double?
    /// Mean centrality of external actors, 0 to 1.
    public let centrality: Double?

    /// Places a strategy.
    public init(strategy: String, openness: Double?, centrality: Double?) {
      self.strategy = strategy
      self.openness = openness
      self.centrality = centrality
    }
  }

  /// A line of what was assumed, or where the results come from.
  public struct Fact: Sendable {
    /// What is told.
    public let name: String
    /// What it is.
    public let value: String
    /// Where it is from, or what it means.
    public let note: String

    /// Tells something.
    public init(_ name: String, _ value: String, note: String = "") {
      self.name = name
      self.value = value
      self.note = note
    }
  }

  /// The name of the scenario.
  public let name: String
  /// What it asks.
  public let question: String
  /// The strategies, in order.
  public let strategies: [String]
  /// The strategy that differences are shown against.
  public let versus: String
  /// The metrics, in order.
  public let metrics: [Metric]
  /// Strategies compared on each metric over all design points, then weighted.
  public let comparisons: [Comparison]
  /// The metrics of what it costs, in order.
  public let priceMetrics: [Metric]
  /// Strategies compared on these; the first two are told in words.
  public let prices: [Comparison]
  /// Which of these counts what external actors give as a cost.
  public let allCosts: String?
  /// Which strategies are undominated.
  public let front: ParetoFront?
  /// What is found over plausible models, by metric and strategy; empty for other designs.
  public let plausible: [PlausibleTables.Finding]
  /// How they do over design points, for each metric and weighted; none with one point.
  public let robustness: [RobustnessScores]
  /// The metrics of months.
  public let months: [Metric]
  /// How metrics of months unfold.
  public let unfolding: Unfolding?
  /// Where strategies are on the two axes.
  public let axes: [Place]
  /// The best strategy over two factors.
  public let maps: [DecisionMap]
  /// What drives the metrics.
  public let drivers: [Drivers]
  /// Where strategies are best.
  public let discoveries: [ScenarioDiscovery]
  /// What was assumed.
  public let assumptions: [Fact]
  /// Where the results come from.
  public let provenance: [Fact]
  /// The scenario file.
  public let scenario: String
  /// What is missing from the report, and how to get it.
  public let missing: [String]

  /// Collects what is told.
  public init(
    name: String, question: String, strategies: [String], versus: String, metrics: [Metric],
    comparisons: [Comparison], priceMetrics: [Metric], prices: [Comparison],
    allCosts: String?, front: ParetoFront?, plausible: [PlausibleTables.Finding] = [],
    robustness: [RobustnessScores],
    months: [Metric], unfolding: Unfolding?, axes: [Place], maps: [DecisionMap],
    drivers: [Drivers],
    discoveries: [ScenarioDiscovery], assumptions: [Fact], provenance: [Fact], scenario: String,
    missing: [String]
  ) {
    self.name = name
    self.question = question
    self.strategies = strategies
    self.versus = versus
    self.metrics = metrics
    self.comparisons = comparisons
    self.priceMetrics = priceMetrics
    self.prices = prices
    self.allCosts = allCosts
    self.front = front
    self.plausible = plausible
    self.robustness = robustness
    self.months = months
    self.unfolding = unfolding
    self.axes = axes
    self.maps = maps
    self.drivers = drivers
    self.discoveries = discoveries
    self.assumptions = assumptions
    self.provenance = provenance
    self.scenario = scenario
    self.missing = missing
  }

  /// The names of all figures there may be.
  public static let figureNames = [
    "ambitions", "price", "unfolding", "trade_off", "axes", "decision_map", "drivers",
  ]

  /// The figures that can be drawn.
  public var figures: [Figure] {
    [
      Ambitions.figure(self), Ambitions.price(self), unfolding.flatMap { Fans.figure($0, self) },
      TradeOffs.figure(self),
      AxesMap.figure(self), Maps.figure(self), DriversFigure.figure(self),
    ].compactMap(\.self)
  }
}

extension Report {
  /// Terms of the page.
  var terms: [Fact] {
    [
      Fact(
        "guided, empowering, equal, facilitating", "–",
        note:
          "The four forms of co-creation: outcome defined and public actors central; defined, external "
          + "actors central; open, public actors central; open, external actors central."),
      Fact(
        "municipality, context", "–",
        note:
          "One draw of the actors, the task and the needs of those affected; every strategy meets the "
          + "same ones."),
      Fact(
        "design point", "–",
        note: "One set of values of what is not known; a scenario may have many."),
      Fact(
        "plausible model", "–",
        note:
          "The model with other values of all that is assumed, drawn from what is plausible, and with "
          + "disputed mechanisms in or out."),
      Fact(
        "95 % interval", "–",
        note:
          "What the mean over ever more simulated municipalities would be, with 95 % confidence. It "
          + "says nothing of how true the model is."),
      Fact(
        "too close to call", "–",
        note: "The strategies cannot be told apart, with 95 % confidence for all pairs of a metric."
      ),
      Fact(
        "undominated", "–",
        note: "No other strategy is at least as good on every metric and better on one."),
      Fact(
        "weighted", "–",
        note: "The mean of the metrics, each in standard deviations of all runs from its mean."),
      Fact(
        "regret", "–",
        note: "How far a strategy falls short of the best one at the same design point."),
    ]
  }

  /// The width of most panels: what a phone shows without shrinking it.
  static let panelWidth = 352.0

  /// The contexts that means are over.
  var contexts: Int {
    comparisons.flatMap { $0.standings.compactMap { $0.mean?.count } }.max() ?? 0
  }

  /// Whether there are several design points that are no plausible models.
  var isSeveral: Bool { !robustness.isEmpty }

  /// The number of plausible models; 0 for other designs.
  var models: Int { plausible.map(\.models.models.count).max() ?? 0 }

  /// Whether each metric stands for an ambition.
  var isOfAmbitions: Bool { metrics.count == 3 && metrics.allSatisfy { !$0.ambition.isEmpty } }

  /// A metric's name and what it is, in a clause.
  func explained(_ name: String) -> String {
    let metric = metric(name)
    let summary = metric.summary.prefix { !".;,:".contains($0) }
    return
      "\(metric.title): \(summary.prefix(1).lowercased() + Wording.name(String(summary.dropFirst())))"
  }

  /// The comparisons on metrics, without the weighted one.
  var ofMetrics: [Comparison] {
    comparisons.filter { comparison in metrics.contains { $0.name == comparison.response } }
  }

  /// What is known of a metric; of the weighted one, that it is weighted.
  func metric(_ name: String) -> Metric {
    (metrics + priceMetrics + months).first { $0.name == name }
      ?? Metric(
        name: name, ambition: "all together", unit: "standard deviations", higherIsBetter: true,
        summary: "")
  }

  /// The place of a strategy, which is that of its symbol.
  func place(of strategy: String) -> Int { strategies.firstIndex(of: strategy) ?? 0 }

  /// The mean of a strategy in a comparison.
  func mean(of strategy: String, in comparison: Comparison) -> Estimate? {
    comparison.standings.first { $0.strategy == strategy }?.mean
  }
}
