internal import GSL

/// What actors want: preferences for each choice, around the needs of those affected or around a
/// culture of their own.
struct FormNeeds: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    let choices = task.choices
    task.needs.profile = Self.profile(task.contextStream(.needs), item: 0, choices, &turn)
    let gap = task.parameters.population.needGap
    task.needs.shifts = turn.draw(task.contextStream(.needShift), 0) { random in
      (0..<choices).map { _ in random.gaussian(sigma: gap) }
    }
    // One culture of the public side, one of civil society.
    task.needs.cultures = Side.allCases.indices.map {
      Self.profile(task.contextStream(.culture), item: UInt32($0), choices, &turn)
    }
    task.preferences = [Double](repeating: 0, count: actors.count * choices)
    task.countAffected(actors, world)
  }

  /// The mean wish for each choice.
  private static func profile(
    _ stream: RandomStream, item: UInt32, _ choices: Int, _ turn: inout Turn
  ) -> [Double] {
    turn.draw(stream, item) { random in (0..<choices).map { _ in random.beta(1.5, 1.5) } }
  }
}

extension TaskState {
  /// Counts those affected by kind and stratum, and adds up what they want on average.
  mutating func countAffected(_ actors: [Actor], _ world: World) {
    needs.groups = []
    needs.affectedSum = [Double](repeating: 0, count: choices)
    for (index, kind) in world.kinds.enumerated() where kind.isAffected {
      var counts = [0, 0]
      for actor in world.population.indices[index] where members[actor].isAffected {
        counts[actors[actor].isPoor ? 1 : 0] += 1
      }
      for (stratum, count) in counts.enumerated() where count > 0 {
        let means = (0..<choices).map {
          needs.mean(of: $0, kind: kind, isPoor: stratum == 1, isAffected: true)
        }
        needs.groups.append(
          Needs.Group(kind: index, isPoor: stratum == 1, count: count, means: means))
        for choice in 0..<choices { needs.affectedSum[choice] += Double(count) * means[choice] }
      }
    }
    needs.affectedCount = needs.groups.reduce(0) { $0 + $1.count }
  }

  /// Draws an actor's preferences.
  mutating func formPreferences(
    of index: Int, _ actor: Actor, _ kind: ActorKind, _ turn: inout Turn
  ) {
    let concentration = parameters.population.needConcentration
    let isAffected = members[index].isAffected
    turn.draw(contextStream(.preferences), actor.id) { random in
      for choice in 0..<choices {
        let mean = needs.mean(of: choice, kind: kind, isPoor: actor.isPoor, isAffected: isAffected)
        preferences[index * choices + choice] =
          random.beta(mean * concentration, (1 - mean) * concentration)
      }
    }
  }
}
