internal import GSL

/// Who lives and works in the municipality: one key per attribute and actor, so that an actor is the
/// same whoever else is there, and whenever it comes into view.
package struct Population: Sendable {
  package let kinds: [ActorKind]
  /// Indices of each kind's actors.
  package let indices: [Range<Int>]
  private let parameters: PopulationParameters
  private let run: UInt64
  private let reach: RandomStream
  private let knowing: RandomStream

  init(_ configuration: ModelConfiguration, key: RunKey) {
    kinds = configuration.kinds
    parameters = configuration.parameters.population
    // Attributes belong to the municipality, not to a task: the stream of task 0.
    run = key.contextKey(task: 0)
    reach = Self.stream(.hours, run)
    knowing = Self.stream(.knowledge, run)
    var indices = kinds.map { _ in 0..<0 }
    var start = 0
    // Public actors first: participants are kept in this order.
    for side in Side.allCases {
      for (kind, description) in kinds.enumerated() where description.side == side {
        indices[kind] = start..<start + description.count
        start += description.count
      }
    }
    self.indices = indices
  }

  /// Kinds of a side, in the order of actors.
  func kinds(of side: Side) -> [Int] { kinds.indices.filter { kinds[$0].side == side } }

  /// External actors, taking part or not.
  package var externalCount: Int { kinds(of: .external).reduce(0) { $0 + kinds[$1].count } }

  /// Indices of the actors of an office, in the order of actors.
  func indices(of office: Office) -> [Int] {
    kinds(of: .public).filter { kinds[$0].office == office }.flatMap { indices[$0] }
  }

  /// External actors of kinds that have strata.
  var stratifiedCount: Int {
    kinds.reduce(0) { $1.side == .external && $1.hasStrata ? $0 + $1.count : $0 }
  }

  private static func stream(_ mechanism: Mechanism, _ run: UInt64) -> RandomStream {
    RandomSource.stream(run: run, mechanism: mechanism.rawValue, round: 0)
  }

  /// Makes the actors: public ones in full, external ones with their stratum alone.
  func makeActors(_ turn: inout Turn) -> [Actor] {
    let stratum = Self.stream(.stratum, run)
    var actors: [Actor] = []
    actors.reserveCapacity(kinds.reduce(0) { $0 + $1.count })
    for side in Side.allCases {
      for index in kinds(of: side) {
        let kind = kinds[index]
        for number in 0..<kind.count {
          var actor = Actor(
            id: Actor.id(kind: index, number: number), kind: index, isExternal: side == .external)
          if kind.hasStrata {
            actor.isPoor = turn.draw(stratum, actor.id) { $0.bernoulli(parameters.poorShare) }
          }
          actor.isElected = kind.office == .politics
          if side == .public {
            actor.isInvolved = true
            meet(&actor, &turn)
          }
          actors.append(actor)
        }
      }
    }
    if parameters.authorityLot > 0 { dealAuthority(&actors, &turn) }
    return actors
  }

  /// Draws what decides at a glance whether an actor may join: hours and knowledge.
  @inline(__always)
  func glance(at actor: inout Actor, _ turn: inout Turn) {
    guard actor.acquaintance < .glance else { return }
    let kind = kinds[actor.kind]
    let factor = kind.hasStrata ? parameters.resourceFactor(poor: actor.isPoor) : 1
    actor.hours = turn.draw(reach, actor.id) { $0.draw(kind.hours) } * factor
    actor.knowledge = turn.draw(knowing, actor.id) { $0.draw(kind.knowledge) }
    actor.acquaintance = .glance
  }

  /// Draws all attributes of an actor that are not drawn yet.
  package func meet(_ actor: inout Actor, _ turn: inout Turn) {
    guard actor.acquaintance < .full else { return }
    glance(at: &actor, &turn)
    let kind = kinds[actor.kind]
    actor.authority = turn.draw(Self.stream(.authority, run), actor.id) { $0.draw(kind.authority) }
    actor.legitimacy = turn.draw(Self.stream(.legitimacy, run), actor.id) {
      $0.draw(kind.legitimacy)
    }
    actor.initialLegitimacy = actor.legitimacy
    let lot = turn.draw(Self.stream(.socialType, run), actor.id) { $0.uniform() }
    actor.socialType = parameters.socialType(at: lot)
    let motives = turn.draw(Self.stream(.motives, run), actor.id) {
      $0.dirichlet([kind.motives.saving, kind.motives.quality, kind.motives.need])
    }
    (actor.saving, actor.quality, actor.need) = (motives[0], motives[1], motives[2])
    if kind.office != .none {
      actor.readiness = turn.draw(Self.stream(.readiness, run), actor.id) { $0.gaussian() }
    }
    actor.acquaintance = .full
  }

  /// Deals the authority of a share of the actors out anew among them.
  private func dealAuthority(_ actors: inout [Actor], _ turn: inout Turn) {
    for index in actors.indices { meet(&actors[index], &turn) }
    let stream = Self.stream(.authorityLot, run)
    var lots: [(index: Int, lot: Double)] = []
    for index in actors.indices {
      let (takesPart, lot) = turn.draw(stream, actors[index].id) { ($0.uniform(), $0.uniform()) }
      if takesPart < parameters.authorityLot { lots.append((index, lot)) }
    }
    let authority = lots.map { actors[$0.index].authority }
    for (slot, lot) in lots.sorted(by: { ($0.lot, $0.index) < ($1.lot, $1.index) }).enumerated() {
      actors[lot.index].authority = authority[slot]
    }
  }
}

extension PopulationParameters {
  /// Resources of a stratum relative to the kind's mean, which stays what it is for every share.
  func resourceFactor(poor: Bool) -> Double {
    let mean = 1 - resourceGap * poorShare
    guard mean > 0 else { return 1 }
    return (poor ? 1 - resourceGap : 1) / mean
  }

  func socialType(at draw: Double) -> SocialType {
    if draw < freeRiderShare { return .freeRider }
    if draw < freeRiderShare + triangleShare { return .triangle }
    return draw < freeRiderShare + triangleShare + otherShare ? .other : .conditionalCooperator
  }
}
