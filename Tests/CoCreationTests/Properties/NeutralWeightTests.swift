import GSL
import Testing

@testable import CoCreation

/// What weighs nothing in the decision to join moves nobody; what weighs something does.
@Suite struct NeutralWeightTests {
  /// A weight, and a world in which what it weighs is different.
  struct Weight: Sendable, CustomTestStringConvertible {
    let name: String
    /// The weight where it is on; its neutral value is where it is off.
    let on: Double
    let settings: [String: Double]
    let change: @Sendable (inout ActorKind) throws -> Void

    init(
      _ name: String, on: Double, settings: [String: Double] = [:],
      _ change: @escaping @Sendable (inout ActorKind) throws -> Void = { _ in }
    ) {
      (self.name, self.on, self.settings, self.change) = (name, on, settings, change)
    }

    var testDescription: String { name }
  }

  static let weights = [
    Weight("motive_weight", on: 8) { $0.motives = .init(saving: 9, quality: 1, need: 1) },
    Weight("trust_weight", on: 8) { $0.trust = try Distribution(.beta(a: 9, b: 1)) },
    Weight("efficacy_weight", on: 12) { $0.knowledge = try Distribution(.beta(a: 9, b: 1)) },
    Weight("resource_weight", on: 2) { $0.hours = try Distribution(.gamma(shape: 2, scale: 90)) },
    Weight("recognition_effect", on: 2, settings: ["recognition_hours": 3]),
    Weight("payment_effect", on: 4, settings: ["payment": 40]),
    Weight("support_effect", on: 1, settings: ["support_hours": 10]),
    Weight("documentation_weight", on: 12, settings: ["documentation_base": 0.4]),
    Weight("ambiguity_weight", on: 8, settings: ["role_clarity": 0]),
    Weight("fear_weight", on: 12, settings: ["general_fear": 0.9]),
    Weight("centrality_weight", on: 6, settings: ["centrality": 0.9]),
  ]

  @Test(arguments: weights) func whatWeighsNothingMovesNobody(_ weight: Weight) throws {
    let neutral = try #require(Parameters.entry(weight.name)?.neutral)
    var moved = false
    for context in 0..<4 {
      func participants(_ value: Double, isChanged: Bool) throws -> [Int] {
        // Money enough for all that is promised; fear as such documents nothing.
        var settings = ["budget_hours": 1e6, "demand": 20, "documentation_fear": 0, "openness": 1]
        settings[weight.name] = value
        var kinds = [ActorKind].small
        if isChanged {
          settings.merge(weight.settings) { $1 }
          for index in kinds.indices where kinds[index].side == .external {
            try weight.change(&kinds[index])
          }
        }
        return FirstMonth(try .with(settings, kinds: kinds), context).participants
      }
      #expect(
        try participants(neutral, isChanged: false) == participants(neutral, isChanged: true))
      if !moved {
        moved =
          try participants(weight.on, isChanged: false)
          != participants(weight.on, isChanged: true)
      }
    }
    #expect(moved)
  }

  /// Whoever is drawn by lot is not drawn by reasons of its own, and without a lottery only by them.
  @Test func aLotteryAsksNobodysReasons() throws {
    func participants(_ lottery: Double, _ motives: ActorKind.Motives, _ context: Int) throws
      -> [Int]
    {
      let kinds = [ActorKind].small.map { kind in
        var kind = kind
        kind.motives = motives
        return kind
      }
      return FirstMonth(try .with(["lottery": lottery], kinds: kinds), context).participants
    }
    let (one, other) = (
      ActorKind.Motives(saving: 9, quality: 1, need: 1),
      ActorKind.Motives(saving: 1, quality: 1, need: 9)
    )
    for context in 0..<4 {
      #expect(try participants(1, one, context) == participants(1, other, context))
    }
    #expect(try (0..<4).contains { try participants(0, one, $0) != participants(0, other, $0) })
  }
}
