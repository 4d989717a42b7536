/// How many points a sampled design has, and how they are spread.
extension ScenarioReader {
  static let samplers = ["sobol", "halton", "lhs", "monte_carlo", "morris", "saltelli"]

  /// What a kind of sample takes; the first may stand alone.
  static func options(of kind: String) -> [String] {
    switch kind {
    case "morris": ["trajectories", "levels"]
    case "saltelli": ["points", "second_order", "shift"]
    case "sobol", "halton": ["points", "shift"]
    default: ["points"]
    }
  }

  mutating func readSampler(_ kind: String, _ entry: ScenarioItem.Entry) -> Sampler? {
    let options = Self.options(of: kind)
    let expected =
      "a whole number from 1 to \(Design.mostPoints), or "
      + "{\(options.map { "\($0): ..." }.joined(separator: ", "))}"
    let range = 1...Design.mostPoints
    let before = faults.count
    var points: Int?
    var fields = ScenarioFields(place: entry.place, entries: [:])
    if case .mapping = entry.value.content {
      guard let read = self.fields(of: entry.value, options, expected: expected) else { return nil }
      fields = read
      points = required(options[0], in: fields, "a whole number from 1 to \(Design.mostPoints)")
        .flatMap { whole($0.value, in: range) }
    } else if case .scalar = entry.value.content {
      points = whole(entry.value, in: range)
    } else {
      wrong(entry.value, allowed: expected)
    }
    let isShifted = fields["shift"].map { boolean($0.value) } ?? true
    let hasSecondOrder = fields["second_order"].map { boolean($0.value) } ?? true
    let levels = fields["levels"].map { readLevels($0.value) } ?? 4
    guard faults.count == before, let points, let isShifted, let hasSecondOrder, let levels else {
      return nil
    }
    switch kind {
    case "sobol": return .sobol(points: points, isShifted: isShifted)
    case "halton": return .halton(points: points, isShifted: isShifted)
    case "lhs": return .latinHypercube(points: points)
    case "monte_carlo": return .monteCarlo(points: points)
    case "morris": return .morris(trajectories: points, levels: levels)
    default:
      return .saltelli(points: points, hasSecondOrder: hasSecondOrder, isShifted: isShifted)
    }
  }

  /// A step is half the levels, so that all are as likely.
  private mutating func readLevels(_ item: ScenarioItem) -> Int? {
    guard let levels = whole(item, in: 2...1000) else { return nil }
    guard levels.isMultiple(of: 2) else {
      wrong(item, allowed: "an even number of levels from 2 to 1000")
      return nil
    }
    return levels
  }
}
