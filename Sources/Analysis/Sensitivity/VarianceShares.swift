internal import GSL

/// Whose the variance of a run is: the parameters that a design varies, or the seed.
///
/// The same replicate starts from the same random numbers at every point (but what the varied factors
/// themselves draw anew, as another ruggedness draws another landscape), so that points and
/// replicates are crossed: y_pr = μ + a_p + b_r + e_pr. The components follow from the mean squares
/// of the two-way table (Searle, Casella & McCulloch 1992, chapter 4); one below 0 counts as 0.
public struct VarianceShares: Equatable, Sendable {
  /// The share of the design point: what the varied parameters do whatever the seed, a_p.
  public let parameters: Double
  /// The share of the replicate: the municipality and the luck whatever the parameters, b_r.
  public let seed: Double
  /// The share of what is particular to a point and a replicate, e_pr: chance that the same random
  /// numbers do not share.
  public let interplay: Double
  /// The points.
  public let points: Int
  /// The replicates that every point has.
  public let replicates: Int

  /// The share of chance in the variance of the points' means, over r replicates: e / r against a + e / r.
  ///
  /// What all points share, b, does not set them apart. Where it is high, indices of the means are
  /// indices of chance.
  public var chance: Double {
    let rest = interplay / Double(replicates)
    return rest > 0 ? rest / (parameters + rest) : 0
  }

  /// Tells the shares apart; `nil` with fewer than two points or replicates, or without variance.
  ///
  /// - Parameter rows: For each point the response of each replicate, as many at each.
  public init?(_ rows: [[Double]]) {
    guard rows.count > 1, let width = rows.first?.count, width > 1 else { return nil }
    let (points, replicates) = (Double(rows.count), Double(width))
    let pointMeans = rows.compactMap { Statistics.mean($0) }
    let replicateMeans = (0..<width).compactMap { replicate in
      Statistics.mean(rows.map { $0[replicate] })
    }
    guard let mean = Statistics.mean(pointMeans) else { return nil }
    func squares(_ values: [Double]) -> Double {
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    var rest = 0.0
    for (row, own) in zip(rows, pointMeans) {
      for (value, other) in zip(row, replicateMeans) {
        let left = value - own - other + mean
        rest += left * left
      }
    }
    let error = rest / ((points - 1) * (replicates - 1))
    let ofPoints = max(0, squares(pointMeans) / (points - 1) - error / replicates)
    let ofReplicates = max(0, squares(replicateMeans) / (replicates - 1) - error / points)
    let total = ofPoints + ofReplicates + error
    guard total > 0 else { return nil }
    parameters = ofPoints / total
    seed = ofReplicates / total
    interplay = error / total
    self.points = rows.count
    self.replicates = width
  }
}
