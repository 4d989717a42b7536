internal import GSL

/// Public actors form their view of the task; external ones when they come into view.
struct FormPerspectives: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    for index in world.involved { task.know(index, &actors[index], world, &turn) }
  }
}

extension TaskState {
  /// Draws an actor's disposition to trust the process.
  @inline(__always)
  mutating func glance(at index: Int, _ actor: Actor, _ world: World, _ turn: inout Turn) {
    guard members[index].acquaintance < .glance else { return }
    members[index].initialTrust = turn.draw(contextStream(.trust), actor.id) {
      $0.draw(world.kinds[actor.kind].trust)
    }
    members[index].acquaintance = .glance
  }

  /// Draws what an actor wants of the task, what it understands of it, how it searches it and how it
  /// sees it, at equal ability (Hong & Page 2004), as far as that is not drawn yet.
  mutating func know(_ index: Int, _ actor: inout Actor, _ world: World, _ turn: inout Turn) {
    guard members[index].acquaintance < .full else { return }
    world.population.meet(&actor, &turn)
    glance(at: index, actor, world, &turn)
    formPreferences(of: index, actor, world.kinds[actor.kind], &turn)

    var member = members[index]
    let diversity = parameters.perspective.diversity
    let population = parameters.population
    let (choices, knowledge, id) = (choices, actor.knowledge, actor.id)
    turn.draw(contextStream(.understanding), id) { random in
      for choice in 0..<choices where random.bernoulli(0.25 + 0.75 * knowledge) {
        member.understands.insert(choice)
      }
    }
    member.searchOrder = turn.draw(contextStream(.searchOrder), id) {
      Self.searchOrder(choices, reshuffled: diversity, &$0)
    }
    let isOwn = turn.draw(contextStream(.perspective), id) { $0.bernoulli(diversity) }
    member.perspective = isOwn ? id : 0
    member.trust = unitClamped(member.initialTrust + (actor.isExternal ? reputation.shift : 0))
    let believed = turn.draw(contextStream(.belief), id) {
      population.beliefMean + population.beliefDeviation * $0.gaussian()
    }
    member.belief = min(20, max(0, believed))
    if actor.isExternal {
      member.generosity = turn.draw(contextStream(.generosity), id) { $0.gaussian() }
    }
    member.acquaintance = .full
    members[index] = member
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

  /// The lasting error of a perspective about a design.
  ///
  /// Gaussian with standard deviation `perspective_error` · √(K / (N − 1)): on a smooth task all
  /// see the same.
  func perspectiveError(
    _ perspective: UInt32, design: ChoiceSet, _ turn: inout Turn
  ) -> Double {
    let landscape = parameters.landscape
    let sigma =
      parameters.perspective.error
      * (landscape.ruggedness / (landscape.choices - 1)).squareRoot()
    guard sigma > 0 else { return 0 }
    return turn.draw(contextStream(.perspectiveError, round: design.index), perspective) {
      $0.gaussian(sigma: sigma)
    }
  }

  /// Brings what the involved remember of the current design up to date.
  mutating func seeDesign(_ world: World, _ turn: inout Turn) {
    let common = perspectiveError(0, design: design, &turn)
    for index in world.involved where members[index].acquaintance == .full {
      see(index, common: common, &turn)
    }
  }

  /// Brings what one member remembers of the current design up to date.
  mutating func see(_ index: Int, common: Double? = nil, _ turn: inout Turn) {
    let view = members[index].perspective
    members[index].perspectiveError =
      view == 0 && common != nil ? common ?? 0 : perspectiveError(view, design: design, &turn)
    members[index].fit = fit(of: design, member: index)
  }
}

extension SimulationState {
  /// Draws all that is not drawn yet of every actor.
  mutating func meetEveryone(_ turn: inout Turn) {
    for index in actors.indices {
      world.population.meet(&actors[index], &turn)
      for task in tasks.indices
      where actors[index].isExternal && !tasks[task].members[index].everParticipated {
        tasks[task].know(index, &actors[index], world, &turn)
        tasks[task].see(index, &turn)
        tasks[task].meetAgain(index, actors[index], &turn)
      }
    }
  }
}
