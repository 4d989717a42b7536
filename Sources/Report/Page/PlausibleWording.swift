public import Analysis

/// An answer over plausible models in words.
public enum PlausibleWording {
  /// In how many models a strategy is ahead and behind.
  public static func sentence(_ models: PlausibleModels) -> String {
    func clearly(_ count: Int) -> String { models.hasIntervals ? ", clearly in \(count)" : "" }
    return "\(models.strategy) is ahead of \(models.versus) in \(models.ahead) of "
      + "\(models.models.count) (95 %: \(range(models.interval)))"
      + clearly(models.clearlyAhead) + "; behind in \(models.behind)"
      + clearly(models.clearlyBehind)
  }

  /// By how much it is ahead, and how much of that is luck.
  public static func spread(_ models: PlausibleModels) -> String {
    let luck = models.luck.flatMap { luck in
      withoutLuck(models).map {
        "; luck \(Wording.percent(luck)), without it ahead in \($0)"
          + (models.isUnsettled ? ": not settled by so few contexts" : "")
      }
    }
    let quantiles = models.quantiles.map { Wording.number($0, sign: true) }
    return "difference \(quantiles[1]) [\(quantiles[0]), \(quantiles[2])]\(luck ?? "")"
  }

  /// The share of models in which it would be ahead without luck, with its interval; `nil` if not known.
  static func withoutLuck(_ models: PlausibleModels) -> String? {
    models.shareWithoutLuck.map {
      Wording.percent($0) + (models.intervalWithoutLuck.map { " (\(range($0)))" } ?? "")
    }
  }

  /// An interval of a share, as 77 to 88 %.
  public static func range(_ shares: ClosedRange<Double>) -> String {
    let ends = [shares.lowerBound, shares.upperBound].map(Wording.percent)
    return "\(ends[0].dropLast(2)) to \(ends[1])"
  }

  /// What turns it, a line for each factor; one line where nothing does.
  public static func turned(_ models: PlausibleModels, _ turns: [Separation]) -> [String] {
    guard turns.isEmpty else { return turns.map(turn) }
    let fewer = min(models.ahead, models.models.count - models.ahead)
    return [
      fewer == 0
        ? "the same in all models"
        : fewer < Separation.fewest
          ? "too few models differ to say what turns it"
          : "no single assumption turns it beyond chance"
    ]
  }

  /// A factor with the shares of models on its two sides, the greater first: it turns the answer where
  /// the strategy is ahead in most models on one side alone.
  public static func turn(_ turn: Separation) -> String {
    let sides: [(Separation.Side, String)]
    let prefix = "without."
    let name: String
    if turn.factor.hasPrefix(prefix) {
      name = String(turn.factor.dropFirst(prefix.count)) + " (disputed)"
      sides = [(turn.below, "with it"), (turn.above, "without it")]
    } else {
      name = turn.factor
      let isWhole = turn.limit == turn.limit.rounded()
      let limit = Wording.number(turn.limit, digits: isWhole ? 0 : abs(turn.limit) < 1 ? 3 : 2)
      sides = [(turn.below, "up to \(limit)"), (turn.above, "above \(limit)")]
    }
    let sorted = sides[0].0.share > sides[1].0.share ? sides : sides.reversed()
    let turns = sorted[0].0.share > 0.5 && sorted[1].0.share < 0.5
    return "\(turns ? "turned by" : "depends on") \(name): ahead in "
      + sorted.map { "\($0.cases) of \($0.points) \($1)" }.joined(separator: ", in ")
  }

  /// How to read it.
  public static func notes(_ models: [PlausibleModels]) -> String {
    let contexts = models.flatMap(\.models).map(\.difference.count).max() ?? 0
    let clear =
      contexts > 1
      ? " Clearly: its 95 % interval over these excludes 0." : ""
    let luck =
      models.contains { $0.luck != nil }
      ? "Luck: of what sets the models apart, the share that is the luck of so few contexts, which more "
        + "replicates\nlower; without it the models' differences lie nearer to their mean. In brackets: with that "
        + "mean at the ends\nof its 95 % interval over contexts, which all models share."
      : "How much of this is luck cannot be told: it takes replicates, --replicates 10, that all models have."
    return """
      Ahead in a model: the mean paired difference over its contexts (\(contexts)) is on the better side.\(clear)
      In brackets: 95 % interval of the share, over models. Difference: the median of the models, and 5 to 95 %.
      \(luck)
      Turned by, depends on: what parts the models beyond chance, 5 % for all assumptions together.
      """
  }
}
