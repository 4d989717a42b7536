internal import CoCreation
internal import GSL
internal import Tables

/// What the factors of a design may set.
struct DesignScope {
  let context: ScenarioContext
  let strategies: [Strategy]
  let ablations: [Ablation]
  /// The parameters whose value in the context is known: the file or the command line sets it.
  let known: Set<String>
  let seed: UInt64
  let generator: Generator
}

/// The paths of factors.
extension ScenarioReader {
  static let factorRule =
    "a parameter (cocreate params), actors.<kind>.count, tasks.<task>.<parameter>, "
    + "strategies.<strategy>.<parameter> or without.<mechanism> (cocreate params --neutral)"
  private static let formParameters: Set = ["openness", "centrality"]

  /// The factor of a path; `nil` after noting a fault, or where one is noted already.
  mutating func factor(_ path: String, at place: ScenarioPlace, _ scope: DesignScope)
    -> Design.Factor?
  {
    if let parameter = Parameters.parameter(path) {
      return .init(path: path, target: .context(parameter: parameter.name))
    }
    if path.hasPrefix(Design.Factor.mechanismPrefix) { return mechanism(path, at: place) }
    let (holder, key) = Self.parts(of: path)
    let names: [String]
    switch holder.first {
    case "actors": names = scope.context.kinds.map(\.name)
    case "tasks": names = scope.context.allTasks.map(\.name)
    case "strategies": names = scope.strategies.map(\.name)
    default:
      let near = ["actors", "tasks", "strategies"].first { path.hasPrefix($0) }.map { "\($0)." }
      fault(
        place, "unknown factor", allowed: Self.factorRule,
        suggestion: near == nil && !faults.isFull
          ? FormerNames.successors[path]
            ?? nearestName(to: path, among: Parameters.register.map(\.name))
          : nil)
      return nil
    }
    guard let index = names.firstIndex(of: holder[1]) else {
      // Whoever could not be read may be meant.
      let section = holder[0] == "strategies" ? "strategies" : "context.\(holder[0])"
      guard !faults.hasFault(at: section) else { return nil }
      fault(
        place, "unknown factor: none of the \(holder[0]) is called \(shown(holder[1]))",
        allowed: names.map { "\(holder[0]).\($0).\(key)" }.joined(separator: ", "),
        suggestion: nearestName(to: holder[1], among: names).map { "\(holder[0]).\($0).\(key)" })
      return nil
    }
    return factor(path, holder[0], index, key, at: place, scope)
  }

  private mutating func factor(
    _ path: String, _ section: String, _ index: Int, _ key: String, at place: ScenarioPlace,
    _ scope: DesignScope
  ) -> Design.Factor? {
    if section == "actors" {
      if key == "count" { return .init(path: path, target: .count(kind: index)) }
      let holder = path.dropLast(key.count)
      fault(place, "unknown factor", allowed: "\(holder)count", suggestion: "\(holder)count")
      return nil
    }
    guard let parameter = Parameters.parameter(key) else {
      let near = nearestName(to: key, among: Parameters.register.map(\.name))
      fault(
        place, "unknown factor", allowed: "\(path.dropLast(key.count))<parameter>",
        suggestion: FormerNames.successors[key] ?? near.map { path.dropLast(key.count) + $0 })
      return nil
    }
    if section == "tasks" {
      if parameter.isMunicipal {
        fault(
          place, "found a parameter of the municipality", allowed: "one that a task may set",
          suggestion: key)
        return nil
      }
      return .init(path: path, target: .task(index, parameter: key))
    }
    let strategy = scope.strategies[index]
    if key == "rounds" {
      fault(place, "found the number of months", allowed: "the same for all", suggestion: key)
      return nil
    }
    if Self.formParameters.contains(key), strategy.rule != .fixed {
      fault(
        place, "found \(key) of a strategy that chooses its form",
        allowed: "it where a strategy has a form or sets it")
      return nil
    }
    return .init(path: path, target: .strategy(strategy.name, parameter: key))
  }

  private mutating func mechanism(_ path: String, at place: ScenarioPlace) -> Design.Factor? {
    let name = String(path.dropFirst(Design.Factor.mechanismPrefix.count))
    if let ablation = Ablation.named(name) { return .init(without: ablation) }
    fault(
      place, "unknown factor: no mechanism is called \(shown(name))",
      allowed: "\(Design.Factor.mechanismPrefix)<mechanism>, from cocreate params --neutral",
      suggestion: nearestName(to: name, among: Ablation.all.map(\.name)).map {
        Design.Factor.mechanismPrefix + $0
      })
    return nil
  }

  /// Names may have dots in them, parameters have none: the section and the name, and the key.
  private static func parts(of path: String) -> (holder: [String], key: String) {
    guard let first = path.firstIndex(of: "."), let last = path.lastIndex(of: "."), first < last
    else { return ([], path) }
    let name = path[path.index(after: first)..<last]
    return ([String(path[..<first]), String(name)], String(path[path.index(after: last)...]))
  }
}
