package import GSL

/// Builds the task's landscape and finds the status quo on it.
struct BuildLandscape: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, _ turn: inout Turn
  ) {
    let parameters = task.parameters.landscape
    let choices = Int(parameters.choices)
    let (neighbours, tables) = Landscape.tables(
      choices: choices, ruggedness: Int(parameters.ruggedness),
      neighbourStream: task.contextStream(.landscapeNeighbours),
      tableStream: task.contextStream(.landscapeTable), &turn)
    let costs = task.contextStream(.choiceCost)
    let costEffect = (0..<choices).map { choice in
      turn.draw(costs, UInt32(choice)) { $0.gaussian(sigma: parameters.costSpread) }
    }
    task.landscape = Landscape(neighbours: neighbours, tables: tables, costEffect: costEffect)
    task.landscape.statusQuo = Self.statusQuo(
      of: task.landscape, trials: Int(parameters.legacyTrials),
      task.contextStream(.statusQuo), &turn)
  }

  /// A random design, improved by single changes where a trial finds one.
  private static func statusQuo(
    of landscape: Landscape, trials: Int, _ stream: RandomStream, _ turn: inout Turn
  ) -> ChoiceSet {
    turn.draw(stream, 0) { random in
      var design = ChoiceSet(bits: UInt32(random.integer(below: 1 << landscape.choices)))
      for _ in 0..<trials {
        var trial = design
        trial ^= ChoiceSet(bits: 1 << UInt32(random.integer(below: landscape.choices)))
        if landscape.quality(of: trial) > landscape.quality(of: design) { design = trial }
      }
      return design
    }
  }
}

extension Landscape {
  /// Draws who depends on whom, and the contributions, uniform on [0, 1).
  package static func tables(
    choices: Int, ruggedness: Int, neighbourStream: RandomStream, tableStream: RandomStream,
    _ turn: inout Turn
  ) -> (neighbours: [[Int]], tables: [[Double]]) {
    var neighbours: [[Int]] = []
    var tables: [[Double]] = []
    for choice in 0..<choices {
      let item = UInt32(choice)
      var others = (0..<choices).filter { $0 != choice }
      turn.draw(neighbourStream, item) { random in
        for slot in 0..<ruggedness {
          others.swapAt(slot, slot + random.integer(below: others.count - slot))
        }
      }
      neighbours.append(Array(others[..<ruggedness]))
      tables.append(
        turn.draw(tableStream, item) { random in
          (0..<1 << (ruggedness + 1)).map { _ in random.uniform() }
        })
    }
    return (neighbours, tables)
  }
}
