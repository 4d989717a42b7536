internal import CoCreation
package import Experiments
internal import GSL

/// Results of single mechanisms, had from the model's own functions.
extension KernelCase {
  /// What the repeats gave; a single value where the measure is one of the whole sample.
  ///
  /// - Parameter threads: How many repeats are made at the same time.
  /// - Throws: ``GSLError``
  /// - Returns: A value for each repeat that has one.
  package func values(threads: Int) async throws -> [Double] {
    if case .distribution(let distribution, measure: .fit) = kernel {
      var turn = Turn()
      return [try fit(of: distribution, &turn)]
    }
    let size = max(1, repeats / (4 * threads))
    let ranges = stride(from: 0, to: repeats, by: size).map { $0..<min(repeats, $0 + size) }
    return try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
      for range in ranges {
        group.addTask {
          var turn = Turn()
          let values = range.compactMap { value($0, &turn) }
          if let error = takeGSLError() { throw error }
          return (range.lowerBound, values)
        }
      }
      var parts: [Int: [Double]] = [:]
      for try await (start, values) in group { parts[start] = values }
      return parts.sorted { $0.key < $1.key }.flatMap(\.value)
    }
  }

  /// A case's stream; mechanism 0 is none of the model's.
  private func stream(_ number: Int, step: Int = 0) -> RandomStream {
    RandomSource.stream(
      run: RandomSource.runKey(seed), mechanism: 0, round: number, step: step)
  }

  private func value(_ number: Int, _ turn: inout Turn) -> Double? {
    switch kernel {
    case .boundedConfidence(let actors, let bound, let convergence):
      turn.random.place(stream(number), item: 0)
      var opinions = Opinions(actors: actors, &turn.random)
      return opinions.clusters(bound: bound, convergence: convergence, &turn.random)
        .map { Double($0.count { 20 * $0 >= actors }) }
    case .landscape(let choices, let ruggedness, let measure):
      let (neighbours, tables) = Landscape.tables(
        choices: choices, ruggedness: ruggedness, neighbourStream: stream(number),
        tableStream: stream(number, step: 1), &turn)
      let values = Landscape.contributions(neighbours: neighbours, tables: tables)
      return switch measure {
      case .globalMaximum: values.max()
      case .localOptima: Double(Self.localOptima(values, choices: choices))
      }
    case .gini(let distribution, let size):
      let sample = (0..<size).map { item in
        turn.random.place(stream(number), item: UInt32(item))
        return turn.random.draw(distribution)
      }
      return Inequality.gini(sample)
    case .weightedVoting(let weights, let competence, let threshold):
      turn.random.place(stream(number), item: 0)
      let support = weights.reduce(0) { turn.random.bernoulli(competence) ? $0 + $1 : $0 }
      return Decide.adopts(support: support, threshold: threshold) ? 1 : 0
    case .distribution(let distribution, let measure):
      let value = draw(distribution, number, &turn)
      guard measure == .variance else { return value }
      return (value - distribution.mean) * (value - distribution.mean)
    }
  }

  /// Draws as a run does: anew at an address for every actor in every month.
  private func draw(_ distribution: Distribution, _ number: Int, _ turn: inout Turn)
    -> Double
  {
    turn.random.place(stream(number / 100), item: UInt32(number % 100))
    return turn.random.draw(distribution)
  }

  private func fit(of distribution: Distribution, _ turn: inout Turn) throws -> Double {
    let sample = (0..<repeats).map { draw(distribution, $0, &turn) }
    if let error = takeGSLError() { throw error }
    let fit = GoodnessOfFit(sample: sample)
    return switch distribution.family {
    case .constant(let value): sample.allSatisfy { $0 == value } ? 1 : 0
    case .poisson, .bernoulli, .binomial: try fit.chiSquare(distribution.cumulative)
    default: fit.kolmogorovSmirnov(distribution.cumulative)
    }
  }

  /// The number of designs that no change of a single choice improves.
  private static func localOptima(_ values: [Double], choices: Int) -> Int {
    values.indices.count { design in
      (0..<choices).allSatisfy { values[design ^ 1 << $0] < values[design] }
    }
  }
}

/// Opinions that meet in random pairs.
private struct Opinions {
  private var opinions: [Double]

  init(actors: Int, _ random: inout RandomSource) {
    opinions = (0..<actors).map { _ in random.uniform() }
  }

  /// Lets pairs meet until clusters no longer listen to each other.
  ///
  /// - Returns: The sizes of the clusters; `nil` if two thousand meetings an actor do not suffice.
  mutating func clusters(
    bound: Double, convergence: Double, _ random: inout RandomSource
  ) -> [Int]? {
    let actors = opinions.count
    for _ in 0..<400 {
      for _ in 0..<5 * actors {
        let first = random.integer(below: actors)
        let second = random.integer(below: actors - 1)
        var (a, b) = (opinions[first], opinions[second < first ? second : second + 1])
        Deliberate.meet(&a, &b, confidence: bound, convergence: convergence)
        opinions[first] = a
        opinions[second < first ? second : second + 1] = b
      }
      let sorted = opinions.sorted()
      let gaps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
      let ends = gaps.indices.filter { gaps[$0] >= bound } + [actors - 1]
      let starts = [0] + ends.dropLast().map { $0 + 1 }
      // Whoever is left within the bound of all others of its cluster will join them.
      guard zip(starts, ends).allSatisfy({ sorted[$1] - sorted[$0] < bound }) else { continue }
      return zip(starts, ends).map { $1 - $0 + 1 }
    }
    return nil
  }
}
