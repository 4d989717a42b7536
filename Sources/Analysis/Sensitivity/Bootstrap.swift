internal import GSL

/// Samples drawn with replacement, the same for the same purpose and size.
enum Bootstrap {
  /// How often is drawn.
  static let resamples = 1000

  /// Half the width of the 95 % interval of statistics, z times their standard deviation over
  /// samples of some units.
  ///
  /// - Parameters:
  ///   - count: The number of units.
  ///   - statistics: The statistics of a sample of places of units.
  /// - Returns: A half width for each statistic; NaN where it has none.
  static func halfWidths(of count: Int, _ statistics: ([Int]) -> [Double]) -> [Double] {
    var random = RandomSource()
    let stream = RandomSource.stream(
      run: RandomSource.runKey(0x62_6f_6f_74), mechanism: 0, round: 0)  // "boot"
    var drawn: [[Double]] = []
    for resample in 0..<resamples {
      random.place(stream, item: UInt32(resample))
      drawn.append(statistics((0..<count).map { _ in random.integer(below: count) }))
    }
    let z = (try? Statistics.normalQuantile(0.975)) ?? .nan
    return (drawn.first ?? []).indices.map { index in
      let values = drawn.map { $0[index] }.filter { !$0.isNaN }
      // A single unit, drawn again and again, says nothing of its spread.
      return count < 2 ? .nan : Statistics.standardDeviation(values).map { z * $0 } ?? .nan
    }
  }
}
