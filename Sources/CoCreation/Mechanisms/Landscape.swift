internal import Glibc
package import GSL

/// An NK landscape (Kauffman 1993) over all designs, and what each choice does to the cost.
package struct Landscape: Sendable {
  package private(set) var choices = 0
  /// Technical quality of each design, from 0 (the worst there is) to 1 (the best).
  package private(set) var quality: [Double] = []
  /// What deviating from the status quo in a choice adds to the logarithm of the unit cost.
  package private(set) var costEffect: [Double] = []
  /// The design before co-creation.
  package var statusQuo: UInt32 = 0

  package init() {}

  /// Makes a landscape from the contribution tables of its choices.
  ///
  /// - Parameters:
  ///   - neighbours: For each choice, the other choices its contribution depends on.
  ///   - tables: For each choice, the contribution of each setting of itself (lowest bit) and its
  ///     neighbours.
  ///   - costEffect: For each choice, its effect on the logarithm of the unit cost.
  package init(neighbours: [[Int]], tables: [[Double]], costEffect: [Double]) {
    choices = neighbours.count
    self.costEffect = costEffect
    quality = Self.normalised(Self.contributions(neighbours: neighbours, tables: tables))
  }

  /// Mean contribution of the choices, for each design.
  package static func contributions(neighbours: [[Int]], tables: [[Double]]) -> [Double] {
    let choices = neighbours.count
    var sums = [Double](repeating: 0, count: 1 << choices)
    let middle = choices / 2
    for choice in 0..<choices {
      // The index into the table is made of what the lower and the upper bits of a design set.
      let lower = settings(of: 0..<middle, for: choice, neighbours[choice])
      let upper = settings(of: middle..<choices, for: choice, neighbours[choice])
      let table = tables[choice]
      var design = 0
      for high in upper {
        for low in lower {
          sums[design] += table[high | low]
          design += 1
        }
      }
    }
    return sums.map { $0 / Double(choices) }
  }

  /// For each combination of some bits of a design, the bits of a choice's table index they set.
  private static func settings(
    of bits: Range<Int>, for choice: Int, _ neighbours: [Int]
  ) -> [Int] {
    var settings = [0]
    settings.reserveCapacity(1 << bits.count)
    for bit in bits {
      let input = bit == choice ? 0 : neighbours.firstIndex(of: bit).map { $0 + 1 }
      let mask = input.map { 1 << $0 } ?? 0
      for index in settings.indices { settings.append(settings[index] | mask) }
    }
    return settings
  }

  private static func normalised(_ values: [Double]) -> [Double] {
    guard let low = values.min(), let high = values.max(), high > low else {
      return values.map { _ in 1 }
    }
    return values.map { ($0 - low) / (high - low) }
  }

  /// Draws who depends on whom, and the contributions, uniform on [0, 1).
  package static func tables(
    choices: Int, ruggedness: Int, neighbourStream: RandomStream, tableStream: RandomStream,
    _ random: inout RandomSource
  ) -> (neighbours: [[Int]], tables: [[Double]]) {
    var neighbours: [[Int]] = []
    var tables: [[Double]] = []
    for choice in 0..<choices {
      random.place(neighbourStream, item: UInt32(choice))
      var others = (0..<choices).filter { $0 != choice }
      for slot in 0..<ruggedness {
        others.swapAt(slot, slot + random.integer(below: others.count - slot))
      }
      neighbours.append(Array(others[..<ruggedness]))
      random.place(tableStream, item: UInt32(choice))
      tables.append((0..<1 << (ruggedness + 1)).map { _ in random.uniform() })
    }
    return (neighbours, tables)
  }

  package func quality(of design: UInt32) -> Double { quality[Int(design)] }

  /// The logarithm of the unit cost relative to the status quo's.
  package func logCost(of design: UInt32) -> Double {
    var changed = design ^ statusQuo
    var sum = 0.0
    while changed != 0 {
      sum += costEffect[changed.trailingZeroBitCount]
      changed &= changed - 1
    }
    return sum
  }

  /// Share of choices in which two designs differ.
  package func distance(_ a: UInt32, _ b: UInt32) -> Double {
    Double((a ^ b).nonzeroBitCount) / Double(choices)
  }
}

/// Builds the task's landscape and finds the status quo on it.
struct BuildLandscape: TaskPhase {
  func run(
    _ task: inout TaskState, _ actors: inout [Actor], _ world: inout World, round: Int,
    _ random: inout RandomSource
  ) {
    let parameters = task.parameters.landscape
    let choices = Int(parameters.choices)
    let (neighbours, tables) = Landscape.tables(
      choices: choices, ruggedness: Int(parameters.ruggedness),
      neighbourStream: task.contextStream(.landscapeNeighbours),
      tableStream: task.contextStream(.landscapeTable), &random)
    let costs = task.contextStream(.choiceCost)
    let costEffect = (0..<choices).map { choice in
      random.place(costs, item: UInt32(choice))
      return random.gaussian(sigma: parameters.costSpread)
    }
    task.landscape = Landscape(neighbours: neighbours, tables: tables, costEffect: costEffect)
    task.landscape.statusQuo = Self.statusQuo(
      of: task.landscape, trials: Int(parameters.legacyTrials),
      task.contextStream(.statusQuo), &random)
  }

  /// A random design, improved by single changes where a trial finds one.
  private static func statusQuo(
    of landscape: Landscape, trials: Int, _ stream: RandomStream, _ random: inout RandomSource
  ) -> UInt32 {
    random.place(stream, item: 0)
    var design = UInt32(random.integer(below: 1 << landscape.choices))
    for _ in 0..<trials {
      let trial = design ^ 1 << UInt32(random.integer(below: landscape.choices))
      if landscape.quality(of: trial) > landscape.quality(of: design) { design = trial }
    }
    return design
  }
}
