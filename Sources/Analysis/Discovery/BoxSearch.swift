/// The search of ``Prim``.
struct BoxSearch {
  private let columns: [[Double]]
  private let isCase: [Bool]
  private let total: Int
  private(set) var boxes: [Prim.Box] = []
  /// The places of the points in the last box.
  private var members: [Int]

  /// A box that may be next.
  private struct Candidate {
    let limits: [ClosedRange<Double>]
    let members: [Int]
    let gain: Double
    let density: Double
    let free: Int
  }

  /// - Parameters:
  ///   - columns: The values of each factor, point by point.
  ///   - isCase: Whether each point is of interest; one at least is.
  init(_ columns: [[Double]], _ isCase: [Bool]) {
    self.columns = columns
    self.isCase = isCase
    total = isCase.count(where: \.self)
    members = Array(isCase.indices)
    boxes = [box(columns.map { ($0.min() ?? 0)...($0.max() ?? 0) }, members)]
  }

  /// Peels, then pastes.
  mutating func run() {
    while let next = best(peels()), take(next, grows: false) {}
    while let next = best(pastes()), take(next, grows: true) {}
  }

  /// The places of the points within limits.
  func inside(_ limits: [ClosedRange<Double>]) -> [Int] {
    isCase.indices.filter { point in
      limits.indices.allSatisfy { limits[$0].contains(columns[$0][point]) }
    }
  }

  /// The box that is nearest in one measure; of equals, the best in another.
  func nearest(
    _ value: Double, by measure: (Prim.Box) -> Double, then other: (Prim.Box) -> Double
  ) -> Prim.Box {
    boxes.min {
      (abs(measure($0) - value), -other($0)) < (abs(measure($1) - value), -other($1))
    } ?? boxes[0]
  }

  private mutating func take(_ next: Candidate, grows: Bool) -> Bool {
    let mass = Double(next.members.count) / Double(isCase.count)
    let isOther =
      grows
      ? next.members.count > members.count && next.density > boxes[boxes.count - 1].density
      : next.members.count < members.count
    guard mass >= Prim.leastMass, isOther, next.gain > 0 else { return false }
    members = next.members
    boxes.append(box(next.limits, members))
    return true
  }

  private func peels() -> [Candidate] {
    let limits = boxes[boxes.count - 1].limits
    var found: [Candidate] = []
    for (factor, column) in columns.enumerated() {
      let sorted = members.map { column[$0] }.sorted()
      let high = Self.cut(sorted, 1 - Prim.slice)
      let low = Self.cut(sorted, Prim.slice)
      let old = limits[factor]
      found.append(
        candidate(limits, factor, old.lowerBound...high, members.filter { column[$0] <= high }))
      found.append(
        candidate(limits, factor, low...old.upperBound, members.filter { column[$0] >= low }))
    }
    return found
  }

  private func pastes() -> [Candidate] {
    let limits = boxes[boxes.count - 1].limits
    var found: [Candidate] = []
    for factor in boxes[boxes.count - 1].restricted {
      let (old, whole) = (limits[factor], boxes[0].limits[factor])
      func values(_ part: ClosedRange<Double>) -> [Double] {
        var beyond = limits
        beyond[factor] = part
        return inside(beyond).map { columns[factor][$0] }.sorted()
      }
      let below = values(whole.lowerBound...old.lowerBound)
      let low = below.isEmpty ? whole.lowerBound : Self.cut(below, 1 - Prim.slice)
      let above = values(old.upperBound...whole.upperBound)
      let high = above.isEmpty ? whole.upperBound : Self.cut(above, Prim.slice)
      for range in [low...old.upperBound, old.lowerBound...high] {
        var wider = limits
        wider[factor] = range
        found.append(candidate(limits, factor, range, inside(wider)))
      }
    }
    return found
  }

  /// The one with the greatest gain, of equals that with the fewest restrictions.
  private func best(_ found: [Candidate]) -> Candidate? {
    // The first of equals, which `max(by:)` would not promise.
    found.dropFirst().reduce(found.first) { best, next in
      best.map { (next.gain, next.free) > ($0.gain, $0.free) ? next : $0 }
    }
  }

  private func candidate(
    _ limits: [ClosedRange<Double>], _ factor: Int, _ range: ClosedRange<Double>, _ inside: [Int]
  ) -> Candidate {
    var limits = limits
    limits[factor] = range
    let before = boxes[boxes.count - 1].density
    let density = Double(inside.count { isCase[$0] }) / Double(max(1, inside.count))
    let change = abs(inside.count - members.count)
    return Candidate(
      limits: limits, members: inside,
      gain: change > 0 ? (density - before) / Double(change) : 0, density: density,
      free: columns.count - restricted(limits).count)
  }

  private func box(_ limits: [ClosedRange<Double>], _ members: [Int]) -> Prim.Box {
    let cases = members.count { isCase[$0] }
    return Prim.Box(
      limits: limits, points: members.count, cases: cases,
      coverage: Double(cases) / Double(total),
      density: Double(cases) / Double(max(1, members.count)),
      mass: Double(members.count) / Double(isCase.count), restricted: restricted(limits))
  }

  private func restricted(_ limits: [ClosedRange<Double>]) -> [Int] {
    guard let whole = boxes.first?.limits else { return [] }
    return limits.indices.filter { limits[$0] != whole[$0] }
  }

  /// Where a slice ends: half way between the two values about a fraction of the sample; where these
  /// are the same, the one nearer to the slice's end gives way to the next that differs.
  private static func cut(_ sorted: [Double], _ fraction: Double) -> Double {
    let place = Double(sorted.count - 1) * fraction
    var (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
    if fraction > 0.5 {
      while low > 0, sorted[low] == sorted[high] { low -= 1 }
    } else {
      while high < sorted.count - 1, sorted[low] == sorted[high] { high += 1 }
    }
    return (sorted[low] + sorted[high]) / 2
  }
}
