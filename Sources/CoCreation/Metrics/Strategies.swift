let strategyMetrics: [RunMetric] = [
  .init(
    "purpose_attainment", .strategy, "1", .higher,
    "(w1 x / (1 + x) + w2 y + w3 z) / (w1 + w2 + w3) with x value_per_public_euro, y "
      + "quality_realised, z democracy, and w the weights of the purpose; 0 for what is "
      + "missing."
  ) { observed in
    Purpose.attainment(
      valuePerPublicEuro: ratio(observed.sum(\.value), observed.end.ledger.publicCost) ?? 0,
      quality: observed.mean(\.realisedQuality) ?? 0,
      democracy: observed.democracy?.democracy ?? 0, observed.parameters.purpose)
  },
  .init(
    "mean_openness", .strategy, "1", .none, isOverLife: true,
    "Openness of the form in use, mean over the months of a living process; missing without one."
  ) { $0.whileActive(\.openness) },
  .init(
    "mean_centrality", .strategy, "1", .none, isOverLife: true,
    "Centrality of the form in use, mean over the months of a living process; missing without one."
  ) { $0.whileActive(\.centrality) },
  .init(
    "form_changes", .strategy, "changes", .none, across: .sum,
    "How often a strategy chose another form after the start."
  ) { observed in
    Double(
      zip(observed.months, observed.months.dropFirst()).count {
        $1.isActive && ($0.openness != $1.openness || $0.centrality != $1.centrality)
      })
  },
]

extension TaskObservation {
  func whileActive(_ quantity: (MonthRecord) -> Double) -> Double? {
    mean { $0.publicParticipants + $0.externalParticipants > 0 ? quantity($0) : nil }
  }
}
