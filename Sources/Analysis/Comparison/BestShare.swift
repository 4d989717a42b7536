internal import GSL

/// In which share of the replicates a strategy is the best of all: its probability of being best.
public struct BestShare: Equatable, Sendable {
  /// The share of the contexts, each counting by the share of its runs; strategies that are equally
  /// good share a run.
  public let share: Double
  /// The contexts in which all strategies have a value.
  public let contexts: Int
  /// Wilson's 95 % interval, the contexts being the independent trials.
  public let interval: ClosedRange<Double>

  /// The shares of strategies over the replicates that all of them have, with a value.
  ///
  /// - Parameters:
  ///   - table: The runs.
  ///   - response: What they are compared on.
  ///   - strategies: Places of strategies in the table.
  ///   - points: Places of design points in the table.
  /// - Returns: A share for each strategy; empty where no replicate has them all.
  static func shares(
    _ table: RunTable, _ response: Response, _ strategies: [Int], points: some Sequence<Int>
  ) -> [BestShare] {
    var wins: [Int: [Double]] = [:]
    for point in points {
      table.forEachReplicate(at: point, strategies) { places in
        let values = places.map { response.oriented(response.column[$0]) }
        guard let best = values.max(), !values.contains(where: \.isNaN) else { return }
        let ties = Double(values.count { $0 == best })
        let context = table.context(at: places[0])
        var counts = wins[context] ?? Array(repeating: 0, count: strategies.count + 1)
        for (index, value) in values.enumerated() where value == best { counts[index] += 1 / ties }
        counts[strategies.count] += 1
        wins[context] = counts
      }
    }
    guard !wins.isEmpty else { return [] }
    let contexts = wins.sorted { $0.key < $1.key }.map(\.value)
    return strategies.indices.compactMap { index in
      let share =
        contexts.reduce(0) { $0 + $1[index] / $1[strategies.count] }
        / Double(contexts.count)
      let bounded = min(1, max(0, share))
      return (try? Statistics.wilsonInterval(bounded, of: contexts.count)).map {
        BestShare(share: bounded, contexts: contexts.count, interval: $0)
      }
    }
  }
}

extension RunTable {
  /// Goes through the replicates of a point that all of some strategies have run.
  func forEachReplicate(at point: Int, _ strategies: [Int], _ use: ([Int]) -> Void) {
    let ranges = strategies.map { groups[point * self.strategies.count + $0] }
    guard let first = ranges.first else { return }
    var places = ranges.map(\.lowerBound)
    for place in first {
      places[0] = place
      let wanted = replicate(at: place)
      for index in ranges.indices.dropFirst() {
        while places[index] < ranges[index].upperBound, replicate(at: places[index]) < wanted {
          places[index] += 1
        }
        guard places[index] < ranges[index].upperBound else { return }
      }
      if ranges.indices.allSatisfy({ replicate(at: places[$0]) == wanted }) { use(places) }
    }
  }
}
