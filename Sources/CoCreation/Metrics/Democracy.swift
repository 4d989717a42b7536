let democracyMetrics: [RunMetric] = [
  .init(
    "inclusion", .democracy, "1", .higher,
    "Share of those affected who ever took part; missing without co-creation."
  ) { $0.inclusion { _ in true } },
  .init(
    "inclusion_poor", .democracy, "1", .higher,
    "Share of resource-poor affected who ever took part; missing without them or co-creation."
  ) { $0.inclusion { $0.isPoor } },
  .init(
    "inclusion_rich", .democracy, "1", .higher,
    "Share of other affected who ever took part; missing without them or co-creation."
  ) { $0.inclusion { !$0.isPoor } },
  .init(
    "representativeness", .democracy, "1", .higher, isOverLife: true,
    "1 - ½ Σ |p - q| over strata, p among affected participants, q among all affected; missing "
      + "when none of those affected ever took part."
  ) { $0.representativeness },
  .init(
    "influence_equality", .democracy, "1", .higher,
    "1 - Gini of credit for changes, over all external actors; missing when they have none."
  ) { observed in
    Inequality.gini(observed.externalCredit).map { 1 - $0 }
  },
  .init(
    "influence_equality_participants", .democracy, "1", .higher, isOverLife: true,
    "1 - Gini of credit for changes, over all who ever took part; missing when they have none."
  ) { observed in
    let members = observed.end.members.filter(\.everParticipated)
    return Inequality.gini(members.map(\.credit)).map { 1 - $0 }
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
    "Share of choices in which the last design follows the median wish of those affected."
  ) { $0.congruence { _ in true } },
  .init(
    "congruence_nonparticipants", .democracy, "1", .higher,
    "The same for those affected who never took part; missing when all did."
  ) { $0.congruence { !$0.everParticipated } },
  .init(
    "equity", .democracy, "1", .higher,
    "1 - 2 x standard deviation of the fit of the last design with the wishes of those affected."
  ) { observed in
    let fits = observed.affected.map { observed.end.members[$0].fit }
    guard let mean = ratio(fits.reduce(0, +), Double(fits.count)) else { return nil }
    let variance = fits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(fits.count)
    return max(0, 1 - 2 * variance.squareRoot())
  },
  .init(
    "acceptance", .democracy, "1", .higher, across: .mean { Double($0.count(\.adopted)) },
    isOverLife: true,
    "Mean weighted support for adopted proposals; missing when none was adopted."
  ) { ratio($0.sum(\.acceptance), Double($0.count(\.adopted))) },
  .init(
    "ratified_share", .democracy, "1", .higher, across: .mean { Double($0.count(\.adopted)) },
    isOverLife: true,
    "Share of adopted proposals that upper management ratified; missing when none was adopted."
  ) { ratio(Double($0.count(\.implemented)), Double($0.count(\.adopted))) },
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
    "preference_spread", .democracy, "1", .none,
    "Standard deviation of actors' preferences in the last month, mean over choices."
  ) { $0.months.last?.preferenceSpread },
]

extension TaskObservation {
  /// Indices of those affected.
  var affected: [Int] { actors.indices.filter { end.members[$0].isAffected } }

  var externalCredit: [Double] {
    actors.indices.filter { actors[$0].isExternal }.map { end.members[$0].credit }
  }

  /// Share of a group of those affected who ever took part.
  func inclusion(_ group: (Actor) -> Bool) -> Double? {
    guard isCocreated else { return nil }
    let indices = affected.filter { group(actors[$0]) }
    let included = indices.count(where: { end.members[$0].everParticipated })
    return ratio(Double(included), Double(indices.count))
  }

  var representativeness: Double? {
    let (all, included) = (affected, affected.filter { end.members[$0].everParticipated })
    func poorShare(_ indices: [Int]) -> Double? {
      ratio(Double(indices.count(where: { actors[$0].isPoor })), Double(indices.count))
    }
    guard let p = poorShare(included), let q = poorShare(all) else { return nil }
    // Two strata: both differ by the same amount.
    return 1 - abs(p - q)
  }

  func congruence(_ group: (Member) -> Bool) -> Double? {
    let indices = affected.filter { group(end.members[$0]) }
    guard !indices.isEmpty else { return nil }
    let choices = end.choices
    let followed = (0..<choices).count { choice in
      let wishes = indices.lazy.map { end.preferences[$0 * choices + choice] }
      return medianIsAboveHalf(wishes) == (end.design >> UInt32(choice) & 1 == 1)
    }
    return Double(followed) / Double(choices)
  }

  /// Whether the median of some wishes is above one half; it takes no sorting to know.
  private func medianIsAboveHalf(_ wishes: some Collection<Double>) -> Bool {
    var (above, below) = (1.0, 0.0)
    var count = 0
    for wish in wishes {
      if wish > 0.5 {
        count += 1
        above = min(above, wish)
      } else {
        below = max(below, wish)
      }
    }
    // With as many on each side, the median is the middle of the two nearest.
    return 2 * count == wishes.count ? (below + above) / 2 > 0.5 : 2 * count > wishes.count
  }
}

extension TaskObservation {
  /// External share of influence; 0 without co-creation, `nil` when nothing changed.
  var externalInfluence: Double? { isCocreated ? end.influence(actors).externalShare : 0 }

  /// Ordinary least squares of relative credit on authority and initial legitimacy.
  var influenceSlopes: (authority: Double, legitimacy: Double)? {
    let indices = actors.indices.filter { end.members[$0].everParticipated }
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
