/// Quantiles of a stream of values, of which memory need not grow with it.
///
/// Values are kept, and quantiles are those of R's type 7, until ``sample(_:)``. From then on they are
/// quantiles of a random sample of the values so far (reservoir sampling, algorithm R, Vitter 1985),
/// whatever the order of the stream. The sample depends on the number of values only: of streams side
/// by side the same places are kept.
public final class RunningQuantiles {
  /// The fractions, each above 0 and below 1.
  public let fractions: [Double]
  /// The values so far.
  public private(set) var count = 0
  private var kept: [Double] = []
  private var capacity = Int.max
  private var random = RandomSource()

  /// Starts without values.
  ///
  /// - Parameter fractions: Which quantiles, each above 0 and below 1.
  public init(_ fractions: [Double]) {
    precondition(fractions.allSatisfy { $0 > 0 && $0 < 1 })
    self.fractions = fractions
    let run = RandomSource.runKey(0x73_61_6d_70_6c_65)  // "sample"
    random.place(RandomSource.stream(run: run, mechanism: 0, round: 0), item: 0)
  }

  /// Takes a value, which is finite.
  public func append(_ value: Double) {
    count += 1
    guard count > capacity else { return kept.append(value) }
    let place = random.integer(below: count)
    if place < capacity { kept[place] = value }
  }

  /// Keeps a random sample of the values from now on.
  ///
  /// - Parameter size: How many at most.
  public func sample(_ size: Int) {
    precondition(size > 0 && size < capacity)
    let values = kept
    (kept, count, capacity) = ([], 0, size)
    values.forEach(append)
  }

  /// The quantiles, in the order of ``fractions``; none without values.
  public var quantiles: [Double] {
    let sorted = kept.sorted()
    return fractions.compactMap { Statistics.quantile(sorted: sorted, $0) }
  }
}
