let democracyMetrics: [RunMetric] = [
  .init(
    "democracy", .democracy, "1", .higher,
    "(democracy_inclusion x democracy_equality x democracy_effect)^(1/3): Fung's (2006) three "
      + "dimensions, defined without co-creation too."
  ) { $0.democracy?.democracy },
  .init(
    "democracy_inclusion", .democracy, "1", .higher,
    "Who takes part: the mean of the share of those affected who have a say and of how far the "
      + "wishes of those who decide are those of all affected."
  ) { $0.democracy?.inclusion },
  .init(
    "democracy_equality", .democracy, "1", .higher,
    "How they decide: 1 - Gini of weights in decisions, mean over months."
  ) { $0.democracy?.equality },
  .init(
    "democracy_effect", .democracy, "1", .higher,
    "What it changes: the mean of the share of decisions carried out and of the relevance of the "
      + "design for all affected, over months."
  ) { $0.democracy?.effect },
  .init(
    "inclusion", .democracy, "1", .higher,
    "Share of those affected who ever took part; missing without co-creation."
  ) { $0.inclusion(poor: nil) },
  .init(
    "inclusion_poor", .democracy, "1", .higher,
    "Share of resource-poor affected who ever took part; missing without them or co-creation."
  ) { $0.inclusion(poor: true) },
  .init(
    "inclusion_rich", .democracy, "1", .higher,
    "Share of other affected who ever took part; missing without them or co-creation."
  ) { $0.inclusion(poor: false) },
  .init(
    "representativeness", .democracy, "1", .higher, isOverLife: true,
    "1 - ½ Σ |p - q| over strata, p among affected participants, q among all affected; missing "
      + "when none of those affected ever took part."
  ) { $0.representativeness },
  .init(
    "influence_equality", .democracy, "1", .higher,
    "1 - Gini of credit for changes, over all external actors; missing when they have none."
  ) { observed in
    observed.externalInfluenceEquality
  },
  .init(
    "influence_equality_participants", .democracy, "1", .higher, isOverLife: true,
    "1 - Gini of credit for changes, over all who ever took part; missing when they have none."
  ) { observed in
    Inequality.gini(observed.participated.map { observed.end.members[$0].credit }).map { 1 - $0 }
  },
  .init(
    "external_influence", .democracy, "1", .higher,
    "Share of external actors in the changes from the status quo: parts of the plan that were "
      + "fixed count for the public side, proposals half for the proposer and half for supporters. "
      + "0 without co-creation, missing when nothing changed."
  ) { $0.externalInfluence },
  .init(
    "authority_influence", .democracy, "1", .none, isOverLife: true,
    "What formal authority adds to influence: partial slope of credit, relative to its mean, on "
      + "authority beside initial legitimacy, over all who ever took part; missing without credit or "
      + "spread."
  ) { $0.influenceSlopes?.authority },
  .init(
    "legitimacy_influence", .democracy, "1", .none, isOverLife: true,
    "What legitimacy adds to influence: the other slope of the same regression."
  ) { $0.influenceSlopes?.legitimacy },
  .init(
    "both_sides", .democracy, "1", .higher, isOverLife: true,
    "Share of the months with a living process in which both sides took part; missing without one."
  ) { observed in
    let active = observed.months.filter { $0.publicParticipants + $0.externalParticipants > 0 }
    let both = active.count { $0.publicParticipants > 0 && $0.externalParticipants > 0 }
    return ratio(Double(both), Double(active.count))
  },
  .init(
    "congruence", .democracy, "1", .higher,
    "Share of choices in which the last design follows the mean wish of those affected."
  ) { $0.congruence(without: []) },
  .init(
    "congruence_nonparticipants", .democracy, "1", .higher,
    "The same for those affected who never took part; missing when all did."
  ) { observed in
    observed.congruence(
      without: observed.participated.filter { observed.end.members[$0].isAffected })
  },
  .init(
    "equity", .democracy, "1", .higher,
    "1 - 2 x standard deviation of the fit of the last design with the wishes of those affected, "
      + "by how their needs are distributed."
  ) { $0.equity },
  .init(
    "acceptance", .democracy, "1", .higher, across: .mean { Double($0.count(\.adopted)) },
    isOverLife: true,
    "Mean weighted support for adopted proposals; missing when none was adopted."
  ) { ratio($0.sum(\.acceptance), Double($0.count(\.adopted))) },
  .init(
    "ratified_share", .democracy, "1", .higher, across: .mean { Double($0.count(\.adopted)) },
    isOverLife: true,
    "Share of adopted proposals that the line of command ratified; missing when none was adopted."
  ) { ratio(Double($0.count(\.implemented)), Double($0.count(\.adopted))) },
  .init(
    "referred_share", .democracy, "1", .none, across: .mean { Double($0.count(\.adopted)) },
    isOverLife: true,
    "Share of adopted proposals that were referred to politicians; missing when none was adopted."
  ) { ratio(Double($0.count(\.referred)), Double($0.count(\.adopted))) },
  .init("proposals", .democracy, "proposals", .none, across: .sum, "Proposals put forward.") {
    Double($0.count(\.proposals))
  },
  .init("adopted", .democracy, "proposals", .none, across: .sum, "Proposals adopted.") {
    Double($0.count(\.adopted))
  },
  .init(
    "implemented", .democracy, "proposals", .none, across: .sum, "Proposals adopted and ratified."
  ) {
    Double($0.count(\.implemented))
  },
  .init(
    "preference_spread", .democracy, "1", .none, isOverLife: true,
    "Standard deviation of participants' preferences in the last month with at least two of them, "
      + "mean over choices; missing without."
  ) { $0.months.last { $0.preferenceSpread != nil }?.preferenceSpread },
]

extension TaskObservation {
  /// The dimensions of democracy over the run.
  var democracy: DemocracyIndex.Dimensions? {
    var index = DemocracyIndex()
    for month in months { index.add(month) }
    return index.dimensions(
      included: end.includedShare(involved), vote: parameters.purpose.vote)
  }

  /// Indices of all who ever took part.
  var participated: [Int] { involved.filter { end.members[$0].everParticipated } }

  /// How many are affected, of one stratum or of both.
  private func affectedCount(poor: Bool?) -> Int {
    end.needs.groups.reduce(0) { poor == nil || $1.isPoor == poor ? $0 + $1.count : $0 }
  }

  private func includedCount(poor: Bool?) -> Int {
    participated.count {
      end.members[$0].isAffected && (poor == nil || actors[$0].isPoor == poor)
    }
  }

  /// Share of those affected, of one stratum or of both, who ever took part.
  func inclusion(poor: Bool?) -> Double? {
    guard isCocreated else { return nil }
    return ratio(Double(includedCount(poor: poor)), Double(affectedCount(poor: poor)))
  }

  var representativeness: Double? {
    func poorShare(_ count: (Bool?) -> Int) -> Double? {
      ratio(Double(count(true)), Double(count(nil)))
    }
    guard let p = poorShare(includedCount), let q = poorShare(affectedCount) else { return nil }
    // Two strata: both differ by the same amount.
    return 1 - abs(p - q)
  }

  /// 1 - Gini of credit over all external actors, most of whom have none.
  var externalInfluenceEquality: Double? {
    let external = kinds.reduce(0) { $1.side == .external ? $0 + $1.count : $0 }
    let credit = involved.filter { actors[$0].isExternal }.map { end.members[$0].credit }
    let outside = [Double](repeating: 0, count: external - credit.count)
    return Inequality.gini(credit + outside).map { 1 - $0 }
  }

  /// Share of choices in which the last design follows the mean wish of those affected, some left
  /// out.
  func congruence(without left: [Int]) -> Double? {
    let count = end.needs.affectedCount - left.count
    guard count > 0 else { return nil }
    let followed = (0..<end.choices).count { choice in
      let sum = left.reduce(end.needs.affectedSum[choice]) {
        $0 - end.preference(of: $1, for: choice)
      }
      return (sum / Double(count) > 0.5) == end.design.contains(choice)
    }
    return Double(followed) / Double(end.choices)
  }

  /// 1 - 2 x standard deviation of fit, between the groups of those affected and within them.
  var equity: Double? {
    let groups = end.needs.groups
    let total = Double(end.needs.affectedCount)
    let fits = groups.map { Needs.fit(of: end.design, $0.means) }
    let weighted = zip(groups, fits).map { Double($0.count) * $1 }
    guard let mean = ratio(weighted.reduce(0, +), total) else { return nil }
    let concentration = parameters.population.needConcentration
    let choices = Double(end.choices)
    var variance = 0.0
    for (group, fit) in zip(groups, fits) {
      let within = group.means.reduce(0) { $0 + $1 * (1 - $1) } / (concentration + 1)
      variance +=
        Double(group.count) / total
        * ((fit - mean) * (fit - mean) + within / (choices * choices))
    }
    return max(0, 1 - 2 * variance.squareRoot())
  }
}

extension TaskObservation {
  /// External share of influence; 0 without co-creation, `nil` when nothing changed.
  var externalInfluence: Double? {
    isCocreated ? end.influence(actors, involved).externalShare : 0
  }

  /// Ordinary least squares of relative credit on authority and initial legitimacy.
  var influenceSlopes: (authority: Double, legitimacy: Double)? {
    let indices = participated
    let count = Double(indices.count)
    func mean(_ quantity: (Int) -> Double) -> Double {
      indices.reduce(0) { $0 + quantity($1) } / count
    }
    guard indices.count > 3, case let credit = mean({ end.members[$0].credit }), credit > 0
    else { return nil }
    let means = (
      authority: mean { actors[$0].authority }, legitimacy: mean { actors[$0].initialLegitimacy }
    )
    var (aa, ll, al, ay, ly) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for index in indices {
      let a = actors[index].authority - means.authority
      let l = actors[index].initialLegitimacy - means.legitimacy
      let y = end.members[index].credit / credit - 1
      aa += a * a
      ll += l * l
      al += a * l
      ay += a * y
      ly += l * y
    }
    let determinant = aa * ll - al * al
    guard determinant > 1e-9 * aa * ll else { return nil }
    return ((ll * ay - al * ly) / determinant, (aa * ly - al * ay) / determinant)
  }
}
