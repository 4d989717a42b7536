let resilienceMetrics: [RunMetric] = [
  .init(
    "completed", .resilience, "1", .higher,
    "1 if the process lived as long as planned: to the end of the run or to a month set from the "
      + "start, else 0; missing without co-creation."
  ) { $0.isCocreated ? ($0.end.isActive || $0.end.endedAsPlanned ? 1 : 0) : nil },
  .init(
    "months_alive", .resilience, "months", .none,
    "Months in which the process lived: months with participants; missing without co-creation."
  ) { observed in
    observed.isCocreated
      ? Double(observed.months.count { $0.publicParticipants + $0.externalParticipants > 0 }) : nil
  },
  .init(
    "participants", .resilience, "actors", .none, across: .sum,
    "Mean number of participants over months; 0 without co-creation."
  ) { $0.mean { Double($0.publicParticipants + $0.externalParticipants) } },
  .init(
    "external_participants", .resilience, "actors", .none, across: .sum,
    "Mean number of external participants over months; 0 without co-creation."
  ) { $0.mean { Double($0.externalParticipants) } },
  .init(
    "attrition", .resilience, "1/month", .lower, across: .mean { $0.participation },
    isOverLife: true,
    "Participants who left / months of participation; missing when nobody took part."
  ) { observed in
    ratio(Double(observed.count(\.left)), observed.participation)
  },
  .init(
    "contribution", .resilience, "points of 20", .higher, isOverLife: true,
    "Mean contribution of external participants over months; missing when nobody took part."
  ) { $0.mean(\.contribution) },
  .init(
    "burnout", .resilience, "1", .lower, isOverLife: true,
    "Share of those who ever took part whose fatigue is above one half at the end; missing when "
      + "nobody took part."
  ) { observed in
    let ever = observed.involved.filter { observed.end.members[$0].everParticipated }
    let tired = ever.count(where: { observed.actors[$0].fatigue > 0.5 })
    return ratio(Double(tired), Double(ever.count))
  },
  .init(
    "leader_entropy", .resilience, "1", .none, isOverLife: true,
    "Entropy of the draw of the leader relative to its largest, mean over months; missing when "
      + "nobody took part."
  ) { $0.mean(\.leaderEntropy) },
  .init(
    "trust", .resilience, "1", .higher, isOverLife: true,
    "Mean trust of participants over months; missing when nobody took part."
  ) { $0.mean(\.trust) },
  .init(
    "trust_affected", .resilience, "1", .higher,
    "Mean trust of all those affected over months, whether they take part or not."
  ) { $0.mean(\.affectedTrust) },
  .init("fear", .resilience, "1", .lower, "Mean fear over months.") { $0.mean(\.fear) },
  .init("failures", .resilience, "failures", .lower, across: .sum, "Failures over the run.") {
    Double($0.count(\.failures))
  },
  .init(
    "stories", .resilience, "stories", .lower, across: .sum, "Stories in the press over the run."
  ) {
    Double($0.count(\.stories))
  },
  .init("violations", .resilience, "violations", .lower, across: .sum, "Violations over the run.") {
    Double($0.count(\.violations))
  },
]

extension TaskObservation {
  /// Participants, summed over months.
  var participation: Double { sum { Double($0.publicParticipants + $0.externalParticipants) } }
}
