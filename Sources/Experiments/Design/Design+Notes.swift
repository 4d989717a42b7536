internal import CoCreation

extension Strategy {
  /// Whether a phase sets a parameter.
  package func setsOnTheWay(_ parameter: String) -> Bool {
    course.contains { $0.settings[parameter] != nil }
  }
}

/// What is odd about a design without being a fault.
extension Design {
  /// Sentences on points that are the same, and on factors that do not vary.
  public var notes: [String] {
    guard count > 1 else { return [] }
    var first: [ArraySlice<Double>: Int] = [:]
    first.reserveCapacity(count)
    var pairs: [(Int, Int)] = []
    var repeated = 0
    for point in 0..<count {
      if let earlier = first[values(of: point)] {
        repeated += 1
        if pairs.count < 3 { pairs.append((earlier, point)) }
      } else {
        first[values(of: point)] = point
      }
    }
    var notes: [String] = []
    if repeated > 0 {
      let named = pairs.map { "\($0.0) and \($0.1)" }.joined(separator: ", ")
      notes.append(
        "\(repeated) of \(count) points \(repeated == 1 ? "is" : "are") the same as an earlier one: "
          + "points \(named)\(repeated > pairs.count ? ", …" : "")")
    }
    for (column, factor) in factors.enumerated() {
      let value = values[column]
      let isConstant = stride(from: column, to: values.count, by: factors.count)
        .allSatisfy { values[$0] == value }
      if isConstant { notes.append("\(factor.path) is \(short(value)) at every point") }
    }
    return notes
  }
}

extension Scenario {
  /// Sentences on what is odd about the design: points that are the same, factors that do not vary,
  /// and factors that do not reach a strategy or a task.
  ///
  /// Of plausible models the last are not told: what a strategy sets by itself is meant to be known.
  public var designNotes: [String] {
    design.notes + (design.isPlausible ? [] : design.factors.flatMap { notes(on: $0) })
  }

  private func notes(on factor: Design.Factor) -> [String] {
    if case .mechanism(let ablation) = factor.target, ablations.contains(ablation) {
      return ["\(factor.path) counts for nothing: `\(ablation.name)` is taken out of the model"]
    }
    guard let parameter = factor.parameter?.name else { return [] }
    if let ablation = ablations.first(where: { $0.parameters.contains(parameter) }) {
      return ["\(factor.path) counts for nothing: `\(ablation.name)` is taken out of the model"]
    }
    let varied = Set(design.factors.map(\.path))
    let isForm = parameter == "openness" || parameter == "centrality"
    func isSet(by strategy: Strategy) -> Bool {
      strategy.settings[parameter] != nil || isForm && strategy.rule != .fixed
        || varied.contains("strategies.\(strategy.name).\(parameter)")
    }
    var notes: [String] = []
    switch factor.target {
    case .context:
      let own = tasks.filter {
        $0.settings[parameter] != nil || varied.contains("tasks.\($0.name).\(parameter)")
      }
      if !own.isEmpty { notes.append(note(factor, own.map(\.name), "the task itself")) }
      fallthrough
    case .task:
      let deaf = strategies.filter(isSet).map(\.name)
      if !deaf.isEmpty {
        notes.append(note(factor, deaf, "the strategy itself, by form or name"))
      }
      notes += self.notes(on: factor, strategies.filter { !isSet(by: $0) })
    case .strategy(let name, _):
      notes += self.notes(on: factor, strategies.filter { $0.name == name })
    case .count, .mechanism: break
    }
    return notes
  }

  /// A phase wins once it has begun.
  private func notes(on factor: Design.Factor, _ strategies: [Strategy]) -> [String] {
    guard let parameter = factor.parameter?.name else { return [] }
    let names = strategies.filter { $0.setsOnTheWay(parameter) }.map(\.name)
    guard !names.isEmpty else { return [] }
    return ["\(factor.path) reaches \(names.joined(separator: ", ")) only until a phase sets it"]
  }

  private func note(_ factor: Design.Factor, _ names: [String], _ setter: String) -> String {
    "\(factor.path) does not reach \(names.joined(separator: ", ")): set there by \(setter)"
  }
}
