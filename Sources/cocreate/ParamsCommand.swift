internal import Analysis
internal import Tables
internal import ArgumentParser
internal import CoCreation
internal import Experiments
internal import Foundation

/// Lists parameters.
struct ParamsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "params",
    abstract: "List the parameters, or explain one.",
    discussion: """
      Without a name: a table of all, by mechanism; with --main the few that a planner fills in. With a \
      name: what it does, its unit, range, default, plausible range and neutral value, and where its \
      default comes from; what a metric of runs.csv is, or an observable that claims may name; or what \
      form, phases, choose, adapt, size and without of a strategy mean.
      """)

  @Argument(help: "A parameter, a metric, or a key of a strategy, to explain.")
  var name: String?

  @Flag(help: "Only the parameters that a planner fills in.")
  var main = false

  @Flag(help: "Print everything as JSON.")
  var json = false

  @Flag(help: "Print the JSON Schema of a scenario file, for editors.")
  var schema = false

  @Flag(help: "List the mechanisms that `cocreate run --without` takes out, and how.")
  var neutral = false

  @Flag(help: "Print the codebook: every parameter and every column, as Markdown.")
  var codebook = false

  func validate() throws {
    if [main, json, schema, neutral, codebook].count(where: \.self) > 1 {
      throw ValidationError("choose one of --main, --json, --schema, --neutral and --codebook")
    }
    if main, name != nil { throw ValidationError("--main takes no name") }
    if schema || codebook, name != nil {
      throw ValidationError("--\(schema ? "schema" : "codebook") takes no name")
    }
    if let name, Parameters.everything.allSatisfy({ $0.name != name }), Self.metric(name) == nil,
      Observables.observable(name) == nil, StrategyKeys.explanation(of: name) == nil
    {
      let known =
        Parameters.register.map(\.name) + Metrics.run.map(\.name) + Observables.all.map(\.name)
      let near = nearestName(to: name, among: known).map { [$0] } ?? []
      let holding = known.filter { $0.contains(name.lowercased()) }.prefix(8)
      let hints = near.isEmpty ? Array(holding) : near
      let hint = FormerNames.successors[name] ?? hints.joined(separator: ", ")
      throw ValidationError(
        "there is no parameter or metric \(name)"
          + (hint.isEmpty ? "" : "; did you mean \(hint)?"))
    }
  }

  func run() throws {
    let chosen =
      name.map { name in Parameters.everything.filter { $0.name == name } } ?? Parameters.register
    if schema {
      try Console.print(ScenarioSchema.json, terminator: "")
    } else if codebook {
      try Console.print(Codebook.markdown(with: AnalysisTables.schemas), terminator: "")
    } else if let name, let key = StrategyKeys.explanation(of: name) {
      try Console.print(key)
    } else if let name, let observable = Observables.observable(name) {
      try Console.print(Self.explanation(of: observable))
    } else if json {
      try Console.print(Self.json(chosen))
    } else if main {
      try Console.print(Self.main(chosen.filter { $0.role == .main }))
    } else if neutral {
      try Console.print(Self.neutral((name == nil ? Parameters.everything : chosen).map(\.name)))
    } else if name != nil {
      let metric = name.flatMap(Self.metric).map(Self.explanation)
      try Console.print((chosen.map(Self.explanation) + [metric].compactMap(\.self)).joined())
    } else {
      try Console.print(Self.table(chosen))
    }
  }

  private static func table(_ parameters: [Parameter]) -> String {
    let switches = parameters.filter { $0.role == .experiment }
    let others = parameters.filter { $0.role != .experiment }
    return """
      \(rows(of: others))

      \(others.count) parameters, of which cocreate params --main lists the few that a planner fills \
      in. One explained: cocreate params press_scrutiny. Set one: cocreate run … --set \
      press_scrutiny=0.5

      Switches for experiments:

      \(rows(of: switches))

      \(Parameters.constants.count) more numbers are constants: docs/codebook.md.
      """
  }

  private static func rows(of parameters: [Parameter]) -> String {
    let rows = parameters.map { parameter in
      [
        parameter.group, parameter.name, number(parameter.defaultValue),
        "\(number(parameter.range.lowerBound)) to \(number(parameter.range.upperBound))",
        parameter.unit == "1" ? "" : parameter.unit, parameter.summary,
      ]
    }
    return Console.table([["mechanism", "parameter", "default", "range", "unit", ""]] + rows)
  }

  /// What a planner fills in.
  private static func main(_ parameters: [Parameter]) -> String {
    let rows = parameters.map { parameter in
      [
        parameter.name, number(parameter.defaultValue), parameter.plausibleInWords ?? "",
        parameter.unit == "1" ? "" : parameter.unit, parameter.summary,
      ]
    }
    return Console.table([["parameter", "default", "plausible", "unit", ""]] + rows)
      + "\n\nThese \(rows.count) are for a planner to fill in; what is left out keeps its default. "
      + "All \(Parameters.register.count): cocreate params"
  }

  /// The mechanisms that have one of some parameters, and what switches each off.
  private static func neutral(_ names: [String]) -> String {
    let rows = Ablation.all.filter { !Set($0.parameters).isDisjoint(with: names) }.map { ablation in
      let settings = ablation.parameters.map { "\($0)=\(number(ablation.settings[$0] ?? .nan))" }
      let dispute = ablation.dispute.map { " Disputed: \($0)" } ?? ""
      return [ablation.name, settings.joined(separator: " "), ablation.summary + dispute]
    }
    return Console.table([["mechanism", "neutral", ""]] + rows)
      + "\n\nTake some out: cocreate run … --without press,fear"
  }

  private static func explanation(of parameter: Parameter) -> String {
    let role =
      switch parameter.role {
      case .main: "one that a planner fills in"
      case .model: "part of the model"
      case .experiment: "a switch for experiments"
      case .constant: "a constant, which no scenario sets"
      }
    let plausible = parameter.plausibleInWords.map { "\($0): \(parameter.because)" }
    let rows = [
      ["mechanism", parameter.group],
      ["role", role],
      ["unit", parameter.unit == "1" ? "none" : parameter.unit],
      ["allowed", parameter.allowed],
      ["default", number(parameter.defaultValue)],
      ["plausible", plausible ?? "no range is stated"],
      ["neutral", parameter.neutral.map(number) ?? "none: it switches nothing off"],
      ["source", parameter.source],
    ]
    return "\(parameter.name)\n\n\(parameter.summary)\n\n\(Console.table(rows))"
  }

  /// The metric of a name.
  private static func metric(_ name: String) -> RunMetric? {
    Metrics.run.first { $0.name == name }
  }

  private static func explanation(of metric: RunMetric) -> String {
    let better =
      switch metric.better {
      case .higher: "more"
      case .lower: "less"
      case .none: "neither more nor less"
      }
    let rows = [
      ["metric of", metric.family.rawValue],
      ["unit", metric.unit == "1" ? "none" : metric.unit],
      ["better", better],
    ]
    return "\(metric.name)\n\n\(metric.summary)\n\n\(Console.table(rows))"
  }

  private static func explanation(of observable: Observable) -> String {
    let rows = [
      ["observable", "of claims (cocreate verify), no column of a table"],
      ["unit", observable.unit == "1" ? "none" : observable.unit],
    ]
    return "\(observable.name)\n\n\(observable.summary)\n\n\(Console.table(rows))"
  }
}

/// A number as people write it.
private func number(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
