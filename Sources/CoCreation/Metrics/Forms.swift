let formMetrics: [RunMetric] = [
  .init(
    "mean_openness", .form, "1", .none,
    "Openness of the form in use, mean over the months of a living process; missing without one."
  ) { $0.whileActive(\.openness) },
  .init(
    "mean_centrality", .form, "1", .none,
    "Centrality of the form in use, mean over the months of a living process; missing without one."
  ) { $0.whileActive(\.centrality) },
  .init(
    "form_changes", .form, "changes", .none, across: .sum,
    "How often a strategy chose another form after the start."
  ) { observed in
    Double(
      zip(observed.months, observed.months.dropFirst()).count {
        $0.openness != $1.openness || $0.centrality != $1.centrality
      })
  },
]

extension TaskObservation {
  func whileActive(_ quantity: (MonthRecord) -> Double) -> Double? {
    mean { $0.publicParticipants + $0.externalParticipants > 0 ? quantity($0) : nil }
  }
}
