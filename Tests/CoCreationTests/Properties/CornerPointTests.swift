import GSL
import Testing

@testable import CoCreation

/// The ends of the parameter space, and of the population.
@Suite struct CornerPointTests {
  private static let rounds = 10.0

  /// Settings at one end of every range, but for those that would make runs of hours.
  private static func corner(
    _ end: (Parameter) -> Double, _ others: [String: Double] = [:]
  ) -> [String: Double] {
    var settings = Dictionary(
      uniqueKeysWithValues: Parameters.everything.map { ($0.name, end($0)) })
    settings["rounds"] = rounds
    return settings.merging(others) { $1 }
  }

  /// Shares of a whole cannot all be at their maximum.
  private static let wholes: [[String: Double]] = [
    ["authority_share": 1, "free_rider_share": 1, "triangle_share": 0, "other_share": 0],
    ["authority_share": 0, "free_rider_share": 0, "triangle_share": 1, "other_share": 0],
    ["authority_share": 0.5, "free_rider_share": 0, "triangle_share": 0, "other_share": 1],
  ]

  @Test(arguments: Network.allCases)
  func everythingAtItsMinimum(network: Network) throws {
    let settings = Self.corner(\.range.lowerBound)
    try Self.check(settings, network: network, "all at minimum")
  }

  @Test(arguments: wholes)
  func everythingAtItsMaximum(whole: [String: Double]) throws {
    try Self.check(Self.corner(\.range.upperBound, whole), "all at maximum")
  }

  @Test(arguments: wholes)
  func everythingNeutralThatCanBe(whole: [String: Double]) throws {
    let settings = Self.corner({ $0.neutral ?? $0.defaultValue }, whole)
    try Self.check(settings, "all neutral")
  }

  @Test func eachParameterAtItsEnds() throws {
    let shares: Set = ["free_rider_share", "triangle_share", "other_share"]
    for parameter in Parameters.everything where parameter.name != "rounds" {
      for value in [parameter.range.lowerBound, parameter.range.upperBound] {
        var settings = ["rounds": Self.rounds, "choices": 6, "ruggedness": 3]
        if shares.contains(parameter.name) { for name in shares { settings[name] = 0 } }
        settings[parameter.name] = value
        settings["ruggedness"] = min(settings["ruggedness"] ?? 0, (settings["choices"] ?? 0) - 1)
        try Self.check(settings, "\(parameter.name) at \(value)")
      }
    }
  }

  @Test(arguments: [0.0, 1], [0.0, 1])
  func bothAxesAtTheirEnds(openness: Double, centrality: Double) throws {
    for process in 0..<5 {
      try Self.check(
        ["openness": openness, "centrality": centrality, "rounds": 24], process: process,
        "openness \(openness), centrality \(centrality)")
    }
  }

  @Test(arguments: Network.allCases)
  func oneActorOnEachSide(network: Network) throws {
    for (openness, centrality) in [(0.5, 0.5), (0, 0), (1, 1), (0, 1), (1, 0)] {
      try Self.check(
        ["openness": openness, "centrality": centrality, "viable_share": 0, "rounds": 24],
        kinds: Self.counts(["professional": 1, "citizen": 1]), network: network, "one a side")
    }
  }

  /// Nothing made together, everything, and only one of the two.
  @Test(arguments: [0.0, 1], [0.0, 1])
  func bothSharesAtTheirEnds(codesign: Double, codelivery: Double) throws {
    for (process, authority) in [0, 0.5, 1].enumerated() {
      try Self.check(
        [
          "codesign_share": codesign, "codelivery_share": codelivery, "authority_share": authority,
          "rounds": 24,
        ], process: process, "codesign \(codesign), codelivery \(codelivery), duties \(authority)")
    }
  }

  /// Budgets that buy nothing, and people who are not there to be bought.
  @Test(arguments: [10.0, 1e7], [0.0, 1])
  func moneyWithoutPeopleAndPeopleWithoutMoney(budget: Double, hiring: Double) throws {
    try Self.check(
      [
        "budget_hours": budget, "hiring_rate": hiring, "extra_premium": 2, "payment": 200,
        "support_hours": 20, "recognition_hours": 6, "facilitation_hours": 6, "rounds": 12,
      ], "budget \(budget), hiring \(hiring)")
  }

  @Test(arguments: [Network.smallWorld, .random, .complete])
  func tenThousandActors(network: Network) throws {
    let kinds = Self.counts(
      [
        "professional": 300, "manager": 80, "politician": 20, "citizen": 6000, "volunteer": 3000,
        "association": 560, "business": 40,
      ])
    try Self.check(["rounds": 2], kinds: kinds, network: network, "10,000 actors")
  }

  @Test func aTeamOfOneLooksAtNobody() throws {
    try Self.check(
      ["rounds": 12, "team_size": 2, "viable_share": 0],
      kinds: Self.counts(["professional": 2, "citizen": 1]), "three actors in teams of two")
  }

  private static func counts(_ counts: [String: Int]) -> [ActorKind] {
    ActorKind.municipality.map { kind in
      var kind = kind
      kind.count = counts[kind.name] ?? 0
      return kind
    }
  }

  private static func check(
    _ settings: [String: Double], kinds: [ActorKind] = .small, network: Network = .smallWorld,
    process: Int = 0, _ name: String
  ) throws {
    Soundness.check(
      try .with(settings, kinds: kinds, network: network),
      key: RunKey(seed: 1, context: 0, process: process), "\(name), network \(network)")
  }
}
