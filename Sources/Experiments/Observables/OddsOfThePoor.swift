internal import CoCreation

extension Observable {
  /// How much less likely those with few resources take part.
  static let oddsOfThePoor = Observable(
    "odds_of_the_poor", "1",
    "Odds that a resource-poor external actor ever takes part, over the odds of the others of kinds "
      + "that have strata, with a half added to each of the four counts (Haldane 1956), so that a "
      + "run in which nobody took part has odds as well. Take its geometric mean. Missing without "
      + "co-creation, or without one of the strata."
  ) { run, _ in
    guard run.isCocreated else { return nil }
    func odds(poor: Bool) -> Double? {
      let actors = run.end.actors.indices.filter { index in
        let actor = run.end.actors[index]
        return actor.isExternal && actor.isPoor == poor
          && run.configuration.kinds[actor.kind].hasStrata
      }
      let joined = actors.count(where: run.everTookPart)
      guard !actors.isEmpty else { return nil }
      return (Double(joined) + 0.5) / (Double(actors.count - joined) + 0.5)
    }
    guard let poor = odds(poor: true), let others = odds(poor: false) else { return nil }
    return poor / others
  }
}
