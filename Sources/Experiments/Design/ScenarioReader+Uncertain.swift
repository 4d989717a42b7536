internal import CoCreation
internal import GSL

/// What is not known of the context, and the designs that draw from it.
extension ScenarioReader {
  /// The factors that `uncertain` names; `nil` without it, or after noting faults.
  mutating func readUncertain(_ top: ScenarioFields, _ scope: DesignScope) -> [UncertainFactor]? {
    guard let entry = top["uncertain"] else { return nil }
    let expected =
      "a mapping of factors, each {uniform: [<low>, <high>]} or another distribution, "
      + "or [<value>, ...]"
    guard let entries = entries(of: entry.value, expected: expected) else { return nil }
    if entries.isEmpty { fault(entry.place, "no factor", allowed: expected) }
    let before = faults.count
    let factors = entries.compactMap { entry -> UncertainFactor? in
      guard let factor = factor(entry.key, at: entry.place, scope) else { return nil }
      return readKnowledge(of: factor, entry)
    }
    return faults.count == before && !factors.isEmpty ? factors : nil
  }

  private mutating func readKnowledge(of factor: Design.Factor, _ entry: ScenarioItem.Entry)
    -> UncertainFactor?
  {
    if case .list(let items) = entry.value.content {
      if items.isEmpty { fault(entry.place, "no value", allowed: "[<value>, ...]") }
      let levels = items.compactMap { value(of: factor, $0) }
      guard levels.count == items.count, !levels.isEmpty else { return nil }
      return UncertainFactor(factor: factor, knowledge: .levels(levels), place: entry.place)
    }
    guard let distribution = distribution(entry.value) else { return nil }
    let uncertain = UncertainFactor(
      factor: factor, knowledge: .distribution(distribution), place: entry.place)
    let support = distribution.support
    // A distribution without ends is judged by the values that are drawn.
    let ends = [0, 1].map { uncertain.value(at: $0) }
    if uncertain.isBounded, let end = ends.first(where: { !factor.allows($0) }) {
      fault(
        entry.place,
        "found \(distribution.name) with values from \(short(support.lowerBound)) "
          + "to \(short(support.upperBound)), of which \(short(end)) is not allowed",
        allowed: factor.allowed)
      return nil
    }
    return uncertain
  }

  /// The points of a sampled design.
  mutating func readSample(
    _ kind: String, _ entry: ScenarioItem.Entry, _ uncertain: [UncertainFactor]?,
    _ scope: DesignScope
  ) -> DesignRead? {
    guard let sampler = readSampler(kind, entry), let uncertain else { return nil }
    guard uncertain.count <= sampler.mostFactors else {
      fault(
        entry.place, "found \(uncertain.count) uncertain factors",
        allowed: "at most \(sampler.mostFactors), for which there is a sequence; or lhs")
      return nil
    }
    if case .morris = sampler {
      let unbounded = uncertain.filter { !$0.isBounded }
      for factor in unbounded {
        fault(
          factor.place, "found a distribution without ends",
          allowed: "uniform, beta or [<value>, ...] for the design morris")
      }
      if !unbounded.isEmpty { return nil }
    }
    let count = sampler.count(factors: uncertain.count)
    guard allows(points: count, factors: uncertain.count, at: entry.place) else { return nil }
    guard let design = draw(sampler, uncertain, scope) else { return nil }
    return DesignRead(design: design) { entry.place.below("point \($0)") }
  }

  /// The values of factors at the points of a sample; `nil` after noting those that are not allowed.
  mutating func draw(
    _ sampler: Sampler, _ uncertain: [UncertainFactor], _ scope: DesignScope,
    isPlausible: Bool = false
  ) -> Design? {
    let count = sampler.count(factors: uncertain.count)
    let cube = UnitCube(
      seed: scope.seed, generator: scope.generator, axes: uncertain.map(\.factor.path))
    var values = cube.points(sampler)
    var isAllowed = true
    for (column, uncertain) in uncertain.enumerated() {
      var others = 0
      for point in 0..<count {
        let index = point * cube.axes.count + column
        values[index] = uncertain.value(at: values[index])
        guard !uncertain.factor.allows(values[index]) else { continue }
        isAllowed = false
        others += 1
        if others <= Self.mostShown { note(values[index], of: uncertain, at: point) }
      }
      if others > Self.mostShown {
        fault(
          uncertain.place, "found \(others - Self.mostShown) more points that are not allowed",
          allowed: uncertain.factor.allowed)
      }
    }
    guard isAllowed else { return nil }
    return Design(
      factors: uncertain.map(\.factor), values: values, count: count, isPlausible: isPlausible)
  }

  /// How many points of a factor are named before the others are counted.
  private static let mostShown = 3

  private mutating func note(_ value: Double, of uncertain: UncertainFactor, at point: Int) {
    fault(
      uncertain.place, "found \(short(value)) at point \(point)",
      allowed: uncertain.factor.allowed)
  }
}
