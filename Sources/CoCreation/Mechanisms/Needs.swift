internal import GSL

/// What actors want: preferences for each choice, around the needs of those affected or around a
/// culture of their own.
struct FormNeeds: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let population = task.parameters.population
    let choices = task.choices
    let needs = Self.profile(task.contextStream(.needs), item: 0, choices, &random)
    random.place(task.contextStream(.needShift), item: 0)
    let shifts = (0..<choices).map { _ in random.gaussian(sigma: population.needGap) }
    // One culture of the public side, one of civil society.
    let cultures = Side.allCases.indices.map {
      Self.profile(task.contextStream(.culture), item: UInt32($0), choices, &random)
    }

    task.preferences = [Double](repeating: 0, count: actors.count * choices)
    task.affectedNeed = [Double](repeating: 0, count: choices)
    let preferences = task.contextStream(.preferences)
    for index in actors.indices {
      let actor = actors[index]
      let concentration = population.needConcentration
      let culture = cultures[actor.isExternal ? 1 : 0]
      let kind = world.kinds[actor.kind]
      let weight = kind.cultureWeight
      random.place(preferences, item: actor.id)
      for choice in 0..<choices {
        let shift = actor.isPoor ? shifts[choice] : -shifts[choice]
        let need = needs[choice] + (task.members[index].isAffected && kind.hasStrata ? shift : 0)
        let mean = min(0.98, max(0.02, (1 - weight) * need + weight * culture[choice]))
        let preference = random.beta(mean * concentration, (1 - mean) * concentration)
        task.preferences[index * choices + choice] = preference
        if task.members[index].isAffected { task.affectedNeed[choice] += preference }
      }
      if task.members[index].isAffected { task.affectedCount += 1 }
    }
  }

  /// The mean wish for each choice.
  private static func profile(
    _ stream: RandomStream, item: UInt32, _ choices: Int, _ random: inout RandomSource
  ) -> [Double] {
    random.place(stream, item: item)
    return (0..<choices).map { _ in random.beta(1.5, 1.5) }
  }
}

extension TaskState {
  /// Fit of a design with an actor's preferences: one minus their mean distance.
  func fit(of design: UInt32, member: Int) -> Double {
    var distance = 0.0
    for choice in 0..<choices {
      let preference = preferences[member * choices + choice]
      distance += design >> UInt32(choice) & 1 == 1 ? 1 - preference : preference
    }
    return unitClamped(1 - distance / Double(choices))
  }

  /// What changing some choices of the current design adds to an actor's fit.
  @inline(__always)
  func fitGain(of flips: UInt32, member: Int) -> Double {
    var gain = 0.0
    var rest = flips
    while rest != 0 {
      let choice = rest.trailingZeroBitCount
      let wish = 2 * preferences[member * choices + choice] - 1
      gain += design >> UInt32(choice) & 1 == 1 ? -wish : wish
      rest &= rest - 1
    }
    return gain / Double(choices)
  }

  /// Fit of a design with the mean needs of some actors, between the worst (0) and the best (1)
  /// that any design could reach.
  static func relevance(of design: UInt32, needs: [Double], count: Int) -> Double {
    var (value, worst, best) = (0.0, 0.0, 0.0)
    for (choice, sum) in needs.enumerated() {
      let wish = sum / Double(max(1, count))
      value += design >> UInt32(choice) & 1 == 1 ? wish : 1 - wish
      worst += min(wish, 1 - wish)
      best += max(wish, 1 - wish)
    }
    return best > worst ? unitClamped((value - worst) / (best - worst)) : 1
  }
}
