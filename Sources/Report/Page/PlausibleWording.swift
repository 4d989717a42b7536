public import Analysis

/// An answer over plausible models in words.
public enum PlausibleWording {
  /// In how many models a strategy is ahead and behind.
  public static func sentence(_ models: PlausibleModels) -> String {
    let (low, high) = (models.interval.lowerBound, models.interval.upperBound)
    func clearly(_ count: Int) -> String { models.hasIntervals ? ", clearly in \(count)" : "" }
    return "\(models.strategy) is ahead of \(models.versus) in \(models.ahead) of "
      + "\(models.models.count) (95 %: \(Wording.percent(low)) to \(Wording.percent(high)))"
      + clearly(models.clearlyAhead) + "; behind in \(models.behind)"
      + clearly(models.clearlyBehind)
      + "; difference \(Wording.number(models.quantiles[1], sign: true)) "
      + "[\(Wording.number(models.quantiles[0], sign: true)), "
      + "\(Wording.number(models.quantiles[2], sign: true))]"
  }

  /// What turns it, a line for each factor; one line where nothing does.
  public static func turned(_ models: PlausibleModels, _ turns: [Separation]) -> [String] {
    guard turns.isEmpty else { return turns.map { "turned by \(turn($0))" } }
    let fewer = min(models.ahead, models.models.count - models.ahead)
    return [
      fewer == 0
        ? "the same in all models"
        : fewer < Separation.fewest
          ? "too few models differ to say what turns it"
          : "no single assumption turns it beyond chance"
    ]
  }

  /// A factor with the shares of models on its two sides, the greater first.
  public static func turn(_ turn: Separation) -> String {
    let sides: [(Separation.Side, String)]
    let prefix = "without."
    let name: String
    if turn.factor.hasPrefix(prefix) {
      name = String(turn.factor.dropFirst(prefix.count)) + " (disputed)"
      sides = [(turn.below, "with it"), (turn.above, "without it")]
    } else {
      name = turn.factor
      let limit = Wording.short(turn.limit)
      sides = [(turn.below, "up to \(limit)"), (turn.above, "above \(limit)")]
    }
    let sorted = sides[0].0.share > sides[1].0.share ? sides : sides.reversed()
    return "\(name): ahead in "
      + sorted.map { "\($0.cases) of \($0.points) \($1)" }.joined(separator: ", in ")
  }

  /// How to read it.
  public static func notes(_ models: [PlausibleModels]) -> String {
    let contexts = models.flatMap(\.models).map(\.difference.count).max() ?? 0
    let clear =
      contexts > 1
      ? " Clearly: its 95 % interval over these excludes 0." : ""
    return """
      Ahead in a model: the mean paired difference over its \(contexts) contexts is on the better side.\(clear)
      In brackets: 95 % interval of the share, over models; all models have the same contexts. Difference:
      the median of the models, and 5 to 95 % of them. Turned by: what parts the models beyond chance, 5 %
      for all assumptions together.
      """
  }
}
