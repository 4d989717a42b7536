internal import GSL

/// Sobol' indices: the shares of the response's variance over the design that factors make, alone
/// and with others, from a Saltelli sample.
///
/// With y_A and y_B the standardised responses of the two samples and y_i those of A with factor i
/// from B, V the variance of y_A and y_B together:
///
///     S1_i = mean(y_B (y_i - y_A)) / V        (Saltelli et al. 2010)
///     ST_i = mean((y_A - y_i)²) / 2V          (Jansen 1999)
///     S2_ij = mean(y'_i y_j - y_A y_B) / V - S1_i - S1_j,  y'_i of B with factor i from A.
public struct Sobol: Equatable, Sendable {
  /// An index with half the width of its 95 % bootstrap interval.
  public struct Index: Equatable, Sendable {
    /// The index.
    public let value: Double
    /// Half the width of its interval, over base points drawn with replacement.
    public let confidence: Double
  }

  /// The factors.
  public let factors: [String]
  /// First order: a factor by itself.
  public let first: [Index]
  /// Total: a factor with all it interacts in.
  public let total: [Index]
  /// Second order, by the places of two factors; empty if the sample has none.
  public let second: [(factors: (Int, Int), index: Index)]

  /// Works out indices.
  ///
  /// - Parameters:
  ///   - design: A Saltelli sample; `nil` is the answer for another.
  ///   - responses: The response at each point; `nil` is the answer if they are all the same.
  public init?(_ design: DesignPoints, responses: [Double]) {
    guard case .saltelli(let base, let hasSecondOrder) = design.sampling,
      responses.count == design.values.count, let mean = Statistics.mean(responses),
      let spread = Statistics.standardDeviation(responses), spread > 0
    else { return nil }
    let count = design.factors.count
    let block = responses.count / base
    let scaled = responses.map { ($0 - mean) / spread }
    let pairs =
      hasSecondOrder
      ? (0..<count).flatMap { i in (i + 1..<count).map { (i, $0) } } : []
    func indices(_ places: [Int]) -> [Double] {
      let a = places.map { scaled[$0 * block] }
      let b = places.map { scaled[$0 * block + block - 1] }
      let own = (0..<count).map { i in places.map { scaled[$0 * block + 1 + i] } }
      let deviation = Statistics.standardDeviation(a + b) ?? .nan
      let n = Double(places.count)
      // The variance with denominator 2n, as a mean of squares has.
      let variance = deviation * deviation * (2 * n - 1) / (2 * n)
      func share(_ term: (Int) -> Double) -> Double {
        (Statistics.mean(places.indices.map(term)) ?? .nan) / variance
      }
      let first = (0..<count).map { i in share { b[$0] * (own[i][$0] - a[$0]) } }
      let total = (0..<count).map { i in
        share { 0.5 * (a[$0] - own[i][$0]) * (a[$0] - own[i][$0]) }
      }
      let second = pairs.map { i, j -> Double in
        let other = places.map { scaled[$0 * block + 1 + count + i] }
        return share { other[$0] * own[j][$0] - a[$0] * b[$0] } - first[i] - first[j]
      }
      return first + total + second
    }
    let values = indices(Array(0..<base))
    let confidences = Bootstrap.halfWidths(of: base, indices)
    let all = zip(values, confidences).map { Index(value: $0, confidence: $1) }
    factors = design.factors
    first = Array(all[..<count])
    total = Array(all[count..<2 * count])
    second = zip(pairs, all[(2 * count)...]).map { ($0, $1) }
  }

  /// Indices are equal if all of them are.
  public static func == (one: Sobol, other: Sobol) -> Bool {
    one.factors == other.factors && one.first == other.first && one.total == other.total
      && one.second.map(\.index) == other.second.map(\.index)
  }
}
