internal import Analysis
internal import Experiments
internal import Report

/// What an explanation prints.
struct ExplainReport {
  private let manifest: Manifest
  private let design: DesignPoints
  private let drivers: [Drivers]
  private let discoveries: [ScenarioDiscovery]
  private let trees: [DiscoveryTables.Tree]
  private let maps: [DecisionMap]
  private let folder: String
  private let tables: [String]

  init(
    _ manifest: Manifest, _ design: DesignPoints, _ found: Explanation, folder: String,
    tables: [String]
  ) {
    self.manifest = manifest
    self.design = design
    drivers = found.drivers
    discoveries = found.discoveries
    trees = found.trees
    maps = found.maps
    self.folder = folder
    self.tables = tables
  }

  var text: String {
    var metrics: [String] = []
    for metric in drivers.map(\.metric) where !metrics.contains(metric) { metrics.append(metric) }
    let sections = metrics.flatMap { metric -> [String] in
      var parts = [section(drivers.filter { $0.metric == metric })]
      parts += places(discoveries.filter { $0.metric == metric })
      parts += trees.filter { $0.metric == metric && $0.tree.leaves.count > 1 }.map(rules)
      parts += maps.filter { $0.cells.first?.comparison.response == metric }.map(drawn)
      return parts
    }
    return "\n"
      + ([manifest.scenario.question ?? manifest.scenario.name, head] + sections + [notes])
      .joined(separator: "\n\n")
  }

  private var head: String {
    let kind =
      switch design.sampling {
      case .morris(let trajectories): ", \(trajectories) Morris trajectories"
      case .saltelli(let base, _): ", a Saltelli sample of \(base) base points"
      case nil: ""
      }
    return "\(design.values.count) design points\(kind); factors: "
      + design.factors.joined(separator: ", ") + "."
  }

  private func section(_ found: [Drivers]) -> String {
    let headings = [
      "", "first", "second", "third", "fit R²", "chance", "parameters", "seed", "interplay",
    ]
    let rankings = Drivers.rankings(found)
    let rows = zip(found, rankings).map { drivers, ranking -> [String] in
      let most = ranking.prefix(3).map { "\($0.factor) \(Wording.short($0.value))" }
      let cells = most + Array(repeating: "–", count: 3 - most.count)
      let shares = drivers.shares.map {
        [$0.chance, $0.parameters, $0.seed, $0.interplay].map(Wording.percent)
      }
      return [drivers.strategy + (drivers.missing > 0 ? " (\(drivers.missing) missing)" : "")]
        + cells + [drivers.regression.map { Wording.short($0.rankDetermination) } ?? "–"]
        + (shares ?? ["–", "–", "–", "–"])
    }
    let versus = found.first?.versus.map { " - \($0)" } ?? ""
    let measure = rankings.compactMap { $0.first?.measure }.first ?? "nothing found"
    return "\(found.first?.metric ?? "")\(versus): what matters most, by \(measure)\n"
      + Console.table([headings] + rows)
  }

  /// Where strategies win or fail, a line for each.
  private func places(_ found: [ScenarioDiscovery]) -> [String] {
    guard let first = found.first else { return [] }
    let title =
      switch first.interest {
      case .best: "Where each is best on \(first.metric)"
      case .ahead(let other): "Where each is ahead of \(other) on \(first.metric)"
      case .worse(let number): "Where each is worse than \(number) on \(first.metric)"
      }
    let rows = found.map { discovery -> [String] in
      let share = "\(discovery.cases) of \(discovery.points) points"
      guard let prim = discovery.prim else {
        return [
          discovery.strategy, share, "", "",
          discovery.isRare
            ? "too few to tell"
            : discovery.cases == discovery.points ? "everywhere" : "nearly everywhere",
        ]
      }
      let box = prim.best
      return [
        discovery.strategy, share, Wording.percent(box.coverage), Wording.percent(box.density),
        prim.limits.isEmpty
          ? "anywhere" : prim.limits.map { Self.limit($0, prim) }.joined(separator: ", "),
      ]
    }
    return [
      "\(title), and the part of the context where that is dense (PRIM)\n"
        + Console.table([["", "", "coverage", "density", "where"]] + rows)
    ]
  }

  /// The end that is cut, or both, with * where it is reproduced by most halves of the points.
  private static func limit(_ limit: Prim.Limit, _ prim: Prim) -> String {
    let mark = limit.isReproduced ? "*" : ""
    let (low, high) = (
      Wording.short(limit.values.lowerBound), Wording.short(limit.values.upperBound)
    )
    let name = prim.factors[limit.factor]
    switch (limit.lowProbability, limit.highProbability) {
    case (nil, _?): return "\(name) up to \(high)\(mark)"
    case (_?, nil): return "\(name) from \(low)\(mark)"
    default: return "\(name) \(low) to \(high)\(mark)"
    }
  }

  /// The leaves of a tree as sentences.
  private func rules(_ found: DiscoveryTables.Tree) -> String {
    let title =
      switch found.interest {
      case .best: "best on \(found.metric)"
      case .ahead(let other): "\(found.strategy ?? "") or \(other) ahead on \(found.metric)"
      case .worse(let number): "\(found.strategy ?? "") worse than \(number) on \(found.metric)"
      }
    let tree = found.tree
    return
      "In words, \(title): right at \(Wording.percent(tree.accuracy)) of the points, one answer for all "
      + "at \(Wording.percent(tree.guess))\n"
      + tree.leaves.map { leaf in
        "  \(leaf.rule): \(leaf.label) (\(Wording.percent(leaf.share)) of \(leaf.points) points)"
      }.joined(separator: "\n")
  }

  /// The map with a letter for each strategy, the second factor upwards.
  private func drawn(_ map: DecisionMap) -> String {
    let letters = Dictionary(
      uniqueKeysWithValues: manifest.strategies.enumerated().map { index, name in
        (name, String(UnicodeScalar(UInt8(65 + index % 26))))
      })
    let rows = map.rows.indices.reversed().map { row in
      [Self.label(map.rows[row])]
        + map.columns.indices.map { column -> String in
          guard let cell = map.cells.first(where: { $0.column == column && $0.row == row }),
            let best = cell.comparison.best
          else { return "." }
          return (letters[best] ?? "") + (cell.comparison.leader == nil ? "?" : "")
        }
    }
    let names = manifest.strategies.map { "\(letters[$0] ?? "") \($0)" }
    return
      "Best on \(map.cells.first?.comparison.response ?? ""): \(map.y) upwards, \(map.x) across "
      + "(\(names.joined(separator: ", ")); ?: too close to call)\n"
      + Console.table(rows + [[""] + map.columns.map(Self.label)])
  }

  private static func label(_ interval: DecisionMap.Interval) -> String {
    interval.low == interval.high
      ? Wording.short(interval.low)
      : "\(Wording.short(interval.low)) to \(Wording.short(interval.high))"
  }

  private var notes: String {
    var lines = [
      """
      ST: total Sobol' index; mu_star: mean magnitude of elementary effects; |SRRC|: standardised
      coefficient of ranks, good where R² is near 1. All are of the points' means: chance is the share of
      these means' variance that so few replicates leave to luck; where it is high, so are indices of luck.
      Of the variance of a single run, parameters is the design's share, seed that of the municipality and
      its luck, interplay what is left.
      """
    ]
    if !discoveries.isEmpty {
      lines.append(
        """
        Coverage: share of such points that is in the part; density: share of the part's points that \
        is such.
        *: four of five random halves of the points restrict the factor too.
        """)
    }
    if let levels = drivers.compactMap({ $0.morris?.levels }).first {
      lines.append(
        "mu_star is for a grid of \(levels) levels, the most values that a factor has here; if some were not "
          + "drawn, say --levels.")
    }
    if drivers.contains(where: { $0.regression == nil && $0.missing == 0 && $0.shares != nil }) {
      lines.append(
        "No coefficients where the response is constant, points are too few, or factors move together."
      )
    }
    if manifest.replicates.values.allSatisfy({ $0 == 1 }) {
      lines.append("With one replicate a point, the seed's share cannot be told: --replicates 2.")
    }
    if drivers.contains(where: { $0.missing > 0 }), design.sampling != nil {
      lines.append(
        "Indices need a response at every point: none where some are missing; more replicates may "
          + "help.")
    }
    lines.append("In \(folder): \(tables.joined(separator: ", ")).")
    return lines.joined(separator: "\n")
  }
}
