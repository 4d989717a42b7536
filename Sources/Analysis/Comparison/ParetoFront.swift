internal import GSL

/// Which strategies are undominated: none other is at least as good on every response and better on
/// one.
public struct ParetoFront: Equatable, Sendable {
  /// A strategy's place on the front.
  public struct Member: Equatable, Sendable {
    /// The strategy.
    public let strategy: String
    /// Whether its means, over all design points, are undominated.
    public let isUndominated: Bool
    /// The share of the design points at which its means are.
    public let shareOfPoints: Double
    /// How often its means are in samples of contexts drawn with replacement (bootstrap).
    public let probability: Double
  }

  /// The strategies that have a value of every response, in the order of the table.
  public let members: [Member]
  /// The strategies that lack a value of some response in all runs, and so have no place.
  public let without: [String]

  /// How often contexts are drawn anew.
  public static let resamples = 1000
  /// Contexts are drawn in at most so many groups.
  private static let mostGroups = 400

  /// Finds the front.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - responses: What is traded off.
  public init(_ table: RunTable, _ responses: [Response]) {
    let samples = table.strategies.indices.map { strategy in
      responses.map { table.sample(in: $0.column, strategy, at: nil) }
    }
    let present = samples.indices.filter { samples[$0].allSatisfy { !$0.present.isEmpty } }
    var shares = [Int](repeating: 0, count: present.count)
    for point in table.points {
      let means = present.map { strategy in
        responses.map { response -> Double in
          let sample = table.sample(in: response.column, strategy, at: point)
          return Statistics.mean(sample.contextMeans).map(response.oriented) ?? .nan
        }
      }
      for (index, isFree) in Self.undominated(means).enumerated() where isFree {
        shares[index] += 1
      }
    }
    without = samples.indices.filter { !present.contains($0) }.map { table.strategies[$0] }
    let groups = ContextGroups(samples.joined().flatMap(\.contexts))
    let sums = present.map { strategy in
      zip(samples[strategy], responses).map { GroupSums($0, $1, groups) }
    }
    let probabilities = Self.probabilities(sums, groups.count)
    let means = sums.map { $0.map(\.mean) }
    let free = Self.undominated(means)
    members = present.enumerated().map { index, place in
      Member(
        strategy: table.strategies[place], isUndominated: free[index],
        shareOfPoints: Double(shares[index]) / Double(max(1, table.points.count)),
        probability: probabilities[index])
    }
  }

  /// Which of some rows no other row dominates; a row that lacks a number is dominated.
  ///
  /// - Parameter rows: Numbers of each row, more being better.
  /// - Returns: Whether each is undominated.
  public static func undominated(_ rows: [[Double]]) -> [Bool] {
    rows.map { row in
      !row.contains(where: \.isNaN)
        && !rows.contains { other in
          zip(other, row).allSatisfy { $0 >= $1 } && zip(other, row).contains { $0 > $1 }
        }
    }
  }

  private static func probabilities(_ sums: [[GroupSums]], _ groups: Int) -> [Double] {
    var random = RandomSource()
    let stream = RandomSource.stream(
      run: RandomSource.runKey(0x70_6172_6574_6f), mechanism: 0, round: 0)  // "pareto"
    var counts = [Double](repeating: 0, count: sums.count)
    for resample in 0..<resamples {
      random.place(stream, item: UInt32(resample))
      var times = [Double](repeating: 0, count: groups)
      for _ in 0..<groups { times[random.integer(below: groups)] += 1 }
      let means = sums.map { $0.map { $0.mean(drawn: times) } }
      for (index, isFree) in undominated(means).enumerated() where isFree {
        counts[index] += 1 / Double(resamples)
      }
    }
    return counts.map { min(1, $0) }
  }

  /// Contexts in groups; the same context is in the same group for every strategy and response.
  private struct ContextGroups {
    private let places: [Int: Int]
    let count: Int

    init(_ contexts: [Int]) {
      let sorted = Set(contexts).sorted()
      count = min(mostGroups, max(1, sorted.count))
      var places: [Int: Int] = [:]
      for (place, context) in sorted.enumerated() { places[context] = place }
      self.places = places
    }

    subscript(context: Int) -> Int { places[context, default: 0] % count }
  }

  /// The sums of contexts' means by groups of contexts.
  private struct GroupSums {
    private var sums: [Double]
    private var counts: [Double]

    init(_ sample: Sample, _ response: Response, _ groups: ContextGroups) {
      sums = Array(repeating: 0, count: groups.count)
      counts = sums
      for (context, value) in sample.meansByContext {
        sums[groups[context]] += response.oriented(value)
        counts[groups[context]] += 1
      }
    }

    var mean: Double { mean(drawn: Array(repeating: 1, count: counts.count)) }

    func mean(drawn times: [Double]) -> Double {
      var (sum, count) = (0.0, 0.0)
      for group in times.indices {
        sum += times[group] * sums[group]
        count += times[group] * counts[group]
      }
      return count > 0 ? sum / count : .nan
    }
  }
}
