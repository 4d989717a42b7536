public import GSL

/// The side of the public boundary that an actor stands on.
public enum Side: String, CaseIterable, Sendable {
  /// Public organisations: professionals, managers, politicians.
  case `public`
  /// Everyone outside: citizens, volunteers, associations, businesses.
  case external
}

/// What a public actor decides by its office, beside what it does in a process.
public enum Office: String, CaseIterable, Sendable {
  /// Nothing: it works.
  case none
  /// Ratifies what processes decide, and works.
  case management
  /// Elected: ratifies what is far from the plan or puts much at stake, divides the budget, and takes
  /// no part in processes.
  case politics
}

/// A kind of actor: how many there are and how their attributes are distributed.
///
/// A new kind is data in a scenario.
public struct ActorKind: Equatable, Sendable {
  /// The name in a scenario.
  public var name: String
  /// The side of the public boundary.
  public var side: Side
  /// What its actors decide by their office; `none` for external kinds.
  public var office: Office
  /// The number of actors.
  public var count: Int
  /// Whether the task concerns them.
  public var isAffected: Bool
  /// Whether they are divided into a resource-rich and a resource-poor stratum.
  public var hasStrata: Bool
  /// How far their preferences follow a culture of their kind instead of the needs of those
  /// affected, from 0 to 1.
  public var cultureWeight: Double
  /// Hours a month: of an external actor those it could give, of a public one those it works.
  public var hours: Distribution
  /// Formal authority, from 0 to 1.
  public var authority: Distribution
  /// Legitimacy at the start, from 0 to 1.
  public var legitimacy: Distribution
  /// Professional knowledge, from 0 to 1.
  public var knowledge: Distribution
  /// Disposition to trust the process, from 0 to 1.
  public var trust: Distribution
  /// Concentrations of the Dirichlet distribution of motives.
  public var motives: Motives

  /// The three motives for co-creation, one for each ambition.
  public struct Motives: Equatable, Sendable {
    /// More for less.
    public var saving: Double
    /// Better quality.
    public var quality: Double
    /// A direct voice for one's own need.
    public var need: Double

    /// Creates concentrations, each above 0.
    public init(saving: Double, quality: Double, need: Double) {
      self.saving = saving
      self.quality = quality
      self.need = need
    }
  }

  /// The attributes that a scenario gives as a distribution, with the values each may take.
  package static let attributes:
    [(
      name: String, path: any WritableKeyPath<ActorKind, Distribution> & Sendable,
      range: ClosedRange<Double>
    )] = [
      ("hours", \.hours, 0 ... .infinity), ("authority", \.authority, 0...1),
      ("legitimacy", \.legitimacy, 0...1), ("knowledge", \.knowledge, 0...1),
      ("trust", \.trust, 0...1),
    ]

  /// The kinds of a real service of a middle-sized Danish municipality.
  ///
  /// *Aktivitet og frivillighed* of Lyngby-Taarbæk (53,000 inhabitants) has 24 staff and serves the
  /// residents of 486 care homes and 247 assisted homes. Staff of elderly care works 32 hours a week
  /// where it works part-time, as most of it does, less holidays and sickness: 114 hours a month.
  /// A standing committee of the council answers for the service; it has seven members.
  /// Five in a hundred adults volunteer in the social field (VIVE 2020), some 2,100 in all; those
  /// within reach of the service, associations, businesses and all distributions are assumptions.
  public static let municipality: [ActorKind] = [
    kind("professional", .public, 22, culture: 0.4, hours: 114, (3, 7), (6, 4), (8, 3), (1, 5, 2)),
    kind(
      "manager", .public, 2, .management, culture: 0.4, hours: 114, (8, 2), (5, 5), (5, 5),
      (2, 4, 2)),
    kind(
      "politician", .public, 7, .politics, culture: 0.4, hours: 4, (9, 1), (5, 5), (3, 7),
      (3, 3, 3)),
    kind(
      "citizen", .external, 733, affected: true, strata: true, culture: 0, hours: 42, (1, 30),
      (5, 5), (3, 7), (1, 4, 3)),
    kind(
      "volunteer", .external, 500, strata: true, culture: 0.5, hours: 42, (1, 30), (5, 4), (4, 6),
      (1, 3, 3)),
    kind("association", .external, 40, culture: 0.5, hours: 60, (1, 15), (6, 4), (5, 5), (1, 3, 4)),
    kind("business", .external, 20, culture: 0.5, hours: 40, (1, 15), (4, 6), (5, 5), (3, 3, 1)),
  ]

  private static func kind(
    _ name: String, _ side: Side, _ count: Int, _ office: Office = .none, affected: Bool = false,
    strata: Bool = false, culture: Double, hours: Double, _ authority: (Double, Double),
    _ legitimacy: (Double, Double), _ knowledge: (Double, Double),
    _ motives: (Double, Double, Double)
  ) -> ActorKind {
    let shape: Double = side == .public ? 16 : 2
    return ActorKind(
      name: name, side: side, office: office, count: count, isAffected: affected, hasStrata: strata,
      cultureWeight: culture, hours: known(.gamma(shape: shape, scale: hours / shape)),
      authority: known(.beta(a: authority.0, b: authority.1)),
      legitimacy: known(.beta(a: legitimacy.0, b: legitimacy.1)),
      knowledge: known(.beta(a: knowledge.0, b: knowledge.1)),
      trust: known(side == .public ? .beta(a: 6.5, b: 3.5) : .beta(a: 6, b: 4)),
      motives: .init(saving: motives.0, quality: motives.1, need: motives.2))
  }

  private static func known(_ family: Distribution.Family) -> Distribution {
    guard let distribution = try? Distribution(family) else {
      preconditionFailure("\(family) is no distribution")
    }
    return distribution
  }
}
