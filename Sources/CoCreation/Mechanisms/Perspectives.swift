internal import GSL

/// What actors understand of the task, how they search it and how they see it, at equal ability
/// (Hong & Page 2004).
struct FormPerspectives: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let choices = task.choices
    let diversity = task.parameters.perspective.diversity
    let population = task.parameters.population
    let understanding = task.contextStream(.understanding)
    let searchOrder = task.contextStream(.searchOrder)
    let perspective = task.contextStream(.perspective)
    let trust = task.contextStream(.trust)
    let belief = task.contextStream(.belief)
    for index in actors.indices {
      let actor = actors[index]
      var member = task.members[index]
      random.place(understanding, item: actor.id)
      for choice in 0..<choices where random.bernoulli(0.25 + 0.75 * actor.knowledge) {
        member.understands |= 1 << UInt32(choice)
      }
      random.place(searchOrder, item: actor.id)
      member.searchOrder = Self.searchOrder(choices, reshuffled: diversity, &random)
      random.place(perspective, item: actor.id)
      member.perspective = random.bernoulli(diversity) ? actor.id : 0
      random.place(trust, item: actor.id)
      member.initialTrust = random.draw(world.kinds[actor.kind].trust)
      member.trust = member.initialTrust
      random.place(belief, item: actor.id)
      let believed = population.beliefMean + population.beliefDeviation * random.gaussian()
      member.belief = min(20, max(0, believed))
      task.members[index] = member
    }
  }

  /// The common order of choices with a share of its positions reshuffled, four bits a choice.
  private static func searchOrder(
    _ choices: Int, reshuffled share: Double, _ random: inout RandomSource
  ) -> UInt64 {
    var order = InlineArray<16, Int> { $0 }
    var moved = InlineArray<16, Int>(repeating: 0)
    var count = 0
    for position in 0..<choices where random.uniform() < share {
      moved[count] = position
      count += 1
    }
    for slot in 0..<max(0, count - 1) {
      order.swapAt(moved[slot], moved[slot + random.integer(below: count - slot)])
    }
    return (0..<choices).reduce(0) { $0 | UInt64(order[$1]) << UInt64(4 * $1) }
  }
}

extension TaskState {
  /// The lasting error of a perspective about a design.
  ///
  /// Gaussian with standard deviation `perspective_error` · √(K / (N − 1)): on a smooth task all
  /// see the same.
  func perspectiveError(
    _ perspective: UInt32, design: UInt32, _ random: inout RandomSource
  ) -> Double {
    let landscape = parameters.landscape
    let sigma =
      parameters.perspective.error
      * (landscape.ruggedness / (landscape.choices - 1)).squareRoot()
    guard sigma > 0 else { return 0 }
    random.place(contextStream(.perspectiveError, round: Int(design)), item: perspective)
    return random.gaussian(sigma: sigma)
  }

  /// Brings what members remember of the current design up to date.
  mutating func seeDesign(_ random: inout RandomSource) {
    let common = perspectiveError(0, design: design, &random)
    for index in members.indices {
      let view = members[index].perspective
      members[index].perspectiveError =
        view == 0 ? common : perspectiveError(view, design: design, &random)
      members[index].fit = fit(of: design, member: index)
    }
  }
}
