internal import CoCreation

/// A design as it was read, with the place of each point for faults that are found later.
struct DesignRead {
  let design: Design
  let place: (Int) -> ScenarioPlace
  /// The columns whose values may be pulled back where a point is impossible.
  var movable: [Int] = []

  init(design: Design, movable: [Int] = [], place: @escaping (Int) -> ScenarioPlace) {
    self.design = design
    self.place = place
    self.movable = movable
  }

  /// The place of a value of a point.
  func place(of point: Int, _ factor: Design.Factor?) -> ScenarioPlace {
    var place = place(point)
    if let factor { place.keys.append(factor.path) }
    return place
  }
}

/// Where an experiment is made.
extension ScenarioReader {
  static let designKinds = ["grid", "list", "csv", "one_at_a_time", plausibleKind] + samplers
  private static let expectedDesign =
    "one kind of design, as {sobol: 256} or {grid: {press_scrutiny: [0.1, 0.3]}}"

  mutating func readDesign(
    _ top: ScenarioFields, _ source: ScenarioOverrides.DesignSource?, _ scope: DesignScope
  ) -> DesignRead? {
    let uncertain = readUncertain(top, scope)
    let isUnread = top["uncertain"] != nil && uncertain == nil
    if let source { return readDesign(source, isUnread ? nil : uncertain ?? [], scope) }
    guard let item = top["design"]?.value else {
      if let entry = top["uncertain"] {
        fault(
          entry.place, "found it without a design that draws from it",
          allowed: "design: {sobol: 256}, or "
            + (Self.samplers.dropFirst() + [Self.plausibleKind]).joined(separator: ", "))
      }
      return nil
    }
    guard let fields = fields(of: item, Self.designKinds, expected: Self.expectedDesign) else {
      return nil
    }
    guard let (kind, entry) = fields.entries.first, fields.entries.count == 1 else {
      if !faults.hasFault(at: item.place.path) {
        fault(
          item.place, "found \(fields.entries.count) kinds of design",
          allowed: Self.expectedDesign)
      }
      return nil
    }
    let drawing = Self.samplers + [Self.plausibleKind]
    if let other = top["uncertain"], !drawing.contains(kind) {
      fault(
        other.place, "found it beside a design that does not draw from it",
        allowed: "one of \(drawing.joined(separator: ", ")), or no `uncertain`")
    } else if top["uncertain"] == nil, Self.samplers.contains(kind) {
      fault(
        entry.place, "found it without `uncertain`",
        allowed: "`uncertain: {<factor>: {uniform: [<low>, <high>]}}` to draw from")
    }
    switch kind {
    case "grid": return readGrid(entry, scope)
    case "list": return readList(entry, scope)
    case "csv": return readCSV(entry, scope)
    case "one_at_a_time": return readOneAtATime(entry, scope)
    case Self.plausibleKind: return readPlausible(entry, isUnread ? nil : uncertain ?? [], scope)
    default: return readSample(kind, entry, uncertain, scope)
    }
  }

  /// Whether a design may have so many points; a fault if not.
  mutating func allows(points: Int?, factors: Int, at place: ScenarioPlace) -> Bool {
    guard let points, points <= Design.mostPoints else {
      fault(
        place, "found \(points.map { "\($0)" } ?? "far too many") points",
        allowed: "at most \(Design.mostPoints)")
      return false
    }
    guard points * factors <= Design.mostValues else {
      fault(
        place, "found \(points) points of \(factors) factors",
        allowed: "at most \(Design.mostValues) numbers in all")
      return false
    }
    return true
  }

  /// A value that a factor may have.
  mutating func value(of factor: Design.Factor, _ item: ScenarioItem) -> Double? {
    guard let value = number(item, allowed: factor.allowed) else { return nil }
    guard factor.allows(value) else {
      wrong(item, allowed: factor.allowed)
      return nil
    }
    return value
  }

  /// Factors and the levels that each takes.
  mutating func readLevels(_ entry: ScenarioItem.Entry, _ scope: DesignScope)
    -> [(factor: Design.Factor, levels: [Double])]?
  {
    let expected = "a mapping of factors, each [<value>, ...] or {range: [start, step, stop]}"
    guard let entries = entries(of: entry.value, expected: expected) else { return nil }
    if entries.isEmpty { fault(entry.place, "no factor", allowed: expected) }
    let before = faults.count
    let factors = entries.compactMap { entry -> (factor: Design.Factor, levels: [Double])? in
      guard let factor = factor(entry.key, at: entry.place, scope) else { return nil }
      return (factor, readLevels(of: factor, entry.value))
    }
    return faults.count == before && factors.count == entries.count && !entries.isEmpty
      ? factors : nil
  }

  private mutating func readLevels(of factor: Design.Factor, _ item: ScenarioItem) -> [Double] {
    let expected = "[<value>, ...] or {range: [start, step, stop]}"
    switch item.content {
    case .list(let items):
      if items.isEmpty { fault(item.place, "no value", allowed: expected) }
      return items.compactMap { value(of: factor, $0) }
    case .mapping:
      guard let fields = fields(of: item, ["range"], expected: expected),
        let range = required("range", in: fields, "[start, step, stop]")
      else { return [] }
      return readRange(of: factor, range.value)
    default:
      wrong(item, allowed: expected)
      return []
    }
  }

  /// `start`, `start + step` and so on; `stop` is among them if a rounding error is all that it is
  /// away.
  private mutating func readRange(of factor: Design.Factor, _ item: ScenarioItem) -> [Double] {
    let expected = "[start, step, stop]"
    guard case .list(let items) = item.content, items.count == 3 else {
      wrong(item, allowed: expected)
      return []
    }
    let numbers = items.compactMap { number($0) }
    guard numbers.count == 3 else { return [] }
    let (start, step, stop) = (numbers[0], numbers[1], numbers[2])
    let steps = (stop - start) / step
    guard step != 0, steps >= 0 else {
      fault(
        items[1].place, "found a step of \(short(step)) from \(short(start)) to \(short(stop))",
        allowed: "a step that leads there")
      return []
    }
    guard steps < Double(Design.mostPoints) else {
      fault(
        item.place, "found a range of more than \(Design.mostPoints) values",
        allowed: "fewer values")
      return []
    }
    let values = (0...Int((steps + 1e-9).rounded(.down))).map { index in
      let value = start + Double(index) * step
      return step > 0 ? min(value, stop) : max(value, stop)
    }
    if let value = values.first(where: { !factor.allows($0) }) {
      fault(item.place, "found \(short(value)) in the range", allowed: factor.allowed)
      return []
    }
    return values
  }
}
