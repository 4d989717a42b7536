internal import CoCreation

extension Observable {
  /// Whether what was carried out made the design better.
  static let qualityRose = change(
    "quality_rose",
    "Whether the design of the last month is of higher technical quality than that "
      + "of the set-up, as 1 or 0"
  ) { $1.quality > $0.quality }

  /// Whether what was carried out made the service cheaper.
  static let unitCostFell = change(
    "unit_cost_fell",
    "Whether a unit takes fewer hours with the design of the last month than "
      + "with that of the set-up, as 1 or 0"
  ) { $1.unitCost < $0.unitCost }

  /// A comparison of the end with the start, of those tasks in which something was changed.
  private static func change(
    _ name: String, _ summary: String,
    _ isBetter: @escaping @Sendable (MonthRecord, MonthRecord) -> Bool
  ) -> Observable {
    Observable(
      name, "1",
      summary + ", mean over the tasks in which a proposal was carried out; missing without one."
    ) { run, _ in
      let changed = run.months.filter { months in months.contains { $0.implemented > 0 } }
      let better = changed.count { months in
        guard let first = months.first, let last = months.last else { return false }
        return isBetter(first, last)
      }
      return ratio(Double(better), Double(changed.count))
    }
  }
}
