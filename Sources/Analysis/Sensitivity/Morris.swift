internal import GSL

/// The elementary effects of factors (Morris 1991; Campolongo, Cariboni & Saltelli 2007).
///
/// A step of a trajectory changes one factor by Δ = levels / (2 (levels - 1)) of its range; its
/// elementary effect is the change of the response / ± Δ.
public struct Morris: Equatable, Sendable {
  /// What is found of a factor.
  public struct Effect: Equatable, Sendable {
    /// The factor's path.
    public let factor: String
    /// The mean of its elementary effects, in the response's unit for the whole range.
    public let mu: Double
    /// The mean of their magnitudes: how much the factor matters.
    public let muStar: Double
    /// Their standard deviation: how much it interacts, or bends.
    public let sigma: Double
    /// Half the width of the 95 % bootstrap interval of ``muStar``.
    public let muStarConfidence: Double
  }

  /// The effects, in the order of factors.
  public let effects: [Effect]
  /// The levels of the grid that the steps were taken for.
  public let levels: Int

  /// Works out effects.
  ///
  /// - Parameters:
  ///   - design: Trajectories; `nil` is the answer for another sample.
  ///   - responses: The response at each point.
  ///   - levels: The levels of the grid; the most values that a factor has if not given.
  public init?(_ design: DesignPoints, responses: [Double], levels: Int? = nil) {
    guard case .morris(let trajectories) = design.sampling, responses.count == design.values.count
    else { return nil }
    let grid = levels ?? Self.levels(design)
    guard grid > 1 else { return nil }
    self.levels = grid
    let delta = Double(grid) / (2 * Double(grid - 1))
    let block = design.factors.count + 1
    var found = design.factors.map { _ in [Double]() }
    for start in stride(from: 0, to: trajectories * block, by: block) {
      for step in 1..<block {
        let point = start + step
        // Where rounding hid the step there is no effect to see.
        guard let factor = design.changed(at: point).first else { continue }
        let change = responses[point] - responses[point - 1]
        let isUp = design.values[point][factor] > design.values[point - 1][factor]
        found[factor].append((isUp ? change : -change) / delta)
      }
    }
    effects = zip(design.factors, found).map { factor, values in
      let magnitudes = values.map(abs)
      return Effect(
        factor: factor, mu: Statistics.mean(values) ?? .nan,
        muStar: Statistics.mean(magnitudes) ?? .nan,
        sigma: Statistics.standardDeviation(values) ?? .nan,
        muStarConfidence: Bootstrap.halfWidths(of: values.count) { places in
          [Statistics.mean(places.map { magnitudes[$0] }) ?? .nan]
        }[0])
    }
  }

  /// The grid's levels, as far as the points show them; even, as a grid's are.
  private static func levels(_ design: DesignPoints) -> Int {
    let most =
      design.factors.indices.map { factor in Set(design.values.map { $0[factor] }).count }
      .max() ?? 0
    return most + most % 2
  }
}
