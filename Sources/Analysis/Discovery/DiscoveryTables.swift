public import Tables

/// The tables of where strategies win or fail.
public enum DiscoveryTables {
  private static let keys = [
    Column("experiment", .text, description: "Name of the experiment."),
    Column("metric", .text, description: "Name of the metric."),
    Column("strategy", .text, description: "Name of the strategy; missing for all of them."),
    Column(
      "interest", .text,
      description: "What makes a point of interest: `best` of all strategies; `ahead` of versus; "
        + "`worse` than the threshold."),
    Column("versus", .text, description: "Name of the strategy that it is compared with."),
    Column("threshold", .number, description: "The number that its mean is compared with."),
  ]

  /// The boxes on the way of PRIM.
  public static let prim = TableSchema(
    name: "prim",
    columns: keys + [
      Column("box", .integer, description: "Number of the box, from 0 for all points."),
      Column(
        "chosen", .integer,
        description: "1 for the box with the greatest harmonic mean of coverage and density."),
      Column("coverage", .number, description: "Share of the points of interest that is in it."),
      Column("density", .number, description: "Share of its points that is of interest."),
      Column("mass", .number, description: "Share of all points that is in it."),
      Column("res_dim", .integer, description: "Factors that it restricts."),
      Column("n", .integer, description: "Points in it."),
      Column("k", .integer, description: "Points of interest in it."),
    ])

  /// The limits of the boxes that were chosen.
  public static let limits = TableSchema(
    name: "prim_limits",
    columns: keys + [
      Column("factor", .text, description: "Path of a factor that the box restricts."),
      Column("low", .number, description: "Lower limit, in the box."),
      Column("high", .number, description: "Upper limit, in the box."),
      Column(
        "qp_low", .number,
        description:
          "p value that the lower limit adds nothing (binomial test); missing for an end "
          + "that is not cut."),
      Column("qp_high", .number, description: "The same of the upper limit."),
      Column(
        "reproduce_coverage", .number,
        description: "How often a random half of the points has the factor restricted in the box "
          + "of the nearest coverage."),
      Column("reproduce_density", .number, description: "The same of the nearest density."),
    ])

  /// The rules of trees.
  public static let tree = TableSchema(
    name: "tree",
    columns: keys + [
      Column("rule", .text, description: "Which part of the context, in words."),
      Column(
        "class", .text,
        description:
          "What most points there are: the best strategy, the one that is ahead, `fails` "
          + "or `good enough`."),
      Column("share", .number, description: "Share of the points there that are."),
      Column("n", .integer, description: "Points there."),
    ])

  /// A tree with what its classes are.
  public typealias Tree = (
    metric: String, strategy: String?, interest: ScenarioDiscovery.Interest,
    tree: ClassificationTree
  )

  /// Encodes what was found; tables without rows too, for what was searched may be nowhere.
  ///
  /// - Parameters:
  ///   - found: Where strategies win or fail.
  ///   - trees: Rules.
  ///   - experiment: The experiment's name.
  /// - Returns: The tables, each with its header line.
  public static func encode(
    _ found: [ScenarioDiscovery], _ trees: [Tree], experiment: String
  ) -> [RowEncoder] {
    var (steps, ends, rules) = (
      RowEncoder(schema: prim), RowEncoder(schema: limits), RowEncoder(schema: tree)
    )
    steps.appendHeader()
    ends.appendHeader()
    rules.appendHeader()
    for discovery in found {
      guard let prim = discovery.prim else { continue }
      let key = Key(experiment, discovery.metric, discovery.strategy, discovery.interest)
      for (place, box) in prim.boxes.enumerated() {
        key.append(to: &steps)
        steps.append(place)
        steps.append(place == prim.chosen ? 1 : 0)
        for share in [box.coverage, box.density, box.mass] { steps.append(share) }
        for count in [box.restricted.count, box.points, box.cases] { steps.append(count) }
        steps.endRow()
      }
      for limit in prim.limits {
        key.append(to: &ends)
        ends.append(prim.factors[limit.factor])
        ends.append(limit.range.lowerBound)
        ends.append(limit.range.upperBound)
        ends.append(limit.lowProbability)
        ends.append(limit.highProbability)
        ends.append(limit.sameCoverage)
        ends.append(limit.sameDensity)
        ends.endRow()
      }
    }
    for (metric, strategy, interest, tree) in trees {
      let key = Key(experiment, metric, strategy, interest)
      for leaf in tree.leaves {
        key.append(to: &rules)
        rules.append(leaf.rule)
        rules.append(leaf.label)
        rules.append(leaf.share)
        rules.append(leaf.points)
        rules.endRow()
      }
    }
    return [steps, ends, rules]
  }

  private struct Key {
    let texts: [String?]
    let threshold: Double?

    init(
      _ experiment: String, _ metric: String, _ strategy: String?,
      _ interest: ScenarioDiscovery.Interest
    ) {
      let (word, versus, threshold): (String, String?, Double?) =
        switch interest {
        case .best: ("best", nil, nil)
        case .ahead(let other): ("ahead", other, nil)
        case .worse(let number): ("worse", nil, number)
        }
      texts = [experiment, metric, strategy, word, versus]
      self.threshold = threshold
    }

    func append(to encoder: inout RowEncoder) {
      for text in texts { encoder.append(text) }
      encoder.append(threshold)
    }
  }
}

extension ClassificationTree.Leaf {
  /// The conditions in words.
  public var rule: String {
    conditions.isEmpty ? "everywhere" : conditions.map(\.words).joined(separator: " and ")
  }
}

extension ClassificationTree.Condition {
  fileprivate var words: String {
    switch (low.isFinite, high.isFinite) {
    case (true, true): "\(factor) from \(Self.short(low)) to \(Self.short(high))"
    case (true, false): "\(factor) above \(Self.short(low))"
    default: "\(factor) up to \(Self.short(high))"
    }
  }

  /// Four significant digits are enough to say where.
  private static func short(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var scale = 1.0
    while abs(value) * scale < 1000, scale < 1e9 { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
  }
}
