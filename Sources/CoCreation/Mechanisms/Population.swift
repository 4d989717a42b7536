package import GSL

/// Makes the actors: one key per attribute and actor, so that an actor is the same whoever else is
/// there.
package func makePopulation(
  _ configuration: ModelConfiguration, key: RunKey, _ random: inout RandomSource
) -> [Actor] {
  let population = configuration.parameters.population
  // Attributes belong to the municipality, not to a task: the stream of task 0.
  let run = key.contextKey(task: 0)
  func stream(_ mechanism: Mechanism) -> RandomStream {
    RandomSource.stream(run: run, mechanism: mechanism.rawValue, round: 0)
  }
  let stratum = stream(.stratum)
  let socialType = stream(.socialType)
  let motives = stream(.motives)
  let attributes: [(stream: RandomStream, path: WritableKeyPath<Actor, Double>)] = [
    (stream(.hours), \.hours), (stream(.authority), \.authority),
    (stream(.legitimacy), \.legitimacy), (stream(.knowledge), \.knowledge),
  ]

  var actors: [Actor] = []
  actors.reserveCapacity(configuration.kinds.reduce(0) { $0 + $1.count })
  // Public actors first: participants are kept in this order.
  for side in Side.allCases {
    for (index, kind) in configuration.kinds.enumerated() where kind.side == side {
      let distributions = [kind.hours, kind.authority, kind.legitimacy, kind.knowledge]
      for number in 0..<kind.count {
        var actor = Actor(
          id: Actor.id(kind: index, number: number), kind: index,
          isExternal: side == .external)
        for (attribute, distribution) in zip(attributes, distributions) {
          random.place(attribute.stream, item: actor.id)
          actor[keyPath: attribute.path] = random.draw(distribution)
        }
        actor.initialLegitimacy = actor.legitimacy
        random.place(stratum, item: actor.id)
        actor.isPoor = kind.hasStrata && random.bernoulli(population.poorShare)
        if kind.hasStrata { actor.hours *= population.resourceFactor(poor: actor.isPoor) }
        random.place(socialType, item: actor.id)
        actor.socialType = population.socialType(at: random.uniform())
        random.place(motives, item: actor.id)
        let shares = random.dirichlet([
          kind.motives.saving, kind.motives.quality, kind.motives.need,
        ])
        (actor.saving, actor.quality, actor.need) = (shares[0], shares[1], shares[2])
        actors.append(actor)
      }
    }
  }
  dealAuthority(&actors, share: population.authorityLot, stream(.authorityLot), &random)
  return actors
}

/// Deals the authority of a share of the actors out anew among them.
private func dealAuthority(
  _ actors: inout [Actor], share: Double, _ stream: RandomStream, _ random: inout RandomSource
) {
  guard share > 0 else { return }
  var lots: [(index: Int, lot: Double)] = []
  for index in actors.indices {
    random.place(stream, item: actors[index].id)
    if random.uniform() < share { lots.append((index, random.uniform())) }
  }
  let authority = lots.map { actors[$0.index].authority }
  for (slot, lot) in lots.sorted(by: { ($0.lot, $0.index) < ($1.lot, $1.index) }).enumerated() {
    actors[lot.index].authority = authority[slot]
  }
}

extension PopulationParameters {
  /// Resources of a stratum relative to the kind's mean, which stays what it is unless all are poor.
  func resourceFactor(poor: Bool) -> Double {
    if poor { return 1 - resourceGap }
    return poorShare < 1 ? 1 + resourceGap * poorShare / (1 - poorShare) : 1
  }

  func socialType(at draw: Double) -> SocialType {
    if draw < freeRiderShare { return .freeRider }
    if draw < freeRiderShare + triangleShare { return .triangle }
    return draw < freeRiderShare + triangleShare + otherShare ? .other : .conditionalCooperator
  }
}
