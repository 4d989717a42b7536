let qualityMetrics: [RunMetric] = [
  .init(
    "quality", .quality, "1", .higher,
    "Technical quality of the last month's design: 0 is the worst design there is, 1 the best."
  ) { $0.months.last?.quality },
  .init(
    "quality_realised", .quality, "1", .higher,
    "Mean over months of technical quality less what unfamiliarity costs."
  ) { $0.mean(\.realisedQuality) },
  .init(
    "quality_best", .quality, "1", .higher,
    "Highest technical quality of any month's design."
  ) { $0.months.map(\.quality).max() },
  .init(
    "relevance", .quality, "1", .higher,
    "Fit of the last month's design with the mean needs of all those affected, between the worst "
      + "(0) and the best (1) any design could reach."
  ) { $0.months.last?.relevance },
  .init(
    "novelty", .quality, "1", .none,
    "Share of choices in which the last month's design differs from the status quo."
  ) { $0.months.last?.novelty },
  .init(
    "innovation", .quality, "1", .higher,
    "novelty if the last month's design is also of higher technical quality than the status quo, "
      + "else 0."
  ) { observed in
    guard let last = observed.months.last else { return nil }
    let landscape = observed.end.landscape
    return last.quality > landscape.quality(of: landscape.statusQuo) ? last.novelty : 0
  },
  .init(
    "coverage", .quality, "1", .higher, "Units delivered / units demanded over the run."
  ) { ratio($0.sum(\.delivered), $0.sum(\.demanded)) },
  .init(
    "reliability", .quality, "1", .higher, "Share of months without a failure."
  ) { ratio(Double($0.months.count - $0.count(\.failures)), Double($0.months.count)) },
  .init(
    "value_deviation", .quality, "1", .none, across: .mean { $0.sum(\.promised) },
    "Value delivered relative to the value promised, minus 1. Promised is full coverage at the "
      + "quality and relevance that the planners perceived; missing when they promised nothing."
  ) { ratio($0.sum(\.value), $0.sum(\.promised)).map { $0 - 1 } },
  .init(
    "promise_kept", .quality, "1", .higher,
    "1 if at least nine tenths of the value promised was delivered, else 0: its mean over runs is "
      + "the chance of keeping the promise. Missing when nothing was promised."
  ) { ratio($0.sum(\.value), $0.sum(\.promised)).map { $0 >= 0.9 ? 1 : 0 } },
  .init(
    "design_deviation", .quality, "1", .none,
    "Share of choices in which the last month's design differs from the plan."
  ) { $0.months.last?.deviation },
]
