internal import Analysis
internal import Experiments
internal import Foundation

/// What an explanation prints.
struct ExplainReport {
  private let manifest: Manifest
  private let design: DesignPoints
  private let drivers: [Drivers]
  private let maps: [DecisionMap]
  private let folder: String
  private let tables: [String]

  init(
    _ manifest: Manifest, _ design: DesignPoints, _ drivers: [Drivers], _ maps: [DecisionMap],
    folder: String, tables: [String]
  ) {
    self.manifest = manifest
    self.design = design
    self.drivers = drivers
    self.maps = maps
    self.folder = folder
    self.tables = tables
  }

  var text: String {
    var metrics: [String] = []
    for metric in drivers.map(\.metric) where !metrics.contains(metric) { metrics.append(metric) }
    let sections = metrics.flatMap { metric in
      [section(drivers.filter { $0.metric == metric })]
        + maps.filter { $0.cells.first?.comparison.response == metric }.map(drawn)
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
      "", "first", "second", "third", "fit R²", "parameters", "seed", "interplay",
    ]
    let rows = found.map { drivers -> [String] in
      let most = drivers.ranking.prefix(3).map { "\($0.factor) \(Self.number($0.value))" }
      let cells = most + Array(repeating: "–", count: 3 - most.count)
      let shares = drivers.shares.map { [$0.parameters, $0.seed, $0.interplay].map(Self.percent) }
      return [drivers.strategy + (drivers.missing > 0 ? " (\(drivers.missing) missing)" : "")]
        + cells + [drivers.regression.map { Self.number($0.rankDetermination) } ?? "–"]
        + (shares ?? ["–", "–", "–"])
    }
    let versus = found.first?.versus.map { " - \($0)" } ?? ""
    let measure = found.compactMap { $0.ranking.first?.measure }.first ?? "nothing found"
    return "\(found.first?.metric ?? "")\(versus): what matters most, by \(measure)\n"
      + Console.table([headings] + rows)
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
          return (letters[best] ?? "") + (cell.comparison.rivals.isEmpty ? "" : "?")
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
      ? number(interval.low) : "\(number(interval.low)) to \(number(interval.high))"
  }

  private var notes: String {
    var lines = [
      """
      ST: total Sobol' index; mu_star: mean magnitude of elementary effects; |SRRC|: standardised
      coefficient of ranks, good where R² is near 1. Of the variance of a single run, parameters is the
      design's share, seed that of the municipality and its luck, interplay what is left.
      """
    ]
    if drivers.contains(where: { $0.shares == nil && $0.regression != nil }) {
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

  private static func number(_ value: Double) -> String {
    abs(value) >= 1000 ? String(format: "%.0f", value) : String(format: "%.2f", value)
  }

  private static func percent(_ share: Double) -> String { String(format: "%.0f %%", 100 * share) }
}
