internal import CoCreation

/// Designs whose points are written in the file.
extension ScenarioReader {
  /// Every combination of levels; the last factor changes first.
  mutating func readGrid(_ entry: ScenarioItem.Entry, _ scope: DesignScope) -> DesignRead? {
    guard let levels = readLevels(entry, scope) else { return nil }
    var points: Int? = 1
    for factor in levels {
      let (product, overflow) = (points ?? 1).multipliedReportingOverflow(by: factor.levels.count)
      points = overflow || points == nil ? nil : product
    }
    guard allows(points: points, factors: levels.count, at: entry.place), let points else {
      return nil
    }
    var values: [Double] = []
    values.reserveCapacity(points * levels.count)
    var places = levels.map { _ in 0 }
    for _ in 0..<points {
      for (factor, level) in zip(levels, places) { values.append(factor.levels[level]) }
      for index in levels.indices.reversed() {
        places[index] += 1
        if places[index] < levels[index].levels.count { break }
        places[index] = 0
      }
    }
    let design = Design(factors: levels.map(\.factor), values: values, count: points)
    return DesignRead(design: design) { entry.place.below("point \($0)") }
  }

  /// Point by point, each with a value for every factor of the first.
  mutating func readList(_ entry: ScenarioItem.Entry, _ scope: DesignScope) -> DesignRead? {
    let expected = "a list of points, each {<factor>: <value>, ...}"
    guard case .list(let items) = entry.value.content, !items.isEmpty else {
      wrong(entry.value, allowed: expected)
      return nil
    }
    let before = faults.count
    guard let first = entries(of: items[0], expected: "{<factor>: <value>, ...}") else {
      return nil
    }
    if first.isEmpty { fault(items[0].place, "no factor", allowed: "{<factor>: <value>, ...}") }
    let factors = first.compactMap { factor($0.key, at: $0.place, scope) }
    guard !factors.isEmpty, factors.count == first.count,
      allows(points: items.count, factors: factors.count, at: entry.place)
    else { return nil }
    var values: [Double] = []
    for item in items where !faults.isFull {
      guard
        let fields = fields(
          of: item, factors.map(\.path), allowed: "the factors of the first point",
          expected: "{<factor>: <value>, ...}")
      else { continue }
      for factor in factors {
        guard let entry = required(factor.path, in: fields, factor.allowed) else { continue }
        if let value = value(of: factor, entry.value) { values.append(value) }
      }
    }
    guard faults.count == before else { return nil }
    return DesignRead(design: .init(factors: factors, values: values, count: items.count)) {
      items[$0].place
    }
  }
}
